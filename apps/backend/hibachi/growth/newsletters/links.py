"""Signed links of letters: to say yes, to leave, and, where the owner counts clicks, the way to the site."""

from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlencode
from uuid import UUID

from hibachi.kit.signing import Signer
from hibachi.settings import Settings

CONFIRM_LASTS = timedelta(days=7)
Use = Literal["confirm", "leave", "go"]


def confirm(settings: Settings, subscriber_id: UUID, *, now: datetime) -> str | None:
    """The page on which the owner of an address says yes; None where the product does not know its own address."""
    token = _signer(settings).sign("confirm", subscriber_id, until=now + CONFIRM_LASTS)
    return _page(settings, "confirm", token)


def leave(settings: Settings, subscriber_id: UUID, newsletter_id: UUID) -> str | None:
    """The page on which a reader leaves; it never ends."""
    return _page(settings, "leave", _signer(settings).sign("leave", subscriber_id, of=str(newsletter_id)))


def go(settings: Settings, newsletter_id: UUID) -> str | None:
    """The address that counts one click and leads to the site."""
    if settings.public_url is None:
        return None
    return f"{settings.public_url}/api/v1/newsletter/go/{_signer(settings).sign('go', newsletter_id)}"


def read(settings: Settings, use: Use, said: str, *, now: datetime) -> tuple[UUID, UUID | None] | None:
    """Whom or what a token is about, and of which letter; None for one that is not ours, of another use, or too old."""
    found = _signer(settings).read(use, said, now=now, ends=use == "confirm")
    if found is None:
        return None
    return found.subject, UUID(found.more["of"]) if "of" in found.more else None


def _page(settings: Settings, use: Use, token: str) -> str | None:
    return f"{settings.public_url}/newsletter/?{urlencode([(use, token)])}" if settings.public_url else None


def _signer(settings: Settings) -> Signer:
    return Signer("newsletter", settings.secret_key.get_secret_value())

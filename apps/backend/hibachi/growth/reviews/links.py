"""The signed link by which a customer reviews their own party: it opens that one page, for as long as the owner says."""

from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from hibachi.kit.signing import Signer
from hibachi.settings import Settings

USE = "review"
PAGE = "/review/"


def link(settings: Settings, booking_id: UUID, *, until: datetime) -> str | None:
    """The address of the page; None where the product does not know its own address."""
    if settings.public_url is None:
        return None
    return f"{settings.public_url}{PAGE}?{urlencode({'token': token(settings, booking_id, until=until)})}"


def token(settings: Settings, booking_id: UUID, *, until: datetime) -> str:
    """Which party a link is about, signed."""
    return _signer(settings).sign(USE, booking_id, until=until)


def read(settings: Settings, said: str, *, now: datetime) -> UUID | None:
    """Which party a token is about; None for one that is forged, broken, of another use or too old."""
    found = _signer(settings).read(USE, said, now=now)
    return found.subject if found else None


def lasts(days: int) -> timedelta:
    """For how long a link is good."""
    return timedelta(days=days)


def _signer(settings: Settings) -> Signer:
    return Signer(USE, settings.secret_key.get_secret_value())

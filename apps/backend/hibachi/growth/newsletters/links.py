"""Signed links of letters: to say yes, to leave, and, where the owner counts clicks, the way to the site."""

import hashlib
from datetime import datetime, timedelta
from typing import Any, Literal
from urllib.parse import urlencode
from uuid import UUID

import jwt
from jwt.types import Options

from hibachi.settings import Settings

ALGORITHM = "HS256"
CONFIRM_LASTS = timedelta(days=7)
OPTIONS: Options = {"require": ["sub", "aud"], "verify_exp": False, "verify_iat": False, "verify_nbf": False}
Use = Literal["confirm", "leave", "go"]


def confirm(settings: Settings, subscriber_id: UUID, *, now: datetime) -> str | None:
    """The page on which the owner of an address says yes; None where the product does not know its own address."""
    until = int((now + CONFIRM_LASTS).timestamp())
    return _page(settings, "confirm", _token(settings, "confirm", {"sub": str(subscriber_id), "exp": until}))


def leave(settings: Settings, subscriber_id: UUID, newsletter_id: UUID) -> str | None:
    """The page on which a reader leaves; it never ends."""
    return _page(settings, "leave", _token(settings, "leave", {"sub": str(subscriber_id), "of": str(newsletter_id)}))


def go(settings: Settings, newsletter_id: UUID) -> str | None:
    """The address that counts one click and leads to the site."""
    if settings.public_url is None:
        return None
    return f"{settings.public_url}/api/v1/newsletter/go/{_token(settings, 'go', {'sub': str(newsletter_id)})}"


def read(settings: Settings, use: Use, said: str, *, now: datetime) -> tuple[UUID, UUID | None] | None:
    """Whom or what a token is about, and of which letter; None for one that is not ours, of another use, or too old."""
    try:
        claims = jwt.decode(said, _key(settings), algorithms=[ALGORITHM], audience=use, options=OPTIONS)
        if "exp" in claims and float(claims["exp"]) <= now.timestamp():
            return None
        return UUID(claims["sub"]), UUID(claims["of"]) if "of" in claims else None
    except (jwt.InvalidTokenError, KeyError, ValueError, TypeError, AttributeError, OverflowError):
        return None


def _page(settings: Settings, use: Use, token: str) -> str | None:
    return f"{settings.public_url}/newsletter/?{urlencode([(use, token)])}" if settings.public_url else None


def _token(settings: Settings, use: Use, claims: dict[str, Any]) -> str:
    return jwt.encode({"aud": use, **claims}, _key(settings), algorithm=ALGORITHM)


def _key(settings: Settings) -> str:
    return hashlib.sha256(f"newsletter:{settings.secret_key.get_secret_value()}".encode()).hexdigest()

"""The signed link by which a customer reviews their own party: it opens that one page, for as long as the owner says."""

import hashlib
from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

import jwt
from jwt.types import Options

from hibachi.settings import Settings

ALGORITHM = "HS256"
AUDIENCE = "review"
OPTIONS: Options = {"require": ["exp", "sub", "aud"], "verify_exp": False, "verify_iat": False, "verify_nbf": False}
PAGE = "/review/"


def link(settings: Settings, booking_id: UUID, *, until: datetime) -> str | None:
    """The address of the page; None where the product does not know its own address."""
    if settings.public_url is None:
        return None
    return f"{settings.public_url}{PAGE}?{urlencode({'token': token(settings, booking_id, until=until)})}"


def token(settings: Settings, booking_id: UUID, *, until: datetime) -> str:
    """Which party a link is about, signed."""
    said = {"aud": AUDIENCE, "sub": str(booking_id), "exp": int(until.timestamp())}
    return jwt.encode(said, _key(settings), algorithm=ALGORITHM)


def read(settings: Settings, said: str, *, now: datetime) -> UUID | None:
    """Which party a token is about; None for one that is forged, broken, of another use or too old."""
    try:
        claims = jwt.decode(said, _key(settings), algorithms=[ALGORITHM], audience=AUDIENCE, options=OPTIONS)
        return UUID(claims["sub"]) if float(claims["exp"]) > now.timestamp() else None
    except (jwt.InvalidTokenError, KeyError, ValueError, TypeError, AttributeError, OverflowError):
        return None


def lasts(days: int) -> timedelta:
    """For how long a link is good."""
    return timedelta(days=days)


def _key(settings: Settings) -> str:
    return hashlib.sha256(f"{AUDIENCE}:{settings.secret_key.get_secret_value()}".encode()).hexdigest()

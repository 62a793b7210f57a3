"""Signed tokens (JWT, HS256): what they say, and when they are believed. The clock is the caller's."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

import jwt
from jwt.types import Options

from hibachi.kit.errors import Unauthenticated

ALGORITHM = "HS256"
OPTIONS: Options = {
    "require": ["exp", "iat", "sub", "jti", "sid", "ver", "use"],
    "verify_exp": False,
    "verify_iat": False,
    "verify_nbf": False,
}
Use = Literal["access", "refresh"]


class TokenInvalid(Unauthenticated):
    """A token that is malformed, forged, of another kind, expired, or whose session has ended."""

    code = "token_invalid"
    message = "This sign-in is not valid any more."


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token says: whose it is, of which session, under which version of the account, for which use."""

    user_id: UUID
    session_id: UUID
    version: int
    use: Use
    token_id: UUID
    issued_at: datetime
    expires_at: datetime


def signed(claims: Claims, *, secret: str) -> str:
    """The token of the claims."""
    payload = {
        "sub": str(claims.user_id),
        "sid": str(claims.session_id),
        "ver": claims.version,
        "use": claims.use,
        "jti": str(claims.token_id),
        "iat": int(claims.issued_at.timestamp()),
        "exp": int(claims.expires_at.timestamp()),
    }
    return jwt.encode(payload, secret, algorithm=ALGORITHM)


def believed(token: str, *, use: Use, now: datetime, secret: str) -> Claims:
    """The claims of a token of this use; raises TokenInvalid for any other.

    The library's own check of time asks the machine's clock, so expiry is checked here, against the caller's.
    """
    try:
        said = jwt.decode(token, secret, algorithms=[ALGORITHM], options=OPTIONS)
        claims = Claims(
            user_id=UUID(said["sub"]),
            session_id=UUID(said["sid"]),
            version=int(said["ver"]),
            use=said["use"],
            token_id=UUID(said["jti"]),
            issued_at=datetime.fromtimestamp(said["iat"], UTC),
            expires_at=datetime.fromtimestamp(said["exp"], UTC),
        )
    except (jwt.InvalidTokenError, ValueError, TypeError, AttributeError, OverflowError, OSError):
        raise TokenInvalid() from None
    if claims.use != use or claims.expires_at <= now:
        raise TokenInvalid()
    return claims

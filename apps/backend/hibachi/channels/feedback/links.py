"""Signed links: who got a message by mail can judge it, and nobody else."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

import jwt
from jwt.types import Options

ALGORITHM = "HS256"
AUDIENCE = "feedback"
LASTS = timedelta(days=30)
OPTIONS: Options = {"require": ["exp", "sub", "aud"], "verify_exp": False, "verify_iat": False, "verify_nbf": False}
Asked = Literal["vote", "survey"]


@dataclass(frozen=True, slots=True)
class Link:
    """What a link is about: a vote on a reply, or the survey of a conversation."""

    asked: Asked
    subject_id: UUID


class Links:
    """Signs and reads links with a key that is made of the installation's secret, for this one use."""

    def __init__(self, secret: str) -> None:
        self._key = hashlib.sha256(f"{AUDIENCE}:{secret}".encode()).hexdigest()

    def token(self, link: Link, *, now: datetime) -> str:
        """The signed form of a link, good for LASTS."""
        until = int((now + LASTS).timestamp())
        said = {"aud": AUDIENCE, "ask": link.asked, "sub": str(link.subject_id), "exp": until}
        return jwt.encode(said, self._key, algorithm=ALGORITHM)

    def read(self, token: str, *, now: datetime) -> Link | None:
        """What a token is about; None for one that is forged, broken, of another use or too old."""
        try:
            said = jwt.decode(token, self._key, algorithms=[ALGORITHM], audience=AUDIENCE, options=OPTIONS)
            link = Link(said["ask"], UUID(said["sub"]))
            fresh = float(said["exp"]) > now.timestamp()
        except (jwt.InvalidTokenError, KeyError, ValueError, TypeError, AttributeError, OverflowError):
            return None
        return link if fresh and link.asked in ("vote", "survey") else None

"""Signed links: who got a message by mail can judge it, and nobody else."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from hibachi.kit.signing import Signer

USE = "feedback"
LASTS = timedelta(days=30)
Asked = Literal["vote", "survey"]


@dataclass(frozen=True, slots=True)
class Link:
    """What a link is about: a vote on a reply, or the survey of a conversation."""

    asked: Asked
    subject_id: UUID


class Links:
    """Signs and reads links with a key that is made of the installation's secret, for this one use."""

    def __init__(self, secret: str) -> None:
        self._signer = Signer(USE, secret)

    def token(self, link: Link, *, now: datetime) -> str:
        """The signed form of a link, good for LASTS."""
        return self._signer.sign(USE, link.subject_id, until=now + LASTS, ask=link.asked)

    def read(self, token: str, *, now: datetime) -> Link | None:
        """What a token is about; None for one that is forged, broken, of another use or too old."""
        found = self._signer.read(USE, token, now=now)
        asked = found.more.get("ask") if found else None
        return Link(asked, found.subject) if found and asked in ("vote", "survey") else None

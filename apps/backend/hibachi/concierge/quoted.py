"""Who was told a price, and when their conversation ended: what a follow-up of an unanswered quote begins with."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hibachi.concierge import repository
from hibachi.kit.db import Tx


@dataclass(frozen=True, slots=True)
class Quoted:
    """A conversation with a price in it. at: its last decided turn; booked: whether it made or changed a party."""

    conversation_id: UUID
    quote_id: UUID
    at: datetime
    booked: bool


async def quoted(tx: Tx, *, start: datetime, end: datetime) -> list[Quoted]:
    """Conversations whose newest price is known and whose last decided turn lies in [start, end), oldest first."""
    return [Quoted(*found) for found in await repository.quoted(tx, start, end)]


async def quoted_in(tx: Tx, *, conversation_id: UUID) -> Quoted | None:
    """The same of one conversation; None where no price was told in it."""
    found = await repository.dialogue(tx, conversation_id)
    if found is None or found.quote_id is None:
        return None
    deeds = await repository.deeds(tx, conversation_id)
    return Quoted(conversation_id, found.quote_id, found.updated_at, bool(deeds))

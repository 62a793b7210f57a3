"""How customers feel, message by message: written by a job, read by later turns and by staff."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID

from hibachi.conversations import moods_repository as repository
from hibachi.conversations.errors import NoSuchMessage
from hibachi.conversations.schemas import Message
from hibachi.kit.db import Tx
from hibachi.language.heads.schemas import Mood

LOOKED_BACK = timedelta(days=2)
"""How far a sweep looks for messages whose job was lost."""


async def unfelt(tx: Tx, *, message_id: UUID) -> Message | None:
    """A customer's message that nobody has analysed yet; None when it was, or is no customer's."""
    row = await repository.unfelt(tx, message_id)
    return None if row is None else Message.model_validate(row)


async def note_mood(tx: Tx, *, message_id: UUID, mood: Mood) -> None:
    """Store how a message feels, once: a second time changes nothing. Raises NoSuchMessage."""
    message = await repository.message(tx, message_id)
    if message is None:
        raise NoSuchMessage()
    await repository.add_feeling(tx, message, asdict(mood))


async def recent_moods(tx: Tx, *, conversation_id: UUID, limit: int = 5) -> list[Mood]:
    """How the newest analysed messages of a thread felt, the oldest of them first."""
    rows = await repository.feelings(tx, conversation_id, limit)
    return [Mood(**row.emotion_data) for row in reversed(rows)]


async def without_feeling(tx: Tx, *, longer_than: timedelta, limit: int = 200) -> list[UUID]:
    """Customers' messages that have waited that long for their feeling: their job was lost."""
    until = tx.now - longer_than
    return list(await repository.without_feeling(tx, since=until - LOOKED_BACK, until=until, limit=limit))


async def last_mood(tx: Tx, *, customer_id: UUID, since: datetime) -> Mood | None:
    """How somebody felt when they wrote last, on whatever channel; None when no message since then was analysed."""
    row = await repository.newest_feeling(tx, customer_id, since)
    return Mood(**row.emotion_data) if row else None


async def last_heard(tx: Tx, *, customer_id: UUID) -> Message | None:
    """The last message that somebody wrote to us, on whatever channel."""
    row = await repository.newest_words(tx, customer_id)
    return Message.model_validate(row) if row else None


async def felt(tx: Tx, *, messages: Sequence[Message]) -> list[Message]:
    """The messages with their feelings, where they have one."""
    rows = await repository.feelings_of(tx, [one.id for one in messages])
    found = {row.message_id: Mood(**row.emotion_data) for row in rows}
    return [one.model_copy(update={"emotion": found.get(one.id)}) for one in messages]

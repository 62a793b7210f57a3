"""What was said, counted, and which reply a judgement is about."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hibachi.conversations.measures import repository as measures
from hibachi.conversations.measures.schemas import ChannelLife
from hibachi.conversations.schemas import Message, MultiChannel, Spoken
from hibachi.kit.db import Tx

MOST_PRAISED = 200


async def find_reply(tx: Tx, *, message_id: UUID) -> Message | None:
    """The AI's reply of this id, or the one that answers the customer's message of this id; None where there is none."""
    row = await measures.message(tx, message_id)
    if row is not None and row.role == "user" and row.answered_by is not None:
        row = await measures.message(tx, row.answered_by)
    spoken_by_ai = row is not None and row.role == "assistant" and row.staff_id is None
    return Message.model_validate(row) if spoken_by_ai else None


async def message(tx: Tx, *, message_id: UUID) -> Message | None:
    """One message of any conversation."""
    row = await measures.message(tx, message_id)
    return Message.model_validate(row) if row else None


async def said_since(tx: Tx, *, since: datetime, after: UUID | None, limit: int) -> list[Message]:
    """What customers said after an instant, in the order of the messages' ids, a page at a time after one of them."""
    return [Message.model_validate(row) for row in await measures.said_since(tx, since, after, limit)]


async def texts(tx: Tx, *, message_ids: Collection[UUID]) -> Mapping[UUID, str]:
    """The words of these messages."""
    return await measures.texts(tx, message_ids) if message_ids else {}


async def question_of(tx: Tx, *, reply_id: UUID) -> list[Message]:
    """The customer's messages that a reply answers, oldest first: its own question, not the newest of the thread."""
    return [Message.model_validate(row) for row in await measures.answered_by(tx, reply_id)]


async def praised(tx: Tx, *, days: int, min_confidence: float, min_rating: int) -> list[Message]:
    """The AI's replies of the last days that were at least so sure (0..1) and rated so well (1..5), the best first."""
    rows = await measures.praised(
        tx,
        since=tx.now - timedelta(days=days),
        min_confidence=min_confidence,
        min_rating=min_rating,
        limit=MOST_PRAISED,
    )
    return [Message.model_validate(row) for row in rows]


async def note_feedback(tx: Tx, *, message_id: UUID, feedback: Mapping[str, Any]) -> None:
    """Keep a judgement in the message's metadata, beside what it is about."""
    await measures.add_feedback(tx, message_id, dict(feedback))


async def spoken_in(tx: Tx, *, since: datetime) -> Spoken:
    """How often the AI spoke since an instant, and in how many conversations."""
    replies, threads = await measures.spoken(tx, since=since)
    return Spoken(replies=replies, conversations=threads)


async def escalated_in(tx: Tx, *, since: datetime) -> dict[str, int]:
    """How many hand-overs there were since an instant, by urgency."""
    return await measures.escalated(tx, since=since)


async def row_counts(tx: Tx) -> dict[str, int]:
    """How many conversations, messages and edited messages there are."""
    return await measures.row_counts(tx)


async def last_words(tx: Tx, *, since: datetime) -> list[ChannelLife]:
    """Of every channel that was ever used: the last words in and out, what waits to leave, what failed since then."""
    return await measures.last_words(tx, since=since)


async def multi_channel(tx: Tx) -> MultiChannel:
    """How many customers wrote to us on more than one channel (IDR-04)."""
    by_number = await measures.channels_of_people(tx)
    everybody = sum(by_number.values())
    several = everybody - by_number.get(1, 0)
    share = round(several / everybody, 4) if everybody else None
    return MultiChannel(customers=everybody, by_channels=by_number, multi_channel=several, rate=share)


async def written_in(
    tx: Tx, *, start: datetime | None, end: datetime | None, channel: str | None = None
) -> list[tuple[str, str, int]]:
    """How many messages were written in [start, end): channel, who wrote (customer, concierge, staff, service), number."""
    return list(await measures.written(tx, start, end, channel))

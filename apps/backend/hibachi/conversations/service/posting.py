"""A message goes into the outbox: its parts, in the transaction that stored it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations import rules
from hibachi.conversations.errors import NoSuchMessage, OutsideWindow, WordsChanged
from hibachi.conversations.events import MessageWritten
from hibachi.conversations.models import ConversationRow, MessageRow, OutboxRow
from hibachi.conversations.schemas import Letter, OutboxState, Parcel, Part
from hibachi.conversations.service.losing import tell
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

ANSWER = "answer"
"""The provider of what the answer to a request carries: the web chat's, and the sandbox's."""


@dataclass(frozen=True, slots=True)
class Way:
    """How the parts of a message leave: to whom, in which state their rows begin, and until when Meta lets them."""

    recipient: str | None
    state: OutboxState = "queued"
    code: str | None = None
    window_until: datetime | None = None
    tag: str | None = None


async def letter(tx: Tx, *, written: MessageWritten) -> Letter:
    """What is to be sent of a message just stored, and where to: read from what this transaction knows already."""
    message, thread = await _stored(tx, written)
    metadata = thread.channel_metadata
    return Letter(
        conversation_id=thread.id,
        customer_id=thread.customer_id,
        channel=thread.channel,
        text=message.content,
        address=metadata.get("address"),
        pulled=thread.channel == "web_chat" or bool(metadata.get("pulled")),
        channel_metadata=metadata,
        message_metadata=message.meta or {},
    )


async def post(tx: Tx, *, written: MessageWritten, parts: Sequence[Part], recipient: str) -> list[Parcel]:
    """Queue a stored message's parts for a carrier.

    Raises WordsChanged when they are not the words that were stored, and OutsideWindow for staff whose customer wrote
    too long ago for Meta; a machine's reply is lost then, and a human hears of it.
    """
    message, thread = await _stored(tx, written)
    if thread.channel not in rules.META_CHANNELS:
        return await _add(tx, message, written, parts, Way(recipient))
    last = await outbox.newest_words(tx, thread.customer_id, thread.channel)
    silent_for = tx.now - last.created_at if last else None
    wanted = written.terms.tag if written.terms else None
    tag = rules.meta_tag(thread.channel, written.kind, "transactional", silent_for, wanted)
    if tag is False:
        if written.kind == "staff":
            raise OutsideWindow(channel=thread.channel)
        return await _add(tx, message, written, parts, Way(recipient, "failed", "outside_window"))
    until = last.created_at + rules.META_WINDOW if last else None
    return await _add(tx, message, written, parts, Way(recipient, window_until=until, tag=tag))


async def post_answered(tx: Tx, *, written: MessageWritten, parts: Sequence[Part], recipient: str) -> list[Parcel]:
    """Note a message that the answer to the customer's own request carries: it is delivered with that."""
    message, _ = await _stored(tx, written)
    return await _add(tx, message, written, parts, Way(recipient, "delivered", window_until=tx.now))


async def post_lost(tx: Tx, *, written: MessageWritten, parts: Sequence[Part], code: str) -> list[Parcel]:
    """Note a message that nothing can carry: it failed, says why, and a human hears of it."""
    message, _ = await _stored(tx, written)
    return await _add(tx, message, written, parts, Way(None, "failed", code))


async def parcels(tx: Tx, *, message_ids: Sequence[UUID]) -> list[Parcel]:
    """What became of every part of these messages, in order."""
    return [Parcel.model_validate(row) for row in await outbox.of_messages(tx, message_ids)]


async def _stored(tx: Tx, written: MessageWritten) -> tuple[MessageRow, ConversationRow]:
    message = await outbox.message(tx, written.message_id)
    thread = await outbox.thread(tx, written.conversation_id)
    if message is None or thread is None:
        raise NoSuchMessage()
    return message, thread


async def _add(tx: Tx, message: MessageRow, written: MessageWritten, parts: Sequence[Part], way: Way) -> list[Parcel]:
    if not rules.same_words(message.content, [part.body for part in parts]):
        raise WordsChanged()
    rows = [_row(tx, message, written, part, number, len(parts), way) for number, part in enumerate(parts, 1)]
    await outbox.add(tx, rows)
    if way.state == "failed":
        await tell(tx, rows[0])
    return [Parcel.model_validate(row) for row in rows]


def _row(
    tx: Tx, message: MessageRow, written: MessageWritten, part: Part, number: int, parts: int, way: Way
) -> OutboxRow:
    row = OutboxRow(
        id=new_id(),
        message_id=message.id,
        conversation_id=message.conversation_id,
        channel=message.channel,
        recipient=way.recipient,
        kind=written.kind,
        part=number,
        parts=parts,
        body=part.body,
        envelope=dict(part.envelope),
        state=way.state,
        attempts=0,
        looks=0,
        denials=0,
        code=way.code,
        urgent=False,
        window_until=way.window_until,
        tag=way.tag,
        created_at=tx.now,
        updated_at=tx.now,
    )
    if way.state == "delivered":
        row.provider, row.provider_message_id = ANSWER, str(row.id)
        row.sent_at = row.delivered_at = tx.now
    for name, value in (written.terms.model_dump(exclude={"tag"}) if written.terms else {}).items():
        setattr(row, name, value)
    return row

"""A message goes into the outbox: its parts, in the transaction that stored it."""

from collections.abc import Sequence
from uuid import UUID

from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations import rules
from hibachi.conversations.errors import NoSuchMessage, WordsChanged
from hibachi.conversations.events import MessageWritten
from hibachi.conversations.models import MessageRow, OutboxRow
from hibachi.conversations.schemas import Letter, OutboxState, Parcel, Part
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

ANSWER = "answer"
"""The provider of what the answer to a request carries: the web chat's, and the sandbox's."""


async def letter(tx: Tx, *, written: MessageWritten) -> Letter:
    """What is to be sent of a message just stored, and where to: read from what this transaction knows already."""
    message = await outbox.message(tx, written.message_id)
    thread = await outbox.thread(tx, written.conversation_id)
    if message is None or thread is None:
        raise NoSuchMessage()
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
    """Queue a stored message's parts for a carrier. Raises WordsChanged when they are not the words that were stored."""
    return await _add(tx, written, parts, recipient=recipient, state="queued")


async def post_answered(tx: Tx, *, written: MessageWritten, parts: Sequence[Part], recipient: str) -> list[Parcel]:
    """Note a message that the answer to the customer's own request carries: it is delivered with that."""
    return await _add(tx, written, parts, recipient=recipient, state="delivered")


async def post_lost(tx: Tx, *, written: MessageWritten, parts: Sequence[Part], code: str) -> list[Parcel]:
    """Note a message that nothing can carry: it failed, and says why."""
    return await _add(tx, written, parts, recipient=None, state="failed", code=code)


async def _add(
    tx: Tx,
    written: MessageWritten,
    parts: Sequence[Part],
    *,
    recipient: str | None,
    state: OutboxState,
    code: str | None = None,
) -> list[Parcel]:
    message = await outbox.message(tx, written.message_id)
    if message is None:
        raise NoSuchMessage()
    if not rules.same_words(message.content, [part.body for part in parts]):
        raise WordsChanged()
    rows = [
        _row(tx, message, written, part, number, len(parts), recipient=recipient, state=state, code=code)
        for number, part in enumerate(parts, 1)
    ]
    await outbox.add(tx, rows)
    return [Parcel.model_validate(row) for row in rows]


def _row(
    tx: Tx,
    message: MessageRow,
    written: MessageWritten,
    part: Part,
    number: int,
    parts: int,
    *,
    recipient: str | None,
    state: OutboxState,
    code: str | None,
) -> OutboxRow:
    row = OutboxRow(
        id=new_id(),
        message_id=message.id,
        conversation_id=message.conversation_id,
        channel=message.channel,
        recipient=recipient,
        kind=written.kind,
        part=number,
        parts=parts,
        body=part.body,
        envelope=dict(part.envelope),
        consent_id=written.consent_id,
        state=state,
        attempts=0,
        looks=0,
        code=code,
        created_at=tx.now,
        updated_at=tx.now,
    )
    if state == "delivered":
        row.provider, row.provider_message_id = ANSWER, str(row.id)
        row.sent_at = row.delivered_at = tx.now
    return row


async def parcels(tx: Tx, *, message_ids: Sequence[UUID]) -> list[Parcel]:
    """What became of every part of these messages, in order."""
    return [Parcel.model_validate(row) for row in await outbox.of_messages(tx, message_ids)]

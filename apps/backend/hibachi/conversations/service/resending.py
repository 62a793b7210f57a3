"""What failed on one channel goes by another, once: where the person is proven, wrote to us themselves, and said no STOP."""

from collections.abc import Collection
from uuid import UUID

from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations import repository
from hibachi.conversations.events import MessageWritten
from hibachi.conversations.models import ConversationRow, MessageRow
from hibachi.conversations.schemas import Message, OutboxKind
from hibachi.customers import service as customers
from hibachi.customers.schemas import ChannelName
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

INSTEAD_OF = "instead_of"
OWED: frozenset[OutboxKind] = frozenset({"reply", "handover", "staff"})
"""What the customer waits for. What they did not ask for has its consent on one channel, and no other."""


async def resend(tx: Tx, *, message_id: UUID, carried: Collection[ChannelName]) -> Message | None:
    """Store and queue a failed answer on another channel of its customer; None where there is none, or it went already.

    carried: the channels that something carries. A channel counts as consented where the customer wrote to us from a
    proven address, and the newest such is taken. A thread in which a human speaks is left to them.
    """
    message = await outbox.message(tx, message_id)
    kind = await outbox.failed_kind(tx, message_id)
    if message is None or kind not in OWED or INSTEAD_OF in message.meta:
        return None
    await tx.lock(f"resend:{message_id}")
    thread = await repository.read(tx, message.conversation_id)
    if thread is None or await outbox.resent(tx, message_id):
        return None
    for other in await repository.threads(tx, thread.customer_id):
        if other.channel != thread.channel and other.channel in carried and await _welcome(tx, other):
            return await _copy(tx, message, other, kind)
    return None


async def _welcome(tx: Tx, thread: ConversationRow) -> bool:
    """Whether a thread may take an answer that was given elsewhere."""
    held = await repository.lock(tx, thread.id)
    if held is None or held.status != "ai" or await repository.opted_out(tx, held.customer_id, held.channel):
        return False
    if await customers.reached_on(tx, customer_id=held.customer_id, channel=held.channel) is None:
        return False
    return await outbox.newest_words(tx, held.customer_id, held.channel) is not None


async def _copy(tx: Tx, message: MessageRow, thread: ConversationRow, kind: OutboxKind) -> Message:
    row = MessageRow(
        id=new_id(),
        conversation_id=thread.id,
        channel=thread.channel,
        role=message.role,
        content=message.content,
        facts=message.facts,
        staff_id=message.staff_id,
        meta={INSTEAD_OF: str(message.id)},
        created_at=tx.now,
    )
    await repository.add(tx, row)
    await repository.number(tx, thread.id)
    queued: OutboxKind = "staff" if kind == "staff" else "reply"
    await tx.publish(MessageWritten(conversation_id=thread.id, message_id=row.id, kind=queued))
    return Message.model_validate(row)

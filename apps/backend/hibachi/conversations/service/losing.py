"""A message did not reach its customer: the row says why, and a human hears of it."""

from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations.events import MessageNotDelivered
from hibachi.conversations.models import OutboxRow
from hibachi.conversations.schemas import OutboxState
from hibachi.conversations.service.held import held
from hibachi.conversations.service.speaking import escalate
from hibachi.kit.db import Tx

NOT_DELIVERED = "delivery_failed"


async def lose(tx: Tx, row: OutboxRow, state: OutboxState, code: str, error: str) -> None:
    """End a part as failed or uncertain. The thread is a human's now; what else is queued in it waits for them."""
    await outbox.save(tx, row, state=state, code=code, error=error, lease_until=None, next_try_at=None)
    await tell(tx, row)


async def tell(tx: Tx, row: OutboxRow) -> None:
    """Ask for a human in the thread of a lost part, and say so to whoever listens."""
    thread = await held(tx, row.conversation_id)
    if thread.status != "closed" and not await _is_to_many(tx, row):
        summary = f"A message by {row.channel} did not reach the customer ({row.code}): “{row.body[:300]}”"
        await escalate(tx, conversation_id=thread.id, reason=NOT_DELIVERED, summary=summary)
    lost = MessageNotDelivered(
        conversation_id=row.conversation_id,
        message_id=row.message_id,
        channel=row.channel,
        state=row.state,
        code=row.code or "",
    )
    await tx.publish(lost)


async def _is_to_many(tx: Tx, row: OutboxRow) -> bool:
    """Whether it is a letter, or the question whether somebody wants them: an address that is gone is nobody's matter."""
    message = await outbox.message(tx, row.message_id)
    meta = message.meta if message is not None else {}
    return meta.get("purpose") == "marketing" or "asked" in meta

"""What a conversation led to, and what was learnt from it."""

from uuid import UUID

from hibachi.audit import service as audit
from hibachi.conversations import repository, rules
from hibachi.conversations.errors import NoSuchMessage, StepRefused
from hibachi.conversations.events import MessageEdited
from hibachi.conversations.schemas import Conversation, Message
from hibachi.conversations.service.held import held
from hibachi.kit.db import Tx
from hibachi.kit.money import Cents


async def note_booking(tx: Tx, *, conversation_id: UUID, event_type: str | None, revenue: Cents) -> Conversation:
    """Keep on the conversation that it led to a booking. Idempotent.

    revenue: cents, the total of every party that it led to; a later call replaces it. event_type: None leaves it.
    """
    thread = await held(tx, conversation_id)
    thread.booking_created, thread.total_revenue = True, revenue
    thread.event_type = event_type or thread.event_type
    await repository.save(tx, thread)
    await repository.note(tx, thread.id, booking_converted=True, booking_value_usd=revenue, successful_outcome=True)
    return Conversation.model_validate(thread)


async def rate(tx: Tx, *, conversation_id: UUID, score: int) -> Conversation:
    """Keep how satisfied the customer was, 1 to 5; the newest answer counts."""
    thread = await held(tx, conversation_id)
    before, thread.customer_satisfaction = thread.customer_satisfaction, score
    await repository.save(tx, thread)
    await repository.note(tx, thread.id, customer_satisfaction=score)
    await audit.record(
        tx,
        action="conversation_rate",
        resource="conversation",
        resource_id=thread.id,
        changes={"customer_satisfaction": (before, score)},
    )
    return Conversation.model_validate(thread)


async def edit_message(tx: Tx, *, conversation_id: UUID, message_id: UUID, content: str, reason: str) -> Message:
    """Keep how a reply should have been (staff); what the customer read stays as it was.

    Raises NoSuchMessage, StepRefused (not a reply), and what rules.readable refuses.
    """
    better = rules.readable(content)
    row = await repository.message(tx, conversation_id, message_id)
    if row is None:
        raise NoSuchMessage()
    if row.role != "assistant":
        raise StepRefused("Only replies are edited.", next_step="Choose a reply.")
    before = row.human_edit_content or row.content
    row.human_edited, row.human_edit_content, row.edit_reason = True, better, reason
    row.edited_by, row.edited_at = tx.actor.id, tx.now
    await repository.save(tx, row)
    await audit.record(
        tx,
        action="message_edit",
        resource="message",
        resource_id=row.id,
        changes={"content": (before, better)},
        reason=reason,
    )
    await tx.publish(MessageEdited(conversation_id=conversation_id, message_id=row.id))
    return Message.model_validate(row)

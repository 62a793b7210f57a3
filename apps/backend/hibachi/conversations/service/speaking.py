"""Who speaks: the AI, a human, or nobody any more. Each step holds the thread's row, so no reply slips past it."""

from uuid import UUID

from hibachi.audit import service as audit
from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations import repository, rules
from hibachi.conversations.drafts import repository as drafts
from hibachi.conversations.errors import StepRefused
from hibachi.conversations.escalations import repository as escalations
from hibachi.conversations.escalations.rules import urgency
from hibachi.conversations.events import (
    ConversationClosed,
    ConversationEscalated,
    ConversationHandedBack,
    ConversationTakenOver,
)
from hibachi.conversations.models import ConversationRow
from hibachi.conversations.schemas import Conversation, Escalation, Status
from hibachi.conversations.service.held import held
from hibachi.kit.db import Tx


async def escalate(tx: Tx, *, conversation_id: UUID, reason: str, summary: str) -> Conversation:
    """Ask for a human without more to hand over than a reason and a summary; the same as `hand_over`."""
    how_urgent = urgency(reason=reason, emotion="neutral", intensity=0.0, days_to_party=None)
    handed = Escalation(reason=reason, summary=summary, urgency=how_urgent)
    return await hand_over(tx, conversation_id=conversation_id, handed=handed)


async def hand_over(tx: Tx, *, conversation_id: UUID, handed: Escalation) -> Conversation:
    """Ask for a human: from here on the AI's words are withheld, and a draft that waits is withdrawn into the packet.

    A second time changes and publishes nothing. Raises StepRefused (closed).
    """
    thread = await held(tx, conversation_id)
    if thread.status != "escalated":
        reason, summary = handed.reason, handed.summary
        _to_human(tx, thread, reason)
        thread.escalation_summary = summary
        waiting = await drafts.end_pending(tx, thread.id, "withdrawn")
        unsent = handed.unsent_draft or waiting
        packet = await escalations.add(tx, thread.id, handed.model_copy(update={"unsent_draft": unsent}))
        await repository.save(tx, thread)
        await outbox.withhold(tx, outbox.of_conversation(thread.id), rules.MACHINES - {"handover"}, "human_speaks")
        await repository.note(tx, thread.id, resolution_status="escalated")
        event = ConversationEscalated(
            conversation_id=thread.id,
            customer_id=thread.customer_id,
            channel=thread.channel,
            reason=reason,
            summary=summary,
            escalation_id=packet.id,
            urgency=handed.urgency,
        )
        await tx.publish(event)
    return Conversation.model_validate(thread)


async def take_over(tx: Tx, *, conversation_id: UUID, reason: str) -> Conversation:
    """A member of staff (tx.actor) speaks now, and says why they stepped in. Another one may take it from them.

    Raises StepRefused (closed).
    """
    thread = await held(tx, conversation_id)
    before = (thread.status, thread.assigned_agent_id)
    if thread.status != "escalated":
        _to_human(tx, thread, reason)
        await repository.note(tx, thread.id, resolution_status="escalated")
        await drafts.end_pending(tx, thread.id, "withdrawn")
    thread.assigned_agent_id, thread.handoff_to_human_at, thread.intervention_reason = tx.actor.id, tx.now, reason
    await repository.save(tx, thread)
    await outbox.withhold(tx, outbox.of_conversation(thread.id), rules.MACHINES, "human_speaks")
    await _record(tx, thread, "conversation_take_over", before, reason)
    await tx.publish(ConversationTakenOver(conversation_id=thread.id, staff_id=tx.actor.id, reason=reason))
    return Conversation.model_validate(thread)


async def hand_back(tx: Tx, *, conversation_id: UUID) -> Conversation:
    """Let the AI speak again; the reason and time of the escalation stay. Raises StepRefused."""
    thread = await held(tx, conversation_id)
    before = (thread.status, thread.assigned_agent_id)
    _step(thread, "ai")
    thread.assigned_agent_id = thread.disclosed_at = None
    await repository.save(tx, thread)
    await repository.note(tx, thread.id, resolution_status="open")
    await _record(tx, thread, "conversation_hand_back", before, None)
    await tx.publish(ConversationHandedBack(conversation_id=thread.id))
    return Conversation.model_validate(thread)


async def close(tx: Tx, *, conversation_id: UUID, successful: bool, reason: str | None = None) -> Conversation:
    """End a thread (staff); the next message starts a new one. A thread with a booking was successful in any case.

    Raises StepRefused (closed already).
    """
    thread = await held(tx, conversation_id)
    before = (thread.status, thread.assigned_agent_id)
    _step(thread, "closed")
    await drafts.end_pending(tx, thread.id, "withdrawn")
    thread.closed_at = tx.now
    await repository.save(tx, thread)
    await outbox.withhold(tx, outbox.of_conversation(thread.id), rules.MACHINES, "closed")
    success = successful or thread.booking_created
    await repository.note(tx, thread.id, resolution_status="resolved", successful_outcome=success)
    await _record(tx, thread, "conversation_close", before, reason)
    await tx.publish(ConversationClosed(conversation_id=thread.id, successful=success))
    return Conversation.model_validate(thread)


def _step(thread: ConversationRow, wanted: Status) -> None:
    if not rules.may_follow(thread.status, wanted):
        raise StepRefused(status=thread.status, wanted=wanted)
    thread.status = wanted


def _to_human(tx: Tx, thread: ConversationRow, reason: str) -> None:
    _step(thread, "escalated")
    thread.escalated_to_human, thread.escalated_at, thread.escalation_reason = True, tx.now, reason


async def _record(
    tx: Tx, thread: ConversationRow, action: str, before: tuple[str, UUID | None], reason: str | None
) -> None:
    changes = {"status": (before[0], thread.status), "assigned_agent_id": (before[1], thread.assigned_agent_id)}
    await audit.record(
        tx, action=action, resource="conversation", resource_id=thread.id, changes=changes, reason=reason
    )

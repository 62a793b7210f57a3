"""What happened in conversations."""

from typing import Any
from uuid import UUID

from hibachi.conversations.schemas import OutboxKind, OutboxState, Terms, Urgency
from hibachi.kit.events import Event


class ConversationEscalated(Event):
    """A human is asked for; from here on the AI does not speak."""

    conversation_id: UUID
    customer_id: UUID
    channel: str
    reason: str
    summary: str
    escalation_id: UUID
    urgency: Urgency


class PersonNeeded(Event):
    """A matter waits for a person, and the AI goes on speaking."""

    conversation_id: UUID
    escalation_id: UUID
    reason: str
    urgency: Urgency


class ConversationTakenOver(Event):
    """A member of staff speaks now."""

    conversation_id: UUID
    staff_id: UUID | None
    reason: str


class ConversationHandedBack(Event):
    """The AI speaks again; what was not answered meanwhile waits for it."""

    conversation_id: UUID


class ConversationClosed(Event):
    """Nobody speaks any more; the next message starts a new thread."""

    conversation_id: UUID
    successful: bool


class CustomerStopped(Event):
    """A customer opted out of one channel."""

    customer_id: UUID
    channel: str


class CustomerRestarted(Event):
    """A customer opted in again."""

    customer_id: UUID
    channel: str


class MessageEdited(Event):
    """Staff wrote how the reply should have been."""

    conversation_id: UUID
    message_id: UUID


class MessageWritten(Event):
    """Words for a customer are stored; channels puts them into the outbox in the same transaction.

    kind: reply, handover, system, staff or unasked, as in the outbox. terms: on what an unasked one rests.
    """

    conversation_id: UUID
    message_id: UUID
    kind: OutboxKind
    terms: Terms | None = None


class MessageNotDelivered(Event):
    """A part of a message did not reach the customer, or nobody knows whether it did; a human has to see to it."""

    conversation_id: UUID
    message_id: UUID
    channel: str
    state: OutboxState
    code: str


class DraftDecided(Event):
    """A person sent or rejected a draft. after: what the concierge gave along, to be kept once it is sent."""

    draft_id: UUID
    conversation_id: UUID
    status: str
    message_id: UUID | None
    after: dict[str, Any]
    decided_by: UUID | None = None

"""What goes in and out of conversations."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from hibachi.conversations.drafts import schemas as drafts
from hibachi.conversations.escalations import schemas as escalations
from hibachi.conversations.inbox import schemas as inbox
from hibachi.conversations.measures import schemas as measures
from hibachi.conversations.second_look.schemas import LookReason
from hibachi.customers.schemas import Channel, ChannelName, Customer
from hibachi.kit.money import Money
from hibachi.language.heads.schemas import Mood

Status = Literal["ai", "escalated", "closed"]
Role = Literal["user", "assistant", "system"]
Speaker = Literal["ai", "human"]
OutboxKind = Literal["reply", "handover", "system", "staff", "unasked"]
OutboxState = Literal["queued", "sending", "sent", "delivered", "read", "failed", "uncertain", "withheld"]
Purpose = Literal["transactional", "marketing"]
UnsentReason = Literal[
    "opted_out", "no_consent", "no_address", "quiet_hours", "outside_window", "human_speaks", "no_way_out"
]
Basis = Literal["keyword", "form", "staff", "wrote_to_us"]
DeliveryState = Literal["sent", "delivered", "read", "failed"]
WithheldReason = Literal[
    "human_speaks",
    "closed",
    "opted_out",
    "lease_lost",
    "already_answered",
    "newer_message",
    "unknown_message",
    "undisclosed",
]

Approval = drafts.Approval
Autonomy = drafts.Autonomy
Draft = drafts.Draft
DraftDetail = drafts.DraftDetail
DraftEdit = drafts.DraftEdit
DraftFilter = drafts.DraftFilter
DraftMode = drafts.DraftMode
DraftPage = drafts.DraftPage
ModeOrder = drafts.ModeOrder
Prepared = drafts.Prepared
Priority = drafts.Priority
Rejection = drafts.Rejection
Escalation = escalations.Escalation
Happening = inbox.Happening
Inbox = inbox.Inbox
InboxFilter = inbox.InboxFilter
Packet = escalations.Packet
Tried = escalations.Tried
Undelivered = inbox.Undelivered
Urgency = escalations.Urgency
Waiting = inbox.Waiting
Analytics = measures.Analytics
MultiChannel = measures.MultiChannel
SmsConversation = measures.SmsConversation
SmsLine = measures.SmsLine
SmsMetrics = measures.SmsMetrics
Spoken = measures.Spoken


class Frozen(BaseModel):
    """Base of what is only read."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Conversation(Frozen):
    """One thread of one customer on one channel."""

    id: UUID
    channel: ChannelName
    customer_id: UUID = Field(serialization_alias="user_id")
    status: Status
    channel_metadata: dict[str, Any]
    created_at: datetime
    updated_at: datetime
    last_message_at: datetime
    closed_at: datetime | None
    escalated_to_human: bool
    escalated_at: datetime | None
    escalation_reason: str | None
    escalation_summary: str | None
    assigned_agent_id: UUID | None
    handoff_to_human_at: datetime | None
    intervention_reason: str | None
    event_type: str | None
    booking_created: bool
    total_revenue: Money | None
    customer_satisfaction: int | None
    disclosed_at: datetime | None


class Message(Frozen):
    """One message; `sequence` orders those of one instant. `staff_id` is set where a member of staff wrote it; `emotion` where staff look."""

    id: UUID
    sequence: int
    conversation_id: UUID
    channel: ChannelName
    provider_message_id: str | None
    role: Role
    content: str
    created_at: datetime
    answered_by: UUID | None
    confidence: float | None
    model_used: str | None
    meta: dict[str, Any] = Field(serialization_alias="metadata")
    facts: list[dict[str, Any]] | None
    agent: str | None
    intent: str | None
    cost_usd: Decimal | None
    tokens: int | None
    staff_id: UUID | None
    human_edited: bool
    human_edit_content: str | None
    edit_reason: str | None
    edited_by: UUID | None
    edited_at: datetime | None
    emotion: Mood | None = None


class Inbound(BaseModel):
    """A customer's message as it arrived. `channel_metadata` is kept on the conversation, `meta` on the message."""

    model_config = ConfigDict(frozen=True)
    channel: Channel
    customer_id: UUID
    text: str
    provider_message_id: str | None = Field(None, min_length=1, max_length=200)
    conversation_id: UUID | None = None
    meta: dict[str, JsonValue] = Field(default_factory=dict)
    channel_metadata: dict[str, JsonValue] = Field(default_factory=dict)


class Received(Frozen):
    """The message as it is stored; `duplicate` when it was there before and nothing was written."""

    conversation: Conversation
    message: Message
    duplicate: bool


def seal(text: str, facts: Sequence[dict[str, JsonValue]]) -> str:
    """The proof over a text and its facts: neither can be changed after the check without it showing."""
    plain = json.dumps([text, list(facts)], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


class CheckedText(BaseModel):
    """A text that may go to a customer. Only concierge.validator makes one: a test of the architecture sees to it.

    facts: which words trace to which fact, as JSON. proof: `seal(text, facts)`, made where the check passed.
    """

    model_config = ConfigDict(frozen=True)
    text: str = Field(min_length=1)
    facts: list[dict[str, JsonValue]]
    proof: str

    @model_validator(mode="after")
    def unchanged(self) -> "CheckedText":
        """Refuse a text or facts that are not those that were checked."""
        if self.proof != seal(self.text, self.facts):
            raise ValueError("the text is not the one that was checked")
        return self


class Making(BaseModel):
    """How a reply was made: kept beside it. cost_usd in dollars, tokens in and out together; review: why people should look."""

    model_config = ConfigDict(frozen=True)
    model: str = Field(max_length=50)
    agent: str | None = None
    intent: str | None = None
    confidence: float | None = Field(None, ge=0, le=1)
    cost_usd: Decimal = Field(Decimal(0), ge=0)
    tokens: int = Field(0, ge=0)
    meta: dict[str, JsonValue] = Field(default_factory=dict)
    review: tuple[LookReason, ...] = ()


class Sent(Frozen):
    """The reply is stored, and the messages that it answers are answered."""

    message: Message


class ConsentEntry(BaseModel):
    """What somebody agreed to or withdrew. source: the message that said it; at: when, if not now."""

    model_config = ConfigDict(frozen=True)
    channel: Channel
    purpose: Literal["transactional", "marketing", "all"]
    granted: bool
    basis: Basis
    words: str = Field(min_length=1)
    source: UUID | None = None
    at: datetime | None = None


class Consent(Frozen):
    """One entry of the ledger of consent."""

    id: UUID
    customer_id: UUID
    channel: ChannelName
    purpose: str
    granted: bool
    basis: Basis
    words: str
    source_message_id: UUID | None
    at: datetime


class Terms(Frozen):
    """On what an unasked message rests: its consent, and the recipient's hours; urgent: it may come in quiet ones."""

    consent_id: UUID
    zone: str
    local_time: time
    quiet_from: time
    quiet_to: time
    urgent: bool
    tag: str | None = None


class Unasked(BaseModel):
    """A message that no customer asked for. key: says it once and for all on a channel ("deposit_reminder:<id>").

    purpose: "transactional" is about their own party. event_zone, zip: where their party is, for the hours of the day.
    tag: what lets it leave outside Meta's window. subject: of a mail.
    """

    model_config = ConfigDict(frozen=True)
    customer_id: UUID
    channel: Channel
    purpose: Purpose
    key: str = Field(min_length=1, max_length=150)
    checked: CheckedText
    event_zone: str | None = None
    zip: str | None = None
    tag: str | None = None
    subject: str | None = Field(None, min_length=1, max_length=200, pattern=r"^[^\r\n\x00]*$")


class Unsent(Frozen):
    """An unasked message was not queued, and why; nothing was written. until: when it may be tried again."""

    reason: UnsentReason
    until: datetime | None = None


class Part(Frozen):
    """One part of a message as its channel carries it. envelope: what goes with the words (subject, html, tag …)."""

    body: str = Field(min_length=1)
    envelope: dict[str, JsonValue] = Field(default_factory=dict)


class Letter(Frozen):
    """A stored message on its way out. address: where its thread is answered. pulled: the answer to the customer's
    own request carries it (web chat, sandbox)."""

    conversation_id: UUID
    customer_id: UUID
    channel: ChannelName
    text: str
    address: str | None
    pulled: bool
    channel_metadata: dict[str, Any]
    message_metadata: dict[str, Any]


class Parcel(Frozen):
    """One row of the outbox. attempts: how often a provider was asked to take it; looks: how often one was asked
    what became of it; denials: how often it answered that it does not hold it."""

    id: UUID
    message_id: UUID
    conversation_id: UUID
    channel: ChannelName
    recipient: str | None
    kind: OutboxKind
    part: int
    parts: int
    body: str
    envelope: dict[str, Any]
    tag: str | None
    state: OutboxState
    attempts: int
    looks: int
    denials: int
    provider: str | None
    provider_message_id: str | None
    code: str | None
    error: str | None
    created_at: datetime
    sent_at: datetime | None
    delivered_at: datetime | None
    read_at: datetime | None


class Claim(Frozen):
    """A parcel that this worker sends now. interrupted: its last sender was lost, and nobody knows what it did."""

    parcel: Parcel
    interrupted: bool


class Later(Frozen):
    """Nothing of the thread may leave now; look again after so many seconds."""

    seconds: float


class Newest(Frozen):
    """How far a thread came: the sequence of its last message, 0 without one, and its status."""

    sequence: int
    status: Status


class Resting(Frozen):
    """A thread that is silent or closed, and when something happened in it last."""

    conversation_id: UUID
    changed_at: datetime


class Drafted(Frozen):
    """The reply waits for a person; the messages that it answers stay open until then."""

    draft: Draft


class ReplyState(Frozen):
    """What became of a customer's message, and its thread; decided without a reply where no machine speaks."""

    decided: bool
    reply: Message | None
    conversation: Conversation


class Withheld(Frozen):
    """The reply was not stored, and why; nothing was written."""

    reason: WithheldReason


class Context(Frozen):
    """What is known of somebody who writes: the newest conversation's id, the person, and what was said in it."""

    id: UUID
    customer: Customer
    conversation: Conversation
    history: list[Message]


class ConversationFilter(BaseModel):
    """Which conversations; `before` is the id of the last one of the page before."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    status: Status | None = None
    channel: Channel | None = None
    customer_id: UUID | None = None
    assigned_agent_id: UUID | None = None
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class ConversationPage(Frozen):
    """Conversations, newest first; `next` is the `before` of the following page, None on the last one."""

    conversations: list[Conversation]
    next: UUID | None


class ConversationDetail(Frozen):
    """A conversation: its person, numbers, who speaks, last hand-over, the draft that waits, newest messages (oldest first)."""

    conversation: Conversation
    customer: Customer
    analytics: Analytics
    speaker: Speaker
    opted_out: bool
    escalation: Packet | None
    draft: Draft | None
    messages: list[Message]

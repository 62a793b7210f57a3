"""The lines of the inbox, and which of them are wanted."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from hibachi.conversations.escalations.schemas import Urgency
from hibachi.customers.schemas import Channel, ChannelName

Shelf = Literal["open", "needs_me", "ai", "escalated", "closed", "all"]
"""open: not closed. needs_me: a person is asked for, or a draft waits."""
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\x00]*$")]
Cursor = Annotated[str, StringConstraints(max_length=100)]


class InboxFilter(BaseModel):
    """Which threads. q: part of a name, a whole number or address, or words of a message. before: the page's `next`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    shelf: Shelf = "open"
    channel: Channel | None = None
    urgency: Urgency | None = None
    assigned_agent_id: UUID | None = None
    q: Words | None = None
    before: Cursor | None = None
    limit: int = Field(50, ge=1, le=200)


class InboxThread(BaseModel):
    """One thread. urgency, reason: of the hand-over, while a person is asked for. waiting: messages without an answer."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    channel: ChannelName
    customer_id: UUID
    customer_name: str | None = None
    status: Literal["ai", "escalated", "closed"]
    last_message_at: datetime
    last_words: str | None
    last_by: Literal["customer", "ai", "human", "system"] | None
    urgency: Urgency | None
    reason: str | None
    assigned_agent_id: UUID | None
    assigned_name: str | None = None
    waiting: int
    has_draft: bool
    booking_created: bool


class Inbox(BaseModel):
    """Threads, the newest talk first; `next` is the `before` of the following page, None on the last one."""

    model_config = ConfigDict(frozen=True)
    threads: list[InboxThread]
    next: str | None


class Waiting(BaseModel):
    """How much waits for staff: threads by urgency where a person is asked for, drafts, and messages that did not arrive."""

    model_config = ConfigDict(frozen=True)
    escalated: dict[Urgency, int]
    drafts: int
    undelivered: int


class Undelivered(BaseModel):
    """A part of a message that did not reach its customer, or of which nobody knows whether it did."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    conversation_id: UUID
    channel: ChannelName
    state: Literal["failed", "uncertain"]
    code: str | None
    error: str | None
    created_at: datetime


class Happening(BaseModel):
    """Something that was written lately, and in which thread: enough to know what to read anew."""

    model_config = ConfigDict(frozen=True)
    key: str
    conversation_id: UUID
    noun: Literal["message", "draft", "escalation"]

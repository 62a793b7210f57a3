"""What goes in and out of second looks."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from hibachi.customers.schemas import ChannelName

LookReason = Literal["rated_down", "low_confidence", "validator_refused", "draft_edited", "draft_rejected", "staff_unhappy"]  # fmt: skip


class SecondLook(BaseModel):
    """One text of the concierge that people should look at: a reply that was sent, or a draft that never was.

    question: what it answers; said: the concierge's own words; sent: a person's words that left instead; comment: what
    was said of it. confidence: 0..1.
    """

    model_config = ConfigDict(frozen=True)
    id: UUID
    kind: Literal["message", "draft"]
    conversation_id: UUID
    channel: ChannelName
    reasons: list[LookReason]
    confidence: float | None
    agent: str | None
    intent: str | None
    question: list[str]
    said: str
    sent: str | None
    comment: str | None
    at: datetime


class LookFilter(BaseModel):
    """Which ones; `before` is the id of the last one of the page before."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    reason: LookReason | None = None
    channel: ChannelName | None = None
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class LookPage(BaseModel):
    """Texts to look at, newest first; `next` is the `before` of the following page, None on the last one."""

    model_config = ConfigDict(frozen=True)
    looks: list[SecondLook]
    next: UUID | None


class LookedAt(BaseModel):
    """A text with all that it could rest on. said: every message of the customer up to it, oldest first; tools: what
    the conversation's turns up to it had gathered and called, its own last.
    """

    model_config = ConfigDict(frozen=True)
    id: UUID
    kind: Literal["message", "draft"]
    conversation_id: UUID
    customer_id: UUID
    channel: ChannelName
    text: str
    at: datetime
    question: list[str]
    said: list[str]
    tools: list[dict[str, Any]]

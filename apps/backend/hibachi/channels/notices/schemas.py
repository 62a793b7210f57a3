"""Who is told, and what."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from hibachi.conversations.schemas import Urgency
from hibachi.customers.schemas import ChannelName

NoticeKind = Literal["email", "sms", "slack"]


class Recipient(BaseModel):
    """Somebody who is told of hand-overs."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    kind: NoticeKind
    address: str
    from_urgency: Urgency
    created_at: datetime


class NewRecipient(BaseModel):
    """Who is to be told. address: an e-mail address, a telephone number, or Slack's channel (the webhook's own: "default")."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: NoticeKind
    address: str = Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]+$")
    from_urgency: Urgency = "normal"


class Notice(BaseModel):
    """What was told to whom, and whether it arrived. words: of a day's summary; a hand-over's are in its thread."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    escalation_id: UUID | None
    recipient_id: UUID
    conversation_id: UUID | None
    words: str | None
    state: Literal["queued", "sent", "failed", "uncertain"]
    attempts: int
    error: str | None
    created_at: datetime
    sent_at: datetime | None


class Job(BaseModel):
    """A notice as it is about to be sent. is_repeated: it was begun before, and nobody knows what came of it."""

    model_config = ConfigDict(frozen=True)
    id: UUID
    kind: NoticeKind
    address: str
    subject: str
    text: str
    attempts: int
    is_repeated: bool


class Waiting(BaseModel):
    """How much waits for staff: payment mails, parties to be told how to pay, findings of the proof, the urgent ones."""

    model_config = ConfigDict(frozen=True)
    mails: int
    untold: int
    findings: int
    urgent: int


class Alarm(BaseModel):
    """All that a notice tells: no name, no address, no word of the customer; the conversation's page has those."""

    model_config = ConfigDict(frozen=True)
    conversation_id: UUID
    channel: ChannelName
    reason: str
    urgency: Urgency
    at: datetime

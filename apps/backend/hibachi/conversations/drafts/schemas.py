"""What goes in and out of drafts."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from hibachi.customers.schemas import ChannelName

DraftStatus = Literal["pending", "sent", "rejected", "stale", "withdrawn", "expired"]
Priority = Literal["low", "normal", "high"]
ANY = "*"


class Draft(BaseModel):
    """A reply that waits (or waited) for a person. digest: of the exact text and whom it goes to; approving names it."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    conversation_id: UUID
    channel: ChannelName
    topic: str
    agent: str | None
    priority: Priority
    status: DraftStatus
    text: str
    edited_text: str | None
    edit_reason: str | None
    edit_distance: int | None
    unsupported: list[str]
    answers: list[UUID]
    created_at: datetime
    expires_at: datetime
    opened_at: datetime | None
    decided_at: datetime | None
    decision_reason: str | None
    message_id: UUID | None
    digest: str = ""

    @property
    def content(self) -> str:
        """What would be sent: the person's text, else the machine's."""
        return self.edited_text or self.text


class DraftDetail(Draft):
    """A draft as its reviewer reads it. question: the customer's messages that it answers; facts and tools: which words
    of the machine's text rest on which result; proteins: what the chosen dishes cost, where guests and dishes are known.
    """

    question: list[str]
    facts: list[dict[str, Any]]
    tools: list[dict[str, Any]]
    proteins: dict[str, Any] | None


class DraftPage(BaseModel):
    """Drafts, the most urgent and then the oldest first; `next` is the `after` of the following page."""

    model_config = ConfigDict(frozen=True)
    drafts: list[Draft]
    next: int | None


class DraftFilter(BaseModel):
    """Which drafts; "all" is any."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    priority: Literal["all", "low", "normal", "high"] = "all"
    channel: Literal["all"] | ChannelName = "all"
    status: Literal["all"] | DraftStatus = "pending"
    after: int = Field(0, ge=0, description="How many to leave out: the `next` of the page before.")
    limit: int = Field(50, ge=1, le=200)


class Approval(BaseModel):
    """A yes. digest: of what was read; needed where somebody else edited it. confirm_amounts: a yes to those that no fact holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    digest: str | None = Field(None, max_length=64)
    confirm_amounts: bool = False


class DraftEdit(BaseModel):
    """What a person makes of a draft, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    content: str = Field(min_length=1)
    reason: str = Field("edited before sending", min_length=1, max_length=255)


class Rejection(BaseModel):
    """Why a draft is not sent."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    reason: str = Field(min_length=1, max_length=500)


Topic = Annotated[str, StringConstraints(pattern=r"^(\*|[a-z_]{1,60})$")]


class DraftMode(BaseModel):
    """The owner's switch for a channel and a topic; "*" is any, and the more exact one wins, the channel before the topic."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)
    channel: Literal["*"] | ChannelName = "*"
    topic: Topic = ANY
    drafting: bool
    hours: int = Field(4, ge=1, le=168)


class ModeOrder(DraftMode):
    """A switch turned, and why."""

    reason: str = Field(min_length=1, max_length=500)


class Track(BaseModel):
    """How the drafts of a channel and topic fared: what the owner sees before turning the switch. Rates 0..1, seconds.

    unchanged_rate, edit_rate: of the decided ones; pending, stale and withdrawn drafts are nobody's decision.
    """

    model_config = ConfigDict(frozen=True)
    channel: str
    topic: str
    drafting: bool
    decided: int
    sent_unchanged: int
    edited: int
    rejected: int
    pending: int
    unchanged_rate: float | None
    edit_rate: float | None
    mean_edit_distance: float | None
    median_seconds_spent: float | None
    median_seconds_waited: float | None
    in_words: str


class Autonomy(BaseModel):
    """Every switch that was turned, and the record of every channel and topic that had drafts."""

    model_config = ConfigDict(frozen=True)
    modes: list[DraftMode]
    tracks: list[Track]


class Prepared(BaseModel):
    """What the concierge gives along with a reply, should it become a draft: how urgent, and what it keeps when it is sent."""

    model_config = ConfigDict(frozen=True)
    priority: Priority = "normal"
    after: dict[str, Any] = Field(default_factory=dict)

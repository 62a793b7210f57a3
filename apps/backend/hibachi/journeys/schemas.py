"""What goes in and out of unasked words: the way out, which `runtime` brings, and what staff see of them."""

import datetime as dt
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from hibachi.conversations.schemas import Sent, Unsent
from hibachi.customers.schemas import ChannelName
from hibachi.journeys.rules import Kind

State = Literal["waiting", "queued", "sent", "expired", "stopped", "failed", "handed_over"]

Tell = Callable[..., Awaitable[Sent | Unsent]]
"""`tell(tx, unasked=…, tags=…)`: queue a message once, where the law lets it leave."""


FOR_LATER = frozenset({"quiet_hours", "human_speaks"})
"""What keeps news of somebody's own money back for now alone."""
AN_HOUR, TRIES = timedelta(hours=1), 48


class Frozen(BaseModel):
    """Base of what staff see."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Journey(Frozen):
    """A message that was due, and what became of it; reason: why it waits, or did not go."""

    id: UUID
    kind: Kind
    step: str
    subject_id: UUID
    day: dt.date
    customer_id: UUID
    customer_name: str | None = None
    booking_id: UUID | None
    zone: str
    due_at: datetime
    until_at: datetime
    state: State
    reason: str | None
    failures: int
    message_id: UUID | None
    updated_at: datetime
    sent_at: datetime | None


class JourneyFilter(BaseModel):
    """Which messages: each field that is given narrows; `before` is the id of the last one of the page before."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Kind | None = None
    state: State | None = None
    customer_id: UUID | None = None
    booking_id: UUID | None = None
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class JourneyPage(Frozen):
    """Messages that were due, newest first; `next` is the `before` of the following page, None on the last one."""

    journeys: list[Journey]
    next: UUID | None


class KindOfJourney(Frozen):
    """A kind of message: whether it is said, and how often it was in each state in the last thirty days."""

    kind: Kind
    on: bool
    marketing: bool
    counts: dict[State, int]


class Planned(Frozen):
    """A message as it would go out if nothing changes. on: whether its kind is said at all."""

    kind: Kind
    step: str
    subject_id: UUID
    day: dt.date
    customer_id: UUID
    customer_name: str | None = None
    booking_id: UUID | None
    zone: str
    due_at: datetime
    until_at: datetime
    on: bool


class Plan(Frozen):
    """The kinds, and what will go out in the days to come, earliest first."""

    kinds: list[KindOfJourney]
    planned: list[Planned]


class PlanFilter(BaseModel):
    """How far ahead, and whose."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    days: int = Field(14, ge=1, le=60)
    customer_id: UUID | None = None
    booking_id: UUID | None = None


class WordsFilter(BaseModel):
    """Which planned message."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Kind
    subject_id: UUID
    step: str = Field("", max_length=20)


class JourneyWords(Frozen):
    """What a message would say now. channel: where it is tried first; refused: why the validator would keep it back."""

    text: str
    subject: str | None
    channel: ChannelName
    refused: list[str]

"""Openings, reasons and claims as others see them."""

from datetime import date, datetime, time
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints

ReasonCode = Literal[
    "past",
    "too_soon",
    "too_far_ahead",
    "not_a_slot",
    "time_does_not_exist",
    "time_happens_twice",
    "full",
    "closed",
    "chef_not_free",
]


def _plain(at: time) -> time:
    if at.tzinfo is not None or at.second or at.microsecond:
        raise ValueError('a time of day is written "18:00", without a zone and seconds')
    return at


WallTime = Annotated[
    time, AfterValidator(_plain), PlainSerializer(lambda at: at.strftime("%H:%M"), return_type=str, when_used="json")
]
"""A time of day in the zone of the party: "18:00" at the edges."""


class Frozen(BaseModel):
    """Base of what the calendar tells."""

    model_config = ConfigDict(frozen=True)


class Reason(Frozen):
    """Why a time is not free: a code for machines, a sentence for a guest (never another guest's name or place)."""

    code: ReasonCode
    sentence: str


class Opening(Frozen):
    """A start that can be booked: its wall time and zone, its instant in UTC, and how many chefs are free then."""

    date: date
    time: WallTime
    zone: str
    start: datetime
    chefs_free: int


class Free(Frozen):
    """Yes: a party may start then; end is without the way home."""

    start: datetime
    end: datetime
    chefs_free: int


class Refusal(Frozen):
    """No: the reason, and the nearest starts that can really be booked."""

    reason: Reason
    alternatives: list[Opening]


class Claimed(Frozen):
    """A chef is claimed from start; end is without the way home. Instants are UTC."""

    chef_id: int
    start: datetime
    end: datetime


class NewBlock(BaseModel):
    """A time in which a chef takes no party."""

    model_config = ConfigDict(extra="forbid")
    chef_id: int = Field(ge=1, le=2**62)
    start: AwareDatetime
    end: AwareDatetime
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00]*$")] = ""


class Span(Frozen):
    """One live claim on a chef's time, the way home included: for a party (reference) or a block by staff."""

    id: UUID
    chef_id: int
    start: datetime
    end: datetime
    state: Literal["held", "firm", "blocked"]
    expires_at: datetime | None
    reference: UUID | None
    note: str


class Block(Frozen):
    """A time in which a chef takes no party, until staff lift it."""

    id: UUID
    chef_id: int
    start: datetime
    end: datetime
    note: str


class OpeningsPage(Frozen):
    """The starts from one day to another, and the zone that their wall times are in."""

    zone: str
    openings: list[Opening]

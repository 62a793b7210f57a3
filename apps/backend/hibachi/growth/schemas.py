"""Leads as staff see them."""

import datetime as dt
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

Status = Literal["new", "contacted", "qualified", "converted", "lost"]
Source = Literal["refused_booking", "quote", "form", "conversation", "staff"]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]+$")
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^[^\x00]*$")]


class Lead(BaseModel):
    """Somebody who wanted a party and has none. `wanted` is the newest wish, as far as it was said."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    customer_id: UUID | None
    name: str | None
    phone: str | None
    email: str | None
    source: Source
    status: Status
    reason: str | None
    wanted: dict[str, Any]
    quote_id: UUID | None = None
    score: int = 0
    attempts: int
    notes: str | None
    follow_ups: int
    follow_up_at: datetime | None
    last_contact_at: datetime | None
    booking_id: UUID | None
    converted_at: datetime | None
    lost_reason: str | None
    created_at: datetime
    updated_at: datetime


class NewLead(BaseModel):
    """What makes a lead: at least one way to reach the person, or a known customer."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    customer_id: UUID | None = None
    name: Line | None = None
    phone: Line | None = None
    email: Line | None = None
    source: Literal["staff", "conversation"] = "staff"
    reason: Line | None = None
    wanted: dict[Line, str | int | None] = Field(default_factory=dict, max_length=30)
    notes: Text | None = None


class Inquiry(BaseModel):
    """What a visitor of the site leaves: who they are, one way to answer, and the party that they think of."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: Line
    phone: Line | None = None
    email: Line | None = None
    date: dt.date | None = None
    zip: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] | None = None
    adults: Annotated[int, Field(strict=True, ge=1, le=1000)] | None = None
    children: Annotated[int, Field(strict=True, ge=0, le=1000)] | None = None
    event_type: Line | None = None
    words: Text | None = None


class Taken(BaseModel):
    """A visitor's words are with us."""

    model_config = ConfigDict(frozen=True)
    taken: bool


class FollowUp(BaseModel):
    """That a lead was contacted: what came of it, and when to ask again."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    status: Literal["contacted", "qualified"] = "contacted"
    notes: Text | None = None
    again_at: AwareDatetime | None = None


class Lost(BaseModel):
    """Why a lead is given up."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    reason: Line


class LeadFilter(BaseModel):
    """Which leads: each field that is given narrows; `before` pages.

    open: those nobody closed; due: those whose follow-up is due; hot: those that the owner's score calls so;
    q: part of a name, an address or a number.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    status: Status | None = None
    source: Source | None = None
    open: bool = False
    due: bool = False
    hot: bool = False
    q: Line | None = None
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class LeadPage(BaseModel):
    """Leads, newest first; `next` is the `before` of the following page, None on the last one. hot_from: the owner's score."""

    model_config = ConfigDict(frozen=True)
    leads: list[Lead]
    hot_from: int
    next: UUID | None


class Conversion(BaseModel):
    """How many leads came in a span of time, and how many of them have a party by now."""

    model_config = ConfigDict(frozen=True)
    leads: int
    by_status: dict[Status, int]
    converted: int
    rate: float | None

"""Reviews: as a customer gives one, as staff read it, and as anybody may."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints

from hibachi.growth.schemas import Line, Text

Status = Literal["pending", "published", "declined"]
Token = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Reply = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000, pattern=r"^[^\x00]*$")]
Mean = Annotated[Decimal, PlainSerializer(str, return_type=str, when_used="json")]
"""Stars to one decimal, as "4.7"."""


class Frozen(BaseModel):
    """Base of what is only read."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Asked(Frozen):
    """What the page of a link shows: whose party, when, and whether it was reviewed."""

    name: str | None
    event_date: date
    given: bool


class NewReview(BaseModel):
    """What a customer says, once."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    token: Token
    rating: Annotated[int, Field(strict=True, ge=1, le=5)]
    words: Text = ""
    name: Line | None = None


class Thanked(Frozen):
    """The review is with us; published is what staff decide."""

    taken: bool


class PublicReview(Frozen):
    """A published review: no more of a person than their first name and initial."""

    id: UUID
    name: str
    rating: int
    words: str
    month: str
    reply: str | None


class PublicReviews(Frozen):
    """Published reviews, newest first; average and number of all that are published."""

    reviews: list[PublicReview]
    number: int
    average: Mean | None
    next: UUID | None


class PublicPage(BaseModel):
    """How many; `before` pages."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    before: UUID | None = None
    limit: int = Field(20, ge=1, le=100)


class Review(Frozen):
    """A review as staff see it. disagrees: stars and words say different things."""

    id: UUID
    booking_id: UUID
    customer_id: UUID
    event_date: date
    rating: int
    words: str
    name: str | None
    status: Status
    mood: str | None
    intensity: float | None
    sentiment: Literal["positive", "negative", "neutral"] | None
    disagrees: bool = False
    shown_name: str | None
    shown_words: str | None
    moderated_by: str | None
    moderated_at: datetime | None
    declined_reason: str | None
    reply: str | None
    reply_by: str | None
    reply_approved_at: datetime | None
    created_at: datetime


class ReviewFilter(BaseModel):
    """Which reviews; low: those that the owner's number calls so; `before` pages."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    status: Status | None = None
    low: bool = False
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class ReviewPage(Frozen):
    """Reviews, newest first; `next` is the `before` of the following page, None on the last one."""

    reviews: list[Review]
    next: UUID | None


class ReviewSums(Frozen):
    """Every review, published or not: how many of each state, of each number of stars, of each sentiment, and the mean."""

    by_status: dict[Status, int]
    by_rating: dict[int, int]
    by_sentiment: dict[str, int]
    average: Mean | None


class Declining(BaseModel):
    """Why a review is not shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    reason: Line


class ReplyDraft(BaseModel):
    """What we would answer, below the review."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: Reply


class ReplyYes(BaseModel):
    """A yes to exactly this reply."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: Reply

"""Letters and their readers, as visitors, staff and the worker know them."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from hibachi.conversations.schemas import CheckedText
from hibachi.growth.schemas import Line

Token = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Prefix = Annotated[str, StringConstraints(pattern=r"^\d{1,5}$")]
Subject = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=150, pattern=r"^[^\x00-\x1f]+$")
]
Body = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=3500, pattern=r"^[^\x00]*$")]
State = Literal["draft", "sending", "sent", "stopped"]
SubscriberState = Literal["pending", "confirmed", "left", "bounced"]
Who = Literal["everybody", "had_a_party", "had_none", "open_lead"]

Check = Callable[..., Awaitable[CheckedText | list[str]]]
"""`check(tx, text=, links=, news=)`: the words sealed, or why they may not leave; the composition brings it."""


class Frozen(BaseModel):
    """Base of what is only read."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Subscription(BaseModel):
    """An address for letters."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    email: Line
    zip: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] | None = None


class Said(BaseModel):
    """What the page behind a link sends."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    token: Token


class Done(Frozen):
    """It is done; of an address nobody learns more."""

    done: bool


class Segment(BaseModel):
    """To whom a letter goes: by what they did, and by the first digits of the ZIP that is known of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    who: Who = "everybody"
    zips: Annotated[tuple[Prefix, ...], Field(max_length=50)] = ()


class Reader(Frozen):
    """What decides whether a subscriber is in a segment."""

    subscriber_id: UUID
    customer_id: UUID
    zip: str | None
    parties: int
    has_lead: bool


class NewNewsletter(BaseModel):
    """What the owner has to tell, a line a piece of news; the rest of the draft comes from the menu and from guests."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    news: Annotated[tuple[Line, ...], Field(max_length=10)] = ()
    segment: Segment = Segment()
    subject: Subject | None = None


class NewsletterEdit(BaseModel):
    """A draft as a person wants it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    subject: Subject
    body: Body
    segment: Segment = Segment()


class NewsletterYes(BaseModel):
    """A yes to exactly the letter with this digest."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    digest: Line


class NewsletterStop(BaseModel):
    """Why a letter does not leave, or no further."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    reason: Line


class Figures(Frozen):
    """What became of a letter. sent: handed to the outbox; clicks: where the owner counts them, by nobody in particular."""

    audience: int
    waiting: int
    sent: int
    bounced: int
    skipped: dict[str, int]
    left: int
    clicks: int | None


class NewsletterLine(Frozen):
    """One letter."""

    id: UUID
    subject: str
    body: str
    segment: Segment
    state: State
    created_by: str
    created_at: datetime
    approved_by: str | None
    approved_at: datetime | None
    stopped_reason: str | None
    finished_at: datetime | None


class NewsletterDetail(NewsletterLine):
    """The same with its figures. A draft: how many it would reach, its digest, and what may not be said."""

    figures: Figures
    reaches: int | None
    digest: str
    problems: list[str]


class NewsletterPage(Frozen):
    """Letters, newest first, and how many subscribers there are of each state."""

    newsletters: list[NewsletterLine]
    subscribers: dict[SubscriberState, int]


class Subscriber(Frozen):
    """An address with what became of it."""

    id: UUID
    email: str | None
    zip: str | None
    customer_id: UUID
    state: SubscriberState
    asked_at: datetime
    confirmed_at: datetime | None
    ended_at: datetime | None


class SubscriberFilter(BaseModel):
    """Which subscribers; `before` pages."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    state: SubscriberState | None = None
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class SubscriberPage(Frozen):
    """Subscribers, newest first; `next` is the `before` of the following page, None on the last one."""

    subscribers: list[Subscriber]
    next: UUID | None

"""Recommendations as customers and staff see them."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from hibachi.growth.schemas import Line
from hibachi.kit.money import Money

State = Literal["pending", "converted", "earned", "paid", "applied", "void"]
Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20)]


class Frozen(BaseModel):
    """Base of what is only read."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Recommendation(Frozen):
    """One friend who came with a code; the credit is fixed when their party is confirmed."""

    id: UUID
    code: str
    referrer_id: UUID
    friend_id: UUID
    state: State
    booking_id: UUID | None
    credit: Money | None
    void_reason: str | None
    note: str | None
    claimed_at: datetime
    converted_at: datetime | None
    earned_at: datetime | None
    settled_at: datetime | None
    settled_by: str | None
    updated_at: datetime


class ReferralLine(Recommendation):
    """The same with the names of both."""

    referrer_name: str | None
    friend_name: str | None


class ReferralPage(Frozen):
    """Recommendations, newest first; `next` is the `before` of the following page, None on the last one."""

    referrals: list[ReferralLine]
    next: UUID | None


class ReferralFilter(BaseModel):
    """Which recommendations; `before` pages."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    state: State | None = None
    customer_id: UUID | None = None
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class ReferralSums(Frozen):
    """How many of each state; owed: earned and not given yet, given: paid out or taken off a bill; cents."""

    by_state: dict[State, int]
    owed: Money
    given: Money


class OwnCode(Frozen):
    """A customer's code with the link to hand on, what a friend's party earns now, and what it earned so far."""

    code: str
    link: str
    credit: Money
    friends: int
    earned: Money


class Claim(BaseModel):
    """That somebody came with a code: by the token of their party, or in their web chat."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    code: Code
    booking_id: UUID | None = None
    token: Line | None = None
    conversation_id: UUID | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        by_party, by_chat = self.booking_id is not None and self.token is not None, self.conversation_id is not None
        if by_party == by_chat:
            raise ValueError("either booking_id with its token, or conversation_id")
        return self


class Claimed(Frozen):
    """The code is remembered for this customer."""

    claimed: bool


class NewCode(BaseModel):
    """Whose code."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    customer_id: UUID


class Settlement(BaseModel):
    """How a credit was given: paid out, or taken off a bill; and what shows it (a transfer, a party)."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    how: Literal["paid", "applied"]
    note: Line


class Voiding(BaseModel):
    """Why there is no credit."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    reason: Line

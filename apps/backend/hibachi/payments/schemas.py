"""What goes in and out: accounts, entries of the ledger, payments and refunds."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from hibachi.kit.money import Cents, Money
from hibachi.payments.rules import Purpose

Kind = Literal["deposit", "balance", "tip", "refund"]
Method = Literal["cash", "check", "venmo", "zelle", "cash_app", "paypal", "card", "bank", "other"]


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("only printable characters")
    return text


Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_printable)
]


class Frozen(BaseModel):
    """Base of what payments tells and takes."""

    model_config = ConfigDict(frozen=True)


class Payer(Frozen):
    """Who owes, as the party says it."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None


class Receivable(Frozen):
    """What is owed: paid - refunded + owed = total, always. Tips are counted apart and not here."""

    id: UUID
    reference: str
    payer: str | None
    phone: str | None
    email: str | None
    total: Money
    deposit: Money
    paid: Money
    refunded: Money
    deposit_paid: Money
    owed: Money

    @property
    def net(self) -> Cents:
        """What came and stayed, in cents."""
        return self.paid - self.refunded


class LedgerEntry(Frozen):
    """One row of the ledger; an amount is positive, a refund's too."""

    id: UUID
    receivable_id: UUID
    kind: Kind
    amount: Money
    method: str
    provider: str
    provider_id: str
    refund_of: UUID | None
    reason: str | None
    note: str | None
    actor_kind: str
    actor_name: str
    at: datetime


class LedgerLine(LedgerEntry):
    """An entry beside what it was for and who owed it."""

    reference: str
    payer: str | None


class LedgerPage(Frozen):
    """Entries, newest first; `next` is the `before` of the following page, None on the last one."""

    entries: list[LedgerLine]
    next: UUID | None


class AccountPage(Frozen):
    """Accounts, newest first; `next` is the `before` of the following page, None on the last one."""

    accounts: list[Receivable]
    next: UUID | None


class Shares(Frozen):
    """How the money that stayed covers the price; credit is above it."""

    deposit: Money
    balance: Money
    credit: Money


class Account(Frozen):
    """Everything about the money of one party: what is owed, how it is covered, every entry in its order."""

    receivable: Receivable
    shares: Shares
    entries: list[LedgerEntry]


class Proven(Frozen):
    """An account as the proof looks at it. adds_up: its sums are its ledger's; invoiced: its standing invoice's total."""

    receivable: Receivable
    adds_up: bool
    invoiced: int | None


class NewPayment(BaseModel):
    """Money that arrived. kind: what it is for; without it the deposit first, then the balance.

    transaction_id: the provider's; the same one recorded twice is one payment.
    """

    model_config = ConfigDict(extra="forbid")
    amount: Money
    method: Method
    kind: Purpose | None = None
    transaction_id: Line | None = None
    note: Line | None = None


class NewRefund(BaseModel):
    """Money that went back of one payment, and why. method: how, if otherwise than it came."""

    model_config = ConfigDict(extra="forbid")
    amount: Money
    reason: Line
    method: Method | None = None
    transaction_id: Line | None = None


class LedgerFilter(BaseModel):
    """Which entries: each field that is given narrows. first and last are days of the business's zone, both included."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    kind: Kind | None = None
    method: Method | None = None
    first: date | None = Field(None, ge=date(2000, 1, 1), le=date(2200, 1, 1))
    last: date | None = Field(None, ge=date(2000, 1, 1), le=date(2200, 1, 1))
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class AccountFilter(BaseModel):
    """Which accounts: those of which money is to come, or those of which money has to go back."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    state: Literal["owing", "credit"] = "owing"
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class Span(BaseModel):
    """Days of the business's zone, both included."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    first: date = Field(ge=date(2000, 1, 1), le=date(2200, 1, 1))
    last: date = Field(ge=date(2000, 1, 1), le=date(2200, 1, 1))

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("the last day is before the first")
        return self


class Words(Frozen):
    """What a mail says: its subject, and its plain and its HTML text, of which either may be empty."""

    subject: str
    text: str
    html: str


class Origin(Frozen):
    """A mail from a payment service, as whoever took it in vouches for it.

    source: what makes this mail this mail. issuer: the domain that it says to be from. service: whose notices come
    from there, as the owner's profile says. proven: the receiving server vouches for that domain. ours: it is
    addressed to us.
    """

    source: str
    issuer: str
    service: str
    proven: bool
    ours: bool
    arrived_at: datetime

"""What goes in and out of notices: what a mail says, whether it may count, what it may pay, what people decide."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from hibachi.kit.money import Cents, Money
from hibachi.payments.rules import Purpose
from hibachi.payments.schemas import Frozen, Line, Method

Kind = Literal["received", "requested", "sent", "failed", "refunded", "pending", "unclear", "other"]
"""What a mail tells. `received`: money is there. `unclear`: it contradicts itself. `other`: nothing of one payment."""

State = Literal["recorded", "waiting", "dismissed", "ignored", "suspect"]
"""recorded: stands in the ledger. waiting: a person decides. ignored: nothing to do. suspect: its sender is not proven."""

Reason = Literal[
    "no_match",
    "several_match",
    "not_certain",
    "reference_unclear",
    "nothing_owed",
    "unclear",
    "no_amount",
    "foreign_currency",
    "maybe_twice",
    "maybe_recorded",
    "known_differently",
    "money_went_back",
    "payment_failed",
    "duplicate",
    "not_money_for_us",
    "sender_not_proven",
    "addressed_to_somebody_else",
]
"""Why a notice is in its state, where that is not plain."""

Extent = Literal["exact", "partial", "over"]
"""A payment beside what was to come: the deposit or all of it to the cent, less than all, or more than all."""


Known = Literal["reference", "near_reference", "phone", "email", "name", "similar_name", "amount"]
"""By what a payment is known to be for something; near_reference: two of the three groups of its reference."""


class Notice(Frozen):
    """What a mail says of one payment. amount is in the smallest unit of its currency; None where it cannot be told."""

    kind: Kind
    amount: Cents | None = None
    currency: str | None = None
    payer: str | None = None
    payer_email: str | None = None
    memo: str | None = None
    transaction_id: str | None = None
    paid_on: date | None = None
    zelle: bool = False


class Candidate(Frozen):
    """What a payment may be for, how sure that is (0 to 1), and by what it is known. settled: nothing is to come for it."""

    receivable_id: UUID
    reference: str
    payer: str | None
    owed: Money
    settled: bool
    certainty: float
    by: list[Known]


class Proposal(Frozen):
    """A notice with what became of it."""

    id: UUID
    state: State
    reason: Reason | None
    kind: Kind
    method: Method
    issuer: str
    amount: Money | None
    currency: str | None
    payer: str | None
    payer_email: str | None
    memo: str | None
    transaction_id: str | None
    paid_on: date | None
    arrived_at: datetime
    candidates: list[Candidate]
    receivable_id: UUID | None
    entry_id: UUID | None
    extent: Extent | None
    twin_id: UUID | None
    decided_by: str | None
    decided_at: datetime | None
    note: str | None


class Accepting(BaseModel):
    """A person says what a payment is for. amount: only where the notice has none in the business's currency."""

    model_config = ConfigDict(extra="forbid")
    booking_id: UUID
    amount: Money | None = None
    kind: Purpose | None = None
    note: Line | None = None


class Dismissing(BaseModel):
    """A person says that a notice is no payment to be recorded, and why."""

    model_config = ConfigDict(extra="forbid")
    reason: Line

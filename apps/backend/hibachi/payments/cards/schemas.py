"""What goes in and out of payments by card, and what Stripe says of its objects."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from hibachi.kit.money import Cents, Money
from hibachi.payments.schemas import Line

PROVIDER = "stripe"
"""What came by card stands in the ledger under this provider, by Stripe's own ids."""

RETURNED = ":failed"
"""How the object of money ends that went back, did not arrive, and is here again."""
CHARGEBACK = "Chargeback: "
"""How the reason of money begins that a bank took back."""

Due = Literal["deposit", "balance"]
PaymentState = Literal["opening", "open", "waiting", "paid", "expired", "failed"]
CardRefundState = Literal["asked", "pending", "succeeded", "failed"]


@dataclass(frozen=True, slots=True)
class NewSession:
    """A page to be opened at Stripe. payment_id is its idempotency key; amount in cents, currency as "usd"."""

    payment_id: UUID
    receivable_id: UUID
    reference: str
    purpose: Due
    amount: Cents
    currency: str
    title: str
    email: str | None
    customer: str | None
    expires_at: datetime
    success_url: str
    cancel_url: str


@dataclass(frozen=True, slots=True)
class RefundState:
    """A refund as Stripe has it. ours: the id of our own row, where we asked for it."""

    id: str
    status: str
    amount: Cents
    ours: str | None
    failure: str | None
    payment_intent: str | None = None


@dataclass(frozen=True, slots=True)
class DisputeState:
    """A dispute as Stripe has it."""

    id: str
    status: str
    amount: Cents
    reason: str
    payment_intent: str | None = None


@dataclass(frozen=True, slots=True)
class SessionState:
    """A page as Stripe has it. amount: what was received, in cents, once it is paid."""

    id: str
    status: str
    paid: bool
    url: str | None
    expires_at: datetime
    amount: Cents
    currency: str
    payment_intent: str | None
    customer: str | None
    payment_id: str | None
    refunds: tuple[RefundState, ...] = ()
    disputes: tuple[DisputeState, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A payment or refund of which Stripe (there) and the ledger (here) do not say the same; None: it is not there."""

    code: Literal["not_in_ledger", "not_at_stripe", "amount_differs"]
    provider_id: str
    receivable_id: UUID | None
    there: Cents | None
    here: Cents | None


@dataclass(frozen=True, slots=True)
class Hint:
    """What a verified event is about: no more than where to look."""

    event_id: str
    kind: str
    session_id: str | None
    payment_intent: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be paid: the deposit or the balance of a receivable, until a deadline (None: none), and the way back.

    siblings: all that the same person owes or owed: whom Stripe made of them then is its customer now.
    """

    receivable_id: UUID
    purpose: Due
    deadline: datetime | None
    title: str
    back: str
    siblings: tuple[UUID, ...] = ()


class Checkout(BaseModel):
    """A page where the amount is paid by card, until expires_at."""

    model_config = ConfigDict(frozen=True)
    url: str
    purpose: Due
    amount: Money
    expires_at: datetime


class CardConfig(BaseModel):
    """Whether payment by card is on here."""

    model_config = ConfigDict(frozen=True)
    enabled: bool


class NewCardRefund(BaseModel):
    """Money that is to go back to the card by which it came, and why. entry_id: the payment in the ledger."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    receivable_id: UUID
    entry_id: UUID
    amount: Annotated[Money, Field(gt=0)]
    reason: Line


class CardRefund(BaseModel):
    """A refund to a card. asked, pending: it is not known yet whether it arrives; it is looked at within the hour."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    receivable_id: UUID
    entry_id: UUID
    amount: Money
    reason: str
    state: CardRefundState
    failure: str | None
    created_at: datetime


class CardPayment(BaseModel):
    """A page that was opened for a receivable, and what came of it."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    receivable_id: UUID
    purpose: Due
    amount: Money
    state: PaymentState
    expires_at: datetime
    entry_id: UUID | None
    dispute: str | None
    created_at: datetime


class CardAccount(BaseModel):
    """What was done by card for one receivable."""

    model_config = ConfigDict(frozen=True)
    payments: list[CardPayment]
    refunds: list[CardRefund]

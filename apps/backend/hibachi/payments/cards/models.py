"""The tables of payments by card: what stands at Stripe, and what of it stands in the ledger."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE, acted, personal
from hibachi.payments.cards.schemas import CardRefundState, Due, PaymentState


class StripeCustomerRow(Base):
    """Whom Stripe made of the payer of a receivable; of all that a person owes the oldest one is theirs."""

    __tablename__ = "stripe_customers"

    receivable_id: Mapped[UUID] = mapped_column(ForeignKey("receivables.id"), primary_key=True)
    customer: Mapped[str]
    created_at: Mapped[datetime]


class StripePaymentRow(Base):
    """One page for one amount; its id is the idempotency key at Stripe. amount in cents. customer: asked for as theirs.

    opening: asked for, not known yet. waiting: sent off by the customer, the money not there. dispute: Stripe's word.
    """

    __tablename__ = "stripe_payments"
    __table_args__ = (
        CheckConstraint("purpose IN ('deposit', 'balance')", name="purpose"),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("state IN ('opening', 'open', 'waiting', 'paid', 'expired', 'failed')", name="state"),
        CheckConstraint("(state = 'paid') = (entry_id IS NOT NULL)", name="paid_has_entry"),
        CheckConstraint("state IN ('opening', 'failed') OR session_id IS NOT NULL", name="has_session"),
        Index(
            "uq_stripe_payments_live",
            "receivable_id",
            "purpose",
            unique=True,
            postgresql_where=text("state IN ('opening', 'open', 'waiting')"),
        ),
        Index("ix_stripe_payments_receivable_id", "receivable_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    receivable_id: Mapped[UUID] = mapped_column(ForeignKey("receivables.id"))
    purpose: Mapped[Due] = mapped_column(String(10))
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    title: Mapped[str] = mapped_column(info=personal(GONE))
    back: Mapped[str]
    customer: Mapped[str | None]
    state: Mapped[PaymentState] = mapped_column(String(10))
    session_id: Mapped[str | None] = mapped_column(unique=True)
    payment_intent: Mapped[str | None] = mapped_column(unique=True)
    url: Mapped[str | None]
    expires_at: Mapped[datetime]
    deadline: Mapped[datetime | None]
    entry_id: Mapped[UUID | None] = mapped_column(ForeignKey("ledger.id"), unique=True)
    dispute: Mapped[str | None]
    created_at: Mapped[datetime]


class RefundRow(Base):
    """One refund to a card; its id is the idempotency key at Stripe. ledger_id: its entry, once it arrived."""

    __tablename__ = "stripe_refunds"
    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("state IN ('asked', 'pending', 'succeeded', 'failed')", name="state"),
        CheckConstraint("state <> 'succeeded' OR ledger_id IS NOT NULL", name="succeeded_has_entry"),
        CheckConstraint("state IN ('asked', 'failed') OR refund_id IS NOT NULL", name="has_id"),
        Index(
            "uq_stripe_refunds_asked",
            "entry_id",
            unique=True,
            postgresql_where=text("state = 'asked'"),
        ),
        Index("ix_stripe_refunds_payment_id", "payment_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    payment_id: Mapped[UUID] = mapped_column(ForeignKey("stripe_payments.id"))
    receivable_id: Mapped[UUID] = mapped_column(ForeignKey("receivables.id"))
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("ledger.id"))
    amount: Mapped[int] = mapped_column(BigInteger)
    reason: Mapped[str] = mapped_column(info=personal(GONE))
    state: Mapped[CardRefundState] = mapped_column(String(10))
    refund_id: Mapped[str | None] = mapped_column(unique=True)
    ledger_id: Mapped[UUID | None] = mapped_column(ForeignKey("ledger.id"), unique=True)
    failure: Mapped[str | None] = mapped_column(info=personal())
    actor_kind: Mapped[str]
    actor_name: Mapped[str] = mapped_column(info=acted())
    created_at: Mapped[datetime]


class StripeEventRow(Base):
    """One verified event of Stripe, once: where to look, and nothing of what it says. outcome: what came of looking."""

    __tablename__ = "stripe_events"
    __table_args__ = (
        UniqueConstraint("event_id"),
        CheckConstraint("(handled_at IS NULL) = (outcome IS NULL)", name="handled"),
        Index("ix_stripe_events_waiting", "received_at", postgresql_where=text("handled_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    event_id: Mapped[str]
    kind: Mapped[str]
    session_id: Mapped[str | None]
    payment_intent: Mapped[str | None]
    received_at: Mapped[datetime]
    handled_at: Mapped[datetime | None]
    outcome: Mapped[str | None]

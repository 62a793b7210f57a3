"""The table of notices: every mail of a payment service that told of money, once, with what became of it."""

from datetime import date, datetime
from typing import Any, get_args
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE, personal
from hibachi.payments.notices.schemas import Kind, Reason, State


def one_of(column: str, choices: Any) -> str:
    """The condition that a column holds one of the choices of a Literal."""
    return f"{column} IN ({', '.join(repr(choice) for choice in get_args(choices))})"


LIVE = "kind = 'received' AND transaction_id IS NOT NULL AND state IN ('recorded', 'waiting', 'dismissed')"


class NoticeRow(Base):
    """One mail, as it was read. candidates: what it may pay, the surest first. twin_id: another notice of the same money."""

    __tablename__ = "payment_notices"
    __table_args__ = (
        CheckConstraint(one_of("kind", Kind), name="kind"),
        CheckConstraint(one_of("state", State), name="state"),
        CheckConstraint(one_of("reason", Reason), name="reason"),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("(state = 'recorded') = (entry_id IS NOT NULL)", name="recorded"),
        CheckConstraint("(entry_id IS NULL) = (receivable_id IS NULL)", name="recorded_for"),
        CheckConstraint("state <> 'recorded' OR kind IN ('received', 'unclear')", name="received"),
        CheckConstraint("state <> 'dismissed' OR (decided_by IS NOT NULL AND note IS NOT NULL)", name="dismissed"),
        CheckConstraint("(decided_by IS NULL) = (decided_at IS NULL)", name="decided"),
        Index("uq_payment_notices_transaction", "method", "transaction_id", unique=True, postgresql_where=LIVE),
        Index("ix_payment_notices_state_arrived_at", "state", "arrived_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    source: Mapped[str] = mapped_column(unique=True)
    issuer: Mapped[str]
    method: Mapped[str]
    kind: Mapped[str]
    state: Mapped[str]
    reason: Mapped[str | None]
    amount: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None]
    payer: Mapped[str | None] = mapped_column(info=personal())
    payer_email: Mapped[str | None] = mapped_column(info=personal())
    memo: Mapped[str | None] = mapped_column(info=personal())
    transaction_id: Mapped[str | None]
    paid_on: Mapped[date | None]
    arrived_at: Mapped[datetime]
    candidates: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default="[]", info=personal([]))
    receivable_id: Mapped[UUID | None] = mapped_column(ForeignKey("receivables.id"), index=True)
    entry_id: Mapped[UUID | None] = mapped_column(ForeignKey("ledger.id"), index=True)
    extent: Mapped[str | None]
    twin_id: Mapped[UUID | None] = mapped_column(ForeignKey("payment_notices.id"))
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    note: Mapped[str | None] = mapped_column(info=personal(GONE))

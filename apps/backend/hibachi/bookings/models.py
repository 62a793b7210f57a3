"""The table bookings: one row is one party, from its hold to its end."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import personal

TOTAL = "base_revenue + protein_upgrade_cost + addon_cost + travel_fee + reschedule_fee + tax"


class BookingRow(Base):
    """One party. Amounts are cents; event_time is the wall time in `zone`, the zone of the party's address.

    deposit_paid and paid (what came and stayed, the deposit too) are what the ledger of payments says.
    The chef's time is a claim of the calendar whose reference is this row's id. hold_expires_at is set while the
    time is held without a deposit (held, deposit_pending); later than that the row counts as lapsed.
    """

    __tablename__ = "bookings"
    __table_args__ = (
        CheckConstraint(
            "status IN ('held', 'deposit_pending', 'confirmed', 'completed', 'cancelled', 'no_show')", name="status"
        ),
        CheckConstraint(f"total_amount = {TOTAL}", name="total"),
        CheckConstraint("adults >= 0 AND children >= 0 AND toddlers >= 0", name="guests"),
        CheckConstraint("event_start < event_end", name="time"),
        CheckConstraint("(status IN ('held', 'deposit_pending')) = (hold_expires_at IS NOT NULL)", name="hold"),
        CheckConstraint("(status = 'cancelled') = (cancelled_reason IS NOT NULL)", name="cancelled_reason"),
        CheckConstraint("status <> 'confirmed' OR chef_id IS NOT NULL", name="confirmed_has_chef"),
        CheckConstraint("deposit_paid >= 0 AND paid_moves >= 0 AND reschedules >= 0 AND revision >= 1", name="counts"),
        CheckConstraint("deposit_paid <= paid", name="paid"),
        Index("uq_bookings_one_hold_a_customer", "customer_id", unique=True, postgresql_where=text("status = 'held'")),
        Index("ix_bookings_hold_expires_at", "hold_expires_at", postgresql_where=text("hold_expires_at IS NOT NULL")),
        Index("ix_bookings_customer_id_event_start", "customer_id", "event_start"),
        Index("ix_bookings_event_start", "event_start"),
        Index("ix_bookings_quote_id", "quote_id"),
        Index("ix_bookings_confirmed_end", "event_end", postgresql_where=text("status = 'confirmed'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    status: Mapped[str]
    revision: Mapped[int] = mapped_column(server_default=text("1"))

    event_date: Mapped[date]
    event_time: Mapped[time]
    zone: Mapped[str]
    event_start: Mapped[datetime]
    event_end: Mapped[datetime]
    chef_id: Mapped[int | None] = mapped_column(ForeignKey("chefs.id"))

    adults: Mapped[int]
    children: Mapped[int]
    toddlers: Mapped[int]
    proteins: Mapped[dict[str, Any]] = mapped_column(JSONB)
    addons: Mapped[dict[str, int]] = mapped_column(JSONB)
    dietary: Mapped[list[str]] = mapped_column(JSONB, info=personal([]))
    event_type: Mapped[str | None]

    zip_code: Mapped[str]
    location: Mapped[str | None] = mapped_column(info=personal())
    travel: Mapped[dict[str, Any]] = mapped_column(JSONB)

    policy_version: Mapped[int] = mapped_column(ForeignKey("policy_versions.version"))
    quote_id: Mapped[UUID] = mapped_column(ForeignKey("quotes.id"))
    base_revenue: Mapped[int] = mapped_column(BigInteger)
    protein_upgrade_cost: Mapped[int] = mapped_column(BigInteger)
    addon_cost: Mapped[int] = mapped_column(BigInteger)
    travel_fee: Mapped[int] = mapped_column(BigInteger)
    reschedule_fee: Mapped[int] = mapped_column(BigInteger)
    tax: Mapped[int] = mapped_column(BigInteger)
    total_amount: Mapped[int] = mapped_column(BigInteger)
    deposit: Mapped[int] = mapped_column(BigInteger)
    deposit_paid: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    paid: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))

    name: Mapped[str | None] = mapped_column(info=personal())
    phone: Mapped[str | None] = mapped_column(info=personal())
    email: Mapped[str | None] = mapped_column(info=personal())
    notes: Mapped[str | None] = mapped_column(info=personal())

    reschedules: Mapped[int] = mapped_column(server_default=text("0"))
    paid_moves: Mapped[int] = mapped_column(server_default=text("0"))
    hold_token: Mapped[str] = mapped_column(unique=True)
    hold_expires_at: Mapped[datetime | None]
    cancelled_reason: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(index=True)
    updated_at: Mapped[datetime]

"""The table leads."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE, personal

OPEN = text("status IN ('new', 'contacted', 'qualified')")


class LeadRow(Base):
    """Somebody who wanted a party and has none. A customer has at most one open lead; later wishes update it.

    contact: of somebody who is no customer yet (a form), the address that tells them apart: they too have one open lead.
    quote_id: the price that was not answered. score: by the owner's points, as the lead last changed.
    """

    __tablename__ = "leads"
    __table_args__ = (
        CheckConstraint("status IN ('new', 'contacted', 'qualified', 'converted', 'lost')", name="status"),
        CheckConstraint("source IN ('refused_booking', 'quote', 'form', 'conversation', 'staff')", name="source"),
        CheckConstraint("(status = 'converted') = (converted_at IS NOT NULL)", name="converted"),
        CheckConstraint("(status = 'lost') = (lost_reason IS NOT NULL)", name="lost"),
        CheckConstraint("attempts >= 1 AND follow_ups >= 0 AND score BETWEEN 0 AND 100", name="counts"),
        CheckConstraint("contact IS NULL OR customer_id IS NULL", name="one_owner"),
        Index("uq_leads_open_customer", "customer_id", unique=True, postgresql_where=OPEN),
        Index("uq_leads_open_contact", "contact", unique=True, postgresql_where=OPEN),
        Index("uq_leads_quote", "quote_id", unique=True),
        Index("ix_leads_due", "follow_up_at", postgresql_where=OPEN),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"), index=True)
    name: Mapped[str | None] = mapped_column(info=personal())
    phone: Mapped[str | None] = mapped_column(info=personal())
    email: Mapped[str | None] = mapped_column(info=personal())
    contact: Mapped[str | None] = mapped_column(info=personal())
    source: Mapped[str]
    status: Mapped[str]
    reason: Mapped[str | None] = mapped_column(info=personal())
    wanted: Mapped[dict[str, Any]] = mapped_column(JSONB, info=personal({}))
    quote_id: Mapped[UUID | None] = mapped_column(ForeignKey("quotes.id"))
    score: Mapped[int] = mapped_column(server_default=text("0"))
    attempts: Mapped[int] = mapped_column(server_default=text("1"))
    notes: Mapped[str | None] = mapped_column(info=personal())
    follow_ups: Mapped[int] = mapped_column(server_default=text("0"))
    follow_up_at: Mapped[datetime | None]
    last_contact_at: Mapped[datetime | None]
    booking_id: Mapped[UUID | None] = mapped_column(ForeignKey("bookings.id"))
    converted_at: Mapped[datetime | None]
    lost_reason: Mapped[str | None] = mapped_column(info=personal(GONE))
    created_at: Mapped[datetime] = mapped_column(index=True)
    updated_at: Mapped[datetime]


class LeadQuoteRow(Base):
    """A price that was a lead once: it never is again, whatever became of the lead and of newer prices."""

    __tablename__ = "lead_quotes"

    quote_id: Mapped[UUID] = mapped_column(ForeignKey("quotes.id"), primary_key=True)
    captured_at: Mapped[datetime]

"""The tables of what is remembered: single memories with their source, and one row a customer made from them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import FORGOTTEN_ROWS

EMPTY_LIST = text("'[]'::jsonb")


class MemoryRow(Base):
    """One thing that is remembered of somebody. source: the party, message or member of staff that it comes from.

    key: what it is about within its kind ("birthday:mia"); of several the newest counts, and one source says it once.
    confirmed_at: when the customer or staff said that it is so; told_at is the source's instant. dropped_at: when staff
    deleted it; its content is gone, and the row stays so that the same source does not bring it back.
    """

    __tablename__ = "memories"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('party', 'preferred_name', 'dietary', 'important_date', 'contact_method', 'special_request')",
            name="kind",
        ),
        CheckConstraint("source IN ('booking', 'message', 'staff')", name="source"),
        CheckConstraint("(kind = 'party') = (source = 'booking')", name="party_from_booking"),
        CheckConstraint("expires_at > told_at", name="expires"),
        Index("uq_memories_source", "source_id", "kind", "key", unique=True),
        Index("ix_memories_customer_id_kind", "customer_id", "kind"),
        Index("ix_memories_important_dates", "kind", postgresql_where=text("kind IN ('important_date', 'party')")),
        {"info": FORGOTTEN_ROWS},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    kind: Mapped[str]
    key: Mapped[str]
    value: Mapped[dict[str, Any]] = mapped_column(JSONB)
    source: Mapped[str]
    source_id: Mapped[UUID]
    told_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
    created_at: Mapped[datetime]
    dropped_at: Mapped[datetime | None]


class FindingRow(Base):
    """A memory that the weekly check doubts: said twice, or no longer borne out by its source."""

    __tablename__ = "memory_findings"
    __table_args__ = (CheckConstraint("kind IN ('duplicate', 'unsupported')", name="kind"), {"info": FORGOTTEN_ROWS})

    memory_id: Mapped[UUID] = mapped_column(ForeignKey("memories.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str]
    found_at: Mapped[datetime]


class CustomerMemoryRow(Base):
    """What is remembered of one customer, on one row; made from their memories alone and never written otherwise."""

    __tablename__ = "customer_memory"
    __table_args__ = (CheckConstraint("total_bookings >= 0", name="total_bookings"), {"info": FORGOTTEN_ROWS})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), unique=True)
    preferred_name: Mapped[str | None] = mapped_column(String(100))
    typical_party_size: Mapped[int | None]
    typical_adults: Mapped[int | None]
    typical_children: Mapped[int | None]
    typical_event_type: Mapped[str | None] = mapped_column(String(50))
    total_bookings: Mapped[int] = mapped_column(server_default="0")
    last_booking_date: Mapped[date | None]
    favorite_day_of_week: Mapped[str | None] = mapped_column(String(20))
    favorite_time_of_day: Mapped[str | None] = mapped_column(String(20))
    favorite_proteins: Mapped[list[str]] = mapped_column(JSONB, server_default=EMPTY_LIST)
    dietary_restrictions: Mapped[list[str]] = mapped_column(JSONB, server_default=EMPTY_LIST)
    favorite_addons: Mapped[list[str]] = mapped_column(JSONB, server_default=EMPTY_LIST)
    usual_location: Mapped[str | None] = mapped_column(String(255))
    usual_zip: Mapped[str | None] = mapped_column(String(10))
    typical_travel_fee: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    special_requests: Mapped[str | None]
    important_dates: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=EMPTY_LIST)
    preferred_contact_method: Mapped[str | None] = mapped_column(String(20))
    response_speed: Mapped[str | None] = mapped_column(String(20))
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

"""The table journeys: one row is one message that nobody asked for, once and for all, and what became of it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.journeys.rules import Kind
from hibachi.journeys.schemas import State
from hibachi.kit.db import Base
from hibachi.kit.ids import new_id


class JourneyRow(Base):
    """A message that was due. No words, name or address stand here: those are in the thread.

    waiting: held back (reason), tried again until until_at. queued: the outbox has it. sent: a provider took it.
    attempts: how often it was queued, since what became stale in the outbox is decided anew; failures: how often
    deciding it failed.
    """

    __tablename__ = "journeys"
    __table_args__ = (
        UniqueConstraint("kind", "subject_id", "step", "day"),
        CheckConstraint(
            "state IN ('waiting', 'queued', 'sent', 'expired', 'stopped', 'failed', 'handed_over')", name="state"
        ),
        CheckConstraint("state NOT IN ('queued', 'sent') OR message_id IS NOT NULL", name="has_its_message"),
        CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent"),
        CheckConstraint("state IN ('queued', 'sent') OR reason IS NOT NULL", name="says_why"),
        CheckConstraint("due_at < until_at AND attempts >= 0 AND failures >= 0", name="numbers"),
        Index("ix_journeys_open", "kind", postgresql_where=text("state IN ('waiting', 'queued')")),
        Index("ix_journeys_customer_id_updated_at", "customer_id", "updated_at"),
        Index("ix_journeys_booking_id", "booking_id"),
        Index("ix_journeys_message_id", "message_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[Kind] = mapped_column(String(20))
    subject_id: Mapped[UUID]
    step: Mapped[str] = mapped_column(String(20))
    day: Mapped[date]
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    booking_id: Mapped[UUID | None] = mapped_column(ForeignKey("bookings.id"))
    conversation_id: Mapped[UUID | None]
    zone: Mapped[str]
    due_at: Mapped[datetime]
    until_at: Mapped[datetime]
    state: Mapped[State] = mapped_column(String(20))
    reason: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    failures: Mapped[int] = mapped_column(server_default=text("0"))
    message_id: Mapped[UUID | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]

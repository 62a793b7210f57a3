"""The table of who waits for payment instructions, or got them: one row for what is owed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base


class InstructionsRow(Base):
    """Asked for, and sent by whom; asked for again after that, it waits again."""

    __tablename__ = "payment_instructions"
    __table_args__ = (
        CheckConstraint("(sent_at IS NULL) = (sent_by IS NULL)", name="sent"),
        Index("ix_payment_instructions_waiting", "asked_at", postgresql_where="sent_at IS NULL"),
    )

    receivable_id: Mapped[UUID] = mapped_column(ForeignKey("receivables.id"), primary_key=True)
    asked_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    sent_by: Mapped[str | None]

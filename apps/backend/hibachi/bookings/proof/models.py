"""The tables of what the proof found, and of when it looked."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE, personal


class FindingRow(Base):
    """Something that is not as it has to be: one open row for a code and its subject."""

    __tablename__ = "proof_findings"
    __table_args__ = (
        CheckConstraint("found_at <= seen_at", name="seen"),
        Index("uq_proof_findings_open", "code", "subject", unique=True, postgresql_where=text("mended_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    code: Mapped[str]
    subject: Mapped[str]
    booking_id: Mapped[UUID | None] = mapped_column(ForeignKey("bookings.id"))
    what: Mapped[str] = mapped_column(info=personal(GONE))
    to_do: Mapped[str]
    is_urgent: Mapped[bool]
    found_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    mended_at: Mapped[datetime | None]


class ProofRow(Base):
    """One proof that came to its end."""

    __tablename__ = "proofs"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    proved_at: Mapped[datetime] = mapped_column(index=True)

"""The tables of who is told, and of what was told to whom."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE, personal


class RecipientRow(Base):
    """Somebody who is told of hand-overs from an urgency on. address: e-mail or number; the channel's name for Slack."""

    __tablename__ = "notice_recipients"
    __table_args__ = (
        CheckConstraint("kind IN ('email', 'sms', 'slack')", name="kind"),
        CheckConstraint("from_urgency IN ('low', 'normal', 'high', 'urgent')", name="from_urgency"),
        Index("uq_notice_recipients_active", "kind", "address", unique=True, postgresql_where="removed_at IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    address: Mapped[str]
    from_urgency: Mapped[str]
    created_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class NoticeRow(Base):
    """One notice of one hand-over to one recipient; its id is the idempotency key at the provider."""

    __tablename__ = "staff_notices"
    __table_args__ = (
        CheckConstraint("state IN ('queued', 'sent', 'failed', 'uncertain')", name="state"),
        CheckConstraint("state <> 'sent' OR sent_at IS NOT NULL", name="sent"),
        CheckConstraint("state NOT IN ('failed', 'uncertain') OR error IS NOT NULL", name="says_why"),
        Index("uq_staff_notices_once", "escalation_id", "recipient_id", unique=True),
        Index("ix_staff_notices_queued", "id", postgresql_where="state = 'queued'"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    escalation_id: Mapped[UUID] = mapped_column(ForeignKey("escalations.id"))
    recipient_id: Mapped[UUID] = mapped_column(ForeignKey("notice_recipients.id"))
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    state: Mapped[str]
    attempts: Mapped[int]
    begun_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(info=personal(GONE))
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]

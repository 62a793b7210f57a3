"""The tables of drafts, of their approvals, and of where drafts are asked for."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.customers.schemas import ChannelName
from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE, acted, personal


class DraftRow(Base):
    """A checked reply that waits for a person. last_sequence: the newest message that it answers.

    after: what the concierge keeps once it is sent (opaque here). discloses: it says that a machine answers. edited_text: what a person made of it; unsupported:
    the amounts in that which no fact of the turn holds.
    """

    __tablename__ = "drafts"
    __table_args__ = (
        CheckConstraint("status IN ('pending', 'sent', 'rejected', 'stale', 'withdrawn', 'expired')", name="status"),
        CheckConstraint("priority IN ('low', 'normal', 'high')", name="priority"),
        CheckConstraint("(status = 'sent') = (message_id IS NOT NULL)", name="sent_as_message"),
        CheckConstraint("status NOT IN ('sent', 'rejected') OR decided_at IS NOT NULL", name="decided"),
        CheckConstraint("status <> 'rejected' OR decision_reason <> ''", name="rejected_with_reason"),
        CheckConstraint("num_nulls(edited_text, edit_reason, edited_at, edit_distance) IN (0, 4)", name="edited"),
        CheckConstraint("text <> ''", name="text"),
        Index("uq_drafts_pending", "conversation_id", unique=True, postgresql_where="status = 'pending'"),
        Index("ix_drafts_conversation_id", "conversation_id"),
        Index("ix_drafts_status_sequence", "status", "sequence"),
        Index("ix_drafts_decided", "channel", "topic", postgresql_where="status IN ('sent', 'rejected')"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    sequence: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    channel: Mapped[ChannelName] = mapped_column(String(20))
    topic: Mapped[str]
    agent: Mapped[str | None]
    priority: Mapped[str]
    status: Mapped[str]
    text: Mapped[str] = mapped_column(info=personal(GONE))
    facts: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, info=personal([]))
    making: Mapped[dict[str, Any]] = mapped_column(JSONB, info=personal({}))
    after: Mapped[dict[str, Any]] = mapped_column(JSONB, info=personal({}))
    discloses: Mapped[bool]
    answers: Mapped[list[str]] = mapped_column(JSONB)
    last_sequence: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]

    edited_text: Mapped[str | None] = mapped_column(info=personal(GONE))
    edit_reason: Mapped[str | None] = mapped_column(String(255), info=personal(GONE))
    edited_by: Mapped[UUID | None]
    edited_at: Mapped[datetime | None]
    edit_distance: Mapped[int | None]
    unsupported: Mapped[list[str]] = mapped_column(JSONB, info=personal([]))

    opened_at: Mapped[datetime | None]
    opened_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    decision_reason: Mapped[str | None] = mapped_column(String(500), info=personal(GONE))
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"))
    reviewed_at: Mapped[datetime | None]


class ApprovalRow(Base):
    """A person's yes to exactly one text with its arguments: one row a draft, used once, and not after its end."""

    __tablename__ = "draft_approvals"
    __table_args__ = (
        CheckConstraint("used_at <= expires_at", name="used_in_time"),
        CheckConstraint("(used_at IS NULL) = (message_id IS NULL)", name="used_for_a_message"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    draft_id: Mapped[UUID] = mapped_column(ForeignKey("drafts.id"), unique=True)
    digest: Mapped[str] = mapped_column(String(64))
    amounts_confirmed: Mapped[bool]
    approved_by: Mapped[UUID | None]
    approved_by_name: Mapped[str] = mapped_column(info=acted())
    approved_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"), unique=True)


class DraftModeRow(Base):
    """Whether replies on a channel and topic wait for a person; "*" is any. hours: how long a draft may wait."""

    __tablename__ = "draft_modes"
    __table_args__ = (CheckConstraint("hours BETWEEN 1 AND 168", name="hours"),)

    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    topic: Mapped[str] = mapped_column(String(60), primary_key=True)
    drafting: Mapped[bool]
    hours: Mapped[int]
    set_by: Mapped[UUID | None]
    set_by_name: Mapped[str] = mapped_column(info=acted())
    set_at: Mapped[datetime]

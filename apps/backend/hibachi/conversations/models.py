"""The tables of threads, messages, their numbers, and of opt-outs."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Dialect, ForeignKey, Identity, Index, Numeric, String, false, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from hibachi.conversations.schemas import Role, Status
from hibachi.customers.schemas import CHANNELS, ChannelName
from hibachi.kit.db import Base
from hibachi.kit.ids import new_id

ONE_OF_CHANNELS = f"channel IN ({', '.join(repr(channel) for channel in CHANNELS)})"


class Dollars(TypeDecorator[int]):
    """Cents in Python, dollars with two decimals in the table, where the column's name says dollars."""

    impl = Numeric(12, 2)
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> Decimal | None:
        """Cents to dollars."""
        return None if value is None else Decimal(value).scaleb(-2)

    def process_result_value(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """Dollars to cents."""
        return None if value is None else int(value.scaleb(2))


class ConversationRow(Base):
    """One thread. Column `user_id` is the customer; `status` says who speaks: ai, a human (escalated), or nobody."""

    __tablename__ = "conversations"
    __table_args__ = (
        CheckConstraint(ONE_OF_CHANNELS, name="channel"),
        CheckConstraint("status IN ('ai', 'escalated', 'closed')", name="status"),
        CheckConstraint(
            "status <> 'escalated' OR (escalated_to_human AND escalated_at IS NOT NULL AND escalation_reason <> '')",
            name="escalated_with_reason",
        ),
        CheckConstraint("(turn_owner IS NULL) = (turn_lease_until IS NULL)", name="lease"),
        CheckConstraint("customer_satisfaction BETWEEN 1 AND 5", name="customer_satisfaction"),
        Index("uq_conversations_open", "user_id", "channel", unique=True, postgresql_where="status <> 'closed'"),
        Index("ix_conversations_status_last_message_at", "status", "last_message_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    channel: Mapped[ChannelName] = mapped_column(String(20))
    customer_id: Mapped[UUID] = mapped_column("user_id", ForeignKey("customers.id"), index=True)
    status: Mapped[Status] = mapped_column(String(20), server_default="ai")
    channel_metadata: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'::jsonb"))
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    last_message_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]

    escalated_to_human: Mapped[bool] = mapped_column(server_default=false())
    escalated_at: Mapped[datetime | None]
    escalation_reason: Mapped[str | None]
    escalation_summary: Mapped[str | None]
    assigned_agent_id: Mapped[UUID | None]
    handoff_to_human_at: Mapped[datetime | None]
    intervention_reason: Mapped[str | None]

    event_type: Mapped[str | None]
    booking_created: Mapped[bool] = mapped_column(server_default=false())
    total_revenue: Mapped[int | None] = mapped_column(Dollars)
    customer_satisfaction: Mapped[int | None]

    turn_owner: Mapped[UUID | None]
    turn_lease_until: Mapped[datetime | None]


class MessageRow(Base):
    """One message. Role assistant without `staff_id` is the AI's, and always has the facts that it rests on."""

    __tablename__ = "messages"
    __table_args__ = (
        CheckConstraint("role IN ('user', 'assistant', 'system')", name="role"),
        CheckConstraint(ONE_OF_CHANNELS, name="channel"),
        CheckConstraint("content <> ''", name="content"),
        CheckConstraint("role <> 'assistant' OR staff_id IS NOT NULL OR facts IS NOT NULL", name="ai_has_facts"),
        CheckConstraint("answered_by IS NULL OR role = 'user'", name="answered"),
        CheckConstraint(
            "NOT human_edited OR num_nulls(human_edit_content, edit_reason, edited_by, edited_at) = 0", name="edited"
        ),
        Index(
            "uq_messages_provider",
            "channel",
            "provider_message_id",
            unique=True,
            postgresql_where="provider_message_id IS NOT NULL",
        ),
        Index("ix_messages_conversation_id_sequence", "conversation_id", "sequence"),
        Index("ix_messages_unanswered", "conversation_id", postgresql_where="role = 'user' AND answered_by IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    sequence: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    channel: Mapped[ChannelName] = mapped_column(String(20))
    provider_message_id: Mapped[str | None]
    role: Mapped[Role] = mapped_column(String(20))
    content: Mapped[str]
    created_at: Mapped[datetime]
    answered_by: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"), index=True)

    confidence: Mapped[float | None]
    model_used: Mapped[str | None] = mapped_column(String(50))
    meta: Mapped[dict[str, Any]] = mapped_column("metadata", JSONB, server_default=text("'{}'::jsonb"))
    facts: Mapped[list[dict[str, Any]] | None] = mapped_column(JSONB(none_as_null=True))
    agent: Mapped[str | None]
    intent: Mapped[str | None]
    cost_usd: Mapped[Decimal | None] = mapped_column(Numeric(12, 6))
    tokens: Mapped[int | None]
    staff_id: Mapped[UUID | None]

    human_edited: Mapped[bool] = mapped_column(server_default=false())
    human_edit_content: Mapped[str | None]
    edit_reason: Mapped[str | None] = mapped_column(String(255))
    edited_by: Mapped[UUID | None]
    edited_at: Mapped[datetime | None]


class EmotionRow(Base):
    """How one message of a customer feels; written once a message, off the reply's path."""

    __tablename__ = "emotion_history"
    __table_args__ = (
        CheckConstraint("(emotion_data ->> 'intensity')::float BETWEEN 0 AND 1", name="intensity"),
        Index("ix_emotion_history_conversation_id_created_at", "conversation_id", "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id"), unique=True)
    emotion_data: Mapped[dict[str, Any]] = mapped_column(JSONB)
    created_at: Mapped[datetime]


class AnalyticsRow(Base):
    """The numbers of one conversation, written in the transactions that change them."""

    __tablename__ = "conversation_analytics"
    __table_args__ = (
        CheckConstraint("resolution_status IN ('open', 'escalated', 'resolved', 'abandoned')", name="resolution"),
        CheckConstraint("customer_satisfaction BETWEEN 1 AND 5", name="customer_satisfaction"),
        CheckConstraint("tone_score BETWEEN 0 AND 1", name="tone_score"),
        CheckConstraint("total_messages >= 0 AND total_cost_usd >= 0", name="not_negative"),
    )

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    total_messages: Mapped[int] = mapped_column(server_default="0")
    avg_confidence: Mapped[float | None]
    resolution_status: Mapped[str] = mapped_column(server_default="open")
    customer_satisfaction: Mapped[int | None]
    first_response_time_seconds: Mapped[float | None]
    total_cost_usd: Mapped[Decimal] = mapped_column(Numeric(12, 6), server_default="0")
    booking_converted: Mapped[bool] = mapped_column(server_default=false())
    booking_value_usd: Mapped[int | None] = mapped_column(Dollars)
    tone_score: Mapped[float | None]
    successful_outcome: Mapped[bool] = mapped_column(server_default=false())


class OptOutRow(Base):
    """One STOP of one person on one channel, with their words; `ended_at` is their START."""

    __tablename__ = "opt_outs"
    __table_args__ = (
        CheckConstraint(ONE_OF_CHANNELS, name="channel"),
        Index("uq_opt_outs_in_force", "customer_id", "channel", unique=True, postgresql_where="ended_at IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), index=True)
    channel: Mapped[ChannelName] = mapped_column(String(20))
    words: Mapped[str]
    at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_words: Mapped[str | None]

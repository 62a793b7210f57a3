"""Tables of the concierge: what it was thinking, called, logged and was refused."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Identity, Index, Numeric, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import FORGOTTEN_ROWS, personal


class DialogueRow(Base):
    """Where a conversation stands: the understood state after the last decided turn."""

    __tablename__ = "dialogues"
    __table_args__ = (
        Index("ix_dialogues_quoted", "updated_at", postgresql_where=text("quote_id IS NOT NULL")),
        {"info": FORGOTTEN_ROWS},
    )

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    state: Mapped[dict[str, Any]] = mapped_column(JSONB)
    quote_id: Mapped[UUID | None]
    updated_at: Mapped[datetime]


class ToolCallRow(Base):
    """One tool call, unique by (inbound message, number of the call): a turn that starts again calls nothing twice.

    quote_id: the price that it made, a quote's own or that of a hold or a change.
    """

    __tablename__ = "tool_calls"
    inbound_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    agent: Mapped[str]
    name: Mapped[str]
    arguments: Mapped[dict[str, Any]] = mapped_column(JSONB, info=personal({}))
    result: Mapped[dict[str, Any]] = mapped_column(JSONB, info=personal({}))
    quote_id: Mapped[UUID | None] = mapped_column(index=True)
    at: Mapped[datetime]


class ConversationBooking(Base):
    """A party that a conversation made or changed; the newest row is the newest deed."""

    __tablename__ = "conversation_bookings"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    booking_id: Mapped[UUID] = mapped_column(ForeignKey("bookings.id"))
    deed: Mapped[str]
    at: Mapped[datetime]


class Interaction(Base):
    """One decided turn: who spoke, with what, at what cost, and how it ended."""

    __tablename__ = "ai_interactions"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    inbound_id: Mapped[UUID]
    reply_id: Mapped[UUID | None]
    channel: Mapped[str]
    agent: Mapped[str] = mapped_column(index=True)
    agents_used: Mapped[list[str]] = mapped_column(JSONB)
    intent: Mapped[str]
    confidence: Mapped[float]
    emotion: Mapped[dict[str, Any]] = mapped_column(JSONB)
    model: Mapped[str]
    fallback: Mapped[bool] = mapped_column(default=False)
    tools: Mapped[list[str]] = mapped_column(JSONB)
    rejections: Mapped[int] = mapped_column(default=0)
    escalated: Mapped[bool] = mapped_column(default=False)
    input_tokens: Mapped[int] = mapped_column(default=0)
    output_tokens: Mapped[int] = mapped_column(default=0)
    cost_usd: Mapped[Decimal] = mapped_column(Numeric(12, 6), default=Decimal(0))
    milliseconds: Mapped[float] = mapped_column(default=0.0)
    at: Mapped[datetime] = mapped_column(index=True)


class ValidationFailure(Base):
    """A reply that did not leave, and why (VAL-03)."""

    __tablename__ = "ai_validation_failures"
    __table_args__ = {"info": FORGOTTEN_ROWS}  # noqa: RUF012 - SQLAlchemy reads it once, nobody changes it
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    error_type: Mapped[str] = mapped_column(index=True)
    error_message: Mapped[str]
    ai_response: Mapped[str]
    user_query: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(index=True)

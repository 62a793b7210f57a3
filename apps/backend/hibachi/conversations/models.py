"""The tables of threads, messages, their numbers, of what is on its way out, and of consent."""

from datetime import datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Connection,
    Dialect,
    ForeignKey,
    Identity,
    Index,
    Numeric,
    String,
    event,
    false,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from hibachi.conversations.schemas import OutboxKind, OutboxState, Role, Status
from hibachi.customers.schemas import CHANNELS, ChannelName
from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE, keeps_facts, personal

LEDGER_IS_APPEND_ONLY = (
    """
    CREATE OR REPLACE FUNCTION consents_refuses_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' AND current_setting('hibachi.erasing', true) = 'on' THEN RETURN NEW; END IF;
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'consents refuses ' || TG_OP;
    END $$
    """,
    """
    CREATE OR REPLACE TRIGGER consents_append_only
    BEFORE DELETE OR UPDATE OF id, channel, purpose, granted, basis, words, source_message_id, at ON consents
    FOR EACH STATEMENT EXECUTE FUNCTION consents_refuses_change()
    """,
    *keeps_facts("consents", ("id", "channel", "purpose", "granted", "basis", "source_message_id", "at")),
)
"""What a migration executes after it made the table. Only the person may change, when two prove to be one."""

IN_QUIET_HOURS = (
    "CASE WHEN quiet_from <= quiet_to THEN local_time >= quiet_from AND local_time < quiet_to "
    "ELSE local_time >= quiet_from OR local_time < quiet_to END"
)
"""Of an unasked message: the recipient's wall time when it was queued, against the owner's quiet hours."""
META = "channel IN ('instagram', 'facebook', 'whatsapp')"
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
    """One thread. Column `user_id` is the customer; `status` says who speaks: ai, a human (escalated), or nobody.

    disclosed_at: when the customer was told last that a machine answers; empty again once a human hands back.
    """

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
        Index("ix_conversations_last_message_at_id", "last_message_at", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    channel: Mapped[ChannelName] = mapped_column(String(20))
    customer_id: Mapped[UUID] = mapped_column("user_id", ForeignKey("customers.id"), index=True)
    status: Mapped[Status] = mapped_column(String(20), server_default="ai")
    channel_metadata: Mapped[dict[str, Any]] = mapped_column(
        JSONB, server_default=text("'{}'::jsonb"), info=personal({})
    )
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    last_message_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]

    escalated_to_human: Mapped[bool] = mapped_column(server_default=false())
    escalated_at: Mapped[datetime | None]
    escalation_reason: Mapped[str | None] = mapped_column(info=personal(GONE))
    escalation_summary: Mapped[str | None] = mapped_column(info=personal())
    assigned_agent_id: Mapped[UUID | None]
    handoff_to_human_at: Mapped[datetime | None]
    intervention_reason: Mapped[str | None] = mapped_column(info=personal(GONE))

    event_type: Mapped[str | None]
    booking_created: Mapped[bool] = mapped_column(server_default=false())
    total_revenue: Mapped[int | None] = mapped_column(Dollars)
    customer_satisfaction: Mapped[int | None]

    disclosed_at: Mapped[datetime | None]
    turn_owner: Mapped[UUID | None]
    turn_lease_until: Mapped[datetime | None]


class MessageRow(Base):
    """One message. Role assistant without `staff_id` is the AI's, and always has the facts that it rests on.

    review: why people should look at it; reviewed_at: when somebody did.
    """

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
        Index(
            "uq_messages_instead_of",
            text("(metadata ->> 'instead_of')"),
            unique=True,
            postgresql_where="metadata ->> 'instead_of' IS NOT NULL",
        ),
        Index("ix_messages_words", text("to_tsvector('simple', content)"), postgresql_using="gin"),
        Index("ix_messages_review", "id", postgresql_where="review <> '[]' AND reviewed_at IS NULL"),
        Index("ix_messages_unanswered", "conversation_id", postgresql_where="role = 'user' AND answered_by IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    sequence: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    channel: Mapped[ChannelName] = mapped_column(String(20))
    provider_message_id: Mapped[str | None]
    role: Mapped[Role] = mapped_column(String(20))
    content: Mapped[str] = mapped_column(info=personal(GONE))
    created_at: Mapped[datetime]
    answered_by: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"), index=True)

    confidence: Mapped[float | None]
    model_used: Mapped[str | None] = mapped_column(String(50))
    meta: Mapped[dict[str, Any]] = mapped_column(
        "metadata", JSONB, server_default=text("'{}'::jsonb"), info=personal({})
    )
    facts: Mapped[list[dict[str, Any]] | None] = mapped_column(JSONB(none_as_null=True), info=personal([]))
    agent: Mapped[str | None]
    intent: Mapped[str | None]
    cost_usd: Mapped[Decimal | None] = mapped_column(Numeric(12, 6))
    tokens: Mapped[int | None]
    staff_id: Mapped[UUID | None]

    human_edited: Mapped[bool] = mapped_column(server_default=false())
    human_edit_content: Mapped[str | None] = mapped_column(info=personal(GONE))
    edit_reason: Mapped[str | None] = mapped_column(String(255), info=personal(GONE))
    edited_by: Mapped[UUID | None]
    edited_at: Mapped[datetime | None]
    review: Mapped[list[str]] = mapped_column(JSONB, server_default=text("'[]'::jsonb"))
    reviewed_at: Mapped[datetime | None]


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
    words: Mapped[str] = mapped_column(info=personal(GONE))
    at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_words: Mapped[str | None] = mapped_column(info=personal(GONE))


class OutboxRow(Base):
    """One part of one message on its way to a customer; its id is the idempotency key at the provider.

    zone, local_time, quiet_*: of an unasked message, where and when it reaches its recipient; urgent: it answers
    somebody who wrote a moment ago. window_until: until when Meta lets us write; tag: what lets us later.
    Web chat and sandbox are pulled: such a row is delivered by the answer that carried it, provider "answer".
    """

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint(ONE_OF_CHANNELS, name="channel"),
        CheckConstraint("kind IN ('reply', 'handover', 'system', 'staff', 'unasked')", name="kind"),
        CheckConstraint(
            "state IN ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'uncertain', 'withheld')",
            name="state",
        ),
        CheckConstraint("part BETWEEN 1 AND parts", name="part"),
        CheckConstraint("body <> ''", name="body"),
        CheckConstraint("coalesce(recipient <> '', state = 'failed')", name="recipient"),
        CheckConstraint("(kind = 'unasked') = (consent_id IS NOT NULL)", name="unasked_has_consent"),
        CheckConstraint(
            "kind <> 'unasked' OR num_nulls(zone, local_time, quiet_from, quiet_to) = 0", name="unasked_has_zone"
        ),
        CheckConstraint(f"urgent OR NOT coalesce({IN_QUIET_HOURS}, false)", name="not_in_quiet_hours"),
        CheckConstraint(
            f"NOT {META} OR state = 'failed' OR tag IS NOT NULL OR coalesce(created_at <= window_until, false)",
            name="inside_metas_window",
        ),
        CheckConstraint(
            "state NOT IN ('sent', 'delivered', 'read') OR num_nulls(provider, provider_message_id, sent_at) = 0",
            name="sent_has_provider_id",
        ),
        CheckConstraint("(provider_message_id IS NULL) = (provider IS NULL)", name="provider_with_id"),
        CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name="lease"),
        CheckConstraint("(state = 'queued') = (next_try_at IS NOT NULL)", name="next_try"),
        CheckConstraint("state NOT IN ('sending', 'sent', 'uncertain') OR attempts > 0", name="attempted"),
        CheckConstraint("state NOT IN ('failed', 'uncertain', 'withheld') OR code IS NOT NULL", name="says_why"),
        Index(
            "uq_outbox_live_part",
            "message_id",
            "part",
            unique=True,
            postgresql_where="state NOT IN ('failed', 'withheld')",
        ),
        Index("uq_outbox_provider", "provider", "provider_message_id", unique=True),
        Index("uq_outbox_sending", "conversation_id", unique=True, postgresql_where="state = 'sending'"),
        Index("ix_outbox_waiting", "conversation_id", "sequence", postgresql_where="state IN ('queued', 'sending')"),
        Index("ix_outbox_conversation_id_sequence", "conversation_id", "sequence"),
        Index("ix_outbox_lost", "sequence", postgresql_where="state IN ('failed', 'uncertain')"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    sequence: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id"))
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    channel: Mapped[ChannelName] = mapped_column(String(20))
    recipient: Mapped[str | None] = mapped_column(info=personal(GONE))
    kind: Mapped[OutboxKind] = mapped_column(String(20))
    part: Mapped[int]
    parts: Mapped[int]
    body: Mapped[str] = mapped_column(info=personal(GONE))
    envelope: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'::jsonb"), info=personal({}))
    consent_id: Mapped[UUID | None] = mapped_column(ForeignKey("consents.id"))
    zone: Mapped[str | None]
    local_time: Mapped[time | None]
    quiet_from: Mapped[time | None]
    quiet_to: Mapped[time | None]
    urgent: Mapped[bool] = mapped_column(server_default=false())
    window_until: Mapped[datetime | None]
    tag: Mapped[str | None] = mapped_column(String(60))

    state: Mapped[OutboxState] = mapped_column(String(20), server_default="queued")
    attempts: Mapped[int] = mapped_column(server_default="0")
    looks: Mapped[int] = mapped_column(server_default="0")
    denials: Mapped[int] = mapped_column(server_default="0")
    next_try_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    provider: Mapped[str | None]
    provider_message_id: Mapped[str | None]
    code: Mapped[str | None]
    error: Mapped[str | None] = mapped_column(info=personal())
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]


class DeliveryReportRow(Base):
    """What a provider said of a message that no row bore its id yet; applied when one does."""

    __tablename__ = "delivery_reports"
    __table_args__ = (
        CheckConstraint("state IN ('sent', 'delivered', 'read', 'failed')", name="state"),
        Index("uq_delivery_reports", "provider", "provider_message_id", "state", unique=True),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    provider: Mapped[str]
    provider_message_id: Mapped[str]
    state: Mapped[str] = mapped_column(String(20))
    code: Mapped[str | None]
    at: Mapped[datetime]


class ConsentRow(Base):
    """One entry of the ledger of consent: who agreed to (or withdrew) what, on which channel, when, in which words.

    Rows are added, never changed. purpose "transactional" is about their own party, "marketing" all else, "all" both.
    """

    __tablename__ = "consents"
    __table_args__ = (
        CheckConstraint(ONE_OF_CHANNELS, name="channel"),
        CheckConstraint("purpose IN ('transactional', 'marketing', 'all')", name="purpose"),
        CheckConstraint("words <> ''", name="in_words"),
        CheckConstraint("basis IN ('keyword', 'form', 'staff', 'wrote_to_us')", name="basis"),
        Index("ix_consents_customer_id_channel_sequence", "customer_id", "channel", "sequence"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    sequence: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    channel: Mapped[ChannelName] = mapped_column(String(20))
    purpose: Mapped[str] = mapped_column(String(20))
    granted: Mapped[bool]
    basis: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(info=personal(GONE))
    source_message_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"))
    at: Mapped[datetime]


def _protect(_table: object, connection: Connection, **_options: object) -> None:
    for statement in LEDGER_IS_APPEND_ONLY:
        connection.exec_driver_sql(statement)


event.listen(ConsentRow.__table__, "after_create", _protect)

"""The tables of what was said of the concierge, and of what people should look at because of it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE, personal


class FeedbackRow(Base):
    """One answer of one person to one question. subject_id: the reply (vote), conversation (survey) or draft (approval).

    voter: "customer", or "staff:<id>". A subject is judged once by a person.
    """

    __tablename__ = "feedback_events"
    __table_args__ = (
        CheckConstraint("kind IN ('vote', 'survey', 'approval')", name="kind"),
        CheckConstraint("source IN ('link', 'widget', 'staff')", name="source"),
        CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),
        CheckConstraint("kind <> 'vote' OR message_id IS NOT NULL", name="vote_has_message"),
        Index("uq_feedback_events_once", "kind", "subject_id", "voter", unique=True),
        Index("ix_feedback_events_kind_at", "kind", "at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    source: Mapped[str]
    voter: Mapped[str]
    subject_id: Mapped[UUID]
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"), index=True)
    channel: Mapped[str]
    agent: Mapped[str | None]
    topic: Mapped[str | None]
    rating: Mapped[int]
    helpful: Mapped[bool]
    accurate: Mapped[bool]
    action_taken: Mapped[str]
    comment: Mapped[str | None] = mapped_column(info=personal())
    suggestion: Mapped[str | None] = mapped_column(info=personal())
    at: Mapped[datetime] = mapped_column(index=True)


class KnowledgeGapRow(Base):
    """A reply that did not help: the question as it was asked, without personal data, and what people could look at."""

    __tablename__ = "knowledge_gaps"
    __table_args__ = (
        CheckConstraint("(closed_at IS NULL) = (resolution IS NULL)", name="closed"),
        Index("ix_knowledge_gaps_open", "id", postgresql_where="closed_at IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    feedback_id: Mapped[UUID | None] = mapped_column(ForeignKey("feedback_events.id"), unique=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"), index=True)
    topic: Mapped[str | None]
    question: Mapped[str | None] = mapped_column(info=personal())
    answer: Mapped[str | None] = mapped_column(info=personal())
    suggestion: Mapped[str] = mapped_column(info=personal(GONE))
    at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[UUID | None]
    resolution: Mapped[str | None]

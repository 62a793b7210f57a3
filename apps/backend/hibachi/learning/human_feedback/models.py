"""The tables of improved replies, and of the training corpus."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import FORGOTTEN_ROWS, GONE, acted, personal


class ImprovementRow(Base):
    """One revision of what a person made of one text of the concierge: better words, or that nothing is to be improved.

    subject_id: the message, or the draft that was never sent. The newest revision is the truth; none is changed.
    """

    __tablename__ = "improved_responses"
    __table_args__ = (
        UniqueConstraint("subject_id", "revision", name="uq_improved_responses_revision"),
        CheckConstraint("feedback_type IN ('improve_response', 'nothing_to_improve')", name="feedback_type"),
        CheckConstraint("(feedback_type = 'improve_response') = (improved_response IS NOT NULL)", name="improved"),
        CheckConstraint("num_nonnulls(ai_message_id, draft_id) = 1", name="subject"),
        CheckConstraint("subject_id = coalesce(ai_message_id, draft_id)", name="subject_id"),
        CheckConstraint("revision >= 1", name="revision"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    ai_message_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"))
    draft_id: Mapped[UUID | None] = mapped_column(ForeignKey("drafts.id"))
    subject_id: Mapped[UUID]
    revision: Mapped[int] = mapped_column(Integer)
    feedback_type: Mapped[str] = mapped_column(String(40))
    original: Mapped[str] = mapped_column(info=personal(GONE))
    improved_response: Mapped[str | None] = mapped_column(info=personal(GONE))
    tags: Mapped[list[str]] = mapped_column(JSONB)
    pattern: Mapped[dict[str, Any]] = mapped_column(JSONB, info=personal({}))
    improved_by: Mapped[UUID | None]
    improved_by_name: Mapped[str] = mapped_column(info=acted())
    at: Mapped[datetime]


class CorpusRow(Base):
    """One pair to train on, personal data masked: one a text of the concierge, as its newest revision says."""

    __tablename__ = "training_corpus"
    __table_args__ = (Index("ix_training_corpus_updated_at", "updated_at", "id"), {"info": FORGOTTEN_ROWS})

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    subject_id: Mapped[UUID] = mapped_column(unique=True)
    improvement_id: Mapped[UUID] = mapped_column(ForeignKey("improved_responses.id"), index=True)
    question: Mapped[str]
    bad_output: Mapped[str]
    good_output: Mapped[str]
    tags: Mapped[list[str]] = mapped_column(JSONB)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

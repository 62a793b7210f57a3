"""The tables of knowledge: passages with their vectors, versions of the whole, the pointer to the one in force, uses."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pgvector.sqlalchemy import Vector
from sqlalchemy import DDL, CheckConstraint, Computed, ForeignKey, Index, SmallInteger, String, Text, event
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import personal

WIDTH = 384
EXTENSION = DDL("CREATE EXTENSION IF NOT EXISTS vector")  # type: ignore[no-untyped-call]  # the library leaves it so
event.listen(Base.metadata, "before_create", EXTENSION)
SOURCES = "('profile', 'own', 'approved_ai_response', 'training_data', 'gap')"
WORDS = """
setweight(to_tsvector('english', title || ' ' || asks), 'A') || setweight(to_tsvector('english', text), 'B')
""".strip()
SCORE = """
CASE WHEN times_used_in_response = 0 THEN 0.5
ELSE times_led_to_booking::double precision / times_used_in_response * 0.7 + avg_user_rating / 5.0 * 0.3 END
""".strip()
SUCCESS = """
CASE WHEN times_used_in_response = 0 THEN 0
ELSE times_led_to_booking::double precision / times_used_in_response END
""".strip()


class ChunkRow(Base):
    """One passage as it was written once: never changed, only succeeded by another row of its key.

    key: what stays the same when the words change ("profile:rain", "own:<id>"). state: a candidate waits for a person.
    success_rate and performance_score are computed by the database, so that no code can disagree with the formula.
    """

    __tablename__ = "knowledge_base"
    __table_args__ = (
        CheckConstraint(f"source_type IN {SOURCES}", name="source_type"),
        CheckConstraint("state IN ('candidate', 'accepted', 'refused')", name="state"),
        CheckConstraint("audience IN ('customer', 'inside')", name="audience"),
        CheckConstraint("times_led_to_booking BETWEEN 0 AND times_used_in_response", name="led_to_booking"),
        CheckConstraint("times_used_in_response <= times_retrieved", name="used"),
        CheckConstraint("valid_from <= valid_until", name="days"),
        CheckConstraint("avg_user_rating BETWEEN 0 AND 5 AND ratings >= 0", name="rating"),
        Index("ix_knowledge_base_key", "key"),
        Index("ix_knowledge_base_words", "words", postgresql_using="gin"),
        Index(
            "ix_knowledge_base_vector",
            "vector",
            postgresql_using="hnsw",
            postgresql_ops={"vector": "vector_cosine_ops"},
        ),
        Index("ix_knowledge_base_candidates", "id", postgresql_where=sql("state = 'candidate'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    key: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(String(500))
    text: Mapped[str] = mapped_column(Text)
    asks: Mapped[str] = mapped_column(Text, server_default=sql("''"))
    vector: Mapped[Any] = mapped_column(Vector(WIDTH))
    category: Mapped[str] = mapped_column(String(100))
    source_type: Mapped[str] = mapped_column(String(40))
    audience: Mapped[str] = mapped_column(String(20), server_default=sql("'customer'"))
    state: Mapped[str] = mapped_column(String(20), server_default=sql("'accepted'"))
    meta: Mapped[dict[str, Any]] = mapped_column("metadata", JSONB, server_default=sql("'{}'"))
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    created_at: Mapped[datetime]
    last_updated: Mapped[datetime]
    confirmed_at: Mapped[datetime] = mapped_column(index=True)
    words: Mapped[Any] = mapped_column(TSVECTOR, Computed(WORDS, persisted=True))
    times_retrieved: Mapped[int] = mapped_column(server_default=sql("0"))
    times_used_in_response: Mapped[int] = mapped_column(server_default=sql("0"))
    times_led_to_booking: Mapped[int] = mapped_column(server_default=sql("0"))
    ratings: Mapped[int] = mapped_column(server_default=sql("0"))
    avg_user_rating: Mapped[float] = mapped_column(server_default=sql("0"))
    usage_count: Mapped[int] = mapped_column(Computed("times_used_in_response", persisted=True))
    success_rate: Mapped[float] = mapped_column(Computed(SUCCESS, persisted=True))
    performance_score: Mapped[float] = mapped_column(Computed(SCORE, persisted=True))


class AskRow(Base):
    """One way to ask for a passage: its title, or other words, with a vector of its own."""

    __tablename__ = "knowledge_asks"
    __table_args__ = (
        Index(
            "ix_knowledge_asks_vector",
            "vector",
            postgresql_using="hnsw",
            postgresql_ops={"vector": "vector_cosine_ops"},
        ),
    )

    chunk_id: Mapped[UUID] = mapped_column(ForeignKey("knowledge_base.id"), primary_key=True)
    number: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    vector: Mapped[Any] = mapped_column(Vector(WIDTH))


class VersionRow(Base):
    """One state of the whole: which passages belong to it. state says what a person decided; what is in force is LiveRow's."""

    __tablename__ = "knowledge_versions"
    __table_args__ = (
        CheckConstraint("state IN ('building', 'waiting', 'approved', 'rejected')", name="state"),
        CheckConstraint("kind IN ('sync', 'edit', 'refresh')", name="kind"),
        CheckConstraint("(state IN ('approved', 'rejected')) = (decided_at IS NOT NULL)", name="decided"),
        Index(
            "uq_knowledge_versions_open", "kind", unique=True, postgresql_where=sql("state IN ('building', 'waiting')")
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[UUID] = mapped_column(unique=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(Text)
    report: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]


class MemberRow(Base):
    """A passage belongs to a version."""

    __tablename__ = "knowledge_members"

    version_id: Mapped[int] = mapped_column(ForeignKey("knowledge_versions.id"), primary_key=True)
    chunk_id: Mapped[UUID] = mapped_column(ForeignKey("knowledge_base.id"), primary_key=True, index=True)


class LiveRow(Base):
    """The one row that says which version is in force: a swap and a way back change it, and nothing else."""

    __tablename__ = "knowledge_live"
    __table_args__ = (CheckConstraint("one", name="one"),)

    one: Mapped[bool] = mapped_column(primary_key=True, server_default=sql("true"))
    version_id: Mapped[int] = mapped_column(ForeignKey("knowledge_versions.id"))


class QuestionRow(Base):
    """A question that versions are compared on. key: the passage that answers it; None where nothing does."""

    __tablename__ = "knowledge_questions"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    question: Mapped[str] = mapped_column(Text, unique=True)
    key: Mapped[str | None] = mapped_column(String(200))


class UseRow(Base):
    """A passage was used in a reply of a conversation; and the words with which the reply was judged last.

    The message comes first in the key: a row is its person's, by it their rows are found, exported and erased.
    """

    __tablename__ = "knowledge_uses"
    __table_args__ = (
        Index("ix_knowledge_uses_feedback", "chunk_id", postgresql_where=sql("user_feedback IS NOT NULL")),
    )

    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id"), primary_key=True)
    chunk_id: Mapped[UUID] = mapped_column(ForeignKey("knowledge_base.id"), primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    at: Mapped[datetime]
    booking_id: Mapped[UUID | None] = mapped_column(ForeignKey("bookings.id"))
    user_feedback: Mapped[str | None] = mapped_column(Text, info=personal())
    judged_at: Mapped[datetime | None]

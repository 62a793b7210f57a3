"""The table of what can be found again: a passage of a customer's words, or a memory in words, with its vector."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pgvector.sqlalchemy import HALFVEC
from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, SmallInteger, String, Text, text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.persons import DERIVED_ROWS

WIDTH = 384
WORDS = "to_tsvector('english', text)"


class PassageRow(Base):
    """One passage of one source: a message of the customer, or a memory that comes from a party or from staff.

    part: of a long message the passages are numbered from 0. vector_of: the md5 of the text that the vector was made
    of; where the text is another by now, the vector is never used. Half-precision numbers keep a row below two
    kilobytes, so that nothing of it is stored out of line.
    """

    __tablename__ = "memory_passages"
    __table_args__ = (
        CheckConstraint(
            "num_nonnulls(message_id, memory_id) = 1 AND source_id = coalesce(message_id, memory_id)", name="source"
        ),
        CheckConstraint("(message_id IS NULL) = (conversation_id IS NULL)", name="thread"),
        CheckConstraint("(vector IS NULL) = (vector_of IS NULL)", name="vector"),
        CheckConstraint("text <> ''", name="text"),
        CheckConstraint("part >= 0", name="part"),
        Index("ix_memory_passages_customer_id_told_at", "customer_id", "told_at"),
        Index("ix_memory_passages_message_id", "message_id", postgresql_where=text("message_id IS NOT NULL")),
        Index("ix_memory_passages_memory_id", "memory_id", postgresql_where=text("memory_id IS NOT NULL")),
        {"info": DERIVED_ROWS},
    )

    source_id: Mapped[UUID] = mapped_column(primary_key=True)
    part: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"))
    conversation_id: Mapped[UUID | None] = mapped_column(ForeignKey("conversations.id"))
    memory_id: Mapped[UUID | None] = mapped_column(ForeignKey("memories.id", ondelete="CASCADE"))
    told_at: Mapped[datetime]
    text: Mapped[str] = mapped_column(Text)
    words: Mapped[Any] = mapped_column(TSVECTOR, Computed(WORDS, persisted=True))
    vector: Mapped[Any | None] = mapped_column(HALFVEC(WIDTH))
    vector_of: Mapped[str | None] = mapped_column(String(32))

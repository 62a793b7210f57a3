"""The table of notes about conversations: a version a state in which the conversation rested."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import FORGOTTEN_ROWS


class CrmNoteRow(Base):
    """One version of a conversation's note. state: a digest of what it was written of; it is written once for each.

    facts: which words of the summary and the step trace to which fact. refused: why a model's draft was not taken.
    edited_*: what a member of staff made of it, beside what was written.
    """

    __tablename__ = "crm_notes"
    __table_args__ = (
        UniqueConstraint("conversation_id", "version"),
        UniqueConstraint("conversation_id", "state", name="uq_crm_notes_state"),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("occasion IN ('quiet', 'closed', 'handed_over', 'booked')", name="occasion"),
        CheckConstraint("standing IN ('new', 'contacted', 'quoted', 'won', 'lost')", name="standing"),
        CheckConstraint("summary <> '' AND next_step <> ''", name="says_something"),
        CheckConstraint(
            "num_nulls(edited_summary, edited_next_step, edited_by, edited_at) IN (0, 4)", name="edited_as_a_whole"
        ),
        {"info": FORGOTTEN_ROWS},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    version: Mapped[int]
    state: Mapped[str]
    occasion: Mapped[str]
    summary: Mapped[str]
    next_step: Mapped[str]
    next_by: Mapped[datetime | None]
    facts: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    standing: Mapped[str | None]
    model: Mapped[str]
    refused: Mapped[str | None]
    edited_summary: Mapped[str | None]
    edited_next_step: Mapped[str | None]
    edited_by: Mapped[UUID | None]
    edited_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

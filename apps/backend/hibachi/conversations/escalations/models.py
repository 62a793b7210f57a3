"""The table of what was handed to a person."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE, personal


class EscalationRow(Base):
    """One hand-over with what the colleague needs: the summary, what was tried, how urgent it is, what was not sent."""

    __tablename__ = "escalations"
    __table_args__ = (
        CheckConstraint("urgency IN ('low', 'normal', 'high', 'urgent')", name="urgency"),
        CheckConstraint("reason <> ''", name="reason"),
        Index("ix_escalations_conversation_id_id", "conversation_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    reason: Mapped[str] = mapped_column(info=personal(GONE))
    summary: Mapped[str] = mapped_column(info=personal(GONE))
    urgency: Mapped[str]
    tried: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, info=personal([]))
    unsent_draft: Mapped[str | None] = mapped_column(info=personal())
    at: Mapped[datetime]

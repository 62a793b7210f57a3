"""The table of proposals: what a script shall say, who said yes, and with which version of the policies."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import acted


class ScriptProposalRow(Base):
    """A change of one script. before: as it was in force when this was made (None: a new one); after: None takes it out.

    improvement_id: the improved reply that it came out of. policy_version: the release; undone_version: the way back.
    """

    __tablename__ = "script_proposals"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'released', 'rejected', 'superseded', 'undone')", name="state"),
        CheckConstraint("(state = 'waiting') = (decided_at IS NULL)", name="decided"),
        CheckConstraint("(state IN ('released', 'undone')) = (policy_version IS NOT NULL)", name="released"),
        CheckConstraint("(state = 'undone') = (undone_version IS NOT NULL)", name="undone"),
        CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="changes"),
        Index("ix_script_proposals_state", "state", "id"),
        Index(
            "uq_script_proposals_waiting_improvement",
            "improvement_id",
            unique=True,
            postgresql_where="state = 'waiting' AND improvement_id IS NOT NULL",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    key: Mapped[str] = mapped_column(String(60))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    note: Mapped[str] = mapped_column(String(500))
    improvement_id: Mapped[UUID | None]
    state: Mapped[str] = mapped_column(String(20))
    proposed_by: Mapped[UUID | None]
    proposed_by_name: Mapped[str] = mapped_column(info=acted())
    proposed_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    decided_by_name: Mapped[str | None] = mapped_column(info=acted())
    decided_at: Mapped[datetime | None]
    decision_reason: Mapped[str | None] = mapped_column(String(500))
    policy_version: Mapped[int | None]
    undone_by_name: Mapped[str | None] = mapped_column(info=acted())
    undone_at: Mapped[datetime | None]
    undone_version: Mapped[int | None]

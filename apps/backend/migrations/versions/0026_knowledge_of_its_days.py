"""knowledge: uses are found by their message, a judgement's words stand with its use, entries hold from a day on

Revision: 0026
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0026"
down_revision: str | None = "0025"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

MOMENT = postgresql.TIMESTAMP(timezone=True)
DAYS = "ck_knowledge_base_days"


def upgrade() -> None:
    """Bring the schema forward. Words of which nobody knows any more whose they were are not taken over."""
    op.drop_constraint(op.f("pk_knowledge_uses"), "knowledge_uses")
    op.create_primary_key(op.f("pk_knowledge_uses"), "knowledge_uses", ["message_id", "chunk_id"])
    op.drop_index("ix_knowledge_uses_message_id", "knowledge_uses")
    op.add_column("knowledge_uses", sa.Column("user_feedback", sa.Text()))
    op.add_column("knowledge_uses", sa.Column("judged_at", MOMENT))
    op.create_index(
        "ix_knowledge_uses_feedback",
        "knowledge_uses",
        ["chunk_id"],
        postgresql_where=sa.text("user_feedback IS NOT NULL"),
    )
    op.drop_column("knowledge_base", "last_user_feedback")
    op.add_column("knowledge_base", sa.Column("valid_from", sa.Date()))
    op.create_check_constraint(op.f(DAYS), "knowledge_base", "valid_from <= valid_until")


def downgrade() -> None:
    """Take the schema back; what passages were judged with is lost."""
    op.drop_constraint(op.f(DAYS), "knowledge_base")
    op.drop_column("knowledge_base", "valid_from")
    op.add_column("knowledge_base", sa.Column("last_user_feedback", sa.Text()))
    op.drop_index("ix_knowledge_uses_feedback", "knowledge_uses")
    op.drop_column("knowledge_uses", "judged_at")
    op.drop_column("knowledge_uses", "user_feedback")
    op.create_index("ix_knowledge_uses_message_id", "knowledge_uses", ["message_id"])
    op.drop_constraint(op.f("pk_knowledge_uses"), "knowledge_uses")
    op.create_primary_key(op.f("pk_knowledge_uses"), "knowledge_uses", ["chunk_id", "message_id"])

"""notes about conversations for the staff, a version a state

Revision: 0027
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0027"
down_revision: str | None = "0026"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

INSTANT = postgresql.TIMESTAMP(timezone=True)
CHECKS = {
    "version": "version >= 1",
    "occasion": "occasion IN ('quiet', 'closed', 'handed_over', 'booked')",
    "standing": "standing IN ('new', 'contacted', 'quoted', 'won', 'lost')",
    "says_something": "summary <> '' AND next_step <> ''",
    "edited_as_a_whole": "num_nulls(edited_summary, edited_next_step, edited_by, edited_at) IN (0, 4)",
}


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "crm_notes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("state", "occasion", "summary", "next_step")),
        sa.Column("next_by", INSTANT),
        sa.Column("facts", postgresql.JSONB(), nullable=False),
        sa.Column("standing", sa.String()),
        sa.Column("model", sa.String(), nullable=False),
        *(sa.Column(name, sa.String()) for name in ("refused", "edited_summary", "edited_next_step")),
        sa.Column("edited_by", sa.Uuid()),
        sa.Column("edited_at", INSTANT),
        sa.Column("created_at", INSTANT, nullable=False),
        *(sa.CheckConstraint(rule, name=op.f(f"ck_crm_notes_{name}")) for name, rule in CHECKS.items()),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_crm_notes_conversation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crm_notes")),
        sa.UniqueConstraint("conversation_id", "version", name=op.f("uq_crm_notes_conversation_id_version")),
        sa.UniqueConstraint("conversation_id", "state", name=op.f("uq_crm_notes_state")),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("crm_notes")

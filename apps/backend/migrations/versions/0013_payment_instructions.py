"""payments: who waits to be told how to pay

Revision: 0013
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    moment = postgresql.TIMESTAMP(timezone=True)
    op.create_table(
        "payment_instructions",
        sa.Column("receivable_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("sent_at", moment),
        sa.Column("sent_by", sa.String()),
        sa.CheckConstraint("(sent_at IS NULL) = (sent_by IS NULL)", name=op.f("ck_payment_instructions_sent")),
        sa.ForeignKeyConstraint(
            ["receivable_id"], ["receivables.id"], name=op.f("fk_payment_instructions_receivable_id")
        ),
        sa.PrimaryKeyConstraint("receivable_id", name=op.f("pk_payment_instructions")),
    )
    op.create_index(
        "ix_payment_instructions_waiting", "payment_instructions", ["asked_at"],
        postgresql_where=sa.text("sent_at IS NULL"),
    )  # fmt: skip


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("payment_instructions")

"""what the nightly proof finds, and the day's summary of what waits for staff

Revision: 0022
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0022"
down_revision: str | None = "0021"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

INSTANT = postgresql.TIMESTAMP(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    _findings()
    _summaries()


def downgrade() -> None:
    """Take the schema back."""
    _drop_summaries()
    op.drop_table("proofs")
    op.drop_table("proof_findings")


def _findings() -> None:
    words = [sa.Column(name, sa.String(), nullable=False) for name in ("code", "subject", "what", "to_do")]
    op.create_table(
        "proof_findings",
        sa.Column("id", sa.Uuid(), nullable=False),
        *words,
        sa.Column("booking_id", sa.Uuid()),
        sa.Column("is_urgent", sa.Boolean(), nullable=False),
        sa.Column("found_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("mended_at", INSTANT),
        sa.CheckConstraint("found_at <= seen_at", name=op.f("ck_proof_findings_seen")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_proof_findings_booking_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proof_findings")),
    )
    op.create_index(
        "uq_proof_findings_open", "proof_findings", ["code", "subject"],
        unique=True, postgresql_where=sa.text("mended_at IS NULL"),
    )  # fmt: skip
    op.create_table(
        "proofs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proved_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proofs")),
    )
    op.create_index("ix_proofs_proved_at", "proofs", ["proved_at"])


ABOUT = {
    "about": "(escalation_id IS NULL) = (summary IS NOT NULL)",
    "thread": "(escalation_id IS NULL) = (conversation_id IS NULL)",
    "words": "(summary IS NULL) = (words IS NULL)",
}


def _summaries() -> None:
    for name in ("escalation_id", "conversation_id"):
        op.alter_column("staff_notices", name, nullable=True)
    for name in ("summary", "words"):
        op.add_column("staff_notices", sa.Column(name, sa.String()))
    for name, condition in ABOUT.items():
        op.create_check_constraint(op.f(f"ck_staff_notices_{name}"), "staff_notices", condition)
    op.create_index("uq_staff_notices_summary", "staff_notices", ["summary", "recipient_id"], unique=True)


def _drop_summaries() -> None:
    op.execute("DELETE FROM staff_notices WHERE summary IS NOT NULL")
    op.drop_index("uq_staff_notices_summary", "staff_notices")
    for name in ABOUT:
        op.drop_constraint(op.f(f"ck_staff_notices_{name}"), "staff_notices")
    for name in ("summary", "words"):
        op.drop_column("staff_notices", name)
    for name in ("escalation_id", "conversation_id"):
        op.alter_column("staff_notices", name, nullable=False)

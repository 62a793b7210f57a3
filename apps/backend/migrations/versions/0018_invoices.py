"""invoices and credit notes; whose customer a page at Stripe was asked for

Revision: 0018
"""

from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

SQL = Path(__file__).parents[1] / "sql"
INSTANT = postgresql.TIMESTAMP(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("stripe_payments", sa.Column("customer", sa.String()))
    _invoices()
    _execute("invoices_are_sound")


def downgrade() -> None:
    """Take the schema back."""
    _execute("drop_invoices_are_sound")
    op.drop_table("invoices")
    op.drop_column("stripe_payments", "customer")


def _execute(name: str) -> None:
    op.get_bind().exec_driver_sql((SQL / f"{name}.sql").read_text())


def _invoices() -> None:
    words = [sa.Column(name, postgresql.JSONB(), nullable=False) for name in ("seller", "buyer", "about", "lines")]
    op.create_table(
        "invoices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("receivable_id", sa.Uuid(), nullable=False),
        sa.Column("credits", sa.Uuid()),
        *words,
        sa.Column("terms", sa.String(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("issued_at", INSTANT, nullable=False),
        sa.CheckConstraint("kind IN ('invoice', 'credit')", name=op.f("ck_invoices_kind")),
        sa.CheckConstraint("(kind = 'credit') = (credits IS NOT NULL)", name=op.f("ck_invoices_credits")),
        sa.CheckConstraint("(kind = 'credit') = (reason IS NOT NULL)", name=op.f("ck_invoices_reason")),
        sa.CheckConstraint("total > 0 AND sequence > 0", name=op.f("ck_invoices_amounts")),
        sa.ForeignKeyConstraint(["receivable_id"], ["receivables.id"], name=op.f("fk_invoices_receivable_id")),
        sa.ForeignKeyConstraint(["credits"], ["invoices.id"], name=op.f("fk_invoices_credits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoices")),
        sa.UniqueConstraint("year", "sequence", name=op.f("uq_invoices_year_sequence")),
        sa.UniqueConstraint("credits", name=op.f("uq_invoices_credits")),
    )
    op.create_index("ix_invoices_receivable_id", "invoices", ["receivable_id"])

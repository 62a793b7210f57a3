"""payments by card: what stands at Stripe, and the events that it told

Revision: 0011
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

INSTANT = postgresql.TIMESTAMP(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    _customers()
    _payments()
    _refunds()
    _events()


def downgrade() -> None:
    """Take the schema back."""
    for table in ("stripe_events", "stripe_refunds", "stripe_payments", "stripe_customers"):
        op.drop_table(table)


def _customers() -> None:
    op.create_table(
        "stripe_customers",
        sa.Column("receivable_id", sa.Uuid(), nullable=False),
        sa.Column("customer", sa.String(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["receivable_id"], ["receivables.id"], name=op.f("fk_stripe_customers_receivable_id")),
        sa.PrimaryKeyConstraint("receivable_id", name=op.f("pk_stripe_customers")),
    )


def _payments() -> None:
    op.create_table(
        "stripe_payments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("receivable_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("back", sa.String(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("payment_intent", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("deadline", INSTANT, nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("dispute", sa.String(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.CheckConstraint("purpose IN ('deposit', 'balance')", name=op.f("ck_stripe_payments_purpose")),
        sa.CheckConstraint("amount > 0", name=op.f("ck_stripe_payments_amount")),
        sa.CheckConstraint(
            "state IN ('opening', 'open', 'waiting', 'paid', 'expired', 'failed')",
            name=op.f("ck_stripe_payments_state"),
        ),
        sa.CheckConstraint("(state = 'paid') = (entry_id IS NOT NULL)", name=op.f("ck_stripe_payments_paid_has_entry")),
        sa.CheckConstraint(
            "state IN ('opening', 'failed') OR session_id IS NOT NULL", name=op.f("ck_stripe_payments_has_session")
        ),
        sa.ForeignKeyConstraint(["receivable_id"], ["receivables.id"], name=op.f("fk_stripe_payments_receivable_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["ledger.id"], name=op.f("fk_stripe_payments_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stripe_payments")),
        sa.UniqueConstraint("session_id", name=op.f("uq_stripe_payments_session_id")),
        sa.UniqueConstraint("payment_intent", name=op.f("uq_stripe_payments_payment_intent")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_stripe_payments_entry_id")),
    )
    op.create_index(
        "uq_stripe_payments_live",
        "stripe_payments",
        ["receivable_id", "purpose"],
        unique=True,
        postgresql_where=sa.text("state IN ('opening', 'open', 'waiting')"),
    )
    op.create_index("ix_stripe_payments_receivable_id", "stripe_payments", ["receivable_id"])


def _refunds() -> None:
    op.create_table(
        "stripe_refunds",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("payment_id", sa.Uuid(), nullable=False),
        sa.Column("receivable_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("refund_id", sa.String(), nullable=True),
        sa.Column("ledger_id", sa.Uuid(), nullable=True),
        sa.Column("failure", sa.String(), nullable=True),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_stripe_refunds_amount")),
        sa.CheckConstraint(
            "state IN ('asked', 'pending', 'succeeded', 'failed')", name=op.f("ck_stripe_refunds_state")
        ),
        sa.CheckConstraint(
            "state <> 'succeeded' OR ledger_id IS NOT NULL", name=op.f("ck_stripe_refunds_succeeded_has_entry")
        ),
        sa.CheckConstraint(
            "state IN ('asked', 'failed') OR refund_id IS NOT NULL", name=op.f("ck_stripe_refunds_has_id")
        ),
        sa.ForeignKeyConstraint(["payment_id"], ["stripe_payments.id"], name=op.f("fk_stripe_refunds_payment_id")),
        sa.ForeignKeyConstraint(["receivable_id"], ["receivables.id"], name=op.f("fk_stripe_refunds_receivable_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["ledger.id"], name=op.f("fk_stripe_refunds_entry_id")),
        sa.ForeignKeyConstraint(["ledger_id"], ["ledger.id"], name=op.f("fk_stripe_refunds_ledger_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stripe_refunds")),
        sa.UniqueConstraint("refund_id", name=op.f("uq_stripe_refunds_refund_id")),
        sa.UniqueConstraint("ledger_id", name=op.f("uq_stripe_refunds_ledger_id")),
    )
    op.create_index(
        "uq_stripe_refunds_asked",
        "stripe_refunds",
        ["entry_id"],
        unique=True,
        postgresql_where=sa.text("state = 'asked'"),
    )
    op.create_index("ix_stripe_refunds_payment_id", "stripe_refunds", ["payment_id"])


def _events() -> None:
    op.create_table(
        "stripe_events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("payment_intent", sa.String(), nullable=True),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("handled_at", INSTANT, nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.CheckConstraint("(handled_at IS NULL) = (outcome IS NULL)", name=op.f("ck_stripe_events_handled")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stripe_events")),
        sa.UniqueConstraint("event_id", name=op.f("uq_stripe_events_event_id")),
    )
    op.create_index(
        "ix_stripe_events_waiting", "stripe_events", ["received_at"], postgresql_where=sa.text("handled_at IS NULL")
    )

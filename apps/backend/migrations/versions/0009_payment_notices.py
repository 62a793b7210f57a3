"""payments: what mails of payment services told, each once

Revision: 0009
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BEFORE = (
    "message", "auto_reply", "bounce", "report", "list", "robot", "loop", "forged", "nobody", "empty", "duplicate", "limited",
)  # fmt: skip
KINDS = ("received", "requested", "sent", "failed", "refunded", "pending", "unclear", "other")
STATES = ("recorded", "waiting", "dismissed", "ignored", "suspect")
REASONS = (
    "no_match", "several_match", "not_certain", "reference_unclear", "nothing_owed", "unclear", "no_amount", "foreign_currency",
    "maybe_twice", "maybe_recorded", "known_differently", "money_went_back", "payment_failed", "duplicate", "not_money_for_us", "sender_not_proven",
    "addressed_to_somebody_else",
)  # fmt: skip
CHECKS = {
    "amount": "amount > 0",
    "recorded": "(state = 'recorded') = (entry_id IS NOT NULL)",
    "recorded_for": "(entry_id IS NULL) = (receivable_id IS NULL)",
    "received": "state <> 'recorded' OR kind IN ('received', 'unclear')",
    "dismissed": "state <> 'dismissed' OR (decided_by IS NOT NULL AND note IS NOT NULL)",
    "decided": "(decided_by IS NULL) = (decided_at IS NULL)",
}
LIVE = "kind = 'received' AND transaction_id IS NOT NULL AND state IN ('recorded', 'waiting', 'dismissed')"


def _one_of(column: str, choices: Sequence[str]) -> str:
    return f"{column} IN ({', '.join(repr(choice) for choice in choices)})"


def _outcomes(choices: Sequence[str]) -> None:
    op.drop_constraint(op.f("ck_mails_outcome"), "mails", type_="check")
    op.create_check_constraint(op.f("ck_mails_outcome"), "mails", _one_of("outcome", choices))


def upgrade() -> None:
    """Bring the schema forward."""
    _outcomes((*BEFORE, "payment", "no_payment"))
    moment, text = postgresql.TIMESTAMP(timezone=True), sa.String()
    named = {"kind": KINDS, "state": STATES, "reason": REASONS}
    checks = {**{column: _one_of(column, choices) for column, choices in named.items()}, **CHECKS}
    op.create_table(
        "payment_notices",
        sa.Column("id", sa.Uuid(), nullable=False),
        *(sa.Column(name, text, nullable=False) for name in ("source", "issuer", "method", "kind", "state")),
        sa.Column("reason", text),
        sa.Column("amount", sa.BigInteger()),
        *(sa.Column(name, text) for name in ("currency", "payer", "payer_email", "memo", "transaction_id")),
        sa.Column("paid_on", sa.Date()),
        sa.Column("arrived_at", moment, nullable=False),
        sa.Column("candidates", postgresql.JSONB(), server_default="[]", nullable=False),
        sa.Column("receivable_id", sa.Uuid()),
        sa.Column("entry_id", sa.Uuid()),
        sa.Column("extent", text),
        sa.Column("twin_id", sa.Uuid()),
        sa.Column("decided_by", text),
        sa.Column("decided_at", moment),
        sa.Column("note", text),
        *(sa.CheckConstraint(said, name=op.f(f"ck_payment_notices_{name}")) for name, said in checks.items()),
        sa.ForeignKeyConstraint(["receivable_id"], ["receivables.id"], name=op.f("fk_payment_notices_receivable_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["ledger.id"], name=op.f("fk_payment_notices_entry_id")),
        sa.ForeignKeyConstraint(["twin_id"], ["payment_notices.id"], name=op.f("fk_payment_notices_twin_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_notices")),
        sa.UniqueConstraint("source", name=op.f("uq_payment_notices_source")),
    )
    op.create_index(
        "uq_payment_notices_transaction", "payment_notices", ["method", "transaction_id"], unique=True,
        postgresql_where=sa.text(LIVE),
    )  # fmt: skip
    op.create_index("ix_payment_notices_state_arrived_at", "payment_notices", ["state", "arrived_at"])
    for column in ("receivable_id", "entry_id"):
        op.create_index(op.f(f"ix_payment_notices_{column}"), "payment_notices", [column])


def downgrade() -> None:
    """Take the schema back; a mail of a payment service is a robot's again."""
    op.drop_table("payment_notices")
    op.execute("UPDATE mails SET outcome = 'robot' WHERE outcome IN ('payment', 'no_payment')")
    _outcomes(BEFORE)

"""the ledger: what is owed for each party, and every payment and refund of it

Revision: 0007
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

SQL = Path(__file__).parents[1] / "sql"
STANDING = """
    SELECT id, name, phone, email, deposit, deposit_paid, total_amount, status, cancelled_reason, created_at
    FROM bookings
    WHERE status <> 'held' ORDER BY id
"""
BILL = """
    INSERT INTO receivables (id, reference, payer, phone, email, total, deposit, created_at)
    VALUES (:id, :reference, :payer, :phone, :email, :total, :deposit, :at)
"""
PAY = """
    INSERT INTO ledger (id, receivable_id, kind, amount, method, provider, provider_id, actor_kind, actor_name, at)
    VALUES (:id, :id, 'deposit', :amount, 'recorded', 'bookings', :provider_id, 'system', 'migration 0007', :at)
"""


def _execute(name: str) -> None:
    """Run one file of SQL as it is, whatever it holds."""
    statements = (SQL / f"{name}.sql").read_text()
    driver = op.get_bind().connection.driver_connection
    assert driver is not None
    driver.execute(statements)


def _reference(booking_id: UUID) -> str:
    digits = hashlib.sha256(booking_id.bytes).hexdigest()[:12].upper()
    return f"PB-{digits[:4]}-{digits[4:8]}-{digits[8:]}"


def _take_over() -> None:
    """Write what parties owed and paid until now. What is there of a cancelled one counts as kept, unless time ended it."""
    bind = op.get_bind()
    for row in bind.execute(sa.text(STANDING)).all():
        kept = 0 if row.cancelled_reason in ("hold_expired", "deposit_expired") else min(row.deposit_paid, row.deposit)
        total = kept if row.status == "cancelled" else row.total_amount
        who = {"payer": row.name, "phone": row.phone, "email": row.email, "at": row.created_at}
        owed = {"id": row.id, "reference": _reference(row.id), "total": total, "deposit": row.deposit}
        bind.execute(sa.text(BILL), who | owed)
        if row.deposit_paid:
            paid = {"id": row.id, "amount": row.deposit_paid, "provider_id": str(row.id), "at": row.created_at}
            bind.execute(sa.text(PAY), paid)


def upgrade() -> None:
    """Bring the schema forward."""
    instant = postgresql.TIMESTAMP(timezone=True)
    op.add_column("bookings", sa.Column("paid", sa.BigInteger(), server_default=sa.text("0"), nullable=False))
    op.execute("UPDATE bookings SET paid = deposit_paid")
    op.create_check_constraint(op.f("ck_bookings_paid"), "bookings", "deposit_paid <= paid")
    op.create_table(
        "receivables",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("payer", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("refunded", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("deposit_paid", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("owed", sa.BigInteger(), sa.Computed("total - paid + refunded", persisted=True), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.CheckConstraint("total >= 0 AND deposit >= 0", name=op.f("ck_receivables_amounts")),
        sa.CheckConstraint("0 <= refunded AND refunded <= paid", name=op.f("ck_receivables_refunded")),
        sa.CheckConstraint(
            "0 <= deposit_paid AND deposit_paid <= paid - refunded", name=op.f("ck_receivables_deposit_paid")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receivables")),
        sa.UniqueConstraint("reference", name=op.f("uq_receivables_reference")),
    )
    op.create_table(
        "ledger",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("receivable_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("provider_id", sa.String(), nullable=False),
        sa.Column("refund_of", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("at", instant, nullable=False),
        sa.CheckConstraint("kind IN ('deposit', 'balance', 'tip', 'refund')", name=op.f("ck_ledger_kind")),
        sa.CheckConstraint("amount > 0", name=op.f("ck_ledger_amount")),
        sa.CheckConstraint("(kind = 'refund') = (refund_of IS NOT NULL)", name=op.f("ck_ledger_refund_of")),
        sa.CheckConstraint("kind <> 'refund' OR reason IS NOT NULL", name=op.f("ck_ledger_refund_reason")),
        sa.ForeignKeyConstraint(["receivable_id"], ["receivables.id"], name=op.f("fk_ledger_receivable_id")),
        sa.ForeignKeyConstraint(["refund_of"], ["ledger.id"], name=op.f("fk_ledger_refund_of")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
        sa.UniqueConstraint("provider", "provider_id", name=op.f("uq_ledger_provider_provider_id")),
    )
    op.create_index(op.f("ix_ledger_at"), "ledger", ["at"], unique=False)
    op.create_index(op.f("ix_ledger_refund_of"), "ledger", ["refund_of"], unique=False)
    op.create_index("ix_ledger_receivable_id_id", "ledger", ["receivable_id", "id"], unique=False)
    _execute("ledger_adds_up")
    _take_over()


def downgrade() -> None:
    """Take the schema back."""
    _execute("drop_ledger_adds_up")
    op.drop_table("ledger")
    op.drop_table("receivables")
    op.drop_constraint(op.f("ck_bookings_paid"), "bookings")
    op.drop_column("bookings", "paid")

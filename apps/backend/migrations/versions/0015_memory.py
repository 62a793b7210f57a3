"""memory: what is remembered of a customer

Revision: 0015
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

MOMENT = postgresql.TIMESTAMP(timezone=True)
KINDS = "kind IN ('party', 'preferred_name', 'dietary', 'important_date', 'contact_method', 'special_request')"

REFUSES = """
    CREATE OR REPLACE FUNCTION {table}_refuses_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        {unless}
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = '{table} refuses ' || TG_OP;
    END $$
"""
ERASING = "IF TG_OP = 'UPDATE' AND current_setting('hibachi.erasing', true) = 'on' THEN RETURN NEW; END IF;"
APPEND_ONLY = ("audit_log", "ledger", "consents")


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "memories",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", postgresql.JSONB(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint(KINDS, name=op.f("ck_memories_kind")),
        sa.CheckConstraint("source IN ('booking', 'message', 'staff')", name=op.f("ck_memories_source")),
        sa.CheckConstraint("(kind = 'party') = (source = 'booking')", name=op.f("ck_memories_party_from_booking")),
        sa.CheckConstraint("expires_at > told_at", name=op.f("ck_memories_expires")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_memories_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memories")),
    )
    op.create_index("uq_memories_source", "memories", ["source_id", "kind", "key"], unique=True)
    op.create_index("ix_memories_customer_id_kind", "memories", ["customer_id", "kind"])
    dated = sa.text("kind IN ('important_date', 'party')")
    op.create_index("ix_memories_important_dates", "memories", ["kind"], postgresql_where=dated)
    _customer_memory()
    op.add_column("customers", sa.Column("forgotten_at", MOMENT))
    for table in APPEND_ONLY:  # a forgotten person's words may be erased, in a transaction that says so
        op.execute(REFUSES.format(table=table, unless=ERASING))


def _customer_memory() -> None:
    def a_list(name: str) -> sa.Column[object]:
        return sa.Column(name, postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False)

    op.create_table(
        "customer_memory",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("preferred_name", sa.String(100)),
        sa.Column("typical_party_size", sa.Integer()),
        sa.Column("typical_adults", sa.Integer()),
        sa.Column("typical_children", sa.Integer()),
        sa.Column("typical_event_type", sa.String(50)),
        sa.Column("total_bookings", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_booking_date", sa.Date()),
        sa.Column("favorite_day_of_week", sa.String(20)),
        sa.Column("favorite_time_of_day", sa.String(20)),
        a_list("favorite_proteins"),
        a_list("dietary_restrictions"),
        a_list("favorite_addons"),
        sa.Column("usual_location", sa.String(255)),
        sa.Column("usual_zip", sa.String(10)),
        sa.Column("typical_travel_fee", sa.Numeric(10, 2)),
        sa.Column("special_requests", sa.String()),
        a_list("important_dates"),
        sa.Column("preferred_contact_method", sa.String(20)),
        sa.Column("response_speed", sa.String(20)),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.CheckConstraint("total_bookings >= 0", name=op.f("ck_customer_memory_total_bookings")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_customer_memory_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_memory")),
        sa.UniqueConstraint("customer_id", name=op.f("uq_customer_memory_customer_id")),
    )


def downgrade() -> None:
    """Take the schema back."""
    for table in APPEND_ONLY:
        op.execute(REFUSES.format(table=table, unless=""))
    op.drop_column("customers", "forgotten_at")
    op.drop_table("customer_memory")
    op.drop_table("memories")

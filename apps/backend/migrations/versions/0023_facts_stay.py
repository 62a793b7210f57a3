"""where texts are erased facts stay; what staff deleted of a memory's source is not remembered again

Revision: 0023
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

FACTS = {
    "audit_log": "id at actor_kind actor_id action resource",
    "consents": "id channel purpose granted basis source_message_id at",
    "invoices": "id year sequence kind receivable_id credits lines terms total paid currency actor_kind issued_at",
    "ledger": "id receivable_id kind amount provider refund_of actor_kind at",
}
"""Table → the columns that stay as they are, also where a forgotten person's texts are erased."""
REFUSES = """
    CREATE OR REPLACE FUNCTION erasing_keeps_facts() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = TG_TABLE_NAME || ' keeps its facts';
    END $$
"""
TRIGGER = """
    CREATE OR REPLACE TRIGGER {table}_keeps_facts BEFORE UPDATE ON {table}
    FOR EACH ROW WHEN (({before}) IS DISTINCT FROM ({after})) EXECUTE FUNCTION erasing_keeps_facts()
"""


def upgrade() -> None:
    """Bring the schema forward."""
    op.execute(REFUSES)
    for table, columns in FACTS.items():
        before, after = (", ".join(f"{row}.{column}" for column in columns.split()) for row in ("OLD", "NEW"))
        op.execute(TRIGGER.format(table=table, before=before, after=after))
    op.add_column("memories", sa.Column("dropped_at", postgresql.TIMESTAMP(timezone=True)))


def downgrade() -> None:
    """Take the schema back."""
    op.execute("DELETE FROM memories WHERE dropped_at IS NOT NULL")
    op.drop_column("memories", "dropped_at")
    for table in FACTS:
        op.execute(f"DROP TRIGGER {table}_keeps_facts ON {table}")
    op.execute("DROP FUNCTION erasing_keeps_facts()")

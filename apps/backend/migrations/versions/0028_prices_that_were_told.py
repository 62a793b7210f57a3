"""which conversation and which party a price belongs to is found by an index

Revision: 0028
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0028"
down_revision: str | None = "0027"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BACKFILL = """
UPDATE tool_calls SET quote_id = coalesce(result ->> 'quote_id', result -> 'quote' ->> 'quote_id')::uuid
WHERE coalesce(result ->> 'quote_id', result -> 'quote' ->> 'quote_id') IS NOT NULL
"""


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("tool_calls", sa.Column("quote_id", sa.Uuid(), nullable=True))
    op.execute(BACKFILL)
    op.create_index(op.f("ix_tool_calls_quote_id"), "tool_calls", ["quote_id"])
    op.create_index("ix_bookings_quote_id", "bookings", ["quote_id"])


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index("ix_bookings_quote_id", "bookings")
    op.drop_index(op.f("ix_tool_calls_quote_id"), "tool_calls")
    op.drop_column("tool_calls", "quote_id")

"""which guests' upgrades the host declined; who owed when money came or went, for its receipt

Revision: 0025
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0025"
down_revision: str | None = "0024"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    declined = sa.Column("declined", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    op.add_column("guest_choices", declined)
    op.add_column("ledger", sa.Column("payer", postgresql.JSONB()))


def downgrade() -> None:
    """Take the schema back."""
    op.drop_column("ledger", "payer")
    op.drop_column("guest_choices", "declined")

"""payments: whose customer a page at Stripe was asked for

Revision: 0018
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0018"
down_revision: str | None = "0013"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("stripe_payments", sa.Column("customer", sa.String()))


def downgrade() -> None:
    """Take the schema back."""
    op.drop_column("stripe_payments", "customer")

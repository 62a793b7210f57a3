"""outbox: how often a provider said that it does not hold a part

Revision: 0010
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("outbox", sa.Column("denials", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    """Take the schema back."""
    op.drop_column("outbox", "denials")

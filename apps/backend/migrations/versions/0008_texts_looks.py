"""sms: until when what providers hold was looked at

Revision: 0008
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "texts_looks",
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("looked_until", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("provider", name=op.f("pk_texts_looks")),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("texts_looks")

"""identity: a second factor

Revision: 0020
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0020"
down_revision: str | None = "0018"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("users", sa.Column("totp_secret", sa.String()))
    op.add_column("users", sa.Column("totp_on", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("users", sa.Column("totp_step", sa.BigInteger(), nullable=False, server_default="0"))
    op.alter_column("users", "totp_on", server_default=None)
    op.alter_column("users", "totp_step", server_default=None)
    op.create_check_constraint(op.f("ck_users_factor"), "users", "totp_secret IS NOT NULL OR NOT totp_on")
    op.create_table(
        "recovery_codes",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("used_at", postgresql.TIMESTAMP(timezone=True)),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_recovery_codes_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "digest", name=op.f("pk_recovery_codes")),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("recovery_codes")
    op.drop_constraint(op.f("ck_users_factor"), "users")
    for column in ("totp_step", "totp_on", "totp_secret"):
        op.drop_column("users", column)

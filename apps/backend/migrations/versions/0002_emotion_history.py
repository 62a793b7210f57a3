"""how customers feel, message by message

Revision: 0002
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "emotion_history",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("emotion_data", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(emotion_data ->> 'intensity')::float BETWEEN 0 AND 1", name=op.f("ck_emotion_history_intensity")
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_emotion_history_conversation_id")
        ),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_emotion_history_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_emotion_history")),
        sa.UniqueConstraint("message_id", name=op.f("uq_emotion_history_message_id")),
    )
    op.create_index(
        "ix_emotion_history_conversation_id_created_at",
        "emotion_history",
        ["conversation_id", "created_at"],
        unique=False,
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("emotion_history")

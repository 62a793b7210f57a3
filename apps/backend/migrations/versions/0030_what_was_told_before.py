"""what a customer told us before, found by meaning

Revision: 0030
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from pgvector.sqlalchemy import HALFVEC
from sqlalchemy.dialects import postgresql

revision: str = "0030"
down_revision: str | None = "0029"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

SOURCE = "num_nonnulls(message_id, memory_id) = 1 AND source_id = coalesce(message_id, memory_id)"
WORDS = "to_tsvector('english', text)"


def upgrade() -> None:
    """Bring the schema forward; the sweep fills the table."""
    op.create_table(
        "memory_passages",
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.SmallInteger(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid()),
        sa.Column("conversation_id", sa.Uuid()),
        sa.Column("memory_id", sa.Uuid()),
        sa.Column("told_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("words", postgresql.TSVECTOR(), sa.Computed(WORDS, persisted=True), nullable=False),
        sa.Column("vector", HALFVEC(384)),
        sa.Column("vector_of", sa.String(32)),
        sa.CheckConstraint(SOURCE, name=op.f("ck_memory_passages_source")),
        sa.CheckConstraint("(message_id IS NULL) = (conversation_id IS NULL)", name=op.f("ck_memory_passages_thread")),
        sa.CheckConstraint("(vector IS NULL) = (vector_of IS NULL)", name=op.f("ck_memory_passages_vector")),
        sa.CheckConstraint("text <> ''", name=op.f("ck_memory_passages_text")),
        sa.CheckConstraint("part >= 0", name=op.f("ck_memory_passages_part")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_memory_passages_customer_id")),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_memory_passages_message_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_memory_passages_conversation_id")
        ),
        sa.ForeignKeyConstraint(
            ["memory_id"], ["memories.id"], name=op.f("fk_memory_passages_memory_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source_id", "part", name=op.f("pk_memory_passages")),
    )
    op.create_index("ix_memory_passages_customer_id_told_at", "memory_passages", ["customer_id", "told_at"])
    for column in ("message_id", "memory_id"):
        op.create_index(
            f"ix_memory_passages_{column}",
            "memory_passages",
            [column],
            postgresql_where=sa.text(f"{column} IS NOT NULL"),
        )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("memory_passages")

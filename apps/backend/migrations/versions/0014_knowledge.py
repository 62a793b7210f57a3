"""knowledge: passages with vectors, their versions, and how they were used; gaps of questions that nothing answers

Revision: 0014
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from pgvector.sqlalchemy import Vector
from sqlalchemy.dialects import postgresql

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

MOMENT = postgresql.TIMESTAMP(timezone=True)
COSINE = {"vector": "vector_cosine_ops"}
WORDS = "setweight(to_tsvector('english', title || ' ' || asks), 'A') || setweight(to_tsvector('english', text), 'B')"
SCORE = """
CASE WHEN times_used_in_response = 0 THEN 0.5
ELSE times_led_to_booking::double precision / times_used_in_response * 0.7 + avg_user_rating / 5.0 * 0.3 END
""".strip()
SUCCESS = """
CASE WHEN times_used_in_response = 0 THEN 0
ELSE times_led_to_booking::double precision / times_used_in_response END
""".strip()


def upgrade() -> None:
    """Bring the schema forward."""
    op.execute("CREATE EXTENSION IF NOT EXISTS vector")
    _passages()
    _versions()
    _uses()
    op.alter_column("knowledge_gaps", "feedback_id", nullable=True)


def _passages() -> None:
    op.create_table(
        "knowledge_base",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("asks", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("vector", Vector(384), nullable=False),
        sa.Column("category", sa.String(100), nullable=False),
        sa.Column("source_type", sa.String(40), nullable=False),
        sa.Column("audience", sa.String(20), server_default=sa.text("'customer'"), nullable=False),
        sa.Column("state", sa.String(20), server_default=sa.text("'accepted'"), nullable=False),
        sa.Column("metadata", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("valid_until", sa.Date()),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("last_updated", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=False),
        sa.Column("words", postgresql.TSVECTOR(), sa.Computed(WORDS, persisted=True), nullable=False),
        sa.Column("times_retrieved", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("times_used_in_response", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("times_led_to_booking", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("ratings", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("avg_user_rating", sa.Float(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_user_feedback", sa.Text()),
        sa.Column("usage_count", sa.Integer(), sa.Computed("times_used_in_response", persisted=True), nullable=False),
        sa.Column("success_rate", sa.Float(), sa.Computed(SUCCESS, persisted=True), nullable=False),
        sa.Column("performance_score", sa.Float(), sa.Computed(SCORE, persisted=True), nullable=False),
        sa.CheckConstraint(
            "source_type IN ('profile', 'own', 'approved_ai_response', 'training_data', 'gap')",
            name=op.f("ck_knowledge_base_source_type"),
        ),
        sa.CheckConstraint("state IN ('candidate', 'accepted', 'refused')", name=op.f("ck_knowledge_base_state")),
        sa.CheckConstraint("audience IN ('customer', 'inside')", name=op.f("ck_knowledge_base_audience")),
        sa.CheckConstraint(
            "times_led_to_booking BETWEEN 0 AND times_used_in_response", name=op.f("ck_knowledge_base_led_to_booking")
        ),
        sa.CheckConstraint("times_used_in_response <= times_retrieved", name=op.f("ck_knowledge_base_used")),
        sa.CheckConstraint("avg_user_rating BETWEEN 0 AND 5 AND ratings >= 0", name=op.f("ck_knowledge_base_rating")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_base")),
    )
    waiting = sa.text("state = 'candidate'")
    op.create_index("ix_knowledge_base_key", "knowledge_base", ["key"])
    op.create_index("ix_knowledge_base_words", "knowledge_base", ["words"], postgresql_using="gin")
    op.create_index("ix_knowledge_base_confirmed_at", "knowledge_base", ["confirmed_at"])
    op.create_index("ix_knowledge_base_candidates", "knowledge_base", ["id"], postgresql_where=waiting)
    op.create_table(
        "knowledge_asks",
        sa.Column("chunk_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("vector", Vector(384), nullable=False),
        sa.ForeignKeyConstraint(["chunk_id"], ["knowledge_base.id"], name=op.f("fk_knowledge_asks_chunk_id")),
        sa.PrimaryKeyConstraint("chunk_id", "number", name=op.f("pk_knowledge_asks")),
    )
    for table in ("knowledge_base", "knowledge_asks"):
        op.create_index(f"ix_{table}_vector", table, ["vector"], postgresql_using="hnsw", postgresql_ops=COSINE)


def _versions() -> None:
    op.create_table(
        "knowledge_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("report", postgresql.JSONB()),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("decided_by", sa.String()),
        sa.Column("decided_at", MOMENT),
        sa.CheckConstraint(
            "state IN ('building', 'waiting', 'approved', 'rejected')", name=op.f("ck_knowledge_versions_state")
        ),
        sa.CheckConstraint("kind IN ('sync', 'edit', 'refresh')", name=op.f("ck_knowledge_versions_kind")),
        sa.CheckConstraint(
            "(state IN ('approved', 'rejected')) = (decided_at IS NOT NULL)",
            name=op.f("ck_knowledge_versions_decided"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_versions")),
        sa.UniqueConstraint("token", name=op.f("uq_knowledge_versions_token")),
    )
    undecided = sa.text("state IN ('building', 'waiting')")
    op.create_index(
        "uq_knowledge_versions_open", "knowledge_versions", ["kind"], unique=True, postgresql_where=undecided
    )
    op.create_table(
        "knowledge_members",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("chunk_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["knowledge_versions.id"], name=op.f("fk_knowledge_members_version_id")
        ),
        sa.ForeignKeyConstraint(["chunk_id"], ["knowledge_base.id"], name=op.f("fk_knowledge_members_chunk_id")),
        sa.PrimaryKeyConstraint("version_id", "chunk_id", name=op.f("pk_knowledge_members")),
    )
    op.create_index("ix_knowledge_members_chunk_id", "knowledge_members", ["chunk_id"])
    op.create_table(
        "knowledge_live",
        sa.Column("one", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("one", name=op.f("ck_knowledge_live_one")),
        sa.ForeignKeyConstraint(["version_id"], ["knowledge_versions.id"], name=op.f("fk_knowledge_live_version_id")),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_knowledge_live")),
    )
    op.create_table(
        "knowledge_questions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("key", sa.String(200)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_questions")),
        sa.UniqueConstraint("question", name=op.f("uq_knowledge_questions_question")),
    )


def _uses() -> None:
    op.create_table(
        "knowledge_uses",
        sa.Column("chunk_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("booking_id", sa.Uuid()),
        sa.ForeignKeyConstraint(["chunk_id"], ["knowledge_base.id"], name=op.f("fk_knowledge_uses_chunk_id")),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_knowledge_uses_message_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_knowledge_uses_conversation_id")
        ),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_knowledge_uses_booking_id")),
        sa.PrimaryKeyConstraint("chunk_id", "message_id", name=op.f("pk_knowledge_uses")),
    )
    op.create_index("ix_knowledge_uses_message_id", "knowledge_uses", ["message_id"])
    op.create_index("ix_knowledge_uses_conversation_id", "knowledge_uses", ["conversation_id"])


def downgrade() -> None:
    """Take the schema back; gaps without feedback go, since the older schema has no place for them."""
    op.execute("DELETE FROM knowledge_gaps WHERE feedback_id IS NULL")
    op.alter_column("knowledge_gaps", "feedback_id", nullable=False)
    for table in ("uses", "questions", "live", "members", "versions", "asks", "base"):
        op.drop_table(f"knowledge_{table}")
    op.execute("DROP EXTENSION IF EXISTS vector")

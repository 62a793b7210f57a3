"""replies that people should look at, what they made of them, the training corpus, and proposals of scripts

Revision: 0029
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0029"
down_revision: str | None = "0028"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BACKFILL = """
UPDATE messages SET review = coalesce((
    SELECT jsonb_agg(reason) FROM unnest(ARRAY[
        CASE WHEN (metadata #>> '{feedback,rating}')::numeric <= 2 THEN 'rated_down' END,
        CASE WHEN staff_id IS NULL AND confidence < 0.55 THEN 'low_confidence' END,
        CASE WHEN metadata ? 'ai_text' THEN 'draft_edited' END
    ]) AS reason WHERE reason IS NOT NULL), '[]'::jsonb)
WHERE role = 'assistant' AND model_used IS NOT NULL
"""
NOT_EMPTY = "review <> '[]' AND reviewed_at IS NULL"


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("messages", sa.Column("review", JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False))
    op.add_column("messages", sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("drafts", sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(BACKFILL)
    op.create_index("ix_messages_review", "messages", ["id"], postgresql_where=sa.text(NOT_EMPTY))
    _improved_responses()
    _training_corpus()
    _script_proposals()


def _improved_responses() -> None:
    op.create_table(
        "improved_responses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("ai_message_id", sa.Uuid(), nullable=True),
        sa.Column("draft_id", sa.Uuid(), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("feedback_type", sa.String(40), nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("improved_response", sa.String(), nullable=True),
        sa.Column("tags", JSONB(), nullable=False),
        sa.Column("pattern", JSONB(), nullable=False),
        sa.Column("improved_by", sa.Uuid(), nullable=True),
        sa.Column("improved_by_name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "feedback_type IN ('improve_response', 'nothing_to_improve')",
            name=op.f("ck_improved_responses_feedback_type"),
        ),
        sa.CheckConstraint(
            "(feedback_type = 'improve_response') = (improved_response IS NOT NULL)",
            name=op.f("ck_improved_responses_improved"),
        ),
        sa.CheckConstraint("num_nonnulls(ai_message_id, draft_id) = 1", name=op.f("ck_improved_responses_subject")),
        sa.CheckConstraint(
            "subject_id = coalesce(ai_message_id, draft_id)", name=op.f("ck_improved_responses_subject_id")
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_improved_responses_revision")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_improved_responses_conversation_id")
        ),
        sa.ForeignKeyConstraint(["ai_message_id"], ["messages.id"], name=op.f("fk_improved_responses_ai_message_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_improved_responses_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_improved_responses")),
        sa.UniqueConstraint("subject_id", "revision", name="uq_improved_responses_revision"),
    )
    op.create_index(op.f("ix_improved_responses_conversation_id"), "improved_responses", ["conversation_id"])


def _training_corpus() -> None:
    op.create_table(
        "training_corpus",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("improvement_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("bad_output", sa.String(), nullable=False),
        sa.Column("good_output", sa.String(), nullable=False),
        sa.Column("tags", JSONB(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["improvement_id"], ["improved_responses.id"], name=op.f("fk_training_corpus_improvement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_corpus")),
        sa.UniqueConstraint("subject_id", name=op.f("uq_training_corpus_subject_id")),
    )  # fmt: skip
    op.create_index(op.f("ix_training_corpus_improvement_id"), "training_corpus", ["improvement_id"])
    op.create_index("ix_training_corpus_updated_at", "training_corpus", ["updated_at", "id"])


def _script_proposals() -> None:
    op.create_table(
        "script_proposals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(60), nullable=False),
        sa.Column("before", JSONB(none_as_null=True), nullable=True),
        sa.Column("after", JSONB(none_as_null=True), nullable=True),
        sa.Column("note", sa.String(500), nullable=False),
        sa.Column("improvement_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=True),
        sa.Column("proposed_by_name", sa.String(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_by_name", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_reason", sa.String(500), nullable=True),
        sa.Column("policy_version", sa.Integer(), nullable=True),
        sa.Column("undone_by_name", sa.String(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_version", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'released', 'rejected', 'superseded', 'undone')",
            name=op.f("ck_script_proposals_state"),
        ),
        sa.CheckConstraint("(state = 'waiting') = (decided_at IS NULL)", name=op.f("ck_script_proposals_decided")),
        sa.CheckConstraint(
            "(state IN ('released', 'undone')) = (policy_version IS NOT NULL)",
            name=op.f("ck_script_proposals_released"),
        ),
        sa.CheckConstraint(
            "(state = 'undone') = (undone_version IS NOT NULL)", name=op.f("ck_script_proposals_undone")
        ),
        sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name=op.f("ck_script_proposals_changes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_script_proposals")),
    )
    op.create_index("ix_script_proposals_state", "script_proposals", ["state", "id"])
    op.create_index(
        "uq_script_proposals_waiting_improvement",
        "script_proposals",
        ["improvement_id"],
        unique=True,
        postgresql_where=sa.text("state = 'waiting' AND improvement_id IS NOT NULL"),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("script_proposals")
    op.drop_table("training_corpus")
    op.drop_table("improved_responses")
    op.drop_index("ix_messages_review", "messages")
    op.drop_column("drafts", "reviewed_at")
    op.drop_column("messages", "reviewed_at")
    op.drop_column("messages", "review")

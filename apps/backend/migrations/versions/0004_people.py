"""drafts, escalations, notices, feedback, and merges that can be undone

Revision: 0004
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "draft_modes",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("topic", sa.String(length=60), nullable=False),
        sa.Column("drafting", sa.Boolean(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("set_by", sa.Uuid(), nullable=True),
        sa.Column("set_by_name", sa.String(), nullable=False),
        sa.Column("set_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("hours BETWEEN 1 AND 168", name=op.f("ck_draft_modes_hours")),
        sa.PrimaryKeyConstraint("channel", "topic", name=op.f("pk_draft_modes")),
    )
    op.create_table(
        "notice_recipients",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("from_urgency", sa.String(), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("removed_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint(
            "from_urgency IN ('low', 'normal', 'high', 'urgent')", name=op.f("ck_notice_recipients_from_urgency")
        ),
        sa.CheckConstraint("kind IN ('email', 'sms', 'slack')", name=op.f("ck_notice_recipients_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_recipients")),
    )
    op.create_index(
        "uq_notice_recipients_active",
        "notice_recipients",
        ["kind", "address"],
        unique=True,
        postgresql_where="removed_at IS NULL",
    )
    op.create_table(
        "customer_merges",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("kept", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Uuid(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by_kind", sa.String(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("fields", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("undone_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.Uuid(), nullable=True),
        sa.Column("undone_by_name", sa.String(), nullable=True),
        sa.Column("undone_reason", sa.String(), nullable=True),
        sa.CheckConstraint("how IN ('proof', 'staff')", name=op.f("ck_customer_merges_how")),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_reason IS NULL)", name=op.f("ck_customer_merges_undone")),
        sa.CheckConstraint("kept <> gone", name=op.f("ck_customer_merges_two_people")),
        sa.ForeignKeyConstraint(["gone"], ["customers.id"], name=op.f("fk_customer_merges_gone")),
        sa.ForeignKeyConstraint(["kept"], ["customers.id"], name=op.f("fk_customer_merges_kept")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_merges")),
        sa.UniqueConstraint("sequence", name=op.f("uq_customer_merges_sequence")),
    )
    op.create_index(op.f("ix_customer_merges_gone"), "customer_merges", ["gone"], unique=False)
    op.create_index(op.f("ix_customer_merges_kept"), "customer_merges", ["kept"], unique=False)
    op.create_index(
        "uq_customer_merges_standing", "customer_merges", ["gone"], unique=True, postgresql_where="undone_at IS NULL"
    )
    op.create_table(
        "customer_merge_moves",
        sa.Column("merge_id", sa.Uuid(), nullable=False),
        sa.Column("noun", sa.String(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("before", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("not_restored", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["merge_id"], ["customer_merges.id"], name=op.f("fk_customer_merge_moves_merge_id")),
        sa.PrimaryKeyConstraint("merge_id", "noun", "row_id", name=op.f("pk_customer_merge_moves")),
    )
    op.create_table(
        "escalations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("urgency", sa.String(), nullable=False),
        sa.Column("tried", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("unsent_draft", sa.String(), nullable=True),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_escalations_reason")),
        sa.CheckConstraint("urgency IN ('low', 'normal', 'high', 'urgent')", name=op.f("ck_escalations_urgency")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_escalations_conversation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalations")),
    )
    op.create_index("ix_escalations_conversation_id_id", "escalations", ["conversation_id", "id"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("agent", sa.String(), nullable=True),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("making", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("discloses", sa.Boolean(), nullable=False),
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("last_sequence", sa.BigInteger(), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("expires_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("edited_text", sa.String(), nullable=True),
        sa.Column("edit_reason", sa.String(length=255), nullable=True),
        sa.Column("edited_by", sa.Uuid(), nullable=True),
        sa.Column("edited_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("edit_distance", sa.Integer(), nullable=True),
        sa.Column("unsupported", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("opened_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("opened_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decision_reason", sa.String(length=500), nullable=True),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("(status = 'sent') = (message_id IS NOT NULL)", name=op.f("ck_drafts_sent_as_message")),
        sa.CheckConstraint("priority IN ('low', 'normal', 'high')", name=op.f("ck_drafts_priority")),
        sa.CheckConstraint(
            "status <> 'rejected' OR decision_reason <> ''", name=op.f("ck_drafts_rejected_with_reason")
        ),
        sa.CheckConstraint(
            "status IN ('pending', 'sent', 'rejected', 'stale', 'withdrawn', 'expired')", name=op.f("ck_drafts_status")
        ),
        sa.CheckConstraint(
            "status NOT IN ('sent', 'rejected') OR decided_at IS NOT NULL", name=op.f("ck_drafts_decided")
        ),
        sa.CheckConstraint("text <> ''", name=op.f("ck_drafts_text")),
        sa.CheckConstraint(
            "num_nulls(edited_text, edit_reason, edited_at, edit_distance) IN (0, 4)", name=op.f("ck_drafts_edited")
        ),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_drafts_conversation_id")),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_drafts_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sa.UniqueConstraint("sequence", name=op.f("uq_drafts_sequence")),
    )
    op.create_index("ix_drafts_conversation_id", "drafts", ["conversation_id"], unique=False)
    op.create_index(
        "ix_drafts_decided",
        "drafts",
        ["channel", "topic"],
        unique=False,
        postgresql_where="status IN ('sent', 'rejected')",
    )
    op.create_index("ix_drafts_status_sequence", "drafts", ["status", "sequence"], unique=False)
    op.create_index(
        "uq_drafts_pending", "drafts", ["conversation_id"], unique=True, postgresql_where="status = 'pending'"
    )
    op.create_table(
        "feedback_events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("voter", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("agent", sa.String(), nullable=True),
        sa.Column("topic", sa.String(), nullable=True),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("helpful", sa.Boolean(), nullable=False),
        sa.Column("accurate", sa.Boolean(), nullable=False),
        sa.Column("action_taken", sa.String(), nullable=False),
        sa.Column("comment", sa.String(), nullable=True),
        sa.Column("suggestion", sa.String(), nullable=True),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind <> 'vote' OR message_id IS NOT NULL", name=op.f("ck_feedback_events_vote_has_message")
        ),
        sa.CheckConstraint("kind IN ('vote', 'survey', 'approval')", name=op.f("ck_feedback_events_kind")),
        sa.CheckConstraint("source IN ('link', 'widget', 'staff')", name=op.f("ck_feedback_events_source")),
        sa.CheckConstraint("rating BETWEEN 1 AND 5", name=op.f("ck_feedback_events_rating")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_feedback_events_conversation_id")
        ),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_feedback_events_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_events")),
    )
    op.create_index(op.f("ix_feedback_events_at"), "feedback_events", ["at"], unique=False)
    op.create_index(op.f("ix_feedback_events_conversation_id"), "feedback_events", ["conversation_id"], unique=False)
    op.create_index("ix_feedback_events_kind_at", "feedback_events", ["kind", "at"], unique=False)
    op.create_index(op.f("ix_feedback_events_message_id"), "feedback_events", ["message_id"], unique=False)
    op.create_index("uq_feedback_events_once", "feedback_events", ["kind", "subject_id", "voter"], unique=True)
    op.create_table(
        "staff_notices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("escalation_id", sa.Uuid(), nullable=False),
        sa.Column("recipient_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("begun_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("sent_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint("state <> 'sent' OR sent_at IS NOT NULL", name=op.f("ck_staff_notices_sent")),
        sa.CheckConstraint("state IN ('queued', 'sent', 'failed', 'uncertain')", name=op.f("ck_staff_notices_state")),
        sa.CheckConstraint(
            "state NOT IN ('failed', 'uncertain') OR error IS NOT NULL", name=op.f("ck_staff_notices_says_why")
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_staff_notices_conversation_id")
        ),
        sa.ForeignKeyConstraint(["escalation_id"], ["escalations.id"], name=op.f("fk_staff_notices_escalation_id")),
        sa.ForeignKeyConstraint(["recipient_id"], ["notice_recipients.id"], name=op.f("fk_staff_notices_recipient_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_notices")),
    )
    op.create_index(op.f("ix_staff_notices_conversation_id"), "staff_notices", ["conversation_id"], unique=False)
    op.create_index(
        "ix_staff_notices_queued", "staff_notices", ["id"], unique=False, postgresql_where="state = 'queued'"
    )
    op.create_index("uq_staff_notices_once", "staff_notices", ["escalation_id", "recipient_id"], unique=True)
    op.create_table(
        "draft_approvals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("amounts_confirmed", sa.Boolean(), nullable=False),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("approved_by_name", sa.String(), nullable=False),
        sa.Column("approved_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("expires_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("used_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "(used_at IS NULL) = (message_id IS NULL)", name=op.f("ck_draft_approvals_used_for_a_message")
        ),
        sa.CheckConstraint("used_at <= expires_at", name=op.f("ck_draft_approvals_used_in_time")),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_draft_approvals_draft_id")),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_draft_approvals_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_approvals")),
        sa.UniqueConstraint("draft_id", name=op.f("uq_draft_approvals_draft_id")),
        sa.UniqueConstraint("message_id", name=op.f("uq_draft_approvals_message_id")),
    )
    op.create_table(
        "knowledge_gaps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("feedback_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("topic", sa.String(), nullable=True),
        sa.Column("question", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("suggestion", sa.String(), nullable=False),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("closed_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.Column("resolution", sa.String(), nullable=True),
        sa.CheckConstraint("(closed_at IS NULL) = (resolution IS NULL)", name=op.f("ck_knowledge_gaps_closed")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_knowledge_gaps_conversation_id")
        ),
        sa.ForeignKeyConstraint(["feedback_id"], ["feedback_events.id"], name=op.f("fk_knowledge_gaps_feedback_id")),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_knowledge_gaps_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_gaps")),
        sa.UniqueConstraint("feedback_id", name=op.f("uq_knowledge_gaps_feedback_id")),
    )
    op.create_index(op.f("ix_knowledge_gaps_conversation_id"), "knowledge_gaps", ["conversation_id"], unique=False)
    op.create_index(op.f("ix_knowledge_gaps_message_id"), "knowledge_gaps", ["message_id"], unique=False)
    op.create_index(
        "ix_knowledge_gaps_open", "knowledge_gaps", ["id"], unique=False, postgresql_where="closed_at IS NULL"
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_knowledge_gaps_open", table_name="knowledge_gaps", postgresql_where="closed_at IS NULL")
    op.drop_index(op.f("ix_knowledge_gaps_message_id"), table_name="knowledge_gaps")
    op.drop_index(op.f("ix_knowledge_gaps_conversation_id"), table_name="knowledge_gaps")
    op.drop_table("knowledge_gaps")
    op.drop_table("draft_approvals")
    op.drop_index("uq_staff_notices_once", table_name="staff_notices")
    op.drop_index("ix_staff_notices_queued", table_name="staff_notices", postgresql_where="state = 'queued'")
    op.drop_index(op.f("ix_staff_notices_conversation_id"), table_name="staff_notices")
    op.drop_table("staff_notices")
    op.drop_index("uq_feedback_events_once", table_name="feedback_events")
    op.drop_index(op.f("ix_feedback_events_message_id"), table_name="feedback_events")
    op.drop_index("ix_feedback_events_kind_at", table_name="feedback_events")
    op.drop_index(op.f("ix_feedback_events_conversation_id"), table_name="feedback_events")
    op.drop_index(op.f("ix_feedback_events_at"), table_name="feedback_events")
    op.drop_table("feedback_events")
    op.drop_index("uq_drafts_pending", table_name="drafts", postgresql_where="status = 'pending'")
    op.drop_index("ix_drafts_status_sequence", table_name="drafts")
    op.drop_index("ix_drafts_decided", table_name="drafts", postgresql_where="status IN ('sent', 'rejected')")
    op.drop_index("ix_drafts_conversation_id", table_name="drafts")
    op.drop_table("drafts")
    op.drop_index("ix_escalations_conversation_id_id", table_name="escalations")
    op.drop_table("escalations")
    op.drop_table("customer_merge_moves")
    op.drop_index("uq_customer_merges_standing", table_name="customer_merges", postgresql_where="undone_at IS NULL")
    op.drop_index(op.f("ix_customer_merges_kept"), table_name="customer_merges")
    op.drop_index(op.f("ix_customer_merges_gone"), table_name="customer_merges")
    op.drop_table("customer_merges")
    op.drop_index("uq_notice_recipients_active", table_name="notice_recipients", postgresql_where="removed_at IS NULL")
    op.drop_table("notice_recipients")
    op.drop_table("draft_modes")

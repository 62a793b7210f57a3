"""the outbox

Revision: 0003
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


APPEND_ONLY = (
    """
    CREATE OR REPLACE FUNCTION consents_refuses_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'consents refuses ' || TG_OP;
    END $$
    """,
    """
    CREATE OR REPLACE TRIGGER consents_append_only
    BEFORE DELETE OR UPDATE OF id, channel, purpose, granted, basis, words, source_message_id, at ON consents
    FOR EACH STATEMENT EXECUTE FUNCTION consents_refuses_change()
    """,
)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "delivery_reports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("provider_message_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('sent', 'delivered', 'read', 'failed')", name=op.f("ck_delivery_reports_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery_reports")),
    )
    op.create_index(
        "uq_delivery_reports", "delivery_reports", ["provider", "provider_message_id", "state"], unique=True
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=False),
        sa.Column("basis", sa.String(length=20), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("source_message_id", sa.Uuid(), nullable=True),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("basis IN ('keyword', 'form', 'staff', 'wrote_to_us')", name=op.f("ck_consents_basis")),
        sa.CheckConstraint(
            "channel IN ('email', 'sms', 'instagram', 'facebook', 'whatsapp', 'phone', 'web_chat')",
            name=op.f("ck_consents_channel"),
        ),
        sa.CheckConstraint("purpose IN ('transactional', 'marketing', 'all')", name=op.f("ck_consents_purpose")),
        sa.CheckConstraint("words <> ''", name=op.f("ck_consents_in_words")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_consents_customer_id")),
        sa.ForeignKeyConstraint(["source_message_id"], ["messages.id"], name=op.f("fk_consents_source_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
        sa.UniqueConstraint("sequence", name=op.f("uq_consents_sequence")),
    )
    op.create_index(
        "ix_consents_customer_id_channel_sequence", "consents", ["customer_id", "channel", "sequence"], unique=False
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("recipient", sa.String(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column(
            "envelope", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("consent_id", sa.Uuid(), nullable=True),
        sa.Column("zone", sa.String(), nullable=True),
        sa.Column("local_time", sa.Time(), nullable=True),
        sa.Column("quiet_from", sa.Time(), nullable=True),
        sa.Column("quiet_to", sa.Time(), nullable=True),
        sa.Column("urgent", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("window_until", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("tag", sa.String(length=60), nullable=True),
        sa.Column("state", sa.String(length=20), server_default="queued", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("looks", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_try_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("lease_until", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("provider", sa.String(), nullable=True),
        sa.Column("provider_message_id", sa.String(), nullable=True),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("updated_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("sent_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("delivered_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("read_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint("(kind = 'unasked') = (consent_id IS NOT NULL)", name=op.f("ck_outbox_unasked_has_consent")),
        sa.CheckConstraint("(state = 'queued') = (next_try_at IS NOT NULL)", name=op.f("ck_outbox_next_try")),
        sa.CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name=op.f("ck_outbox_lease")),
        sa.CheckConstraint(
            "NOT channel IN ('instagram', 'facebook', 'whatsapp') OR state = 'failed' OR tag IS NOT NULL OR coalesce(created_at <= window_until, false)",
            name=op.f("ck_outbox_inside_metas_window"),
        ),
        sa.CheckConstraint("body <> ''", name=op.f("ck_outbox_body")),
        sa.CheckConstraint(
            "channel IN ('email', 'sms', 'instagram', 'facebook', 'whatsapp', 'phone', 'web_chat')",
            name=op.f("ck_outbox_channel"),
        ),
        sa.CheckConstraint("coalesce(recipient <> '', state = 'failed')", name=op.f("ck_outbox_recipient")),
        sa.CheckConstraint(
            "kind <> 'unasked' OR num_nulls(zone, local_time, quiet_from, quiet_to) = 0",
            name=op.f("ck_outbox_unasked_has_zone"),
        ),
        sa.CheckConstraint("kind IN ('reply', 'handover', 'system', 'staff', 'unasked')", name=op.f("ck_outbox_kind")),
        sa.CheckConstraint(
            "state IN ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'uncertain', 'withheld')",
            name=op.f("ck_outbox_state"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('failed', 'uncertain', 'withheld') OR code IS NOT NULL", name=op.f("ck_outbox_says_why")
        ),
        sa.CheckConstraint(
            "state NOT IN ('sending', 'sent', 'uncertain') OR attempts > 0", name=op.f("ck_outbox_attempted")
        ),
        sa.CheckConstraint(
            "state NOT IN ('sent', 'delivered', 'read') OR num_nulls(provider, provider_message_id, sent_at) = 0",
            name=op.f("ck_outbox_sent_has_provider_id"),
        ),
        sa.CheckConstraint(
            "(provider_message_id IS NULL) = (provider IS NULL)", name=op.f("ck_outbox_provider_with_id")
        ),
        sa.CheckConstraint("part BETWEEN 1 AND parts", name=op.f("ck_outbox_part")),
        sa.CheckConstraint(
            "urgent OR NOT coalesce(CASE WHEN quiet_from <= quiet_to THEN local_time >= quiet_from AND local_time < quiet_to ELSE local_time >= quiet_from OR local_time < quiet_to END, false)",
            name=op.f("ck_outbox_not_in_quiet_hours"),
        ),
        sa.ForeignKeyConstraint(["consent_id"], ["consents.id"], name=op.f("fk_outbox_consent_id")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_outbox_conversation_id")),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_outbox_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("sequence", name=op.f("uq_outbox_sequence")),
    )
    op.create_index("ix_outbox_conversation_id_sequence", "outbox", ["conversation_id", "sequence"], unique=False)
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["conversation_id", "sequence"],
        unique=False,
        postgresql_where="state IN ('queued', 'sending')",
    )
    op.create_index(
        "uq_outbox_live_part",
        "outbox",
        ["message_id", "part"],
        unique=True,
        postgresql_where="state NOT IN ('failed', 'withheld')",
    )
    op.create_index("uq_outbox_provider", "outbox", ["provider", "provider_message_id"], unique=True)
    op.create_index(
        "uq_outbox_sending", "outbox", ["conversation_id"], unique=True, postgresql_where="state = 'sending'"
    )
    op.add_column("conversations", sa.Column("disclosed_at", postgresql.TIMESTAMP(timezone=True), nullable=True))
    op.create_index(
        "uq_messages_instead_of",
        "messages",
        [sa.literal_column("(metadata ->> 'instead_of')")],
        unique=True,
        postgresql_where="metadata ->> 'instead_of' IS NOT NULL",
    )
    for statement in APPEND_ONLY:
        op.execute(statement)


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_index(
        "uq_messages_instead_of", table_name="messages", postgresql_where="metadata ->> 'instead_of' IS NOT NULL"
    )
    op.drop_column("conversations", "disclosed_at")
    op.drop_index("uq_outbox_sending", table_name="outbox", postgresql_where="state = 'sending'")
    op.drop_index("uq_outbox_provider", table_name="outbox")
    op.drop_index("uq_outbox_live_part", table_name="outbox", postgresql_where="state NOT IN ('failed', 'withheld')")
    op.drop_index("ix_outbox_waiting", table_name="outbox", postgresql_where="state IN ('queued', 'sending')")
    op.drop_index("ix_outbox_conversation_id_sequence", table_name="outbox")
    op.drop_table("outbox")
    op.drop_index("ix_consents_customer_id_channel_sequence", table_name="consents")
    op.drop_table("consents")
    op.execute("DROP FUNCTION consents_refuses_change()")
    op.drop_index("uq_delivery_reports", table_name="delivery_reports")
    op.drop_table("delivery_reports")

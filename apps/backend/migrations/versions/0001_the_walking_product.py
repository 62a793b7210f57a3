"""the walking product

Revision: 0001
"""

from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

SQL = Path(__file__).parents[1] / "sql"


def _execute(name: str) -> None:
    """Run one file of SQL as it is, whatever it holds."""
    statements = (SQL / f"{name}.sql").read_text()
    driver = op.get_bind().connection.driver_connection
    assert driver is not None
    driver.execute(statements)


def upgrade() -> None:
    """Bring the schema forward."""
    _execute("procrastinate_3.10.0")
    op.create_table(
        "audit_log",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("resource", sa.String(), nullable=False),
        sa.Column("resource_id", sa.String(), nullable=False),
        sa.Column("changes", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint("action <> '' AND resource <> ''", name=op.f("ck_audit_log_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_log")),
    )
    op.create_index("ix_audit_log_actor_id_id", "audit_log", ["actor_id", "id"], unique=False)
    op.create_index(op.f("ix_audit_log_at"), "audit_log", ["at"], unique=False)
    op.create_index(
        "ix_audit_log_resource_resource_id_id", "audit_log", ["resource", "resource_id", "id"], unique=False
    )
    op.create_table(
        "customers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("first_name", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("preferred_channel", sa.String(), nullable=True),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("updated_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("merged_into <> id", name=op.f("ck_customers_not_merged_into_itself")),
        sa.ForeignKeyConstraint(["merged_into"], ["customers.id"], name=op.f("fk_customers_merged_into")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
    )
    op.create_index(op.f("ix_customers_email"), "customers", ["email"], unique=False)
    op.create_index(op.f("ix_customers_merged_into"), "customers", ["merged_into"], unique=False)
    op.create_index(op.f("ix_customers_phone"), "customers", ["phone"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_at"), "events", ["at"], unique=False)
    op.create_table(
        "idempotency_keys",
        sa.Column("caller", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("body", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("caller", "key", name=op.f("pk_idempotency_keys")),
    )
    op.create_index(op.f("ix_idempotency_keys_at"), "idempotency_keys", ["at"], unique=False)
    op.create_table(
        "permissions",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_permissions")),
    )
    op.create_table(
        "policy_versions",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("effective_from", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("profile", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_policy_versions_version_positive")),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_policy_versions")),
    )
    op.create_index(op.f("ix_policy_versions_effective_from"), "policy_versions", ["effective_from"], unique=False)
    op.create_table(
        "roles", sa.Column("name", sa.String(), nullable=False), sa.PrimaryKeyConstraint("name", name=op.f("pk_roles"))
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("since", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_sign_in_attempts")),
    )
    op.create_index(op.f("ix_sign_in_attempts_since"), "sign_in_attempts", ["since"], unique=False)
    op.create_table(
        "stations",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zip", sa.String(), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_stations_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stations")),
        sa.UniqueConstraint("name", name=op.f("uq_stations_name")),
    )
    op.create_table(
        "users",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("token_version", sa.Integer(), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("last_sign_in_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint("email <> '' AND name <> ''", name=op.f("ck_users_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
    )
    op.create_index("uq_users_email_lower", "users", [sa.literal_column("lower(email)")], unique=True)
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("scopes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("expires_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("revoked_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("fk_api_keys_created_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_keys")),
        sa.UniqueConstraint("prefix", name=op.f("uq_api_keys_prefix")),
    )
    op.create_table(
        "chefs",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("station_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_chefs_named")),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name=op.f("fk_chefs_station_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chefs")),
    )
    op.create_index(op.f("ix_chefs_station_id"), "chefs", ["station_id"], unique=False)
    op.create_table(
        "conversations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=20), server_default="ai", nullable=False),
        sa.Column(
            "channel_metadata",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("updated_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("last_message_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("closed_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("escalated_to_human", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("escalated_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("escalation_reason", sa.String(), nullable=True),
        sa.Column("escalation_summary", sa.String(), nullable=True),
        sa.Column("assigned_agent_id", sa.Uuid(), nullable=True),
        sa.Column("handoff_to_human_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("intervention_reason", sa.String(), nullable=True),
        sa.Column("event_type", sa.String(), nullable=True),
        sa.Column("booking_created", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("total_revenue", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("customer_satisfaction", sa.Integer(), nullable=True),
        sa.Column("turn_owner", sa.Uuid(), nullable=True),
        sa.Column("turn_lease_until", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint(
            "channel IN ('email', 'sms', 'instagram', 'facebook', 'whatsapp', 'phone', 'web_chat')",
            name=op.f("ck_conversations_channel"),
        ),
        sa.CheckConstraint(
            "status <> 'escalated' OR (escalated_to_human AND escalated_at IS NOT NULL AND escalation_reason <> '')",
            name=op.f("ck_conversations_escalated_with_reason"),
        ),
        sa.CheckConstraint("status IN ('ai', 'escalated', 'closed')", name=op.f("ck_conversations_status")),
        sa.CheckConstraint("(turn_owner IS NULL) = (turn_lease_until IS NULL)", name=op.f("ck_conversations_lease")),
        sa.CheckConstraint(
            "customer_satisfaction BETWEEN 1 AND 5", name=op.f("ck_conversations_customer_satisfaction")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["customers.id"], name=op.f("fk_conversations_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversations")),
    )
    op.create_index(
        "ix_conversations_status_last_message_at", "conversations", ["status", "last_message_at"], unique=False
    )
    op.create_index(op.f("ix_conversations_user_id"), "conversations", ["user_id"], unique=False)
    op.create_index(
        "uq_conversations_open",
        "conversations",
        ["user_id", "channel"],
        unique=True,
        postgresql_where="status <> 'closed'",
    )
    op.create_table(
        "customer_identities",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("proven", sa.Boolean(), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('phone', 'email', 'instagram', 'facebook', 'whatsapp', 'web')",
            name=op.f("ck_customer_identities_kind"),
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_customer_identities_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_identities")),
    )
    op.create_index(op.f("ix_customer_identities_customer_id"), "customer_identities", ["customer_id"], unique=False)
    op.create_index(
        "uq_customer_identities_claim",
        "customer_identities",
        ["customer_id", "kind", "value"],
        unique=True,
        postgresql_where="NOT proven",
    )
    op.create_index(
        "uq_customer_identities_proven",
        "customer_identities",
        ["kind", "value"],
        unique=True,
        postgresql_where="proven",
    )
    op.create_table(
        "opt_outs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("ended_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("ended_words", sa.String(), nullable=True),
        sa.CheckConstraint(
            "channel IN ('email', 'sms', 'instagram', 'facebook', 'whatsapp', 'phone', 'web_chat')",
            name=op.f("ck_opt_outs_channel"),
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_opt_outs_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opt_outs")),
    )
    op.create_index(op.f("ix_opt_outs_customer_id"), "opt_outs", ["customer_id"], unique=False)
    op.create_index(
        "uq_opt_outs_in_force", "opt_outs", ["customer_id", "channel"], unique=True, postgresql_where="ended_at IS NULL"
    )
    op.create_table(
        "quotes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("policy_version", sa.Integer(), nullable=False),
        sa.Column("event_date", sa.Date(), nullable=True),
        sa.Column("zip", sa.String(), nullable=True),
        sa.Column("reschedule_fees", sa.Integer(), nullable=False),
        sa.Column("priced", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("base_revenue", sa.BigInteger(), nullable=False),
        sa.Column("protein_upgrade_cost", sa.BigInteger(), nullable=False),
        sa.Column("addon_cost", sa.BigInteger(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.Column("reschedule_fee", sa.BigInteger(), nullable=False),
        sa.Column("travel_fee", sa.BigInteger(), nullable=True),
        sa.Column("total_amount", sa.BigInteger(), nullable=True),
        sa.Column("unpriced", sa.String(), nullable=True),
        sa.Column("certificate", sa.String(), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(unpriced IS NULL) = (total_amount IS NOT NULL)", name=op.f("ck_quotes_no_total_has_a_reason")
        ),
        sa.CheckConstraint(
            "total_amount = base_revenue + protein_upgrade_cost + addon_cost + tax + reschedule_fee + coalesce(travel_fee, 0)",
            name=op.f("ck_quotes_components_add_up"),
        ),
        sa.CheckConstraint(
            "unpriced IS NULL OR travel_fee IS NULL", name=op.f("ck_quotes_unknown_travel_is_never_added")
        ),
        sa.ForeignKeyConstraint(["policy_version"], ["policy_versions.version"], name=op.f("fk_quotes_policy_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotes")),
    )
    op.create_index(op.f("ix_quotes_created_at"), "quotes", ["created_at"], unique=False)
    op.create_table(
        "role_permissions",
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("permission", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["permission"], ["permissions.name"], name=op.f("fk_role_permissions_permission"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["role"], ["roles.name"], name=op.f("fk_role_permissions_role"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("role", "permission", name=op.f("pk_role_permissions")),
    )
    op.create_table(
        "staff_sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("refresh_id", sa.Uuid(), nullable=False),
        sa.Column("previous_id", sa.Uuid(), nullable=True),
        sa.Column("rotated_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("expires_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("ended_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_staff_sessions_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_sessions")),
    )
    op.create_index(op.f("ix_staff_sessions_expires_at"), "staff_sessions", ["expires_at"], unique=False)
    op.create_index(op.f("ix_staff_sessions_user_id"), "staff_sessions", ["user_id"], unique=False)
    op.create_table(
        "user_roles",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["role"], ["roles.name"], name=op.f("fk_user_roles_role")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_user_roles_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "role", name=op.f("pk_user_roles")),
    )
    op.create_index(op.f("ix_user_roles_role"), "user_roles", ["role"], unique=False)
    op.create_table(
        "ai_interactions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("inbound_id", sa.Uuid(), nullable=False),
        sa.Column("reply_id", sa.Uuid(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("agent", sa.String(), nullable=False),
        sa.Column("agents_used", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("intent", sa.String(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("emotion", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("fallback", sa.Boolean(), nullable=False),
        sa.Column("tools", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("rejections", sa.Integer(), nullable=False),
        sa.Column("escalated", sa.Boolean(), nullable=False),
        sa.Column("input_tokens", sa.Integer(), nullable=False),
        sa.Column("output_tokens", sa.Integer(), nullable=False),
        sa.Column("cost_usd", sa.Numeric(precision=12, scale=6), nullable=False),
        sa.Column("milliseconds", sa.Double(), nullable=False),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_ai_interactions_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ai_interactions")),
    )
    op.create_index(op.f("ix_ai_interactions_agent"), "ai_interactions", ["agent"], unique=False)
    op.create_index(op.f("ix_ai_interactions_at"), "ai_interactions", ["at"], unique=False)
    op.create_index(op.f("ix_ai_interactions_conversation_id"), "ai_interactions", ["conversation_id"], unique=False)
    op.create_table(
        "ai_validation_failures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("error_type", sa.String(), nullable=False),
        sa.Column("error_message", sa.String(), nullable=False),
        sa.Column("ai_response", sa.String(), nullable=False),
        sa.Column("user_query", sa.String(), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_ai_validation_failures_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ai_validation_failures")),
    )
    op.create_index(
        op.f("ix_ai_validation_failures_conversation_id"), "ai_validation_failures", ["conversation_id"], unique=False
    )
    op.create_index(
        op.f("ix_ai_validation_failures_created_at"), "ai_validation_failures", ["created_at"], unique=False
    )
    op.create_index(
        op.f("ix_ai_validation_failures_error_type"), "ai_validation_failures", ["error_type"], unique=False
    )
    op.create_table(
        "bookings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("event_date", sa.Date(), nullable=False),
        sa.Column("event_time", sa.Time(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("event_start", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("event_end", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("chef_id", sa.BigInteger(), nullable=True),
        sa.Column("adults", sa.Integer(), nullable=False),
        sa.Column("children", sa.Integer(), nullable=False),
        sa.Column("toddlers", sa.Integer(), nullable=False),
        sa.Column("proteins", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("addons", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("dietary", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("event_type", sa.String(), nullable=True),
        sa.Column("zip_code", sa.String(), nullable=False),
        sa.Column("location", sa.String(), nullable=True),
        sa.Column("travel", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("policy_version", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Uuid(), nullable=False),
        sa.Column("base_revenue", sa.BigInteger(), nullable=False),
        sa.Column("protein_upgrade_cost", sa.BigInteger(), nullable=False),
        sa.Column("addon_cost", sa.BigInteger(), nullable=False),
        sa.Column("travel_fee", sa.BigInteger(), nullable=False),
        sa.Column("reschedule_fee", sa.BigInteger(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.Column("total_amount", sa.BigInteger(), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.Column("deposit_paid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("notes", sa.String(), nullable=True),
        sa.Column("reschedules", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("paid_moves", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("hold_token", sa.String(), nullable=False),
        sa.Column("hold_expires_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("cancelled_reason", sa.String(), nullable=True),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("updated_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(status = 'cancelled') = (cancelled_reason IS NOT NULL)", name=op.f("ck_bookings_cancelled_reason")
        ),
        sa.CheckConstraint(
            "(status IN ('held', 'deposit_pending')) = (hold_expires_at IS NOT NULL)", name=op.f("ck_bookings_hold")
        ),
        sa.CheckConstraint("status <> 'confirmed' OR chef_id IS NOT NULL", name=op.f("ck_bookings_confirmed_has_chef")),
        sa.CheckConstraint(
            "status IN ('held', 'deposit_pending', 'confirmed', 'completed', 'cancelled', 'no_show')",
            name=op.f("ck_bookings_status"),
        ),
        sa.CheckConstraint("adults >= 0 AND children >= 0 AND toddlers >= 0", name=op.f("ck_bookings_guests")),
        sa.CheckConstraint(
            "deposit_paid >= 0 AND paid_moves >= 0 AND reschedules >= 0 AND revision >= 1",
            name=op.f("ck_bookings_counts"),
        ),
        sa.CheckConstraint("event_start < event_end", name=op.f("ck_bookings_time")),
        sa.CheckConstraint(
            "total_amount = base_revenue + protein_upgrade_cost + addon_cost + travel_fee + reschedule_fee + tax",
            name=op.f("ck_bookings_total"),
        ),
        sa.ForeignKeyConstraint(["chef_id"], ["chefs.id"], name=op.f("fk_bookings_chef_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_bookings_customer_id")),
        sa.ForeignKeyConstraint(
            ["policy_version"], ["policy_versions.version"], name=op.f("fk_bookings_policy_version")
        ),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], name=op.f("fk_bookings_quote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bookings")),
        sa.UniqueConstraint("hold_token", name=op.f("uq_bookings_hold_token")),
    )
    op.create_index(
        "ix_bookings_confirmed_end",
        "bookings",
        ["event_end"],
        unique=False,
        postgresql_where=sa.text("status = 'confirmed'"),
    )
    op.create_index(op.f("ix_bookings_created_at"), "bookings", ["created_at"], unique=False)
    op.create_index("ix_bookings_customer_id_event_start", "bookings", ["customer_id", "event_start"], unique=False)
    op.create_index("ix_bookings_event_start", "bookings", ["event_start"], unique=False)
    op.create_index(
        "ix_bookings_hold_expires_at",
        "bookings",
        ["hold_expires_at"],
        unique=False,
        postgresql_where=sa.text("hold_expires_at IS NOT NULL"),
    )
    op.create_index(
        "uq_bookings_one_hold_a_customer",
        "bookings",
        ["customer_id"],
        unique=True,
        postgresql_where=sa.text("status = 'held'"),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("chef_id", sa.BigInteger(), nullable=False),
        sa.Column("during", postgresql.TSTZRANGE(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("expires_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("reference", sa.Uuid(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("released_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        postgresql.ExcludeConstraint(
            (sa.text("int8range(chef_id, chef_id, '[]')"), "&&"),
            (sa.literal_column("during"), "&&"),
            where=sa.text("released_at IS NULL"),
            using="gist",
            name="one_party_a_chef",
        ),
        sa.CheckConstraint("(state = 'blocked') = (reference IS NULL)", name=op.f("ck_claims_party_or_block")),
        sa.CheckConstraint("(state = 'held') = (expires_at IS NOT NULL)", name=op.f("ck_claims_held_expires")),
        sa.CheckConstraint("state IN ('held', 'firm', 'blocked')", name=op.f("ck_claims_state")),
        sa.CheckConstraint(
            "NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)", name=op.f("ck_claims_during")
        ),
        sa.ForeignKeyConstraint(["chef_id"], ["chefs.id"], name=op.f("fk_claims_chef_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    op.create_index(
        "uq_claims_live_reference",
        "claims",
        ["reference"],
        unique=True,
        postgresql_where=sa.text("released_at IS NULL"),
    )
    op.create_table(
        "conversation_analytics",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("total_messages", sa.Integer(), server_default="0", nullable=False),
        sa.Column("avg_confidence", sa.Double(), nullable=True),
        sa.Column("resolution_status", sa.String(), server_default="open", nullable=False),
        sa.Column("customer_satisfaction", sa.Integer(), nullable=True),
        sa.Column("first_response_time_seconds", sa.Double(), nullable=True),
        sa.Column("total_cost_usd", sa.Numeric(precision=12, scale=6), server_default="0", nullable=False),
        sa.Column("booking_converted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("booking_value_usd", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("tone_score", sa.Double(), nullable=True),
        sa.Column("successful_outcome", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint(
            "resolution_status IN ('open', 'escalated', 'resolved', 'abandoned')",
            name=op.f("ck_conversation_analytics_resolution"),
        ),
        sa.CheckConstraint(
            "customer_satisfaction BETWEEN 1 AND 5", name=op.f("ck_conversation_analytics_customer_satisfaction")
        ),
        sa.CheckConstraint("tone_score BETWEEN 0 AND 1", name=op.f("ck_conversation_analytics_tone_score")),
        sa.CheckConstraint(
            "total_messages >= 0 AND total_cost_usd >= 0", name=op.f("ck_conversation_analytics_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_conversation_analytics_conversation_id")
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_conversation_analytics")),
    )
    op.create_table(
        "dialogues",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("state", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("quote_id", sa.Uuid(), nullable=True),
        sa.Column("updated_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_dialogues_conversation_id")),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_dialogues")),
    )
    op.create_table(
        "messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("provider_message_id", sa.String(), nullable=True),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("model_used", sa.String(length=50), nullable=True),
        sa.Column(
            "metadata", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("facts", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("agent", sa.String(), nullable=True),
        sa.Column("intent", sa.String(), nullable=True),
        sa.Column("cost_usd", sa.Numeric(precision=12, scale=6), nullable=True),
        sa.Column("tokens", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("human_edited", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("human_edit_content", sa.String(), nullable=True),
        sa.Column("edit_reason", sa.String(length=255), nullable=True),
        sa.Column("edited_by", sa.Uuid(), nullable=True),
        sa.Column("edited_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint("answered_by IS NULL OR role = 'user'", name=op.f("ck_messages_answered")),
        sa.CheckConstraint(
            "channel IN ('email', 'sms', 'instagram', 'facebook', 'whatsapp', 'phone', 'web_chat')",
            name=op.f("ck_messages_channel"),
        ),
        sa.CheckConstraint("content <> ''", name=op.f("ck_messages_content")),
        sa.CheckConstraint(
            "role <> 'assistant' OR staff_id IS NOT NULL OR facts IS NOT NULL", name=op.f("ck_messages_ai_has_facts")
        ),
        sa.CheckConstraint("role IN ('user', 'assistant', 'system')", name=op.f("ck_messages_role")),
        sa.CheckConstraint(
            "NOT human_edited OR num_nulls(human_edit_content, edit_reason, edited_by, edited_at) = 0",
            name=op.f("ck_messages_edited"),
        ),
        sa.ForeignKeyConstraint(["answered_by"], ["messages.id"], name=op.f("fk_messages_answered_by")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_messages_conversation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
        sa.UniqueConstraint("sequence", name=op.f("uq_messages_sequence")),
    )
    op.create_index(op.f("ix_messages_answered_by"), "messages", ["answered_by"], unique=False)
    op.create_index("ix_messages_conversation_id_sequence", "messages", ["conversation_id", "sequence"], unique=False)
    op.create_index(
        "ix_messages_unanswered",
        "messages",
        ["conversation_id"],
        unique=False,
        postgresql_where="role = 'user' AND answered_by IS NULL",
    )
    op.create_index(
        "uq_messages_provider",
        "messages",
        ["channel", "provider_message_id"],
        unique=True,
        postgresql_where="provider_message_id IS NOT NULL",
    )
    op.create_table(
        "conversation_bookings",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_conversation_bookings_booking_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_conversation_bookings_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation_bookings")),
    )
    op.create_index(
        op.f("ix_conversation_bookings_conversation_id"), "conversation_bookings", ["conversation_id"], unique=False
    )
    op.create_table(
        "leads",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("wanted", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("notes", sa.String(), nullable=True),
        sa.Column("follow_ups", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("follow_up_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("last_contact_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("booking_id", sa.Uuid(), nullable=True),
        sa.Column("converted_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("lost_reason", sa.String(), nullable=True),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("updated_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("(status = 'converted') = (converted_at IS NOT NULL)", name=op.f("ck_leads_converted")),
        sa.CheckConstraint("(status = 'lost') = (lost_reason IS NOT NULL)", name=op.f("ck_leads_lost")),
        sa.CheckConstraint("source IN ('refused_booking', 'conversation', 'staff')", name=op.f("ck_leads_source")),
        sa.CheckConstraint(
            "status IN ('new', 'contacted', 'qualified', 'converted', 'lost')", name=op.f("ck_leads_status")
        ),
        sa.CheckConstraint("attempts >= 1 AND follow_ups >= 0", name=op.f("ck_leads_counts")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_leads_booking_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_leads_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leads")),
    )
    op.create_index(op.f("ix_leads_created_at"), "leads", ["created_at"], unique=False)
    op.create_index(op.f("ix_leads_customer_id"), "leads", ["customer_id"], unique=False)
    op.create_index(
        "ix_leads_due",
        "leads",
        ["follow_up_at"],
        unique=False,
        postgresql_where=sa.text("status IN ('new', 'contacted', 'qualified')"),
    )
    op.create_index(
        "uq_leads_open_customer",
        "leads",
        ["customer_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('new', 'contacted', 'qualified')"),
    )
    op.create_table(
        "tool_calls",
        sa.Column("inbound_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("agent", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("arguments", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("result", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_tool_calls_conversation_id")),
        sa.ForeignKeyConstraint(["inbound_id"], ["messages.id"], name=op.f("fk_tool_calls_inbound_id")),
        sa.PrimaryKeyConstraint("inbound_id", "number", name=op.f("pk_tool_calls")),
    )
    op.create_index(op.f("ix_tool_calls_conversation_id"), "tool_calls", ["conversation_id"], unique=False)

    _execute("audit_log_append_only")
    _execute("policy_views")
    _execute("quotes_immutable")


def downgrade() -> None:
    """Bring the schema back."""
    _execute("drop_quotes_immutable")
    _execute("drop_policy_views")
    _execute("drop_audit_log_append_only")
    op.drop_index(op.f("ix_tool_calls_conversation_id"), table_name="tool_calls")
    op.drop_table("tool_calls")
    op.drop_index(
        "uq_leads_open_customer",
        table_name="leads",
        postgresql_where=sa.text("status IN ('new', 'contacted', 'qualified')"),
    )
    op.drop_index(
        "ix_leads_due", table_name="leads", postgresql_where=sa.text("status IN ('new', 'contacted', 'qualified')")
    )
    op.drop_index(op.f("ix_leads_customer_id"), table_name="leads")
    op.drop_index(op.f("ix_leads_created_at"), table_name="leads")
    op.drop_table("leads")
    op.drop_index(op.f("ix_conversation_bookings_conversation_id"), table_name="conversation_bookings")
    op.drop_table("conversation_bookings")
    op.drop_index("uq_messages_provider", table_name="messages", postgresql_where="provider_message_id IS NOT NULL")
    op.drop_index(
        "ix_messages_unanswered", table_name="messages", postgresql_where="role = 'user' AND answered_by IS NULL"
    )
    op.drop_index("ix_messages_conversation_id_sequence", table_name="messages")
    op.drop_index(op.f("ix_messages_answered_by"), table_name="messages")
    op.drop_table("messages")
    op.drop_table("dialogues")
    op.drop_table("conversation_analytics")
    op.drop_index("uq_claims_live_reference", table_name="claims", postgresql_where=sa.text("released_at IS NULL"))
    op.drop_table("claims")
    op.drop_index("uq_bookings_one_hold_a_customer", table_name="bookings", postgresql_where=sa.text("status = 'held'"))
    op.drop_index(
        "ix_bookings_hold_expires_at", table_name="bookings", postgresql_where=sa.text("hold_expires_at IS NOT NULL")
    )
    op.drop_index("ix_bookings_event_start", table_name="bookings")
    op.drop_index("ix_bookings_customer_id_event_start", table_name="bookings")
    op.drop_index(op.f("ix_bookings_created_at"), table_name="bookings")
    op.drop_index("ix_bookings_confirmed_end", table_name="bookings", postgresql_where=sa.text("status = 'confirmed'"))
    op.drop_table("bookings")
    op.drop_index(op.f("ix_ai_validation_failures_error_type"), table_name="ai_validation_failures")
    op.drop_index(op.f("ix_ai_validation_failures_created_at"), table_name="ai_validation_failures")
    op.drop_index(op.f("ix_ai_validation_failures_conversation_id"), table_name="ai_validation_failures")
    op.drop_table("ai_validation_failures")
    op.drop_index(op.f("ix_ai_interactions_conversation_id"), table_name="ai_interactions")
    op.drop_index(op.f("ix_ai_interactions_at"), table_name="ai_interactions")
    op.drop_index(op.f("ix_ai_interactions_agent"), table_name="ai_interactions")
    op.drop_table("ai_interactions")
    op.drop_index(op.f("ix_user_roles_role"), table_name="user_roles")
    op.drop_table("user_roles")
    op.drop_index(op.f("ix_staff_sessions_user_id"), table_name="staff_sessions")
    op.drop_index(op.f("ix_staff_sessions_expires_at"), table_name="staff_sessions")
    op.drop_table("staff_sessions")
    op.drop_table("role_permissions")
    op.drop_index(op.f("ix_quotes_created_at"), table_name="quotes")
    op.drop_table("quotes")
    op.drop_index("uq_opt_outs_in_force", table_name="opt_outs", postgresql_where="ended_at IS NULL")
    op.drop_index(op.f("ix_opt_outs_customer_id"), table_name="opt_outs")
    op.drop_table("opt_outs")
    op.drop_index("uq_customer_identities_proven", table_name="customer_identities", postgresql_where="proven")
    op.drop_index("uq_customer_identities_claim", table_name="customer_identities", postgresql_where="NOT proven")
    op.drop_index(op.f("ix_customer_identities_customer_id"), table_name="customer_identities")
    op.drop_table("customer_identities")
    op.drop_index("uq_conversations_open", table_name="conversations", postgresql_where="status <> 'closed'")
    op.drop_index(op.f("ix_conversations_user_id"), table_name="conversations")
    op.drop_index("ix_conversations_status_last_message_at", table_name="conversations")
    op.drop_table("conversations")
    op.drop_index(op.f("ix_chefs_station_id"), table_name="chefs")
    op.drop_table("chefs")
    op.drop_table("api_keys")
    op.drop_index("uq_users_email_lower", table_name="users")
    op.drop_table("users")
    op.drop_table("stations")
    op.drop_index(op.f("ix_sign_in_attempts_since"), table_name="sign_in_attempts")
    op.drop_table("sign_in_attempts")
    op.drop_table("roles")
    op.drop_index(op.f("ix_policy_versions_effective_from"), table_name="policy_versions")
    op.drop_table("policy_versions")
    op.drop_table("permissions")
    op.drop_index(op.f("ix_idempotency_keys_at"), table_name="idempotency_keys")
    op.drop_table("idempotency_keys")
    op.drop_index(op.f("ix_events_at"), table_name="events")
    op.drop_table("events")
    op.drop_index(op.f("ix_customers_phone"), table_name="customers")
    op.drop_index(op.f("ix_customers_merged_into"), table_name="customers")
    op.drop_index(op.f("ix_customers_email"), table_name="customers")
    op.drop_table("customers")
    op.drop_index("ix_audit_log_resource_resource_id_id", table_name="audit_log")
    op.drop_index(op.f("ix_audit_log_at"), table_name="audit_log")
    op.drop_index("ix_audit_log_actor_id_id", table_name="audit_log")
    op.drop_table("audit_log")
    _execute("drop_procrastinate")

"""growth: letters, who wants them, who got which

Revision: 0021
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    moment = postgresql.TIMESTAMP(timezone=True)
    op.create_table(
        "newsletter_subscribers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String()),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String()),
        sa.Column("zip", sa.String()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("confirmed_at", moment),
        sa.Column("ended_at", moment),
        sa.CheckConstraint(
            "(state IN ('left', 'bounced')) = (ended_at IS NOT NULL)", name=op.f("ck_newsletter_subscribers_ended")
        ),
        sa.CheckConstraint(
            "state = 'pending' OR confirmed_at IS NOT NULL", name=op.f("ck_newsletter_subscribers_confirmed")
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'confirmed', 'left', 'bounced')", name=op.f("ck_newsletter_subscribers_state")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_newsletter_subscribers_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_newsletter_subscribers")),
        sa.UniqueConstraint("email", name=op.f("uq_newsletter_subscribers_email")),
    )
    op.create_index(op.f("ix_newsletter_subscribers_customer_id"), "newsletter_subscribers", ["customer_id"])
    op.create_table(
        "newsletters",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("segment", postgresql.JSONB(), nullable=False),
        sa.Column("news", postgresql.JSONB(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("policy_version", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("approved_by", sa.String()),
        sa.Column("approved_at", moment),
        sa.Column("digest", sa.String()),
        sa.Column("stopped_reason", sa.String()),
        sa.Column("finished_at", moment),
        sa.CheckConstraint("(state = 'stopped') = (stopped_reason IS NOT NULL)", name=op.f("ck_newsletters_stopped")),
        sa.CheckConstraint(
            "state = 'draft' OR (approved_by IS NOT NULL AND digest IS NOT NULL) OR state = 'stopped'",
            name=op.f("ck_newsletters_approved"),
        ),
        sa.CheckConstraint("state IN ('draft', 'sending', 'sent', 'stopped')", name=op.f("ck_newsletters_state")),
        sa.CheckConstraint("(approved_by IS NULL) = (approved_at IS NULL)", name=op.f("ck_newsletters_approved_at")),
        sa.ForeignKeyConstraint(
            ["policy_version"], ["policy_versions.version"], name=op.f("fk_newsletters_policy_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_newsletters")),
    )
    op.create_table(
        "newsletter_clicks",
        sa.Column("newsletter_id", sa.Uuid(), nullable=False),
        sa.Column("clicks", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["newsletter_id"], ["newsletters.id"], name=op.f("fk_newsletter_clicks_newsletter_id")),
        sa.PrimaryKeyConstraint("newsletter_id", name=op.f("pk_newsletter_clicks")),
    )
    op.create_table(
        "newsletter_letters",
        sa.Column("newsletter_id", sa.Uuid(), nullable=False),
        sa.Column("subscriber_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("not_before", moment),
        sa.Column("message_id", sa.Uuid()),
        sa.Column("left_at", moment),
        sa.CheckConstraint("(state = 'skipped') = (reason IS NOT NULL)", name=op.f("ck_newsletter_letters_skipped")),
        sa.CheckConstraint(
            "(state IN ('sent', 'bounced')) = (message_id IS NOT NULL)", name=op.f("ck_newsletter_letters_message")
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'sent', 'skipped', 'bounced')", name=op.f("ck_newsletter_letters_state")
        ),
        sa.ForeignKeyConstraint(
            ["newsletter_id"], ["newsletters.id"], name=op.f("fk_newsletter_letters_newsletter_id")
        ),
        sa.ForeignKeyConstraint(
            ["subscriber_id"], ["newsletter_subscribers.id"], name=op.f("fk_newsletter_letters_subscriber_id")
        ),
        sa.PrimaryKeyConstraint("newsletter_id", "subscriber_id", name=op.f("pk_newsletter_letters")),
    )
    op.create_index(op.f("ix_newsletter_letters_message_id"), "newsletter_letters", ["message_id"])
    op.create_index(op.f("ix_newsletter_letters_subscriber_id"), "newsletter_letters", ["subscriber_id"])
    op.create_index(
        "ix_newsletter_letters_waiting",
        "newsletter_letters",
        ["newsletter_id"],
        unique=False,
        postgresql_where=sa.text("state = 'waiting'"),
    )


def downgrade() -> None:
    """Take the schema back."""
    for table in ("newsletter_clicks", "newsletter_letters", "newsletters", "newsletter_subscribers"):
        op.drop_table(table)

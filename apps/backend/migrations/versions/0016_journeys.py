"""journeys: what is said unasked, once

Revision: 0016
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

STATES = "state IN ('waiting', 'queued', 'sent', 'expired', 'stopped', 'failed', 'handed_over')"


def upgrade() -> None:
    """Bring the schema forward."""
    moment = postgresql.TIMESTAMP(timezone=True)
    op.create_index(
        "ix_dialogues_quoted", "dialogues", ["updated_at"], postgresql_where=sa.text("quote_id IS NOT NULL")
    )
    op.create_table(
        "journeys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("booking_id", sa.Uuid(), nullable=True),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("due_at", moment, nullable=False),
        sa.Column("until_at", moment, nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("failures", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.Column("sent_at", moment, nullable=True),
        sa.CheckConstraint(STATES, name=op.f("ck_journeys_state")),
        sa.CheckConstraint(
            "state NOT IN ('queued', 'sent') OR message_id IS NOT NULL", name=op.f("ck_journeys_has_its_message")
        ),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name=op.f("ck_journeys_sent")),
        sa.CheckConstraint("state IN ('queued', 'sent') OR reason IS NOT NULL", name=op.f("ck_journeys_says_why")),
        sa.CheckConstraint("due_at < until_at AND attempts >= 0 AND failures >= 0", name=op.f("ck_journeys_numbers")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_journeys_booking_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_journeys_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journeys")),
        sa.UniqueConstraint("kind", "subject_id", "step", "day", name=op.f("uq_journeys_kind_subject_id_step_day")),
    )
    op.create_index("ix_journeys_booking_id", "journeys", ["booking_id"])
    op.create_index("ix_journeys_message_id", "journeys", ["message_id"])
    op.create_index("ix_journeys_customer_id_updated_at", "journeys", ["customer_id", "updated_at"])
    op.create_index(
        "ix_journeys_open", "journeys", ["kind"], postgresql_where=sa.text("state IN ('waiting', 'queued')")
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("journeys")
    op.drop_index("ix_dialogues_quoted", table_name="dialogues")

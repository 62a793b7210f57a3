"""bookings: what the guests of a party choose by its link

Revision: 0019
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0019"
down_revision: str | None = "0018"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    moment = postgresql.TIMESTAMP(timezone=True)
    op.create_table(
        "guest_links",
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("notes", postgresql.JSONB(), nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("taken_at", moment),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_guest_links_revision")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_guest_links_booking_id")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_guest_links")),
        sa.UniqueConstraint("token", name=op.f("uq_guest_links_token")),
    )
    op.create_table(
        "guest_choices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded_name", sa.String(), nullable=False),
        sa.Column("key_digest", sa.String(), nullable=False),
        sa.Column("age", sa.String(), nullable=False),
        sa.Column("dishes", postgresql.JSONB(), nullable=False),
        sa.Column("diet", sa.String()),
        sa.Column("allergies", sa.String()),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("changed_at", moment, nullable=False),
        sa.CheckConstraint("seat >= 1", name=op.f("ck_guest_choices_seat")),
        sa.CheckConstraint("age IN ('adult', 'child', 'toddler')", name=op.f("ck_guest_choices_age")),
        sa.ForeignKeyConstraint(["booking_id"], ["guest_links.booking_id"], name=op.f("fk_guest_choices_booking_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_choices")),
        sa.UniqueConstraint("booking_id", "seat", name=op.f("uq_guest_choices_booking_id_seat")),
        sa.UniqueConstraint("booking_id", "folded_name", name=op.f("uq_guest_choices_booking_id_folded_name")),
        sa.UniqueConstraint("booking_id", "key_digest", name=op.f("uq_guest_choices_booking_id_key_digest")),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("guest_choices")
    op.drop_table("guest_links")

"""growth: leads of forms and quotes with a score, recommendations, reviews

Revision: 0017
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

LEADS_BEFORE = {
    "source": "source IN ('refused_booking', 'conversation', 'staff')",
    "counts": "attempts >= 1 AND follow_ups >= 0",
}
LEADS_NOW = {
    "source": "source IN ('refused_booking', 'quote', 'form', 'conversation', 'staff')",
    "counts": "attempts >= 1 AND follow_ups >= 0 AND score BETWEEN 0 AND 100",
}


def upgrade() -> None:
    """Bring the schema forward."""
    moment = postgresql.TIMESTAMP(timezone=True)
    op.create_table(
        "referral_codes",
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_referral_codes_customer_id")),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_referral_codes")),
        sa.UniqueConstraint("code", name=op.f("uq_referral_codes_code")),
    )
    op.create_table(
        "referrals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("referrer_id", sa.Uuid(), nullable=False),
        sa.Column("friend_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("booking_id", sa.Uuid()),
        sa.Column("credit", sa.BigInteger()),
        sa.Column("friend_credit", sa.BigInteger()),
        sa.Column("policy_version", sa.Integer()),
        sa.Column("void_reason", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("claimed_at", moment, nullable=False),
        sa.Column("converted_at", moment),
        sa.Column("earned_at", moment),
        sa.Column("settled_at", moment),
        sa.Column("settled_by", sa.String()),
        sa.Column("updated_at", moment, nullable=False),
        sa.CheckConstraint("(state = 'void') = (void_reason IS NOT NULL)", name=op.f("ck_referrals_void")),
        sa.CheckConstraint(
            "(state IN ('paid', 'applied')) = (settled_at IS NOT NULL)", name=op.f("ck_referrals_settled")
        ),
        sa.CheckConstraint("referrer_id <> friend_id OR state = 'void'", name=op.f("ck_referrals_two_people")),
        sa.CheckConstraint(
            "state = 'void' OR (state = 'pending') = (booking_id IS NULL)",
            name=op.f("ck_referrals_converted_by_a_party"),
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'converted', 'earned', 'paid', 'applied', 'void')", name=op.f("ck_referrals_state")
        ),
        sa.CheckConstraint(
            "state NOT IN ('earned', 'paid', 'applied') OR earned_at IS NOT NULL", name=op.f("ck_referrals_earned")
        ),
        sa.CheckConstraint(
            "(booking_id IS NULL) = (credit IS NULL) AND (credit IS NULL) = (friend_credit IS NULL) AND (credit IS NULL) = (policy_version IS NULL)",
            name=op.f("ck_referrals_credit_of_a_party"),
        ),
        sa.CheckConstraint("(settled_at IS NULL) = (settled_by IS NULL)", name=op.f("ck_referrals_settled_by")),
        sa.CheckConstraint("credit >= 0 AND friend_credit >= 0", name=op.f("ck_referrals_amounts")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_referrals_booking_id")),
        sa.ForeignKeyConstraint(["friend_id"], ["customers.id"], name=op.f("fk_referrals_friend_id")),
        sa.ForeignKeyConstraint(
            ["policy_version"], ["policy_versions.version"], name=op.f("fk_referrals_policy_version")
        ),
        sa.ForeignKeyConstraint(["referrer_id"], ["customers.id"], name=op.f("fk_referrals_referrer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
    )
    op.create_index(op.f("ix_referrals_friend_id"), "referrals", ["friend_id"])
    op.create_index(op.f("ix_referrals_referrer_id"), "referrals", ["referrer_id"])
    op.create_index(
        "uq_referrals_booking", "referrals", ["booking_id"], unique=True, postgresql_where=sa.text("state <> 'void'")
    )
    op.create_index(
        "uq_referrals_friend",
        "referrals",
        ["friend_id"],
        unique=True,
        postgresql_where=sa.text("state IN ('pending', 'converted', 'earned')"),
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("event_date", sa.Date(), nullable=False),
        sa.Column("rating", sa.SmallInteger(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("name", sa.String()),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("mood", sa.String()),
        sa.Column("intensity", sa.Double()),
        sa.Column("sentiment", sa.String()),
        sa.Column("shown_name", sa.String()),
        sa.Column("shown_words", sa.String()),
        sa.Column("moderated_by", sa.String()),
        sa.Column("moderated_at", moment),
        sa.Column("declined_reason", sa.String()),
        sa.Column("reply", sa.String()),
        sa.Column("reply_by", sa.String()),
        sa.Column("reply_approved_at", moment),
        sa.Column("created_at", moment, nullable=False),
        sa.CheckConstraint("(status = 'pending') = (moderated_at IS NULL)", name=op.f("ck_reviews_moderated")),
        sa.CheckConstraint("sentiment IN ('positive', 'negative', 'neutral')", name=op.f("ck_reviews_sentiment")),
        sa.CheckConstraint("status <> 'declined' OR declined_reason IS NOT NULL", name=op.f("ck_reviews_declined")),
        sa.CheckConstraint(
            "status <> 'published' OR (shown_name IS NOT NULL AND shown_words IS NOT NULL)",
            name=op.f("ck_reviews_shown"),
        ),
        sa.CheckConstraint("status IN ('pending', 'published', 'declined')", name=op.f("ck_reviews_status")),
        sa.CheckConstraint("(moderated_at IS NULL) = (moderated_by IS NULL)", name=op.f("ck_reviews_moderated_by")),
        sa.CheckConstraint("(reply IS NULL) = (reply_by IS NULL)", name=op.f("ck_reviews_reply_by")),
        sa.CheckConstraint("(sentiment IS NULL) = (mood IS NULL)", name=op.f("ck_reviews_felt")),
        sa.CheckConstraint("rating BETWEEN 1 AND 5", name=op.f("ck_reviews_rating")),
        sa.CheckConstraint("reply_approved_at IS NULL OR reply IS NOT NULL", name=op.f("ck_reviews_reply_approved")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_reviews_booking_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_reviews_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sa.UniqueConstraint("booking_id", name=op.f("uq_reviews_booking_id")),
    )
    op.create_index(op.f("ix_reviews_customer_id"), "reviews", ["customer_id"])
    op.create_index("ix_reviews_status", "reviews", ["status", "id"])
    op.create_table(
        "referral_addresses",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referrals.id"], name=op.f("fk_referral_addresses_referral_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_referral_addresses")),
    )
    op.create_index(op.f("ix_referral_addresses_referral_id"), "referral_addresses", ["referral_id"])
    op.add_column("leads", sa.Column("contact", sa.String()))
    op.add_column("leads", sa.Column("quote_id", sa.Uuid()))
    op.add_column("leads", sa.Column("score", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.create_index(
        "uq_leads_open_contact",
        "leads",
        ["contact"],
        unique=True,
        postgresql_where=sa.text("status IN ('new', 'contacted', 'qualified')"),
    )
    op.create_index("uq_leads_quote", "leads", ["quote_id"], unique=True)
    op.create_foreign_key(op.f("fk_leads_quote_id"), "leads", "quotes", ["quote_id"], ["id"])
    for name, rule in LEADS_NOW.items():
        op.drop_constraint(op.f(f"ck_leads_{name}"), "leads", type_="check")
        op.create_check_constraint(op.f(f"ck_leads_{name}"), "leads", rule)
    op.create_check_constraint(op.f("ck_leads_one_owner"), "leads", "contact IS NULL OR customer_id IS NULL")


def downgrade() -> None:
    """Take the schema back."""
    op.drop_constraint(op.f("ck_leads_one_owner"), "leads", type_="check")
    for name, rule in LEADS_BEFORE.items():
        op.drop_constraint(op.f(f"ck_leads_{name}"), "leads", type_="check")
        op.create_check_constraint(op.f(f"ck_leads_{name}"), "leads", rule)
    op.drop_constraint(op.f("fk_leads_quote_id"), "leads", type_="foreignkey")
    op.drop_index("uq_leads_quote", table_name="leads")
    op.drop_index("uq_leads_open_contact", table_name="leads")
    for column in ("score", "quote_id", "contact"):
        op.drop_column("leads", column)
    for table in ("referral_addresses", "reviews", "referrals", "referral_codes"):
        op.drop_table(table)

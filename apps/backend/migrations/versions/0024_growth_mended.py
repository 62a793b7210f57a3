"""growth: the reader leads the key of a letter; a price is a lead once; a friend gets no credit; nobody asks a name for letters; whose words a letter quotes

Revision: 0024
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0024"
down_revision: str | None = "0023"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    _key_of_letters("subscriber_id", "newsletter_id")
    _quotes_of_leads()
    _no_credit_of_friends()
    op.drop_column("newsletter_subscribers", "name")
    op.add_column("newsletters", sa.Column("praise", postgresql.JSONB(astext_type=sa.Text())))


def downgrade() -> None:
    """Take the schema back."""
    op.drop_column("newsletters", "praise")
    op.add_column("newsletter_subscribers", sa.Column("name", sa.String()))
    _credit_of_friends()
    op.drop_table("lead_quotes")
    _key_of_letters("newsletter_id", "subscriber_id")


def _key_of_letters(first: str, second: str) -> None:
    op.drop_constraint(op.f("pk_newsletter_letters"), "newsletter_letters", type_="primary")
    op.create_primary_key(op.f("pk_newsletter_letters"), "newsletter_letters", [first, second])
    op.drop_index(op.f(f"ix_newsletter_letters_{first}"), "newsletter_letters")
    op.create_index(op.f(f"ix_newsletter_letters_{second}"), "newsletter_letters", [second])


def _quotes_of_leads() -> None:
    op.create_table(
        "lead_quotes",
        sa.Column("quote_id", sa.Uuid(), nullable=False),
        sa.Column("captured_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], name=op.f("fk_lead_quotes_quote_id")),
        sa.PrimaryKeyConstraint("quote_id", name=op.f("pk_lead_quotes")),
    )
    op.execute(
        "INSERT INTO lead_quotes (quote_id, captured_at) SELECT quote_id, updated_at FROM leads WHERE quote_id IS NOT NULL"
    )


CREDITED = "(booking_id IS NULL) = (credit IS NULL)%s AND (credit IS NULL) = (policy_version IS NULL)"


def _no_credit_of_friends() -> None:
    for name in ("credit_of_a_party", "amounts"):
        op.drop_constraint(op.f(f"ck_referrals_{name}"), "referrals", type_="check")
    op.drop_column("referrals", "friend_credit")
    op.create_check_constraint(op.f("ck_referrals_credit_of_a_party"), "referrals", CREDITED % "")
    op.create_check_constraint(op.f("ck_referrals_amounts"), "referrals", "credit >= 0")


def _credit_of_friends() -> None:
    for name in ("credit_of_a_party", "amounts"):
        op.drop_constraint(op.f(f"ck_referrals_{name}"), "referrals", type_="check")
    op.add_column("referrals", sa.Column("friend_credit", sa.BigInteger()))
    op.execute("UPDATE referrals SET friend_credit = 0 WHERE credit IS NOT NULL")
    both = CREDITED % " AND (credit IS NULL) = (friend_credit IS NULL)"
    op.create_check_constraint(op.f("ck_referrals_credit_of_a_party"), "referrals", both)
    op.create_check_constraint(op.f("ck_referrals_amounts"), "referrals", "credit >= 0 AND friend_credit >= 0")

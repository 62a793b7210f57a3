"""growth: the reader leads the key of a letter

Revision: 0023
"""

from collections.abc import Sequence

from alembic import op

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    _key_of_letters("subscriber_id", "newsletter_id")


def downgrade() -> None:
    """Take the schema back."""
    _key_of_letters("newsletter_id", "subscriber_id")


def _key_of_letters(first: str, second: str) -> None:
    op.drop_constraint(op.f("pk_newsletter_letters"), "newsletter_letters", type_="primary")
    op.create_primary_key(op.f("pk_newsletter_letters"), "newsletter_letters", [first, second])
    op.drop_index(op.f(f"ix_newsletter_letters_{first}"), "newsletter_letters")
    op.create_index(op.f(f"ix_newsletter_letters_{second}"), "newsletter_letters", [second])

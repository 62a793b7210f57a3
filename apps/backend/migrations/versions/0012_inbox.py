"""conversations: the inbox by its newest talk, by the words of messages, and by what did not arrive

Revision: 0012
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_index("ix_conversations_last_message_at_id", "conversations", ["last_message_at", "id"])
    words = sa.text("to_tsvector('simple', content)")
    op.create_index("ix_messages_words", "messages", [words], postgresql_using="gin")
    lost = sa.text("state IN ('failed', 'uncertain')")
    op.create_index("ix_outbox_lost", "outbox", ["sequence"], postgresql_where=lost)


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index("ix_outbox_lost", table_name="outbox")
    op.drop_index("ix_messages_words", table_name="messages")
    op.drop_index("ix_conversations_last_message_at_id", table_name="conversations")

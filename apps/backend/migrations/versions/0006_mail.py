"""mail: how far mailboxes are read, and the mails as they came

Revision: 0006
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

OUTCOMES = (
    "outcome IN ('message', 'auto_reply', 'bounce', 'report', 'list', 'robot', 'loop', 'forged', 'nobody', 'empty', "
    "'duplicate', 'limited')"
)


def upgrade() -> None:
    """Bring the schema forward."""
    instant = postgresql.TIMESTAMP(timezone=True)
    op.create_table(
        "mailboxes",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("uid_validity", sa.BigInteger(), nullable=True),
        sa.Column("last_uid", sa.BigInteger(), nullable=True),
        sa.Column("read_at", instant, nullable=True),
        sa.Column("reader", sa.Uuid(), nullable=True),
        sa.Column("reader_until", instant, nullable=True),
        sa.CheckConstraint("(reader IS NULL) = (reader_until IS NULL)", name=op.f("ck_mailboxes_reader")),
        sa.CheckConstraint("(uid_validity IS NULL) = (last_uid IS NULL)", name=op.f("ck_mailboxes_cursor")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_mailboxes")),
    )
    op.create_table(
        "mails",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("mailbox", sa.String(), nullable=False),
        sa.Column("uid_validity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("arrived_at", instant, nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("fingerprint", sa.String(), nullable=True),
        sa.Column("message_id", sa.String(), nullable=True),
        sa.Column("sender", sa.String(), nullable=True),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(OUTCOMES, name=op.f("ck_mails_outcome")),
        sa.CheckConstraint("outcome IS NOT NULL OR raw IS NOT NULL", name=op.f("ck_mails_readable")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_mails_conversation_id")),
        sa.ForeignKeyConstraint(["mailbox"], ["mailboxes.name"], name=op.f("fk_mails_mailbox")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mails")),
        sa.UniqueConstraint("mailbox", "uid_validity", "uid", name=op.f("uq_mails_mailbox_uid_validity_uid")),
    )
    op.create_index(op.f("ix_mails_arrived_at"), "mails", ["arrived_at"], unique=False)
    op.create_index(op.f("ix_mails_conversation_id"), "mails", ["conversation_id"], unique=False)
    op.create_index("ix_mails_message_id", "mails", ["message_id"], unique=False)
    op.create_index("ix_mails_sender_arrived_at", "mails", ["sender", "arrived_at"], unique=False)
    op.create_index(
        "ix_mails_waiting", "mails", ["arrived_at"], unique=False, postgresql_where=sa.text("outcome IS NULL")
    )
    op.create_index(
        "uq_mails_fingerprint",
        "mails",
        ["fingerprint"],
        unique=True,
        postgresql_where=sa.text("fingerprint IS NOT NULL"),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("mails")
    op.drop_table("mailboxes")

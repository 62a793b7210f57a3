"""The tables of mail: how far each mailbox is read, and every mail that came, as it came."""

from datetime import datetime
from typing import get_args
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.channels.mail.schemas import Outcome
from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import personal

ONE_OF_OUTCOMES = f"outcome IN ({', '.join(repr(outcome) for outcome in get_args(Outcome))})"


class MailboxRow(Base):
    """How far a folder is read: all UIDs up to `last_uid` of the generation `uid_validity`; and by whom it is read now."""

    __tablename__ = "mailboxes"
    __table_args__ = (
        CheckConstraint("(reader IS NULL) = (reader_until IS NULL)", name="reader"),
        CheckConstraint("(uid_validity IS NULL) = (last_uid IS NULL)", name="cursor"),
    )

    name: Mapped[str] = mapped_column(primary_key=True)
    uid_validity: Mapped[int | None] = mapped_column(BigInteger)
    last_uid: Mapped[int | None] = mapped_column(BigInteger)
    read_at: Mapped[datetime | None]
    reader: Mapped[UUID | None]
    reader_until: Mapped[datetime | None]


class MailRow(Base):
    """One mail. `raw` is emptied after a while; `outcome` is what it turned out to be, none while nobody has read it."""

    __tablename__ = "mails"
    __table_args__ = (
        CheckConstraint(ONE_OF_OUTCOMES, name="outcome"),
        CheckConstraint("outcome IS NOT NULL OR raw IS NOT NULL", name="readable"),
        UniqueConstraint("mailbox", "uid_validity", "uid"),
        Index("uq_mails_fingerprint", "fingerprint", unique=True, postgresql_where="fingerprint IS NOT NULL"),
        Index("ix_mails_message_id", "message_id"),
        Index("ix_mails_sender_arrived_at", "sender", "arrived_at"),
        Index("ix_mails_waiting", "arrived_at", postgresql_where="outcome IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    mailbox: Mapped[str] = mapped_column(ForeignKey("mailboxes.name"))
    uid_validity: Mapped[int] = mapped_column(BigInteger)
    uid: Mapped[int] = mapped_column(BigInteger)
    size: Mapped[int]
    raw: Mapped[bytes | None] = mapped_column(info=personal(whole=True))
    arrived_at: Mapped[datetime] = mapped_column(index=True)
    outcome: Mapped[Outcome | None]
    fingerprint: Mapped[str | None]
    message_id: Mapped[str | None]
    sender: Mapped[str | None] = mapped_column(info=personal())
    conversation_id: Mapped[UUID | None] = mapped_column(ForeignKey("conversations.id"), index=True)

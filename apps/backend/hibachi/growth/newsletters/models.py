"""The tables of letters: who wants them, what they say, who got which, and how often a link was followed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import personal


class SubscriberRow(Base):
    """An address that somebody gave for letters. It gets one only when its owner said so from there (confirmed)."""

    __tablename__ = "newsletter_subscribers"
    __table_args__ = (
        CheckConstraint("state IN ('pending', 'confirmed', 'left', 'bounced')", name="state"),
        CheckConstraint("state = 'pending' OR confirmed_at IS NOT NULL", name="confirmed"),
        CheckConstraint("(state IN ('left', 'bounced')) = (ended_at IS NOT NULL)", name="ended"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    email: Mapped[str | None] = mapped_column(unique=True, info=personal())
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), index=True)
    zip: Mapped[str | None] = mapped_column(info=personal())
    state: Mapped[str]
    asked_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class NewsletterRow(Base):
    """One letter. digest: of subject, text and segment as they were approved; policy_version: of the menu that it tells.

    praise: whose published words the draft quotes (review_id, words, name), to be looked at again before it leaves.
    """

    __tablename__ = "newsletters"
    __table_args__ = (
        CheckConstraint("state IN ('draft', 'sending', 'sent', 'stopped')", name="state"),
        CheckConstraint("state = 'draft' OR (approved_by IS NOT NULL AND digest IS NOT NULL) OR state = 'stopped'", name="approved"),
        CheckConstraint("(approved_by IS NULL) = (approved_at IS NULL)", name="approved_at"),
        CheckConstraint("(state = 'stopped') = (stopped_reason IS NOT NULL)", name="stopped"),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    subject: Mapped[str]
    body: Mapped[str]
    segment: Mapped[dict[str, Any]] = mapped_column(JSONB)
    news: Mapped[list[str]] = mapped_column(JSONB)
    praise: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    state: Mapped[str]
    policy_version: Mapped[int] = mapped_column(ForeignKey("policy_versions.version"))
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    approved_by: Mapped[str | None]
    approved_at: Mapped[datetime | None]
    digest: Mapped[str | None]
    stopped_reason: Mapped[str | None]
    finished_at: Mapped[datetime | None]


class LetterRow(Base):
    """One letter to one subscriber: there is never a second one. The reader leads the key, by which a person's rows are found."""

    __tablename__ = "newsletter_letters"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'sent', 'skipped', 'bounced')", name="state"),
        CheckConstraint("(state IN ('sent', 'bounced')) = (message_id IS NOT NULL)", name="message"),
        CheckConstraint("(state = 'skipped') = (reason IS NOT NULL)", name="skipped"),
        Index("ix_newsletter_letters_waiting", "newsletter_id", postgresql_where=text("state = 'waiting'")),
    )

    subscriber_id: Mapped[UUID] = mapped_column(ForeignKey("newsletter_subscribers.id"), primary_key=True)
    newsletter_id: Mapped[UUID] = mapped_column(ForeignKey("newsletters.id"), primary_key=True, index=True)
    state: Mapped[str]
    reason: Mapped[str | None]
    not_before: Mapped[datetime | None]
    message_id: Mapped[UUID | None] = mapped_column(index=True)
    left_at: Mapped[datetime | None]


class ClickRow(Base):
    """How often the link of a letter was followed, by nobody in particular."""

    __tablename__ = "newsletter_clicks"

    newsletter_id: Mapped[UUID] = mapped_column(ForeignKey("newsletters.id"), primary_key=True)
    clicks: Mapped[int] = mapped_column(server_default=text("0"))

"""The table of reviews: one a party."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id


class ReviewRow(Base):
    """One review, as it was given. shown_*: what anybody may read, made when it was published.

    mood, intensity, sentiment: how the words feel, once a job has read them; a review without words has none.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),
        CheckConstraint("status IN ('pending', 'published', 'declined')", name="status"),
        CheckConstraint("(status = 'pending') = (moderated_at IS NULL)", name="moderated"),
        CheckConstraint("(moderated_at IS NULL) = (moderated_by IS NULL)", name="moderated_by"),
        CheckConstraint("status <> 'published' OR (shown_name IS NOT NULL AND shown_words IS NOT NULL)", name="shown"),
        CheckConstraint("status <> 'declined' OR declined_reason IS NOT NULL", name="declined"),
        CheckConstraint("sentiment IN ('positive', 'negative', 'neutral')", name="sentiment"),
        CheckConstraint("(sentiment IS NULL) = (mood IS NULL)", name="felt"),
        CheckConstraint("(reply IS NULL) = (reply_by IS NULL)", name="reply_by"),
        CheckConstraint("reply_approved_at IS NULL OR reply IS NOT NULL", name="reply_approved"),
        Index("ix_reviews_status", "status", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    booking_id: Mapped[UUID] = mapped_column(ForeignKey("bookings.id"), unique=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), index=True)
    event_date: Mapped[date]
    rating: Mapped[int] = mapped_column(SmallInteger)
    words: Mapped[str]
    name: Mapped[str | None]
    status: Mapped[str]
    mood: Mapped[str | None]
    intensity: Mapped[float | None]
    sentiment: Mapped[str | None]
    shown_name: Mapped[str | None]
    shown_words: Mapped[str | None]
    moderated_by: Mapped[str | None]
    moderated_at: Mapped[datetime | None]
    declined_reason: Mapped[str | None]
    reply: Mapped[str | None]
    reply_by: Mapped[str | None]
    reply_approved_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

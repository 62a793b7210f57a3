"""What happened to reviews."""

from uuid import UUID

from hibachi.kit.events import Event


class ReviewGiven(Event):
    """A customer said how their party was."""

    review_id: UUID
    booking_id: UUID
    customer_id: UUID
    rating: int

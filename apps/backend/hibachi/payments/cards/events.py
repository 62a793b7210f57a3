"""What happened to payments by card that a person has to see to."""

from uuid import UUID

from hibachi.kit.events import Event
from hibachi.kit.money import Money


class CardDisputed(Event):
    """A customer's bank asks for money back, or has decided (status: Stripe's own word)."""

    receivable_id: UUID
    dispute_id: str
    status: str
    amount: Money
    reason: str


class CardRefundFailed(Event):
    """Money that staff wanted to give back did not arrive; it is to be given back another way."""

    receivable_id: UUID
    refund_id: UUID
    amount: Money
    reason: str

"""What staff see of who waits for payment instructions."""

from datetime import datetime
from uuid import UUID

from hibachi.kit.money import Money
from hibachi.payments.schemas import Frozen


class InstructionsAwaited(Frozen):
    """A party that waits to be told how to pay. reference: what belongs into the memo. due: what is asked for now."""

    booking_id: UUID
    reference: str
    payer: str | None
    phone: str | None
    email: str | None
    due: Money
    asked_at: datetime

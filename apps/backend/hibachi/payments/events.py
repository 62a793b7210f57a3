"""What happened to money. `receivable_id` is the id of what it is paid for."""

from uuid import UUID

from hibachi.kit.events import Event
from hibachi.kit.money import Money


class MoneyEvent(Event):
    """One entry of the ledger was written."""

    receivable_id: UUID
    entry_id: UUID
    amount: Money
    method: str


class PaymentRecorded(MoneyEvent):
    """Money came."""

    kind: str


class PaymentRefunded(MoneyEvent):
    """Money went back."""

"""Two customers turn out to be one person: their parties are that person's."""

from hibachi.bookings import repository, rules
from hibachi.bookings.events import BookingCancelled
from hibachi.bookings.service import closing, writing
from hibachi.calendar import service as calendar
from hibachi.customers.events import CustomersMerged
from hibachi.kit.db import Tx


async def on_customers_merged(tx: Tx, event: CustomersMerged) -> None:
    """Listener inside the merging transaction. A person has one hold: of two, the one that lasts longest stays."""
    holds = [
        row for row in await repository.holds_of(tx, (event.kept, event.gone)) if not await closing.lapsed(tx, row)
    ]
    for row in holds[:-1]:
        writing.fill(row, {"status": "cancelled", "cancelled_reason": rules.REPLACED, "hold_expires_at": None})
        await calendar.release(tx, reference=row.id)
        await repository.save(tx, row)
        await tx.publish(
            BookingCancelled(booking_id=row.id, customer_id=row.customer_id, reason=rules.REPLACED, refund=0)
        )
    await repository.hand_over(tx, event.kept, event.gone)

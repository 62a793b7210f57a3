"""How parties end by time alone. Tidiness: what has lapsed counts as free before any of this runs."""

from typing import Literal, cast

from hibachi.bookings import repository, rules
from hibachi.bookings.events import BookingCompleted, HoldExpired
from hibachi.bookings.models import BookingRow
from hibachi.bookings.service import billing
from hibachi.calendar import service as calendar
from hibachi.kit.db import Tx


async def lapsed(tx: Tx, row: BookingRow) -> bool:
    """Write down that a locked row's time ran out, if it did; its chef's time is let go."""
    _, reason = rules.effective(row.status, row.hold_expires_at, tx.now)
    if reason is None:
        return False
    was = cast(Literal["held", "deposit_pending"], row.status)
    row.status, row.cancelled_reason, row.hold_expires_at = "cancelled", reason, None
    await calendar.release(tx, reference=row.id)
    await repository.save(tx, row)
    if was == "deposit_pending" or row.paid:
        await billing.bill(tx, row, total=0)
    await tx.publish(HoldExpired(booking_id=row.id, customer_id=row.customer_id, was=was))
    return True


async def close_lapsed(tx: Tx) -> int:
    """Write down every hold and unpaid request whose time ran out; how many."""
    await calendar.release_expired(tx)
    rows = await repository.lapsed(tx)
    return sum([await lapsed(tx, row) for row in rows])


async def complete(tx: Tx) -> int:
    """Complete every confirmed party that is over; how many."""
    rows = await repository.over(tx)
    for row in rows:
        row.status = "completed"
        await repository.save(tx, row)
        await tx.publish(BookingCompleted(booking_id=row.id, customer_id=row.customer_id))
    return len(rows)

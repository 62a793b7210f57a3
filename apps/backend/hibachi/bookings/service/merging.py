"""Two customers turn out to be one person, or two again: their parties follow, and a person has one hold."""

from datetime import datetime
from uuid import UUID

from hibachi.bookings import repository, rules
from hibachi.bookings.events import BookingCancelled, BookingHeld
from hibachi.bookings.models import BookingRow
from hibachi.bookings.service import closing, writing
from hibachi.calendar import service as calendar
from hibachi.calendar.schemas import Refusal
from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.kit.db import Tx
from hibachi.policies import service as policies

ANOTHER_HOLD = "The customer holds another time since; this hold stays given up."
TAKEN = "The time of this hold was given to somebody else since."


async def on_customers_merged(tx: Tx, event: CustomersMerged) -> None:
    """Listener inside the merging transaction. A person has one hold: of two, the one that lasts longest stays."""
    holds = [
        row for row in await repository.holds_of(tx, (event.kept, event.gone)) if not await closing.lapsed(tx, row)
    ]
    ended = {row.id: {"hold_expires_at": row.hold_expires_at} for row in holds[:-1]}
    await customers.note_moved(tx, merge_id=event.merge_id, noun="hold", rows=ended)
    for row in holds[:-1]:
        writing.fill(row, {"status": "cancelled", "cancelled_reason": rules.REPLACED, "hold_expires_at": None})
        await calendar.release(tx, reference=row.id)
        await repository.save(tx, row)
        await tx.publish(
            BookingCancelled(booking_id=row.id, customer_id=row.customer_id, reason=rules.REPLACED, refund=0)
        )
    moved = await repository.hand_over(tx, event.kept, event.gone)
    await customers.note_moved(tx, merge_id=event.merge_id, noun="booking", rows=dict.fromkeys(moved))


async def on_customers_parted(tx: Tx, event: CustomersParted) -> None:
    """Listener inside the undoing transaction: parties go back, and a hold that the merge ended is held again."""
    back = [one.row_id for one in await customers.moved(tx, merge_id=event.merge_id, noun="booking")]
    await repository.hand_back(tx, event.gone, event.kept, back)
    for one in await customers.moved(tx, merge_id=event.merge_id, noun="hold"):
        assert one.before is not None, "a hold is noted with its end"
        row = await repository.locked(tx, one.row_id)
        if row is None or row.cancelled_reason != rules.REPLACED:
            continue
        why = await _hold_again(tx, row, datetime.fromisoformat(one.before["hold_expires_at"]))
        if why is not None:
            await customers.note_lost(tx, merge_id=event.merge_id, noun="hold", row_id=row.id, why=why)


async def _hold_again(tx: Tx, row: BookingRow, until: datetime) -> str | None:
    """Claim the time of an ended hold again until its own end; why not, where that is not possible."""
    if until <= tx.now:
        row.cancelled_reason = rules.LAPSED["held"]
        await repository.save(tx, row)
        return None
    if await _another(tx, row.customer_id):
        return ANOTHER_HOLD
    book = await policies.current(tx)
    day, at, zone = row.event_date, row.event_time, row.zone
    claimed = await calendar.claim(
        tx, day=day, at=at, zone=zone, book=book, reference=row.id, expires_at=until, by_staff=True
    )
    if isinstance(claimed, Refusal):
        return TAKEN
    held = {"status": "held", "cancelled_reason": None, "hold_expires_at": until, "chef_id": claimed.chef_id}
    writing.fill(row, held)
    await repository.save(tx, row)
    await tx.publish(BookingHeld(booking_id=row.id, customer_id=row.customer_id, expires_at=until))
    return None


async def _another(tx: Tx, customer_id: UUID) -> bool:
    holds = await repository.holds_of(tx, (customer_id,))
    return bool([row for row in holds if not await closing.lapsed(tx, row)])

"""What a party owes, said to payments whenever it changes: its price, or what is kept of a cancelled one."""

from hibachi.bookings import rules
from hibachi.bookings.models import BookingRow
from hibachi.bookings.service import writing
from hibachi.kit.db import Tx
from hibachi.kit.money import Cents
from hibachi.payments import service as payments
from hibachi.payments.schemas import Payer

IMPORTED = "imported"
"""The method of a deposit that was paid before the party was brought in: nobody knows how."""
PAID_BEFORE = ("confirmed", "completed", "no_show")


async def bill(tx: Tx, row: BookingRow, *, total: Cents | None) -> None:
    """Say what a party owes now; total None: as it was, and nothing for one that owed nothing yet."""
    payer = Payer(name=row.name, phone=row.phone, email=row.email)
    await payments.bill(tx, receivable_id=row.id, payer=payer, total=total, deposit=row.deposit)


async def ensure(tx: Tx, row: BookingRow) -> None:
    """Say what a party owes in the state that it is in: its price while it stands, nothing once its time ran out.

    What a cancelled one owes was said when it was cancelled, and stays.
    """
    state = writing.shown(tx, row)
    if state.status != "cancelled":
        await bill(tx, row, total=row.total_amount)
    else:
        await bill(tx, row, total=0 if state.cancelled_reason in rules.LAPSED.values() else None)


async def open_imported(tx: Tx, row: BookingRow) -> None:
    """Bill a party that staff brought in; one that was confirmed or is over comes with its deposit."""
    if row.status == "held":
        return
    await bill(tx, row, total=0 if row.status == "cancelled" else row.total_amount)
    if row.status not in PAID_BEFORE or not row.deposit:
        return
    await payments.record(tx, receivable_id=row.id, amount=row.deposit, method=IMPORTED, kind="deposit")
    owed = await payments.receivable(tx, receivable_id=row.id)
    writing.fill(row, {"paid": owed.net, "deposit_paid": owed.deposit_paid})

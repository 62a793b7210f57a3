"""The deposit, recorded by hand: what makes a party confirmed."""

from datetime import date, time
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.bookings import repository, rules
from hibachi.bookings.errors import InvalidAmount
from hibachi.bookings.events import BookingConfirmed, DepositPaid
from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import Booking, Reason, Refused
from hibachi.bookings.service import pricing, reading, writing
from hibachi.calendar import service as calendar
from hibachi.calendar.schemas import Refusal
from hibachi.kit.db import Tx
from hibachi.kit.money import Cents, text
from hibachi.policies import service as policies
from hibachi.travel.schemas import TravelFee


async def record_deposit(
    tx: Tx, *, booking_id: UUID, amount: Cents, method: str, note: str | None = None
) -> Booking | Refused:
    """Record money that arrived for a party. With the whole deposit it is confirmed, if its time is or can be had.

    If not, the money stays recorded, DepositPaid says that it has no place, and the answer is "refund or move".
    Raises UnknownBooking, InvalidAmount.
    """
    if amount <= 0:
        raise InvalidAmount()
    row = await reading.locked(tx, booking_id)
    state = writing.shown(tx, row)
    reason = _not_awaited(state)
    if reason is not None:
        return writing.refused(tx, row, reason)
    row.deposit_paid += amount
    changes = {"deposit_paid": (text(row.deposit_paid - amount), text(row.deposit_paid)), "method": (None, method)}
    await audit.record(
        tx, action="deposit_record", resource="booking", resource_id=row.id, changes=changes, reason=note
    )
    placed = await _place(tx, row, state)
    await repository.save(tx, row)
    waits = writing.shown(tx, row).status in rules.OPEN
    await tx.publish(
        DepositPaid(booking_id=row.id, customer_id=row.customer_id, amount=amount, method=method, placed=waits)
    )
    if not waits:
        return await _refund_or_move(tx, row)
    if placed:
        await _confirmed(tx, row)
    return writing.shown(tx, row)


async def place(tx: Tx, *, booking_id: UUID, day: date, at: time) -> Booking | Refused:
    """Give a party whose deposit met a taken time another one, without a fee; then it is confirmed.

    Raises UnknownBooking.
    """
    row = await reading.locked(tx, booking_id)
    state = writing.shown(tx, row)
    if state.status != "cancelled" or row.deposit_paid < row.deposit:
        return writing.refused(tx, row, rules.NOTHING_TO_PLACE)
    book = await policies.current(tx)
    claimed = await calendar.claim(tx, day=day, at=at, zone=row.zone, book=book, reference=row.id, by_staff=True)
    if isinstance(claimed, Refusal):
        return writing.taken(tx, row, claimed)
    changes = {
        "status": (state.status, "confirmed"),
        "event_date": (row.event_date, day),
        "event_time": (row.event_time, at),
    }
    writing.fill(row, writing.time_fields(day, at, row.zone, claimed))
    quote = await pricing.requoted(
        tx, row, party=state.party, travel=TravelFee.model_validate(row.travel), day=day, paid_moves=row.paid_moves
    )
    writing.fill(row, writing.price_fields(quote) | _CONFIRMED)
    await repository.save(tx, row)
    await audit.record(tx, action="booking_place", resource="booking", resource_id=row.id, changes=changes)
    await _confirmed(tx, row)
    return writing.shown(tx, row)


_CONFIRMED = {"status": "confirmed", "hold_expires_at": None, "cancelled_reason": None}


async def _place(tx: Tx, row: BookingRow, state: Booking) -> bool:
    """Confirm a party whose deposit is whole, where its time is or can again be had."""
    if row.deposit_paid < row.deposit or not _may_be_had(state):
        return False
    if not await calendar.firm(tx, reference=row.id):
        book = await policies.current(tx)
        claimed = await calendar.claim(
            tx, day=row.event_date, at=row.event_time, zone=row.zone, book=book, reference=row.id, by_staff=True
        )
        if isinstance(claimed, Refusal):
            return False
        row.chef_id = claimed.chef_id
    writing.fill(row, _CONFIRMED)
    return True


async def _confirmed(tx: Tx, row: BookingRow) -> None:
    await tx.publish(BookingConfirmed(booking_id=row.id, customer_id=row.customer_id, total=row.total_amount))


async def _refund_or_move(tx: Tx, row: BookingRow) -> Refused:
    book = await policies.current(tx)
    others = await calendar.nearest(tx, day=row.event_date, at=row.event_time, zone=row.zone, book=book)
    return writing.refused(tx, row, rules.REFUND_OR_MOVE, others)


def _may_be_had(state: Booking) -> bool:
    """Open, or ended by nothing but time."""
    return state.status in rules.OPEN or state.cancelled_reason in rules.LAPSED.values()


def _not_awaited(state: Booking) -> Reason | None:
    if state.status == "confirmed" or (state.status == "cancelled" and state.deposit_paid >= state.deposit):
        return rules.ALREADY_PAID
    return None if state.status == "cancelled" else rules.not_open(state.status)

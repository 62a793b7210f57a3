"""Money for parties: with the whole deposit a party is confirmed; every dollar stands in the ledger of payments."""

from datetime import date, time
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.bookings import repository, rules
from hibachi.bookings.events import BookingConfirmed, DepositPaid
from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import Booking, PaymentTaken, Reason, Refused
from hibachi.bookings.service import billing, pricing, reading, writing
from hibachi.calendar import service as calendar
from hibachi.calendar.schemas import Refusal
from hibachi.kit.db import Tx
from hibachi.kit.money import Cents, text
from hibachi.payments import service as payments
from hibachi.payments.cards.errors import RefundByCard
from hibachi.payments.cards.schemas import PROVIDER as CARDS
from hibachi.payments.events import MoneyEvent
from hibachi.payments.rules import Purpose
from hibachi.payments.schemas import Account
from hibachi.policies import service as policies
from hibachi.travel.schemas import TravelFee


async def record_deposit(
    tx: Tx, *, booking_id: UUID, amount: Cents, method: str, note: str | None = None
) -> Booking | Refused:
    """Record money that arrived for a party. With the whole deposit it is confirmed, if its time is or can be had.

    If not, the money stays recorded, DepositPaid says that it has no place, and the answer is "refund or move".
    Raises UnknownBooking, NotPositive.
    """
    row = await reading.locked(tx, booking_id)
    reason = _not_awaited(writing.shown(tx, row))
    if reason is not None:
        return writing.refused(tx, row, reason)
    await billing.ensure(tx, row)
    await payments.record(tx, receivable_id=row.id, amount=amount, method=method, kind="deposit", note=note)
    changes = {"deposit_paid": (text(row.deposit_paid), text(row.deposit_paid + amount)), "method": (None, method)}
    await audit.record(
        tx, action="deposit_record", resource="booking", resource_id=row.id, changes=changes, reason=note
    )
    return await _settle(tx, row, method)


async def record_payment(
    tx: Tx,
    *,
    booking_id: UUID,
    amount: Cents,
    method: str,
    kind: Purpose | None = None,
    transaction_id: str | None = None,
    note: str | None = None,
) -> PaymentTaken:
    """Record money that arrived for a party in any state: what came is never refused, only said what to do with it.

    kind None: the deposit while it is not whole, then the balance. transaction_id: the provider's (the method); the
    same one again changes nothing. Raises UnknownBooking, NotPositive, PaymentKnown.
    """
    row = await reading.locked(tx, booking_id)
    await billing.ensure(tx, row)
    given = {"provider": method, "provider_id": transaction_id} if transaction_id else {}
    entry = await payments.record(tx, receivable_id=row.id, amount=amount, method=method, kind=kind, note=note, **given)
    settled = await _settle(tx, row, method)
    account = await payments.account(tx, receivable_id=row.id)
    taken = PaymentTaken(entry=entry, booking=writing.shown(tx, row), account=account, to_do=None, alternatives=[])
    if isinstance(settled, Refused):
        return taken.model_copy(update={"to_do": settled.reason, "alternatives": settled.alternatives})
    owed_back = taken.booking.status == "cancelled" and account.receivable.owed < 0
    return taken.model_copy(update={"to_do": rules.REFUND_DUE}) if owed_back else taken


async def record_refund(
    tx: Tx,
    *,
    booking_id: UUID,
    entry_id: UUID,
    amount: Cents,
    reason: str,
    method: str | None = None,
    transaction_id: str | None = None,
) -> PaymentTaken:
    """Record money that went back of one payment of a party. Its state stays: ending a party is another act.

    What came by card here goes back by card (`cards.refund`), unless `method` says how else it was given back.
    Raises UnknownBooking, UnknownPayment, RefundByCard, RefundTooLarge and what else payments refuses.
    """
    row = await reading.locked(tx, booking_id)
    source = await payments.entry(tx, entry_id=entry_id)
    if source.provider == CARDS and method in (None, source.method):
        raise RefundByCard()
    given = {"provider": method or "refund", "provider_id": transaction_id} if transaction_id else {}
    entry = await payments.refund(
        tx, receivable_id=row.id, entry_id=entry_id, amount=amount, reason=reason, method=method, **given
    )
    await _settle(tx, row, entry.method)
    account = await payments.account(tx, receivable_id=row.id)
    return PaymentTaken(entry=entry, booking=writing.shown(tx, row), account=account, to_do=None, alternatives=[])


async def payments_of(tx: Tx, *, booking_id: UUID) -> Account:
    """The account of a party; raises UnknownBooking, and UnknownReceivable before the yes."""
    await reading.get(tx, booking_id=booking_id)
    return await payments.account(tx, receivable_id=booking_id)


async def on_money(tx: Tx, event: MoneyEvent) -> None:
    """Make a party equal to its ledger, whoever wrote there; a second time changes nothing."""
    row = await reading.locked(tx, event.receivable_id)
    await _settle(tx, row, event.method)
    stood = await payments.deposit_at(tx, receivable_id=row.id, entry_id=event.entry_id)
    if row.deposit_paid < row.deposit <= stood and writing.shown(tx, row).status == "deposit_pending":
        await _was_whole(tx, row, stood)


async def _was_whole(tx: Tx, row: BookingRow, stood: Cents) -> None:
    """The deposit was whole when it came, and some went back before this was heard: that is another act, as ever."""
    if await _place(tx, row, writing.shown(tx, row), stood):
        await repository.save(tx, row)
        await _confirmed(tx, row)


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
    await billing.bill(tx, row, total=row.total_amount)
    await audit.record(tx, action="booking_place", resource="booking", resource_id=row.id, changes=changes)
    await _confirmed(tx, row)
    return writing.shown(tx, row)


_CONFIRMED = {"status": "confirmed", "hold_expires_at": None, "cancelled_reason": None}


async def _settle(tx: Tx, row: BookingRow, method: str) -> Booking | Refused:
    """Take over what the ledger says of a locked party; a deposit that is new and awaited confirms it or finds no place."""
    state = writing.shown(tx, row)
    owed = await payments.receivable(tx, receivable_id=row.id)
    if (owed.net, owed.deposit_paid) == (row.paid, row.deposit_paid):
        return state
    came = owed.deposit_paid - row.deposit_paid
    writing.fill(row, {"paid": owed.net, "deposit_paid": owed.deposit_paid})
    if came <= 0 or _not_awaited(state) is not None:
        await repository.save(tx, row)
        return writing.shown(tx, row)
    return await _deposited(tx, row, state, came, method)


async def _deposited(tx: Tx, row: BookingRow, state: Booking, came: Cents, method: str) -> Booking | Refused:
    """A deposit came, whole or in part: confirm the party where that is possible, and say what became of the money."""
    placed = await _place(tx, row, state, row.deposit_paid)
    await repository.save(tx, row)
    await billing.ensure(tx, row)
    waits = writing.shown(tx, row).status in rules.OPEN
    await tx.publish(
        DepositPaid(booking_id=row.id, customer_id=row.customer_id, amount=came, method=method, placed=waits)
    )
    if not waits:
        return await _refund_or_move(tx, row)
    if placed:
        await _confirmed(tx, row)
    return writing.shown(tx, row)


async def _place(tx: Tx, row: BookingRow, state: Booking, deposit: Cents) -> bool:
    """Confirm a party whose deposit is whole, where its time is or can again be had."""
    if deposit < row.deposit or not _may_be_had(state):
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

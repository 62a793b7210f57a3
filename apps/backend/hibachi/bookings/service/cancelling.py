"""Cancelling a party: what comes back, said first; then the end of it."""

from uuid import UUID

from hibachi.audit import service as audit
from hibachi.bookings import repository, rules
from hibachi.bookings.events import BookingCancelled
from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import Booking, CancelPreview, Reason, Refused
from hibachi.bookings.service import billing, reading, writing
from hibachi.calendar import service as calendar
from hibachi.kit.db import Tx
from hibachi.kit.money import text
from hibachi.policies import service as policies


async def preview_cancel(tx: Tx, *, booking_id: UUID) -> CancelPreview:
    """What cancelling would do with the deposit, without doing anything. Raises UnknownBooking."""
    row = await reading.locked(tx, booking_id)
    terms = await _terms(tx, row)
    reason = _why_not(tx, row)
    return CancelPreview(
        allowed=reason is None,
        reason=reason,
        refundable=terms.refundable,
        refund=terms.refund,
        deposit_paid=row.deposit_paid,
        deadline=terms.deadline,
        days_before=terms.days_before,
        sentence=reason.sentence if reason else terms.sentence,
        revision=row.revision,
    )


async def cancel(tx: Tx, *, booking_id: UUID, reason: str, revision: int | None = None) -> Booking | Refused:
    """End a party before it begins: its time is free at once. A second time changes nothing. Raises UnknownBooking."""
    row = await reading.locked(tx, booking_id)
    state = writing.shown(tx, row)
    if state.status == "cancelled":
        return state
    if revision is not None and revision != row.revision:
        return writing.refused(tx, row, rules.STALE)
    against = _why_not(tx, row)
    if against is not None:
        return writing.refused(tx, row, against)
    terms = await _terms(tx, row)
    writing.fill(row, {"status": "cancelled", "cancelled_reason": reason, "hold_expires_at": None})
    await calendar.release(tx, reference=row.id)
    await repository.save(tx, row)
    await billing.bill(tx, row, total=terms.kept)
    changes = {"status": (state.status, "cancelled"), "refund": (None, text(terms.refund))}
    await audit.record(
        tx, action="booking_cancel", resource="booking", resource_id=row.id, changes=changes, reason=reason
    )
    await tx.publish(
        BookingCancelled(booking_id=row.id, customer_id=row.customer_id, reason=reason, refund=terms.refund)
    )
    return writing.shown(tx, row)


async def _terms(tx: Tx, row: BookingRow) -> rules.RefundTerms:
    """By the policy version that the party was booked at."""
    book = await policies.at_version(tx, version=row.policy_version)
    return rules.refund(
        day=row.event_date,
        zone=row.zone,
        money=rules.PaidSoFar(deposit=row.deposit, deposit_paid=row.deposit_paid, paid=row.paid),
        now=tx.now,
        policies=book.profile.policies,
    )


def _why_not(tx: Tx, row: BookingRow) -> Reason | None:
    return rules.not_open(writing.shown(tx, row).status) or rules.begun(row.event_start, tx.now)

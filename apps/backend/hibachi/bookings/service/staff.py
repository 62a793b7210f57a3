"""What only staff do: bring in parties that exist already, and say how one ended."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.bookings import repository, rules
from hibachi.bookings.events import BookingCompleted, BookingConfirmed, BookingNoShow, BookingRequested
from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import Booking, ImportedParty, Refused, Status
from hibachi.bookings.service import billing, reading, writing
from hibachi.calendar import service as calendar
from hibachi.calendar.schemas import Refusal
from hibachi.customers import service as customers
from hibachi.kit.clock import instant_of
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.kit.money import text
from hibachi.policies import service as policies
from hibachi.policies.schemas import PolicyBook
from hibachi.quotes import service as quotes

ENDED = ("completed", "no_show")


async def import_party(tx: Tx, *, party: ImportedParty) -> Booking | Refused:
    """Bring in a party that exists already, also one in the past or beyond what customers may book themselves.

    One that is still to come claims a chef like any other; a confirmed one that has begun counts as completed.
    A confirmed one comes with its deposit. Raises InvalidParty, NonexistentTime, AmbiguousTime.
    """
    book = await policies.current(tx)
    zone = writing.zone_of(party.travel, book)
    start = instant_of(party.day, party.at, zone)
    status = "completed" if party.status == "confirmed" and start <= tx.now else party.status
    expires_at = tx.now + timedelta(minutes=book.profile.booking.hold_minutes) if status in rules.UNPAID else None
    person = await customers.hold_still(tx, customer_id=party.customer_id)
    row = writing.new_row(tx, new_id(), person, status=status, expires_at=expires_at)
    quote = await quotes.quote(
        tx, party=party.party, book=book, travel=party.travel, event_date=party.day, zip=party.zip
    )
    if quote.total is None:
        return writing.refused(tx, None, rules.UNPRICED)
    times = await _times(tx, row, party, zone, start, book)
    if isinstance(times, Refusal):
        return writing.taken(tx, None, times)
    fields = writing.said_fields(party) | writing.price_fields(quote)
    writing.fill(row, fields | times)
    row.cancelled_reason = "imported" if status == "cancelled" else None
    await repository.add(tx, row)
    await billing.open_imported(tx, row)
    changes = {"status": (None, status), "event_date": (None, party.day), "total_amount": (None, text(quote.total))}
    await audit.record(tx, action="booking_import", resource="booking", resource_id=row.id, changes=changes)
    await _announce(tx, row)
    return writing.shown(tx, row)


async def set_status(tx: Tx, *, booking_id: UUID, status: Status, reason: str | None = None) -> Booking | Refused:
    """Say how a confirmed party that has begun ended: completed or no_show, also the other way round later.

    Raises UnknownBooking.
    """
    row = await reading.locked(tx, booking_id)
    state = writing.shown(tx, row)
    if state.status == status:
        return state
    if status not in ENDED or state.status not in ("confirmed", *ENDED) or row.event_start > tx.now:
        return writing.refused(tx, row, rules.NOT_ENDED)
    row.status = status
    await repository.save(tx, row)
    changes = {"status": (state.status, status)}
    await audit.record(
        tx, action=f"booking_{status}", resource="booking", resource_id=row.id, changes=changes, reason=reason
    )
    happened = BookingNoShow if status == "no_show" else BookingCompleted
    await tx.publish(happened(booking_id=row.id, customer_id=row.customer_id))
    return writing.shown(tx, row)


async def _times(
    tx: Tx, row: BookingRow, party: ImportedParty, zone: str, start: datetime, book: PolicyBook
) -> dict[str, Any] | Refusal:
    """When and who cooks, as columns: a chef is claimed for a party to come; what is over or cancelled has none."""
    if row.status in rules.OPEN and start > tx.now:
        claimed = await calendar.claim(
            tx,
            day=party.day,
            at=party.at,
            zone=zone,
            book=book,
            reference=row.id,
            expires_at=row.hold_expires_at,
            by_staff=True,
        )
        if isinstance(claimed, Refusal):
            return claimed
        return writing.time_fields(party.day, party.at, zone, claimed)
    end = start + timedelta(minutes=book.profile.booking.duration_minutes)
    when = {"event_date": party.day, "event_time": party.at, "zone": zone}
    return {**when, "event_start": start, "event_end": end, "chef_id": None}


async def _announce(tx: Tx, row: BookingRow) -> None:
    """Say of a party to come what the ordinary ways would have said."""
    who = {"booking_id": row.id, "customer_id": row.customer_id}
    if row.status == "confirmed":
        await tx.publish(BookingConfirmed(**who, total=row.total_amount))
    if row.status == "deposit_pending" and row.hold_expires_at:
        await tx.publish(
            BookingRequested(**who, total=row.total_amount, deposit=row.deposit, expires_at=row.hold_expires_at)
        )

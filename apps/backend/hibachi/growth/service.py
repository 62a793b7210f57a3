"""Leads: captured when a booking is refused, followed up, converted by a booking."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.bookings.events import BookingConfirmed, BookingRefused, BookingRequested
from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.growth import repository, rules
from hibachi.growth.errors import LeadClosed, UnknownLead, Unreachable
from hibachi.growth.events import LeadCaptured, LeadConverted
from hibachi.growth.merging import on_customers_merged, on_customers_parted
from hibachi.growth.models import LeadRow
from hibachi.growth.schemas import Conversion, FollowUp, Lead, LeadFilter, LeadPage, NewLead, Status
from hibachi.kit.db import Tx
from hibachi.kit.events import Event
from hibachi.policies import service as policies


async def capture(tx: Tx, event: BookingRefused) -> None:
    """Keep whoever was refused a party, inside the transaction of the refusal: the refusal is returned, so it stays."""
    wanted = event.model_dump(
        mode="json", include={"event_date", "event_time", "zip", "adults", "children", "toddlers", "event_type"}
    )
    await _write(
        tx,
        {
            "customer_id": event.customer_id,
            "name": event.name,
            "phone": event.phone,
            "email": event.email,
            "source": "refused_booking",
            "reason": event.code,
            "wanted": wanted,
        },
    )


async def convert(tx: Tx, event: BookingRequested | BookingConfirmed) -> None:
    """Close the lead of a customer who has a party now; nothing to do when there is none."""
    lead_id = await repository.convert(tx, customer_id=event.customer_id, booking_id=event.booking_id)
    if lead_id is not None:
        await tx.publish(LeadConverted(lead_id=lead_id, booking_id=event.booking_id))


def listeners() -> list[tuple[type[Event], Callable[[Tx, Any], Awaitable[None]]]]:
    """What growth hears inside the publisher's transaction, for `main` to register."""
    return [
        (BookingRefused, capture),
        (BookingRequested, convert),
        (BookingConfirmed, convert),
        (CustomersMerged, on_customers_merged),
        (CustomersParted, on_customers_parted),
    ]


async def create_lead(tx: Tx, *, new: NewLead) -> Lead:
    """Make a lead by hand or from a conversation; a customer's open lead is updated instead.

    Raises Unreachable without any way to reach the person, NotFound for an unknown customer, InvalidPhone, InvalidEmail.
    """
    phone = customers.normalised("phone", new.phone) if new.phone else None
    email = customers.normalised("email", new.email) if new.email else None
    if not (new.customer_id or phone or email):
        raise Unreachable()
    person = await customers.get(tx, customer_id=new.customer_id) if new.customer_id else None
    given = new.model_dump() | {"phone": phone, "email": email, "customer_id": person.id if person else None}
    row = await _write(tx, given)
    changes = {"status": (None, row.status), "source": (None, row.source)}
    await audit.record(tx, action="lead_create", resource="lead", resource_id=row.id, changes=changes)
    return Lead.model_validate(row)


async def follow_up(tx: Tx, *, lead_id: UUID, done: FollowUp) -> Lead:
    """Note that a lead was contacted; without a date the owner's policy says when to ask again.

    Raises UnknownLead, LeadClosed.
    """
    row = await _open(tx, lead_id)
    book = await policies.current(tx)
    before = row.status
    row.status = rules.advanced(row.status, done.status)
    row.last_contact_at = row.updated_at = tx.now
    row.follow_ups += 1
    row.follow_up_at = done.again_at or rules.next_follow_up(row.follow_ups, tx.now, book.profile.follow_ups)
    row.notes = done.notes or row.notes
    return await _changed(tx, row, "lead_follow_up", before)


async def mark_lost(tx: Tx, *, lead_id: UUID, reason: str) -> Lead:
    """Give a lead up. Raises UnknownLead, LeadClosed."""
    row = await _open(tx, lead_id)
    before = row.status
    row.status, row.lost_reason, row.follow_up_at, row.updated_at = "lost", reason, None, tx.now
    return await _changed(tx, row, "lead_lost", before)


async def get(tx: Tx, *, lead_id: UUID) -> Lead:
    """One lead; raises UnknownLead."""
    row = await repository.get(tx, lead_id)
    if row is None:
        raise UnknownLead()
    return Lead.model_validate(row)


async def of_customer(tx: Tx, *, customer_id: UUID) -> list[Lead]:
    """A customer's leads, oldest first."""
    return [Lead.model_validate(row) for row in await repository.of_customer(tx, customer_id)]


async def page(tx: Tx, *, wanted: LeadFilter) -> LeadPage:
    """Leads that fit, newest first, a page at a time."""
    rows = await repository.page(tx, wanted)
    leads = [Lead.model_validate(row) for row in rows[: wanted.limit]]
    return LeadPage(leads=leads, next=leads[-1].id if len(rows) > wanted.limit else None)


async def conversion(tx: Tx, *, start: datetime, end: datetime) -> Conversion:
    """What became of the leads that were made in [start, end)."""
    counts = cast(dict[Status, int], await repository.counts(tx, start, end))
    total, converted = sum(counts.values()), counts.get("converted", 0)
    return Conversion(leads=total, by_status=counts, converted=converted, rate=rules.rate(converted, total))


async def _write(tx: Tx, values: dict[str, Any]) -> LeadRow:
    """Write a lead or update the open one, to be followed up by the owner's policy; a first one is announced."""
    book = await policies.current(tx)
    due = rules.next_follow_up(0, tx.now, book.profile.follow_ups)
    if values["customer_id"] is not None:
        values = values | {"customer_id": await customers.hold_still(tx, customer_id=values["customer_id"])}
    row = await repository.capture(tx, values | {"follow_up_at": due})
    if row.attempts == 1:
        await tx.publish(LeadCaptured(lead_id=row.id, customer_id=row.customer_id, source=row.source))
    return row


async def _open(tx: Tx, lead_id: UUID) -> LeadRow:
    row = await repository.locked(tx, lead_id)
    if row is None:
        raise UnknownLead()
    if row.status not in rules.OPEN:
        raise LeadClosed()
    return row


async def _changed(tx: Tx, row: LeadRow, action: str, before: str) -> Lead:
    await tx.session.flush()
    changes = {"status": (before, row.status), "follow_up_at": (None, row.follow_up_at)}
    await audit.record(tx, action=action, resource="lead", resource_id=row.id, changes=changes, reason=row.lost_reason)
    return Lead.model_validate(row)

"""Leads: captured from refused bookings, unanswered quotes and forms; scored, followed up, converted by a booking."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.bookings import service as bookings
from hibachi.bookings.events import BookingConfirmed, BookingRefused, BookingRequested
from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.growth import repository, rules
from hibachi.growth.capturing import write
from hibachi.growth.errors import LeadClosed, UnknownLead, Unreachable
from hibachi.growth.events import LeadConverted
from hibachi.growth.merging import on_customers_merged, on_customers_parted
from hibachi.growth.models import LeadRow
from hibachi.growth.newsletters import subscribing
from hibachi.growth.newsletters.sending import Letters
from hibachi.growth.newsletters.sending import on_not_delivered as on_letter_not_delivered
from hibachi.growth.newsletters.subscribing import ask as ask_subscriber
from hibachi.growth.newsletters.subscribing import on_stop
from hibachi.growth.referrals import merging as referral_merging
from hibachi.growth.referrals.service import follow as follow_referral
from hibachi.growth.reviews import service as reviews
from hibachi.growth.reviews.service import Reader, review_link
from hibachi.growth.schemas import Conversion, FollowUp, Inquiry, Lead, LeadFilter, LeadPage, NewLead, Status
from hibachi.growth.standing import note_standing
from hibachi.kit.db import Tx
from hibachi.kit.events import Event
from hibachi.policies import service as policies

__all__ = [
    "Letters",
    "Reader",
    "ask_subscriber",
    "capture",
    "capture_form",
    "capture_quote",
    "conversion",
    "convert",
    "convert_visitor",
    "create_lead",
    "follow_referral",
    "follow_up",
    "get",
    "listeners",
    "mark_lost",
    "note_standing",
    "of_customer",
    "on_letter_not_delivered",
    "on_stop",
    "page",
    "review_link",
]

WISHES = {"zip", "adults", "children", "event_type"}
"""What of a form is the party; its date is kept under the name that refused bookings have."""


async def capture(tx: Tx, event: BookingRefused) -> None:
    """Keep whoever was refused a party, inside the transaction of the refusal: the refusal is returned, so it stays."""
    wanted = event.model_dump(
        mode="json", include={"event_date", "event_time", "zip", "adults", "children", "toddlers", "event_type"}
    )
    await write(
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


async def capture_quote(tx: Tx, *, customer_id: UUID, quote_id: UUID, wanted: dict[str, Any]) -> bool:
    """Keep whoever was told a price and did not book; False when this quote was a lead before, or nobody can be answered.

    wanted: the party of the quote, under the names of a refused booking.
    """
    person = await customers.get(tx, customer_id=await customers.hold_still(tx, customer_id=customer_id))
    if not (person.phone or person.email) or not await repository.take_quote(tx, quote_id):
        return False
    given = {"name": person.name, "phone": person.phone, "email": person.email, "wanted": wanted, "quote_id": quote_id}
    await write(tx, given | {"customer_id": person.id, "source": "quote", "reason": None})
    return True


async def capture_form(tx: Tx, *, inquiry: Inquiry) -> None:
    """Keep a visitor who asks to be answered; the same address again is the same lead, with the newest wish.

    They say who they are and prove nothing, so they are no customer and see nothing. Raises Unreachable, InvalidPhone,
    InvalidEmail.
    """
    phone = customers.normalised("phone", inquiry.phone) if inquiry.phone else None
    email = customers.normalised("email", inquiry.email) if inquiry.email else None
    if not (phone or email):
        raise Unreachable()
    said = {"event_date": inquiry.date.isoformat() if inquiry.date else None, **inquiry.model_dump(include=WISHES)}
    wanted = {what: value for what, value in said.items() if value is not None}
    given = {"name": inquiry.name, "phone": phone, "email": email, "contact": email or phone, "wanted": wanted}
    await write(tx, given | {"customer_id": None, "source": "form", "reason": None, "notes": inquiry.words})


async def convert_visitor(tx: Tx, event: BookingConfirmed) -> None:
    """Listener, as a job: whoever left their address in a form has a party now under that address."""
    booking = await bookings.get(tx, booking_id=event.booking_id)
    contacts = [address for address in (booking.email, booking.phone) if address]
    for lead_id in await repository.convert_contacts(tx, contacts=contacts, booking_id=booking.id):
        await tx.publish(LeadConverted(lead_id=lead_id, booking_id=booking.id))


def listeners() -> list[tuple[type[Event], Callable[[Tx, Any], Awaitable[None]]]]:
    """What growth hears inside the publisher's transaction, for `main` to register."""
    return [
        (BookingRefused, capture),
        (BookingRequested, convert),
        (BookingConfirmed, convert),
        (CustomersMerged, on_customers_merged),
        (CustomersParted, on_customers_parted),
        (CustomersMerged, referral_merging.on_customers_merged),
        (CustomersParted, referral_merging.on_customers_parted),
        (CustomersMerged, reviews.on_customers_merged),
        (CustomersParted, reviews.on_customers_parted),
        (CustomersMerged, subscribing.on_customers_merged),
        (CustomersParted, subscribing.on_customers_parted),
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
    row = await write(tx, given)
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
    hot_from = (await policies.current(tx)).profile.growth.leads.hot_from
    rows = await repository.page(tx, wanted, hot_from)
    leads = [Lead.model_validate(row) for row in rows[: wanted.limit]]
    return LeadPage(leads=leads, hot_from=hot_from, next=leads[-1].id if len(rows) > wanted.limit else None)


async def conversion(tx: Tx, *, start: datetime, end: datetime) -> Conversion:
    """What became of the leads that were made in [start, end)."""
    counts = cast(dict[Status, int], await repository.counts(tx, start, end))
    total, converted = sum(counts.values()), counts.get("converted", 0)
    return Conversion(leads=total, by_status=counts, converted=converted, rate=rules.rate(converted, total))


async def _open(tx: Tx, lead_id: UUID) -> LeadRow:
    seen = await repository.get(tx, lead_id)
    if seen is not None and seen.customer_id is not None:
        await customers.hold_still(tx, customer_id=seen.customer_id)
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

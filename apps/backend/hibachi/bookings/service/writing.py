"""From requests and quotes to rows of bookings, and back to what others see."""

import secrets
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from hibachi.bookings import rules
from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import Booking, HoldRequest, Reason, Refused
from hibachi.calendar.schemas import Claimed, Opening, Refusal
from hibachi.customers import service as customers
from hibachi.kit.db import Tx
from hibachi.policies.schemas import PolicyBook
from hibachi.quotes.schemas import Party, Quote
from hibachi.travel.schemas import TravelFee


def shown(tx: Tx, row: BookingRow) -> Booking:
    """A party as it counts at this transaction's instant."""
    status, lapsed = rules.effective(row.status, row.hold_expires_at, tx.now)
    fields = {name: getattr(row, name) for name in Booking.model_fields if name != "balance"}
    fields |= {"status": status, "cancelled_reason": lapsed or row.cancelled_reason}
    return Booking(**fields, balance=row.total_amount - row.paid)


def refused(tx: Tx, row: BookingRow | None, reason: Reason, alternatives: list[Opening] | None = None) -> Refused:
    """A refusal, with the party as it is now."""
    return Refused(reason=reason, alternatives=alternatives or [], booking=shown(tx, row) if row else None)


def taken(tx: Tx, row: BookingRow | None, refusal: Refusal) -> Refused:
    """The calendar's refusal as one of bookings."""
    reason = Reason(code=refusal.reason.code, sentence=refusal.reason.sentence)
    return refused(tx, row, reason, refusal.alternatives)


def zone_of(travel: TravelFee, book: PolicyBook) -> str:
    """The zone of the party's address; the business's own where its ZIP tells none."""
    return travel.zone or book.profile.business.timezone


def new_token() -> str:
    """What accepting or changing a party by link needs: not to be guessed."""
    return secrets.token_urlsafe(24)


def contact(name: str | None, phone: str | None, email: str | None) -> dict[str, str]:
    """The given ways to reach somebody, spelt as the whole house spells them; raises InvalidPhone, InvalidEmail."""
    given = {
        "name": name,
        "phone": customers.normalised("phone", phone) if phone else None,
        "email": customers.normalised("email", email) if email else None,
    }
    return {field: value for field, value in given.items() if value}


def party_fields(party: Party) -> dict[str, Any]:
    """Guests and choices as columns."""
    proteins = {kind: dict(getattr(party, kind)) for kind in ("proteins", "upgrades", "extra_proteins")}
    guests = {"adults": party.adults, "children": party.children, "toddlers": party.toddlers}
    return {**guests, "proteins": proteins, "addons": dict(party.addons)}


def price_fields(quote: Quote) -> dict[str, Any]:
    """A quote's components as columns, in cents; they add up to the total (a check of the table)."""
    return {
        "quote_id": quote.id,
        "policy_version": quote.policy_version,
        "base_revenue": quote.base_revenue,
        "protein_upgrade_cost": quote.protein_upgrade_cost,
        "addon_cost": quote.addon_cost,
        "travel_fee": quote.travel_fee,
        "reschedule_fee": quote.reschedule_fee,
        "tax": quote.tax,
        "total_amount": quote.total,
        "deposit": quote.deposit,
    }


def time_fields(day: date, at: time, zone: str, claimed: Claimed) -> dict[str, Any]:
    """When, and who cooks, as columns."""
    when = {"event_date": day, "event_time": at, "zone": zone}
    return {**when, "event_start": claimed.start, "event_end": claimed.end, "chef_id": claimed.chef_id}


def said_fields(request: HoldRequest) -> dict[str, Any]:
    """What the customer said of the party, as columns."""
    return {
        **party_fields(request.party),
        **contact(request.name, request.phone, request.email),
        "dietary": rules.diets(request.dietary),
        "event_type": request.event_type,
        "zip_code": request.zip,
        "location": request.location,
        "notes": request.notes,
        "travel": request.travel.model_dump(mode="json"),
    }


def new_row(tx: Tx, booking_id: UUID, customer_id: UUID, *, status: str, expires_at: datetime | None) -> BookingRow:
    """A row with what every new party has; the caller fills the rest."""
    return BookingRow(
        id=booking_id,
        customer_id=customer_id,
        status=status,
        revision=1,
        deposit_paid=0,
        paid=0,
        reschedules=0,
        paid_moves=0,
        hold_token=new_token(),
        hold_expires_at=expires_at,
        created_at=tx.now,
        updated_at=tx.now,
    )


def fill(row: BookingRow, fields: dict[str, Any]) -> None:
    """Set columns."""
    for name, value in fields.items():
        setattr(row, name, value)

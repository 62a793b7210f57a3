"""Holding a time for a customer, and the yes that makes it a party."""

from datetime import datetime, timedelta
from uuid import UUID

from hibachi.bookings import repository, rules
from hibachi.bookings.errors import UnknownHold
from hibachi.bookings.events import BookingHeld, BookingRefused, BookingRequested
from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import Booking, Held, HoldRequest, Reason, Refused
from hibachi.bookings.service import billing, closing, writing
from hibachi.calendar import service as calendar
from hibachi.calendar.schemas import Claimed, Refusal
from hibachi.customers import service as customers
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.policies import service as policies
from hibachi.policies.schemas import PolicyBook
from hibachi.quotes import service as quotes
from hibachi.quotes.schemas import Quote


async def hold(tx: Tx, *, request: HoldRequest) -> Held | Refused:
    """Keep a time and its price for a customer, for the policy's minutes; a refusal becomes a lead.

    A customer has one hold: wanting the same time gives the same hold, wanting another moves it.
    Raises InvalidParty, InvalidPhone, InvalidEmail.
    """
    book = await policies.current(tx)
    reason = _for_a_human(request, book)
    if reason is not None:
        return await _refuse(tx, request, writing.refused(tx, None, reason))
    person = await customers.hold_still(tx, customer_id=request.customer_id)
    request = request.model_copy(update={"customer_id": person})
    mine = [row for row in await repository.open_of(tx, request.customer_id) if not await closing.lapsed(tx, row)]
    zone = writing.zone_of(request.travel, book)
    same = next((row for row in mine if _same_time(row, request, zone)), None)
    if same is not None:
        return await _again(tx, same, request, book)
    earlier = next((row for row in mine if row.status == "held"), None)
    return await _elsewhere(tx, request, book, zone, earlier)


async def accept(
    tx: Tx,
    *,
    token: str,
    name: str | None = None,
    phone: str | None = None,
    email: str | None = None,
    by_form: bool = False,
) -> Booking | Refused:
    """The customer's yes to the summary: the time is kept for the deposit. A second yes changes nothing.

    A hold whose time ran out is claimed again where that is still possible. by_form: there is no channel to answer on,
    so a phone number or e-mail address is needed. Raises UnknownHold, InvalidPhone, InvalidEmail.
    """
    row = await _of_token(tx, token)
    booking = writing.shown(tx, row)
    if booking.status == "cancelled" and booking.cancelled_reason != rules.LAPSED["held"]:
        return writing.refused(tx, row, rules.HOLD_ENDED)
    if booking.status not in ("held", "cancelled"):
        return booking
    said = writing.contact(name, phone, email)
    if not (said.get("name") or row.name):
        return writing.refused(tx, row, rules.NAME_MISSING)
    if by_form and not ({"phone", "email"} & said.keys() or row.phone or row.email):
        return writing.refused(tx, row, rules.CONTACT_MISSING)
    writing.fill(row, said)
    return await _accepted(tx, row)


async def holder(tx: Tx, *, token: str) -> UUID | None:
    """The customer to whom a hold's token was given; None for a token that never was."""
    return await repository.customer_of(tx, token)


async def _of_token(tx: Tx, token: str) -> BookingRow:
    """The row of a hold, locked. Where it may be refused, which writes a lead, its customer first, as merging does."""
    live = await repository.locked_live_by_token(tx, token)
    if live is not None:
        return live
    person = await repository.customer_of(tx, token)
    if person is not None:
        await customers.hold_still(tx, customer_id=person)
    row = await repository.locked_by_token(tx, token)
    if row is None:
        raise UnknownHold()
    return row


async def _accepted(tx: Tx, row: BookingRow) -> Booking | Refused:
    book = await policies.current(tx)
    expires_at = _expiry(tx, book)
    if not await calendar.extend(tx, reference=row.id, expires_at=expires_at):
        claimed = await _claim_again(tx, row, book, expires_at)
        if isinstance(claimed, Refusal):
            return await _gone(tx, row, claimed)
        row.chef_id = claimed.chef_id
    writing.fill(row, {"status": "deposit_pending", "hold_expires_at": expires_at, "cancelled_reason": None})
    await repository.save(tx, row)
    await billing.bill(tx, row, total=row.total_amount)
    await tx.publish(
        BookingRequested(
            booking_id=row.id,
            customer_id=row.customer_id,
            total=row.total_amount,
            deposit=row.deposit,
            expires_at=expires_at,
        )
    )
    return writing.shown(tx, row)


async def _claim_again(tx: Tx, row: BookingRow, book: PolicyBook, expires_at: datetime) -> Claimed | Refusal:
    return await calendar.claim(
        tx, day=row.event_date, at=row.event_time, zone=row.zone, book=book, reference=row.id, expires_at=expires_at
    )


async def _gone(tx: Tx, row: BookingRow, refusal: Refusal) -> Refused:
    """The time of a lapsed hold went to somebody else."""
    await closing.lapsed(tx, row)
    answer = writing.taken(tx, row, refusal)
    await tx.publish(
        BookingRefused(
            customer_id=row.customer_id,
            name=row.name,
            phone=row.phone,
            email=row.email,
            code=answer.reason.code,
            sentence=answer.reason.sentence,
            event_date=row.event_date,
            event_time=row.event_time,
            zip=row.zip_code,
            adults=row.adults,
            children=row.children,
            toddlers=row.toddlers,
            event_type=row.event_type,
        )
    )
    return answer


async def _again(tx: Tx, row: BookingRow, request: HoldRequest, book: PolicyBook) -> Held | Refused:
    """The customer wants a time that is theirs already: the same hold, with what is new of the party."""
    same_party = _priced_alike(row, request)
    if row.status == "confirmed" or (row.status == "deposit_pending" and not same_party):
        return writing.refused(tx, row, rules.ALREADY_BOOKED)
    if row.status == "held":
        quote = None if same_party and row.policy_version == book.version else await _quoted(tx, request, book)
        writing.fill(row, writing.said_fields(request) | (writing.price_fields(quote) if quote else {}))
        await repository.save(tx, row)
    return await _held(tx, row)


async def _elsewhere(
    tx: Tx, request: HoldRequest, book: PolicyBook, zone: str, earlier: BookingRow | None
) -> Held | Refused:
    """Claim the time, with the claim of the customer's earlier hold where there is one, and write the hold."""
    expires_at = _expiry(tx, book)
    row = earlier or writing.new_row(tx, new_id(), request.customer_id, status="held", expires_at=expires_at)
    claiming = calendar.move if earlier else calendar.claim
    claimed = await claiming(
        tx, day=request.day, at=request.at, zone=zone, book=book, reference=row.id, expires_at=expires_at
    )
    if isinstance(claimed, Refusal):
        return await _refuse(tx, request, writing.taken(tx, None, claimed))
    quote = await _quoted(tx, request, book)
    fields = writing.said_fields(request) | writing.price_fields(quote)
    fields |= writing.time_fields(request.day, request.at, zone, claimed)
    writing.fill(row, fields | {"hold_expires_at": expires_at})
    await (repository.save(tx, row) if earlier else repository.add(tx, row))
    await tx.publish(BookingHeld(booking_id=row.id, customer_id=row.customer_id, expires_at=expires_at))
    return await _held(tx, row, quote)


async def _held(tx: Tx, row: BookingRow, quote: Quote | None = None) -> Held:
    assert row.hold_expires_at is not None, "a check of the table"
    quote = quote or await quotes.get(tx, quote_id=row.quote_id)
    return Held(booking=writing.shown(tx, row), quote=quote, expires_at=row.hold_expires_at, token=row.hold_token)


async def _quoted(tx: Tx, request: HoldRequest, book: PolicyBook) -> Quote:
    return await quotes.quote(
        tx, party=request.party, book=book, travel=request.travel, event_date=request.day, zip=request.zip
    )


async def _refuse(tx: Tx, request: HoldRequest, answer: Refused) -> Refused:
    await tx.publish(
        BookingRefused(
            customer_id=request.customer_id,
            name=request.name,
            phone=request.phone,
            email=request.email,
            code=answer.reason.code,
            sentence=answer.reason.sentence,
            event_date=request.day,
            event_time=request.at,
            zip=request.zip,
            adults=request.party.adults,
            children=request.party.children,
            toddlers=request.party.toddlers,
            event_type=request.event_type,
        )
    )
    return answer


def _for_a_human(request: HoldRequest, book: PolicyBook) -> Reason | None:
    """What only staff may book: by size or by distance."""
    travel = request.travel
    return rules.too_large(request.party.guests, book.profile.booking.guests.max) or rules.too_far(
        served=travel.served, needs_human=travel.needs_human, miles=travel.miles
    )


def _same_time(row: BookingRow, request: HoldRequest, zone: str) -> bool:
    return (row.event_date, row.event_time, row.zone) == (request.day, request.at, zone)


def _priced_alike(row: BookingRow, request: HoldRequest) -> bool:
    fields = {"zip_code": request.zip, **writing.party_fields(request.party)}
    return all(getattr(row, field) == value for field, value in fields.items())


def _expiry(tx: Tx, book: PolicyBook) -> datetime:
    return tx.now + timedelta(minutes=book.profile.booking.hold_minutes)

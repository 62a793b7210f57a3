"""Looking parties up."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from hmac import compare_digest
from uuid import UUID

from hibachi.bookings import repository, rules
from hibachi.bookings.errors import UnknownBooking
from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import Booking, BookingFilter, BookingPage, Host
from hibachi.bookings.service import writing
from hibachi.kit.clock import instant_of
from hibachi.kit.db import Tx
from hibachi.payments import service as payments

WEEK = timedelta(days=7)
SAID_YES = ("deposit_pending", "confirmed", "completed")


async def get(tx: Tx, *, booking_id: UUID) -> Booking:
    """One party as it is now; raises UnknownBooking."""
    return writing.shown(tx, _found(await repository.get(tx, booking_id)))


async def by_token(tx: Tx, *, booking_id: UUID, token: str) -> Booking:
    """One party for whoever holds its token; raises UnknownBooking, also for another party's token."""
    row = await repository.get(tx, booking_id)
    if row is None or not compare_digest(row.hold_token.encode(), token.encode()):
        raise UnknownBooking()
    return writing.shown(tx, row)


async def of_customer(tx: Tx, *, customer_id: UUID) -> list[Booking]:
    """A customer's parties in the order of their time, cancelled ones too; holds without a yes are none."""
    shown = [writing.shown(tx, row) for row in await repository.of_customer(tx, customer_id)]
    return [party for party in shown if party.status != "held" and party.cancelled_reason not in rules.NEVER_SAID_YES]


async def had_before(
    tx: Tx, *, customer_id: UUID, addresses: Collection[str], since: datetime | None = None, but: UUID | None = None
) -> bool:
    """Whether somebody, or whoever gave one of their addresses for a party, had one or was to have one.

    since: parties count that were made or begun before it (one of before us is brought in later); None: any.
    but: a party that does not count; cancelled ones never do.
    """
    known = [writing.shown(tx, row) for row in await repository.of_person(tx, customer_id, addresses)]
    return any(
        party.id != but
        and party.status in SAID_YES
        and (since is None or min(party.created_at, party.event_start) < since)
        for party in known
    )


async def held_of(tx: Tx, *, customer_id: UUID) -> Booking | None:
    """The hold that a customer has now, before the yes."""
    shown = [writing.shown(tx, row) for row in await repository.of_customer(tx, customer_id)]
    return next((party for party in shown if party.status == "held"), None)


async def hosts(tx: Tx, *, customer_ids: Collection[UUID]) -> dict[UUID, Host]:
    """Of these customers those whose parties are over."""
    found = await repository.hosts(tx, customer_ids) if customer_ids else ()
    return {customer: Host(parties=number, zip=place) for customer, number, place in found}


async def week(tx: Tx, *, monday: date, zone: str) -> list[Booking]:
    """The parties that start in the seven days from monday, days of this zone; cancelled ones are left out."""
    start, end = (instant_of(day, time(), zone) for day in (monday, monday + WEEK))
    shown = [writing.shown(tx, row) for row in await repository.between(tx, start, end)]
    return [party for party in shown if party.status != "cancelled"]


async def page(tx: Tx, *, wanted: BookingFilter) -> BookingPage:
    """Parties that fit, in the order asked for, a page at a time."""
    party = await payments.of_reference(tx, reference=wanted.q) if wanted.q else None
    rows = await repository.page(tx, wanted, party)
    shown = [writing.shown(tx, row) for row in rows[: wanted.limit]]
    return BookingPage(bookings=shown, next=shown[-1].id if len(rows) > wanted.limit else None)


async def quoted(tx: Tx, *, quote_ids: Collection[UUID], booking_ids: Collection[UUID]) -> list[Booking]:
    """The parties that have one of these prices, and those of these ids; holds that ended without a yes are none."""
    shown = [writing.shown(tx, row) for row in await repository.quoted(tx, quote_ids, booking_ids)]
    return [party for party in shown if party.cancelled_reason not in rules.NEVER_SAID_YES]


async def awaiting_deposit(tx: Tx, *, booking_id: UUID | None = None) -> list[tuple[Booking, str]]:
    """Parties that are held for their deposit now, each with the token of its page; of one (locked), or of all."""
    return [(writing.shown(tx, row), row.hold_token) for row in await repository.awaiting_deposit(tx, booking_id)]


async def starting(tx: Tx, *, start: datetime, end: datetime) -> list[Booking]:
    """The parties that start in [start, end), as they are now, cancelled ones too; holds without a yes are none."""
    shown = [writing.shown(tx, row) for row in await repository.between(tx, start, end)]
    return [party for party in shown if party.status != "held" and party.cancelled_reason not in rules.NEVER_SAID_YES]


async def hold_still(tx: Tx, *, booking_id: UUID) -> Booking:
    """A party as it is now, and the same until the transaction ends; raises UnknownBooking."""
    return writing.shown(tx, await locked(tx, booking_id))


async def with_token(tx: Tx, *, booking_id: UUID) -> tuple[Booking, str]:
    """A party as it is now, and the token of its page; raises UnknownBooking."""
    row = _found(await repository.get(tx, booking_id))
    return writing.shown(tx, row), row.hold_token


async def row(tx: Tx, booking_id: UUID) -> BookingRow:
    """The row of a party; raises UnknownBooking."""
    return _found(await repository.get(tx, booking_id))


async def locked(tx: Tx, booking_id: UUID) -> BookingRow:
    """The row of a party, locked until the transaction ends; raises UnknownBooking."""
    return _found(await repository.locked(tx, booking_id))


def _found(row: BookingRow | None) -> BookingRow:
    if row is None:
        raise UnknownBooking()
    return row

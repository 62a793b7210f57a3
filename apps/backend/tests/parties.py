"""A shop for tests: the business open with its chefs, customers who hold, book and pay, and what must always be true."""

from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta
from itertools import count
from typing import Any, TypeVar
from uuid import UUID

import pytest
from sqlalchemy import event, text

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking, Held, HoldRequest, ImportedParty, Refused
from hibachi.crew import service as crew
from hibachi.crew.schemas import ChefChange, NewChef
from hibachi.customers import service as customers
from hibachi.customers.schemas import Contact
from hibachi.kit.auth import SYSTEM, Actor
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.policies import service as policies
from hibachi.policies.schemas import PolicyBook
from hibachi.quotes.schemas import Party
from hibachi.travel import service as travel
from hibachi.travel.schemas import TravelFee

LA = "America/Los_Angeles"
SATURDAY = date(2026, 3, 14)
SIX = time(18)
DEPOSIT = 100_00
OLGA = Actor("staff", UUID("00000000-0000-7000-8000-000000000001"), "Olga Owner")
PHONES = count(1)
Result = TypeVar("Result")

OVERLAPS = """
    SELECT count(*) FROM claims one JOIN claims other ON one.id < other.id AND one.chef_id = other.chef_id
    AND one.during && other.during WHERE one.released_at IS NULL AND other.released_at IS NULL
"""
WITHOUT_A_CHEF = """
    SELECT booking.id FROM bookings booking LEFT JOIN claims claim
    ON claim.reference = booking.id AND claim.released_at IS NULL AND claim.chef_id = booking.chef_id
    AND lower(claim.during) = booking.event_start
    AND claim.state = CASE booking.status WHEN 'confirmed' THEN 'firm' ELSE 'held' END
    AND claim.expires_at IS NOT DISTINCT FROM booking.hold_expires_at
    WHERE booking.status IN ('held', 'deposit_pending', 'confirmed')
    AND coalesce(booking.hold_expires_at, 'infinity') > :now AND claim.id IS NULL
"""
DOES_NOT_ADD_UP = """
    SELECT booking.id FROM bookings booking LEFT JOIN receivables owed ON owed.id = booking.id
    LEFT JOIN LATERAL (
        SELECT coalesce(sum(entry.amount) FILTER (WHERE entry.kind IN ('deposit', 'balance')), 0) AS came,
        coalesce(sum(entry.amount) FILTER (WHERE source.kind IN ('deposit', 'balance')), 0) AS went,
        coalesce(sum(entry.amount) FILTER (WHERE entry.kind = 'deposit'), 0)
        - coalesce(sum(entry.amount) FILTER (WHERE source.kind = 'deposit'), 0) AS deposit
        FROM ledger entry LEFT JOIN ledger source ON source.id = entry.refund_of WHERE entry.receivable_id = booking.id
    ) ledger ON true
    WHERE booking.status IN ('deposit_pending', 'confirmed', 'completed', 'no_show') AND owed.id IS NULL
    OR owed.id IS NOT NULL AND (
        owed.paid - owed.refunded + owed.owed <> owed.total
        OR booking.status IN ('deposit_pending', 'confirmed', 'completed', 'no_show')
        AND coalesce(booking.hold_expires_at, 'infinity') > :now AND owed.total <> booking.total_amount
        OR booking.status = 'cancelled' AND owed.total > owed.deposit
        OR (owed.paid, owed.refunded, owed.deposit_paid) <> (ledger.came, ledger.went, ledger.deposit)
        OR (booking.paid, booking.deposit_paid) <> (owed.paid - owed.refunded, owed.deposit_paid)
    )
"""
CLAIMED_FOR_NOBODY = """
    SELECT claim.id FROM claims claim LEFT JOIN bookings booking ON booking.id = claim.reference
    AND booking.status IN ('held', 'deposit_pending', 'confirmed', 'completed', 'no_show')
    WHERE claim.released_at IS NULL AND claim.state <> 'blocked' AND booking.id IS NULL
"""


class Shop:
    """The business on a database, and what its customers and staff do, each in a transaction of its own."""

    def __init__(self, db: Database, clock: SettableClock, book: PolicyBook) -> None:
        self.db, self.clock, self.book = db, clock, book

    async def do(self, verb: Callable[..., Awaitable[Result]], *, actor: Actor = SYSTEM, **arguments: Any) -> Result:
        """Call a service in a transaction that is committed."""
        async with self.db.transaction(actor) as tx:
            return await verb(tx, **arguments)

    async def customer(self, **said: Any) -> UUID:
        """Somebody new whom a telephone proves."""
        contact = Contact(channel="sms", phone=f"+1510555{next(PHONES):04}", **said)
        return (await self.do(customers.resolve, contact=contact, proven=True)).id

    async def way(self, zip_code: str = "95112") -> TravelFee:
        """The way to a ZIP, estimated."""
        fee = await travel.fee_to(zip_code, profile=self.book.profile, maps=None)
        assert isinstance(fee, TravelFee)
        return fee

    async def wish(self, customer_id: UUID | None = None, zip: str = "95112", **said: Any) -> HoldRequest:
        """What somebody wants: twelve adults on Saturday at six in San José, unless said otherwise."""
        wanted: dict[str, Any] = {"party": Party(adults=12), "day": SATURDAY, "at": SIX, "name": "Dana Ruiz"}
        return HoldRequest(
            **wanted | said,
            zip=zip,
            customer_id=customer_id or await self.customer(),
            travel=said.get("travel") or await self.way(zip),
        )

    async def hold(self, customer_id: UUID | None = None, **said: Any) -> Held | Refused:
        """Hold a time."""
        return await self.do(bookings.hold, request=await self.wish(customer_id, **said))

    async def held(self, customer_id: UUID | None = None, **said: Any) -> Held:
        """Hold a time that is free."""
        held = await self.hold(customer_id, **said)
        assert isinstance(held, Held), held
        return held

    async def pending(self, customer_id: UUID | None = None, **said: Any) -> Booking:
        """Hold a time and say yes."""
        held = await self.held(customer_id, **said)
        booking = await self.do(bookings.accept, token=held.token)
        assert isinstance(booking, Booking), booking
        return booking

    async def confirmed(self, customer_id: UUID | None = None, **said: Any) -> Booking:
        """Hold a time, say yes, and pay the deposit."""
        booking = await self.pending(customer_id, **said)
        paid = await self.pay(booking.id)
        assert isinstance(paid, Booking), paid
        return paid

    async def pay(self, booking_id: UUID, amount: int = DEPOSIT) -> Booking | Refused:
        """Staff record a deposit."""
        return await self.do(bookings.record_deposit, actor=OLGA, booking_id=booking_id, amount=amount, method="zelle")

    async def imported(self, **said: Any) -> Booking | Refused:
        """Staff bring in a party that exists already."""
        status = said.pop("status", "confirmed")
        party = ImportedParty(**dict(await self.wish(**said)), status=status)
        return await self.do(bookings.import_party, actor=OLGA, party=party)

    async def get(self, booking_id: UUID) -> Booking:
        """A party as it is now."""
        return await self.do(bookings.get, booking_id=booking_id)

    async def chefs(self, number: int) -> None:
        """Let exactly so many chefs take new parties."""
        station = (await self.do(crew.stations))[0]
        everyone = await self.do(crew.everyone)
        for place, chef in enumerate(everyone):
            await self.do(crew.change_chef, chef_id=chef.id, change=ChefChange(active=place < number))
        for place in range(len(everyone), number):
            await self.do(crew.add_chef, new=NewChef(station_id=station.id, name=f"Chef {place + 1}"))

    async def change_policy(self, note: str = "for this test", **changes: Any) -> None:
        """Put other numbers of the owner into force."""
        self.book = await self.do(policies.change, actor=OLGA, changes=changes, effective_from=None, note=note)

    async def rows(self, statement: str, **values: Any) -> list[Any]:
        """What a plain SQL query finds."""
        async with self.db.transaction() as tx:
            return list((await tx.session.execute(text(statement), values)).all())

    async def number(self, table: str) -> int:
        """How many rows a table has."""
        return int((await self.rows(f"SELECT count(*) FROM {table}"))[0][0])

    async def events(self, name: str) -> list[dict[str, Any]]:
        """The payloads of the events of a name, oldest first."""
        return [
            row[0] for row in await self.rows("SELECT payload FROM events WHERE name = :name ORDER BY id", name=name)
        ]

    async def audits(self, action: str) -> list[dict[str, Any]]:
        """The changes of the audit entries of an action, oldest first."""
        found = await self.rows("SELECT changes FROM audit_log WHERE action = :action ORDER BY id", action=action)
        return [row[0] for row in found]

    async def problems(self) -> list[str]:
        """What may never be: two parties for one chef, a live party without its chef, a claim for nobody."""
        found: list[str] = []
        if overlaps := (await self.rows(OVERLAPS))[0][0]:
            found.append(f"{overlaps} overlapping claims")
        if lonely := await self.rows(WITHOUT_A_CHEF, now=self.clock.now()):
            found.append(f"{len(lonely)} parties without their chef's time")
        if orphans := await self.rows(CLAIMED_FOR_NOBODY):
            found.append(f"{len(orphans)} claims for nobody")
        if wrong := await self.rows(DOES_NOT_ADD_UP, now=self.clock.now()):
            found.append(f"{len(wrong)} parties whose money does not add up")
        return found

    def later(self, **by: float) -> None:
        """Let time pass."""
        self.clock.advance(timedelta(**by))


class Statements:
    """Counts the SQL statements that a database gets."""

    def __init__(self, db: Database) -> None:
        self.seen: list[str] = []
        event.listen(db.engine.sync_engine, "before_cursor_execute", self._note)

    def _note(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        self.seen.append(statement)


async def open_shop(db: Database, clock: SettableClock, *, chefs: int = 2) -> Shop:
    """Load the profile, found the station, and let so many chefs work."""
    async with db.transaction() as tx:
        book = await policies.load_default(tx)
        await crew.ensure_station(tx, book=book)
    shop = Shop(db, clock, book)
    if chefs != book.profile.booking.chefs_initial:
        await shop.chefs(chefs)
    return shop


@pytest.fixture
async def shop(db: Database, clock: SettableClock) -> Shop:
    """The business with its two chefs on Wednesday, 2026-03-04, ten in the morning."""
    return await open_shop(db, clock)

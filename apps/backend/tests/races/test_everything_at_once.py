"""Every verb at the same time: no deadlock, nothing impossible, and each party ends as one of its askers was told."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from datetime import time, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest

from hibachi.bookings import service
from hibachi.bookings.schemas import Booking, Change, Held, Refused
from hibachi.calendar import service as calendar
from hibachi.calendar.errors import ChefTaken
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.kit.events import EventBus
from hibachi.kit.jobs import Jobs
from hibachi.quotes.schemas import Party
from tests.parties import OLGA, SATURDAY, SIX, Shop, open_shop

SLOTS = [time(12), time(15), time(18), time(21)]
DAYS = [SATURDAY, SATURDAY + timedelta(days=1)]


@pytest.fixture
async def busy_shop(database_url: str, clock: SettableClock, bus: EventBus) -> AsyncIterator[Shop]:
    """The business with room for many at once."""
    db = Database(database_url, clock=clock, bus=bus, jobs=Jobs(database_url), pool_size=15)
    yield await open_shop(db, clock)
    await db.close()


class Person:
    """Somebody who holds, books, pays, changes and cancels without waiting for the others."""

    def __init__(self, shop: Shop, customer: UUID, random: Random) -> None:
        self.shop, self.customer, self.random = shop, customer, random
        self.held: Held | None = None

    async def live(self, acts: int) -> None:
        for _ in range(acts):
            await self.random.choice(
                [self.hold, self.hold, self.accept, self.pay, self.change, self.cancel, self.staff]
            )()

    def when(self) -> dict[str, Any]:
        return {"day": self.random.choice(DAYS), "at": self.random.choice(SLOTS)}

    async def hold(self) -> None:
        answer = await self.shop.hold(self.customer, **self.when())
        self.held = answer if isinstance(answer, Held) else self.held

    async def accept(self) -> None:
        if self.held:
            await self.shop.do(service.accept, token=self.held.token)

    async def pay(self) -> None:
        if self.held:
            await self.shop.pay(self.held.booking.id)

    async def change(self) -> None:
        if self.held:
            change = Change(**self.when(), adults=self.random.randint(10, 20))
            await self.shop.do(service.change, booking_id=self.held.booking.id, change=change)

    async def cancel(self) -> None:
        if self.held:
            await self.shop.do(service.cancel, booking_id=self.held.booking.id, reason="changed my mind")

    async def staff(self) -> None:
        """The sweep, an import, or a block that comes and goes."""
        act = self.random.randrange(3)
        if act == 0:
            await self.shop.do(service.close_lapsed)
        elif act == 1:
            await self.shop.imported(customer_id=self.customer, **self.when())
        else:
            await self.block()

    async def block(self) -> None:
        start = self.shop.clock.now() + timedelta(days=self.random.randint(8, 12))
        try:
            made = await self.shop.do(calendar.block, chef_id=1, start=start, end=start + timedelta(hours=5))
        except ChefTaken:
            return
        await self.shop.do(calendar.unblock, block_id=made.id)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, *(pytest.param(seed, marks=pytest.mark.proof) for seed in range(3, 30))])
async def test_twenty_people_and_every_verb(busy_shop: Shop, seed: int) -> None:
    people = [Person(busy_shop, await busy_shop.customer(), Random(seed * 100 + number)) for number in range(20)]
    for _ in range(3):
        await asyncio.gather(*(person.live(5) for person in people))
        assert await busy_shop.problems() == []
        busy_shop.later(minutes=61)
    listed = await busy_shop.do(
        calendar.openings, first=DAYS[0], last=DAYS[1], zone="America/Los_Angeles", book=busy_shop.book
    )
    for opening in listed:
        assert isinstance(await busy_shop.hold(day=opening.date, at=opening.time), Held)
    assert await busy_shop.problems() == []


async def together(shop: Shop, *acts: Awaitable[Any]) -> list[Any]:
    """What came of acts that began at the same moment."""
    return list(await asyncio.gather(*acts))


async def test_ten_yeses_are_one_booking(busy_shop: Shop) -> None:
    held = await busy_shop.held()
    answers = await together(busy_shop, *(busy_shop.do(service.accept, token=held.token) for _ in range(10)))
    assert all(isinstance(answer, Booking) and answer == answers[0] for answer in answers)
    assert len(await busy_shop.events("BookingRequested")) == 1


async def test_ten_deposits_are_one_deposit(busy_shop: Shop) -> None:
    booking = await busy_shop.pending()
    answers = await together(busy_shop, *(busy_shop.pay(booking.id) for _ in range(10)))
    assert sum(isinstance(answer, Booking) for answer in answers) == 1
    assert {answer.reason.code for answer in answers if isinstance(answer, Refused)} == {"already_paid"}
    assert (await busy_shop.get(booking.id)).deposit_paid == 100_00


async def test_ten_clicks_on_hold_are_one_hold(busy_shop: Shop) -> None:
    customer = await busy_shop.customer()
    answers = await together(busy_shop, *(busy_shop.hold(customer) for _ in range(10)))
    assert {answer.token for answer in answers} == {answers[0].token}
    assert await busy_shop.number("bookings") == 1 and await busy_shop.number("claims") == 1


async def test_one_customer_wanting_every_slot_at_once_has_one_hold(busy_shop: Shop) -> None:
    customer = await busy_shop.customer()
    wishes = [busy_shop.hold(customer, day=day, at=at) for day in DAYS for at in SLOTS]
    answers = await together(busy_shop, *wishes)
    assert len({answer.token for answer in answers}) == 1
    assert await busy_shop.number("claims WHERE released_at IS NULL") == 1 and await busy_shop.problems() == []


@pytest.mark.parametrize("round_", range(5))
async def test_paying_while_cancelling_ends_one_way(busy_shop: Shop, round_: int) -> None:
    booking = await busy_shop.pending()
    paid, _ = await together(
        busy_shop,
        busy_shop.pay(booking.id),
        busy_shop.do(service.cancel, booking_id=booking.id, reason="ill"),
    )
    end = await busy_shop.get(booking.id)
    assert end.status == "cancelled" and end.deposit_paid == 100_00
    refund = (await busy_shop.events("BookingCancelled"))[0]["refund"]
    placed = (await busy_shop.events("DepositPaid"))[0]["placed"]
    assert (isinstance(paid, Booking), refund) == (placed, "100.00" if placed else "0.00"), "the money is owed once"
    assert await busy_shop.problems() == []


async def test_a_late_payer_and_a_new_customer_get_one_time_between_them(busy_shop: Shop) -> None:
    await busy_shop.chefs(1)
    late = await busy_shop.pending()
    busy_shop.later(hours=2)
    paid, held = await together(busy_shop, busy_shop.pay(late.id), busy_shop.hold())
    assert isinstance(paid, Booking) != isinstance(held, Held)
    assert await busy_shop.problems() == []


async def test_two_parties_that_swap_their_times_do_not_deadlock(busy_shop: Shop) -> None:
    await busy_shop.chefs(1)
    noon, six = await busy_shop.confirmed(at=time(12)), await busy_shop.confirmed(at=SIX)
    for _ in range(5):
        answers = await together(
            busy_shop,
            busy_shop.do(service.change, booking_id=noon.id, change=Change(at=SIX)),
            busy_shop.do(service.change, booking_id=six.id, change=Change(at=time(12))),
        )
        assert all(isinstance(answer, Refused) and answer.reason.code == "full" for answer in answers)
    assert [await busy_shop.get(party.id) for party in (noon, six)] == [noon, six]


async def test_two_changes_that_saw_the_same_party_do_not_overwrite_each_other(busy_shop: Shop) -> None:
    booking = await busy_shop.confirmed()
    wanted = [Change(adults=14), Change(adults=16), Change(addons={"gyoza": 2})]
    answers = await together(
        busy_shop,
        *(
            busy_shop.do(service.change, actor=OLGA, booking_id=booking.id, change=change, revision=booking.revision)
            for change in wanted
        ),
    )
    assert sum(isinstance(answer, Booking) for answer in answers) == 1
    assert [answer.reason.code for answer in answers if isinstance(answer, Refused)] == ["stale", "stale"]
    assert len(await busy_shop.audits("booking_update")) == 1


async def test_changes_without_a_revision_add_up(busy_shop: Shop) -> None:
    booking = await busy_shop.confirmed()
    wanted = [Change(children=2), Change(addons={"gyoza": 2}), Change(upgrades={"salmon": 1}), Change(toddlers=1)]
    await together(
        busy_shop, *(busy_shop.do(service.change, booking_id=booking.id, change=change) for change in wanted)
    )
    end = await busy_shop.get(booking.id)
    party = Party(adults=12, children=2, toddlers=1, upgrades={"salmon": 1}, addons={"gyoza": 2})
    assert end.party == party and end.total_amount == 660_00 + 60_00 + 20_00 + 5_00


async def test_ten_sweeps_complete_a_party_once(busy_shop: Shop) -> None:
    booking = await busy_shop.confirmed()
    lapsing = await busy_shop.pending(at=time(12))
    busy_shop.clock.set(booking.event_end)
    sweeps = [busy_shop.do(verb) for verb in (service.complete, service.close_lapsed) for _ in range(5)]
    await together(busy_shop, *sweeps)
    assert len(await busy_shop.events("BookingCompleted")) == len(await busy_shop.events("HoldExpired")) == 1
    assert (await busy_shop.get(lapsing.id)).status == "cancelled"

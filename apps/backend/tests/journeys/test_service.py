"""The reminder of a deposit and the news of a late one: once, from the party as it is, within the law."""

from datetime import datetime

import pytest

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking
from hibachi.channels.service import notify
from hibachi.conversations.schemas import Sent, Unasked, Unsent
from hibachi.journeys.service import Journeys
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Tx
from hibachi.policies import service as policies
from tests.channels.scripted import Shop, shop_on
from tests.parties import OLGA
from tests.parties import Shop as Parties

SITE = "https://party.example"


async def pending(shop: Shop) -> tuple[Parties, Booking]:
    """A party that waits for its deposit, of somebody whose number is proven, since they wrote to us."""
    received = await shop.arrives("hello")
    await shop.work()
    shop.carrier.taken.clear()
    async with shop.db.transaction() as tx:
        book = await policies.current(tx)
    parties = Parties(shop.db, shop.clock, book)
    return parties, await parties.pending(received.conversation.customer_id)


def journeys(shop: Shop, *, cards: bool = True) -> Journeys:
    async def tell(tx: Tx, *, unasked: Unasked) -> Sent | Unsent:
        return await notify(tx, shop.runtime.carriers, unasked=unasked)

    return Journeys(shop.db, tell, site=SITE, cards=cards)


async def reminded(shop: Shop) -> list[str]:
    """Look twice, let everything leave; what reached the customer."""
    for _ in range(2):
        await journeys(shop).remind_of_deposits()
    await shop.work()
    return shop.carrier.texts


async def test_one_reminder_with_the_link_before_the_hold_ends(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        parties, booking = await pending(shop)
        parties.later(minutes=59)
        assert await reminded(shop) == []
        parties.later(minutes=2)
        (said,) = await reminded(shop)
        assert said.startswith("A reminder: we hold Saturday, March 14 at 6 PM for you until 12 PM.")
        assert "The $100 deposit confirms your party. You can pay it here: https://party.example/party/?id=" in said
        assert str(booking.id) in said
        parties.later(minutes=30)
        assert await reminded(shop) == [said]


@pytest.mark.parametrize("what", ["paid", "cancelled", "over"])
async def test_a_party_that_waits_no_more_hears_nothing(database_url: str, clock: SettableClock, what: str) -> None:
    async with shop_on(database_url, clock) as shop:
        parties, booking = await pending(shop)
        parties.later(minutes=61 if what != "over" else 121)
        if what == "paid":
            await parties.pay(booking.id)
        elif what == "cancelled":
            await parties.do(bookings.cancel, actor=OLGA, booking_id=booking.id, reason="asked for")
        assert await reminded(shop) == []


async def test_nothing_against_stop_or_in_the_night(database_url: str, clock: SettableClock) -> None:
    clock.set(datetime.fromisoformat("2026-03-04T18:00:00-08:00"))
    async with shop_on(database_url, clock) as shop:
        parties, _ = await pending(shop)
        clock.set(datetime.fromisoformat("2026-03-04T19:30:00-08:00"))
        await shop.arrives("STOP")
        await shop.work()
        shop.carrier.taken.clear()
        assert await reminded(shop) == []
        assert await shop.rows("SELECT id FROM outbox WHERE kind = 'unasked'") == []
        assert parties.clock is clock


async def test_a_late_deposit_is_told_to_its_customer_once(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        parties, booking = await pending(shop)
        await parties.chefs(1)
        parties.later(hours=3)
        await parties.confirmed()
        await parties.pay(booking.id)
        await shop.work()
        await shop.work()
        late = [said for said in shop.carrier.texts if "deposit arrived" in said]
        (said,) = late
        assert said.startswith("Thank you, your deposit arrived, but Saturday, March 14 at 6 PM is no longer free.")
        assert said.endswith("get back to you with another time, or give the deposit back.")
        told = await shop.rows("SELECT reason, urgency FROM escalations")
        assert [one["reason"] for one in told] == ["refund_or_move"]

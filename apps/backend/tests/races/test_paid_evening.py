"""Everybody wants one evening and pays for it by card, each payment told twice at one instant, some of them late.

Whatever the order: no chef has two parties, and every payment has its party or goes back whole.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking, Held
from hibachi.kit.clock import SettableClock
from tests.parties import DEPOSIT, SATURDAY, Shop
from tests.payments.card_shop import CASHIER, CardShop, card_shop_on
from tests.simulators.provider import Webhook

CHEFS = 3


@pytest.fixture
async def card(database_url: str, clock: SettableClock) -> AsyncIterator[CardShop]:
    async with card_shop_on(database_url, clock) as opened:
        await opened.shop.chefs(CHEFS)
        yield opened


async def booked(shop: Shop, person: UUID, day: date) -> Booking | None:
    """Somebody wants the evening, and says yes where they get it."""
    held = await shop.hold(person, day=day)
    if not isinstance(held, Held):
        return None
    booking = await shop.do(bookings.accept, token=held.token)
    return booking if isinstance(booking, Booking) else None


async def everybody(shop: Shop, people: list[UUID], day: date) -> list[Booking]:
    """All of them at one moment; who got a time."""
    found = await asyncio.gather(*(booked(shop, person, day) for person in people))
    return [one for one in found if one is not None]


async def told_twice(card: CardShop, webhooks: list[Webhook]) -> None:
    """Each event arrives twice and is looked at twice, all at one moment."""
    posts = [card.client.post(one.path, content=one.body, headers=one.headers) for one in webhooks * 2]
    assert {answer.status_code for answer in await asyncio.gather(*posts)} <= {200}
    waiting = [row[0] for row in await card.shop.rows("SELECT id FROM stripe_events WHERE handled_at IS NULL")]
    await asyncio.gather(*(card.cards.handle(one) for one in waiting * 2))


async def paid(card: CardShop, parties: list[Booking]) -> list[Webhook]:
    """The customers pay at Stripe; what it will tell."""
    pages = [await card.page(one) for one in parties]
    card.stripe.events.clear()
    assert all(card.stripe.pay(page) for page in pages)
    return card.stripe.webhooks()


async def evening(card: CardShop, people: list[UUID], day: date) -> None:
    """Some pay at once; the others pay at the last minute, and are told of when their time is everybody's again."""
    first = await everybody(card.shop, people, day)
    assert len(first) == CHEFS
    late_pages = [await card.page(one) for one in first[1:]]
    await told_twice(card, await paid(card, first[:1]))
    await card.work()
    card.shop.later(minutes=119)
    card.stripe.events.clear()
    assert all(card.stripe.pay(page) for page in late_pages)
    late = card.stripe.webhooks()
    card.shop.later(minutes=2)
    others = [person for person in people if person not in {one.customer_id for one in first}]
    second, _ = await asyncio.gather(everybody(card.shop, others, day), told_twice(card, late))
    await card.work()
    waiting = [one for one in second if (await card.shop.get(one.id)).status == "deposit_pending"]
    await told_twice(card, await paid(card, waiting))
    await card.work()


async def given_back(card: CardShop) -> int:
    """Staff give back by card what found no party; how many payments that were."""
    owed = await card.shop.rows("SELECT id, owed FROM receivables WHERE owed < 0")
    for party, _ in owed:
        entry = (await card.account(await card.shop.get(party))).entries[0]
        body = {"receivable_id": str(party), "entry_id": str(entry.id), "amount": "100.00", "reason": "no time left"}
        answer = await card.client.post("/api/v1/admin/payments/card-refunds", json=body, headers=CASHIER)
        assert (answer.status_code, answer.json()["state"]) == (201, "succeeded")
    await card.work()
    return len(owed)


async def check(card: CardShop, rounds: int) -> None:
    """Every payment at Stripe is one entry; it belongs to a confirmed party, or went back whole."""
    await card.shop.do(bookings.close_lapsed)
    assert await card.differences() == []
    parties = await card.shop.rows(
        "SELECT booking.status, owed.paid, owed.refunded FROM receivables owed"
        " JOIN bookings booking ON booking.id = owed.id WHERE owed.paid > 0"
    )
    assert len(parties) == len([one for one in card.stripe.intents.values() if one["amount_received"]])
    for status, came, back in parties:
        assert (status, came, back) in (("confirmed", DEPOSIT, 0), ("cancelled", DEPOSIT, DEPOSIT))
    evenings = await card.shop.rows(
        "SELECT event_date, count(*), count(DISTINCT chef_id) FROM bookings WHERE status = 'confirmed' GROUP BY 1"
    )
    assert len(evenings) == rounds and all(number == chefs <= CHEFS for _, number, chefs in evenings)
    assert await card.shop.number("pg_stat_database WHERE datname = current_database() AND deadlocks > 0") == 0


@pytest.mark.slow
@pytest.mark.parametrize("rounds, customers", [(2, 8), pytest.param(60, 30, marks=pytest.mark.proof)])
async def test_every_payment_has_its_party_or_goes_back(card: CardShop, rounds: int, customers: int) -> None:
    people = [await card.shop.customer() for _ in range(customers)]
    back = 0
    for number in range(rounds):
        await evening(card, people, SATURDAY + timedelta(days=number))
        back += await given_back(card)
    await check(card, rounds)
    print(f"{len(card.stripe.intents)} payments in {rounds} evenings, {back} of them given back")

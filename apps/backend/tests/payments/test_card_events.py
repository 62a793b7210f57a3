"""Deposit, balance and refund by card: whatever the order, repetition and company of their events, one ledger.

The short form takes some orders of the six events by chance; HIBACHI_PROOF=1 (`make proof`) takes all 720, each with
every single event told again.
"""

import asyncio
import itertools
import random
from collections.abc import AsyncIterator, Iterable
from typing import Any

import pytest

from hibachi.bookings.schemas import Booking
from hibachi.kit.auth import SYSTEM
from hibachi.kit.clock import SettableClock
from hibachi.payments.cards.schemas import Wanted
from tests.parties import DEPOSIT
from tests.payments.card_shop import CardShop, card_shop_on
from tests.simulators.provider import Webhook, deliver

MONEY = [("balance", 560_00), ("deposit", DEPOSIT), ("refund", 35_00)]
EVENTS = 6


@pytest.fixture
async def card(database_url: str, clock: SettableClock) -> AsyncIterator[CardShop]:
    async with card_shop_on(database_url, clock) as opened:
        yield opened


async def history(card: CardShop) -> tuple[Booking, list[Webhook]]:
    """A party whose deposit and balance were paid and partly given back; of all that, nothing was told yet.

    The product opens the balance's page once the deposit is there; here it was opened, and nothing is known any more.
    """
    booking = await card.shop.pending()
    deposit = await card.page(booking)
    now_due = "UPDATE receivables SET deposit = :deposit, total = :total WHERE id = :id RETURNING 1"
    await card.shop.rows(now_due, deposit=0, total=560_00, id=booking.id)
    wanted = Wanted(booking.id, "balance", None, "Balance", "https://party.example/party/?id=1")
    balance = (await card.cards.checkout(wanted, SYSTEM)).url.rpartition("/")[2]
    await card.shop.rows(now_due, deposit=DEPOSIT, total=660_00, id=booking.id)
    assert card.stripe.pay(deposit) and card.stripe.pay(balance)
    card.stripe.give_back(str(card.stripe.sessions[balance]["payment_intent"]), 35_00)
    assert await card.shop.rows("SELECT 1 FROM ledger WHERE receivable_id = :id", id=booking.id) == []
    return booking, card.stripe.webhooks()


def some_orders(number: int) -> list[tuple[int, ...]]:
    """Some of the 720 orders, the same ones in every process."""
    return random.Random(6).sample(list(itertools.permutations(range(EVENTS))), number)


async def check(card: CardShop, booking: Booking) -> None:
    """The same ledger, the same party, each thing said once."""
    found = [(kind, amount) for kind, amount, *_ in await card.money()]
    assert found == MONEY and await card.differences() == []
    shown = await card.shop.get(booking.id)
    assert (shown.status, shown.paid) == ("confirmed", 625_00)
    assert len(await card.shop.events("BookingConfirmed")) == len(await card.shop.events("DepositPaid")) == 1
    assert len(await card.shop.events("PaymentRecorded")) == 2 and len(await card.shop.events("PaymentRefunded")) == 1
    assert await card.shop.rows("SELECT 1 FROM stripe_events WHERE outcome IS DISTINCT FROM 'done'") == []


async def played(card: CardShop, order: Iterable[Webhook]) -> None:
    """Event by event, with everything that follows from each before the next."""
    for webhook in order:
        await card.told([webhook])


@pytest.mark.parametrize("order", some_orders(3), ids=str)
async def test_any_order_with_one_doubled(card: CardShop, order: tuple[int, ...]) -> None:
    booking, webhooks = await history(card)
    assert len(webhooks) == EVENTS
    doubled = order[0]
    await played(card, [webhooks[place] for place in (*order, doubled)])
    await check(card, booking)


async def test_all_at_the_same_instant_and_each_twice(card: CardShop) -> None:
    booking, webhooks = await history(card)
    answers = await asyncio.gather(
        *[card.client.post(one.path, content=one.body, headers=one.headers) for one in webhooks * 2]
    )
    assert {answer.status_code for answer in answers} == {200}
    ids = [row[0] for row in await card.shop.rows("SELECT id FROM stripe_events")]
    assert len(ids) == EVENTS
    await asyncio.gather(*[card.cards.handle(one) for one in ids * 2], card.cards.sweep())
    await card.work()
    await check(card, booking)


async def heard(card: CardShop, webhook: Webhook) -> None:
    """One event arrives, and is looked at where it is news."""
    await deliver(card.client, [webhook])
    for row in await card.shop.rows("SELECT id FROM stripe_events WHERE handled_at IS NULL"):
        await card.cards.handle(row[0])


async def written(card: CardShop, booking: Booking) -> list[tuple[Any, ...]]:
    """Everything that an event could write: the entries, the pages, the events and who is told of them."""
    kept = (
        "SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM stripe_events), (SELECT count(*) FROM audit_log)"
    )
    mine = "SELECT id, kind, amount FROM ledger WHERE receivable_id = :id ORDER BY id"
    return [tuple(row) for row in (*await card.shop.rows(mine, id=booking.id), *await card.shop.rows(kept))]


@pytest.mark.proof
@pytest.mark.parametrize("first", range(EVENTS))
async def test_every_order_with_every_single_one_doubled(database_url: str, clock: SettableClock, first: int) -> None:
    """All 720 orders, a party for each; then each of the six once more, after which nothing may be different."""
    rest = [place for place in range(EVENTS) if place != first]
    async with card_shop_on(database_url, clock) as card:
        await card.shop.chefs(125)
        for tail in itertools.permutations(rest):
            card.stripe.events.clear()
            booking, webhooks = await history(card)
            for place in (first, *tail):
                await heard(card, webhooks[place])
            entries = (await card.account(booking)).entries
            assert sorted((one.kind, one.amount) for one in entries) == MONEY
            after = await written(card, booking)
            for webhook in webhooks:
                await heard(card, webhook)
                assert await written(card, booking) == after
        await card.work()
        assert await card.differences() == []
        assert len(await card.shop.events("BookingConfirmed")) == len(await card.shop.events("DepositPaid")) == 120

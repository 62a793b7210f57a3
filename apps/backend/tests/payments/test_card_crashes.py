"""Dying before any statement between the wish to pay and the refund: no money is lost, and none is doubled.

The short form dies before every ninth statement, HIBACHI_PROOF=1 before each.
"""

import os
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy import event

from hibachi.bookings.schemas import Booking
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from tests.parties import DEPOSIT, SATURDAY
from tests.payments.card_shop import CASHIER, CardShop, card_shop_on

EVERY = 1 if os.environ.get("HIBACHI_PROOF") else 9
BACK = 30_00
WAITING = "UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo' RETURNING 1"


class Died(Exception):
    """The process ends here."""


class Death:
    """Ends whatever is done before the statement of a number; counts all of them."""

    def __init__(self, db: Database) -> None:
        self.seen, self.at = 0, 0
        event.listen(db.engine.sync_engine, "before_cursor_execute", self._before)

    def _before(self, *_: Any) -> None:
        self.seen += 1
        if self.seen == self.at:
            raise Died

    async def before(self, statement: int, card: CardShop, booking: Booking) -> int:
        """Live until a statement (0: to the end); how many there were."""
        self.seen, self.at = 0, statement
        try:
            await life(card, booking)
        except (Died, AssertionError):
            assert self.seen >= statement > 0
        finally:
            self.at = 0
        return self.seen


@pytest.fixture
async def card(database_url: str, clock: SettableClock) -> AsyncIterator[CardShop]:
    async with card_shop_on(database_url, clock) as opened:
        yield opened


async def life(card: CardShop, booking: Booking) -> None:
    """A deposit is paid by card, told by webhooks, and partly given back."""
    pay(card, await card.page(booking))
    await told(card)
    assert (await refund(card, booking)).status_code == 201
    await told(card)


def pay(card: CardShop, page: str) -> None:
    """The customer has one page before them, and pays it once."""
    card.stripe.pay(page)


async def told(card: CardShop) -> None:
    """Stripe tells what it has not told yet, until it is heard; then the worker works."""
    for webhook in card.stripe.webhooks():
        await card.client.post(webhook.path, content=webhook.body, headers=webhook.headers)
    card.stripe.events.clear()
    await card.work()


async def refund(card: CardShop, booking: Booking) -> httpx2.Response:
    entry = (await card.account(booking)).entries[0]
    said = {"receivable_id": str(booking.id), "entry_id": str(entry.id), "amount": "30.00", "reason": "late chef"}
    return await card.client.post("/api/v1/admin/payments/card-refunds", json=said, headers=CASHIER)


async def recovered(card: CardShop, booking: Booking) -> None:
    """Whoever comes next: the customer who sees that it is not paid, the worker, the sweep, staff who see no refund."""
    if not (await card.account(booking)).entries:
        answer = await card.ask(booking)
        if answer.status_code == 201:
            pay(card, answer.json()["url"].rpartition("/")[2])
    card.shop.later(minutes=11)
    for _ in range(2):
        await told(card)
        await card.cards.sweep()
        await card.shop.rows(WAITING)
        await card.work()
    asked = await card.shop.rows("SELECT 1 FROM stripe_refunds WHERE receivable_id = :id", id=booking.id)
    if not asked:
        assert (await refund(card, booking)).json()["state"] == "succeeded"
    await told(card)


async def check(card: CardShop, booking: Booking) -> None:
    mine = [one for one in card.stripe.sessions.values() if one["metadata"]["receivable_id"] == str(booking.id)]
    assert [one["status"] for one in mine if one["status"] != "expired"] == ["complete"]
    entries = (await card.account(booking)).entries
    assert [(one.kind, one.amount) for one in entries] == [("deposit", DEPOSIT), ("refund", BACK)]
    party = await card.shop.get(booking.id)
    assert (party.status, party.paid) == ("confirmed", DEPOSIT - BACK)
    confirmed = [one for one in await card.shop.events("BookingConfirmed") if one["booking_id"] == str(booking.id)]
    assert len(confirmed) == 1


async def test_dying_before_any_statement_loses_and_doubles_nothing(card: CardShop) -> None:
    death = Death(card.shop.db)
    whole = await card.shop.pending()
    steps = await death.before(0, card, whole)
    await check(card, whole)
    assert steps > 40
    for number, statement in enumerate(range(1, steps + 1, EVERY), 1):
        booking = await card.shop.pending(day=SATURDAY + timedelta(days=number))
        await death.before(statement, card, booking)
        await recovered(card, booking)
        await check(card, booking)
    assert await card.differences() == []

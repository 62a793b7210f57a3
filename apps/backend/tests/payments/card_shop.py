"""A shop that takes cards: the product's composition for money, with a Stripe of its own on this machine."""

import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any
from uuid import UUID

import httpx2

from hibachi.bookings import service as bookings
from hibachi.bookings.api import router as booking_routes
from hibachi.bookings.events import BookingCancelled, BookingChanged, HoldExpired
from hibachi.bookings.schemas import Booking
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.kit.events import DELIVER, EventBus
from hibachi.kit.jobs import Jobs
from hibachi.payments import service as ledger
from hibachi.payments.cards import jobs as card_jobs
from hibachi.payments.cards import service as card_payments
from hibachi.payments.cards.api import router as card_routes
from hibachi.payments.cards.service import Cards
from hibachi.payments.events import PaymentRecorded, PaymentRefunded
from hibachi.payments.gateway import Stripe
from hibachi.payments.schemas import Account
from tests.business import client_of
from tests.parties import Shop, open_shop
from tests.simulators.provider import Webhook, deliver, on_a_port
from tests.simulators.stripe import KEY, SECRET, StripeSimulator

CASHIER = {"authorization": "payments:read payments:write"}
MONEY = (
    "SELECT kind, amount, provider, provider_id, refund_of IS NOT NULL FROM ledger ORDER BY kind, amount, provider_id"
)


class CardShop:
    """A shop, its card payments, a client of its routes, and the Stripe that stands behind."""

    def __init__(self, shop: Shop, cards: Cards, stripe: StripeSimulator, client: httpx2.AsyncClient) -> None:
        self.shop, self.cards, self.stripe, self.client = shop, cards, stripe, client

    async def token(self, booking_id: UUID) -> str:
        """The secret of a party's link."""
        return str((await self.shop.rows("SELECT hold_token FROM bookings WHERE id = :id", id=booking_id))[0][0])

    async def ask(self, booking: Booking, purpose: str = "deposit") -> httpx2.Response:
        """The customer wants to pay by card."""
        body = {"booking_id": str(booking.id), "token": await self.token(booking.id), "purpose": purpose}
        return await self.client.post("/api/v1/stripe/checkout", json=body)

    async def page(self, booking: Booking, purpose: str = "deposit") -> str:
        """The id of the page that the customer gets."""
        answer = await self.ask(booking, purpose)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["url"]).rpartition("/")[2]

    async def paid(self, booking: Booking, purpose: str = "deposit") -> str:
        """The customer pays by card, and every webhook comes; the id of the payment at Stripe."""
        page = await self.page(booking, purpose)
        assert self.stripe.pay(page)
        await self.told()
        return str(self.stripe.sessions[page]["payment_intent"])

    async def told(self, webhooks: list[Webhook] | None = None, **how: Any) -> None:
        """Webhooks are delivered and everything that follows is done."""
        answers = await deliver(self.client, self.stripe.webhooks() if webhooks is None else webhooks, **how)
        assert [answer.status_code for answer in answers] == [200] * len(answers)
        await self.work()

    async def work(self) -> None:
        """Every job that is due."""
        await self.shop.db.jobs.drain()

    async def account(self, booking: Booking) -> Account:
        """The money of a party."""
        return await self.shop.do(ledger.account, receivable_id=booking.id)

    async def money(self) -> list[tuple[Any, ...]]:
        """The ledger, without our own ids."""
        return [tuple(row) for row in await self.shop.rows(MONEY)]

    async def differences(self) -> list[str]:
        """Where Stripe and the ledger do not say the same; and what may never be in the shop."""
        rows = await self.shop.rows("SELECT provider_id, amount FROM ledger WHERE provider = 'stripe'")
        here = {name: amount for name, amount in rows}
        there = {one["id"]: one["amount_received"] for one in self.stripe.intents.values() if one["amount_received"]}
        there |= {one["id"]: one["amount"] for one in self.stripe.refunds.values() if one["status"] == "succeeded"}
        wrong = [f"{name} {here.get(name)} {there.get(name)}" for name in here.keys() ^ there.keys()]
        return (
            wrong
            + [name for name in here.keys() & there.keys() if here[name] != there[name]]
            + await self.shop.problems()
        )


@contextmanager
def stripe_of(clock: SettableClock) -> Iterator[StripeSimulator]:
    """Stripe, by the shop's clock."""
    with on_a_port(StripeSimulator(clock.now)) as simulator:
        yield simulator


def cards_of(db: Database, jobs: Jobs, bus: EventBus, simulator: StripeSimulator) -> Cards:
    """Card payments composed as the runtime composes them."""
    cards = Cards(db, Stripe(KEY, SECRET, api_base=simulator.url))
    for event in (PaymentRecorded, PaymentRefunded):
        bus.listen(event, "bookings.settle", bookings.on_money)
        bus.listen(event, "cards.review", card_payments.on_entry)
    for changed in (BookingChanged, BookingCancelled, HoldExpired):
        bus.listen(changed, "cards.review", bookings.on_price)

    async def heard(event_id: str, listener: str) -> None:
        await bus.deliver(db, event_id, listener)

    jobs.add(DELIVER, heard)
    card_jobs.declare(jobs, cards)
    return cards


@asynccontextmanager
async def card_shop_on(url: str, clock: SettableClock) -> AsyncIterator[CardShop]:
    """Everything, on a database."""
    bus, jobs = EventBus(), Jobs(url)
    db = Database(url, clock=clock, bus=bus, jobs=jobs, pool_size=5)
    with stripe_of(clock) as simulator:
        cards = cards_of(db, jobs, bus, simulator)
        await jobs.open()
        try:
            async with client_of(
                db, booking_routes, card_routes, cards=cards, public_url="https://party.example"
            ) as spoken:
                yield CardShop(await open_shop(db, clock), cards, simulator, spoken)
        finally:
            await jobs.close()
            await db.close()


def shuffled(webhooks: list[Webhook], seed: int) -> list[Webhook]:
    """Webhooks out of order, each perhaps twice."""
    chance = random.Random(seed)
    order = [one for one in webhooks for _ in range(chance.choice((1, 1, 2)))]
    chance.shuffle(order)
    return order

"""A product on the card path, server and worker in one process, that kills itself with -9 before its n-th step.

A step is whatever Stripe, the database or the queue could see half done: a statement or a commit of the product or of
its queue, a call to Stripe, and the moment between its answer and what is made of it. Stripe lives on elsewhere.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any, Self
from uuid import UUID

import httpx2
import psycopg

from hibachi.channels.service import Carriers
from hibachi.kit.clock import SettableClock
from hibachi.main import create_app
from hibachi.payments import gateway
from hibachi.payments import service as ledger
from hibachi.payments.cards.schemas import NewCardRefund
from hibachi.runtime import Runtime, build
from tests.concierge.world import settings
from tests.faults.sending_child import NOW, FileProvider, killer, with_counted
from tests.parties import OLGA
from tests.simulators.stripe import KEY, SECRET

TOLD = "/told"
"""Where the simulator says what it would tell by webhook, and takes back what was heard."""
SITE = "https://party.example"
CLICK = "the one click of a member of staff"
AT_ONCE = "UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"
SENT_AGAIN = (
    "UPDATE outbox SET next_try_at = statement_timestamp() - interval '1 second' WHERE state = 'queued'",
    "UPDATE outbox SET lease_until = statement_timestamp() - interval '1 second' WHERE state = 'sending'",
)
BACK = 30_00


@dataclass(frozen=True, slots=True)
class Party:
    """Whose deposit is paid, in which database; where Stripe and the carrier of messages are."""

    database: str
    stripe: str
    carrier: Path
    booking: str
    token: str


def settings_with(stripe: str) -> Any:
    """The product's settings, with the keys of a simulator."""
    return settings(STRIPE_SECRET_KEY=KEY, STRIPE_WEBHOOK_SECRET=SECRET, STRIPE_BASE_URL=stripe, PUBLIC_URL=SITE)


def live(party: Party, kill_before: int, seen: "Synchronized[int]") -> None:
    """A deposit is paid, told, and partly given back, with every message sent; `seen` counts the steps. 0: live on."""
    asyncio.run(_live(party, killer(kill_before, seen)))


def recover(party: Party) -> None:
    """Another process, later: the customer and staff who saw no answer try again, the sweep and the worker go on."""
    asyncio.run(_recover(party))


async def _live(party: Party, count: Callable[..., None]) -> None:
    async with _Product(party, timedelta()) as product:
        product.counted(count)
        await product.pay()
        await product.hear()
        await product.give_back()
        await product.hear()


async def _recover(party: Party) -> None:
    async with _Product(party, timedelta(minutes=11)) as product:
        await product.runtime.jobs.recover_stalled()
        await product.pay()
        for _ in range(2):
            await product.hear()
            await product.runtime.cards.sweep()
        await product.give_back()
        await product.hear()


class _Product:
    """The product in this process: its routes, its worker, and a client of Stripe's pages."""

    def __init__(self, party: Party, later: timedelta) -> None:
        self.party = party
        carriers = Carriers([FileProvider(party.carrier, safe_to_repeat=True)])
        given = settings_with(party.stripe)
        self.runtime: Runtime = build(given, party.database, clock=SettableClock(NOW + later), carriers=carriers)
        transport = httpx2.ASGITransport(app=create_app(self.runtime), raise_app_exceptions=False)
        self.client = httpx2.AsyncClient(transport=transport, base_url="http://product", timeout=60)
        self.browser = httpx2.AsyncClient(base_url=party.stripe, timeout=60)

    async def __aenter__(self) -> Self:
        await self.runtime.jobs.open()  # nobody writes to us here: the models that listen are not made ready
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.aclose()
        await self.browser.aclose()
        await self.runtime.close()

    def counted(self, count: Callable[..., None]) -> None:
        """Count every step from here on."""
        with_counted(self.runtime.db.engine.sync_engine, count)
        queue = self.runtime.jobs.app.connector
        for name in ("execute_query_async", "execute_query_one_async", "execute_query_all_async"):
            setattr(queue, name, _counted(getattr(queue, name), count))
        asked = gateway._asked

        async def ask(call: Callable[[], Any]) -> Any:
            count()
            said = await asked(call)
            count()
            return said

        gateway._asked = ask

    async def pay(self) -> None:
        """The customer who sees an unpaid deposit asks for the page, and pays it if it is open."""
        if await self.paid():
            return
        wish = {"booking_id": self.party.booking, "token": self.party.token, "purpose": "deposit"}
        answer = await self.client.post("/api/v1/stripe/checkout", json=wish)
        if answer.status_code == 201:
            await self.browser.post(f"/pay/{answer.json()['url'].rpartition('/')[2]}")

    async def hear(self) -> None:
        """Stripe tells until it is heard; then the worker works until nothing is due."""
        for one in (await self.browser.get(TOLD)).json()["events"]:
            answer = await self.client.post(one["path"], content=one["body"], headers=one["headers"])
            if answer.status_code == 200:
                await self.browser.delete(f"{TOLD}/{one['id']}")
        await self.work()

    async def work(self) -> None:
        """Be the worker; every wait is over."""
        while True:
            with psycopg.connect(self.party.database.replace("+psycopg", ""), autocommit=True) as connection:
                for statement in (AT_ONCE, *SENT_AGAIN):
                    connection.execute(statement)  # type: ignore[arg-type]  # fixed words
            if not await self.runtime.jobs.any_due():
                return
            await self.runtime.jobs.drain()

    async def give_back(self) -> None:
        """Staff click once, or see no answer and click again: it is the same click."""
        booking = UUID(self.party.booking)
        async with self.runtime.db.transaction(OLGA) as tx:
            entry = (await ledger.account(tx, receivable_id=booking)).entries[0]
        wanted = NewCardRefund(receivable_id=booking, entry_id=entry.id, amount=BACK, reason="a late chef")
        await self.runtime.cards.refund(wanted, OLGA, CLICK)

    async def paid(self) -> bool:
        """What the customer's page says."""
        async with self.runtime.db.transaction() as tx:
            return bool((await ledger.account(tx, receivable_id=UUID(self.party.booking))).entries)


def _counted(call: Callable[..., Any], count: Callable[..., None]) -> Callable[..., Any]:
    def counted(*given: Any, **named: Any) -> Any:
        count()
        return call(*given, **named)

    return counted

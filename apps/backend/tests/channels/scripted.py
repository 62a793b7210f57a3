"""A carrier that does what a test says: it speaks the contract of channels.carriers and keeps what it took."""

from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import text

from hibachi.channels.carriers import Accepted, CarrierUncertain, Outgoing
from hibachi.channels.inbound import Arrived, arrive
from hibachi.channels.sending import Sender
from hibachi.channels.service import Carriers
from hibachi.conversations.schemas import Received
from hibachi.crew import service as crew
from hibachi.customers.schemas import CHANNELS, ChannelName, Contact
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.policies import service as policies
from hibachi.runtime import Runtime, build
from tests.concierge.world import settings

DANA = "+15105550142"
Step = Callable[[Outgoing], Exception | None]


@dataclass
class ScriptedCarrier:
    """`taken` is what reached customers, in order. `script` says, send by send, what goes wrong before (an exception
    that is raised and nothing taken); `cut` counts sends that are taken and then not answered."""

    name: str = "scripted"
    channels: frozenset[ChannelName] = frozenset(CHANNELS)
    safe_to_repeat: bool = True
    script: list[Exception] = field(default_factory=list)
    cut: int = 0
    taken: list[Outgoing] = field(default_factory=list)
    asked: int = 0
    looked: int = 0
    hides: int = 0
    mute: bool = False
    words: list[str] = field(default_factory=list)
    before: Callable[[Outgoing], Any] | None = None

    async def send(self, outgoing: Outgoing) -> Accepted:
        """Take a message over, unless the script says otherwise."""
        self.asked += 1
        if self.before is not None:
            await self.before(outgoing)
        if self.script:
            raise self.script.pop(0)
        if not (self.safe_to_repeat and any(one.id == outgoing.id for one in self.taken)):
            self.taken.append(outgoing)
        if self.cut:
            self.cut -= 1
            raise CarrierUncertain("the connection was cut")
        return Accepted(self.name, f"SM-{outgoing.id}")

    async def find(self, outgoing: Outgoing, *, others: Collection[str] = ()) -> Accepted | None:
        """What became of a message; `hides` counts how often it does not show yet. words: the same, look by look."""
        self.looked += 1
        word = self.words.pop(0) if self.words else ""
        if word == "not held":
            return None
        if self.mute or word == "no answer":
            raise CarrierUncertain("it lists nothing")
        if self.hides:
            self.hides -= 1
            return None
        known = any(one.id == outgoing.id for one in self.taken)
        return Accepted(self.name, f"SM-{outgoing.id}") if known else None

    @property
    def texts(self) -> list[str]:
        """The words that reached customers."""
        return [one.text for one in self.taken]


@dataclass
class Shop:
    """The product with one scripted carrier."""

    runtime: Runtime
    carrier: ScriptedCarrier
    clock: SettableClock
    numbers: int = 0

    @property
    def db(self) -> Database:
        """The product's database."""
        return self.runtime.db

    @property
    def sender(self) -> Sender:
        """What the job of sending runs."""
        return Sender(self.db, self.runtime.carriers, self.runtime.journeys.is_true)

    async def arrives(self, words: str, *, channel: ChannelName = "sms", message_id: str = "", **who: Any) -> Received:
        """A message comes through a door of its channel."""
        self.numbers += 1
        contact = Contact(channel=channel, **(who or {"phone": DANA}))
        arrived = Arrived(
            channel=channel,
            contact=contact,
            text=words,
            provider_message_id=message_id or f"IN-{self.numbers}",
            received_at=self.clock.now(),
            addressed_to="+19165550148",
        )
        async with self.db.transaction() as tx:
            return await arrive(tx, self.runtime.concierge, arrived)

    async def rows(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """What another system reads."""
        async with self.db.transaction() as tx:
            return [dict(row) for row in (await tx.session.execute(text(query), values)).mappings()]

    async def due(self) -> None:
        """Let every wait of the outbox and of the queue be over."""
        async with self.db.transaction() as tx:
            past = "statement_timestamp() - interval '1 second'"
            for statement in (
                f"UPDATE outbox SET next_try_at = {past} WHERE state = 'queued'",
                f"UPDATE outbox SET lease_until = {past} WHERE state = 'sending'",
                f"UPDATE procrastinate_jobs SET scheduled_at = {past} WHERE status = 'todo'",
            ):
                await tx.session.execute(text(statement))

    async def work(self) -> None:
        """Run the jobs until nothing is due and nothing waits any more."""
        while True:
            await self.due()
            if not await self.runtime.jobs.any_due():
                return
            await self.runtime.jobs.drain()


@asynccontextmanager
async def shop_on(
    database_url: str, clock: SettableClock, carrier: ScriptedCarrier | None = None, **environment: Any
) -> AsyncIterator[Shop]:
    """The product on a database, founded, with its queue open."""
    carrier = carrier or ScriptedCarrier()
    runtime = build(settings(**environment), database_url, clock=clock, carriers=Carriers([carrier]))
    await runtime.open()
    try:
        async with runtime.db.transaction() as tx:
            await crew.ensure_station(tx, book=await policies.load_default(tx))
        yield Shop(runtime, carrier, clock)
    finally:
        await runtime.close()


NOW = datetime.fromisoformat("2026-03-04T10:00:00-08:00")

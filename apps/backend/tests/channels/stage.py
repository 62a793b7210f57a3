"""The product connected to simulated providers: their webhooks come in at its doors, its messages go out to them."""

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import httpx2
from sqlalchemy import text

from hibachi.channels.sms.ringcentral.rules import path_secret
from hibachi.crew import service as crew
from hibachi.kit.clock import SettableClock
from hibachi.kit.events import DELIVER
from hibachi.kit.ids import new_id
from hibachi.main import create_app
from hibachi.policies import service as policies
from hibachi.policies.errors import NothingChanged
from hibachi.runtime import Runtime, build
from tests.concierge.world import settings
from tests.simulators import ringcentral
from tests.simulators.meta import MetaSimulator
from tests.simulators.provider import Webhook, deliver, on_a_port
from tests.simulators.ringcentral import RingCentralSimulator
from tests.simulators.twilio import TwilioSimulator

PUBLIC = "https://concierge.example.com"
DANA = "+15105550142"
WAITS = {"concierge": {"debounce_seconds": {"sms": 0, "instagram": 0, "facebook": 0, "whatsapp": 0}}}
RINGCENTRAL_DOOR = f"/api/v1/webhooks/ringcentral/{path_secret(ringcentral.TOKEN)}"
PEOPLE = {"sms": DANA, "instagram": "13579", "facebook": "24680", "whatsapp": "15105550142"}


@dataclass
class Stage:
    """One world: the product, its client, and the providers around it. sms: which provider carries text messages."""

    runtime: Runtime
    client: httpx2.AsyncClient
    clock: SettableClock
    twilio: TwilioSimulator
    ringcentral: RingCentralSimulator
    meta: MetaSimulator
    sms: str = "twilio"
    policy: dict[str, Any] = field(default_factory=dict)
    answers: list[httpx2.Response] = field(default_factory=list)

    async def deliver(self, *webhooks: Webhook, **how: Any) -> list[httpx2.Response]:
        """A provider hands these over."""
        answers = await deliver(self.client, webhooks, **how)
        self.answers += answers
        return answers

    def written(self, channel: str, words: str, *, sender: str | None = None, **more: Any) -> Webhook:
        """The webhook of somebody's message."""
        who = sender or PEOPLE[channel]
        if channel == "sms" and self.sms == "twilio":
            return self.twilio.text(who, words, **more)
        if channel == "sms":
            return self.ringcentral.text(RINGCENTRAL_DOOR, who, words, **more)
        item = self.meta.whatsapp(who, words, **more) if channel == "whatsapp" else self.meta.said(channel, who, words, **more)  # fmt: skip
        return self.meta.webhook(channel, item)

    async def says(self, channel: str, words: str, **more: Any) -> str:
        """Somebody writes, and everything that follows has happened; the words that reached them, if any."""
        before = len(self.sent(channel))
        [answer] = await self.deliver(self.written(channel, words, **more))
        assert answer.status_code == 200, answer.text
        await self.work()
        return "\n".join(self.sent(channel)[before:])

    def sent(self, channel: str) -> list[str]:
        """Every text that the provider of a channel took from us, the oldest first."""
        if channel == "sms":
            if self.sms == "twilio":
                return [message["body"] for message in reversed(self.twilio.messages)]
            return [message["subject"] for message in reversed(self.ringcentral.messages)]
        account = {"facebook": "page", "instagram": "instagram", "whatsapp": "whatsapp"}[channel]
        own = {"page": "117172741761305", "instagram": "17841400008460056", "whatsapp": "106540352242922"}[account]
        return [message["text"] for message in self.meta.sent if message["account"] == own]

    async def begin_anew(self) -> None:
        """Empty the world, and found it again."""
        await self.runtime.db.empty()
        await _found(self.runtime, self.policy)

    async def rows(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """What stands in the database."""
        async with self.runtime.db.transaction() as tx:
            return [dict(row) for row in (await tx.session.execute(text(query), values)).mappings()]

    async def digest(self) -> dict[str, str]:
        """A digest of every table: what changed, changes it."""
        tables = await self.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        own = [row["tablename"] for row in tables if row["tablename"] != "rate_counters"]
        query = "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS d FROM {} t"
        return {table: str((await self.rows(query.format(table)))[0]["d"]) for table in own}

    async def due(self) -> None:
        """Let every wait of the queue and of the outbox be over."""
        async with self.runtime.db.transaction() as tx:
            past = "statement_timestamp() - interval '1 second'"
            for statement in (
                f"UPDATE outbox SET next_try_at = {past} WHERE state = 'queued'",
                f"UPDATE outbox SET lease_until = {past} WHERE state = 'sending'",
                f"UPDATE procrastinate_jobs SET scheduled_at = {past} WHERE status = 'todo'",
            ):
                await tx.session.execute(text(statement))

    async def work(self) -> None:
        """Run every job, whatever it waits for, until there is none."""
        while True:
            await self.due()
            if not await self.runtime.jobs.any_due():
                return
            await self.runtime.jobs.drain()

    async def work_what_is_due(self) -> None:
        """Run the jobs that are due now, and leave alone those that wait."""
        if await self.runtime.jobs.any_due():
            await self.runtime.jobs.drain()


@asynccontextmanager
async def stage_on(
    database_url: str, clock: SettableClock, *, sms: str = "twilio", policy: dict[str, Any] | None = None, **more: Any
) -> AsyncIterator[Stage]:
    """The product on a database, founded, connected to every provider, with its queue open."""
    with ExitStack() as ports:
        twilio = ports.enter_context(on_a_port(TwilioSimulator(PUBLIC, clock.now)))
        ring = ports.enter_context(on_a_port(RingCentralSimulator(PUBLIC, clock.now)))
        meta = ports.enter_context(on_a_port(MetaSimulator(clock.now)))
        environment = {**twilio.settings(), **ring.settings(), **meta.settings(), "SMS_PROVIDER": sms, **more}
        runtime = build(settings(**environment), database_url, clock=clock)
        app = create_app(runtime)
        async with app.router.lifespan_context(app):
            await _found(runtime, policy or WAITS)
            transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
            async with httpx2.AsyncClient(transport=transport, base_url="http://inside", timeout=30) as client:
                yield Stage(runtime, client, clock, twilio, ring, meta, sms, policy or WAITS)


async def _found(runtime: Runtime, changes: dict[str, Any]) -> None:
    async with runtime.db.transaction() as tx:
        await crew.ensure_station(tx, book=await policies.load_default(tx))
        with suppress(NothingChanged):  # a second process on the same world
            await policies.change(tx, changes=changes, effective_from=None, note="as this test has it")
        # Who would hear of the new numbers is not what these tests are about.
        await tx.session.execute(text("DELETE FROM procrastinate_jobs WHERE task_name = :it"), {"it": DELIVER})


def some_id() -> str:
    """An id that nothing has."""
    return str(new_id())

"""Many conversations at once on one worker: what came in, what went out, in which order, and how long it took."""

import asyncio
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from sqlalchemy import text

from hibachi.channels.carriers import Accepted, Outgoing
from hibachi.channels.inbound import Arrived, arrive
from hibachi.customers.schemas import CHANNELS, ChannelName, Contact
from hibachi.runtime import Runtime

AT_THE_DOOR = 8
"""Messages that are being stored at one time; more wait outside, as requests do in front of a server."""
WORDS = ("hi there", "we are {n} adults", "in 94539", "how much is it?", "and with lobster for {n}?", "thanks")


@dataclass
class Clocked:
    """A provider that takes everything at once and notes when."""

    name: str = "clocked"
    channels: frozenset[ChannelName] = frozenset(CHANNELS)
    safe_to_repeat: bool = True
    taken: list[tuple[float, Outgoing]] = field(default_factory=list)

    async def send(self, outgoing: Outgoing) -> Accepted:
        """Take a message over."""
        self.taken.append((time.monotonic(), outgoing))
        return Accepted(self.name, str(outgoing.id))

    async def find(self, outgoing: Outgoing, *, others: Collection[str] = ()) -> Accepted | None:
        """What became of a message."""
        known = any(one.id == outgoing.id for _, one in self.taken)
        return Accepted(self.name, str(outgoing.id)) if known else None


@dataclass
class Flood:
    """`conversations` people write `messages` each within `seconds`, all at once."""

    runtime: Runtime
    carrier: Clocked
    conversations: int
    messages: int
    seconds: float
    arrived: dict[str, float] = field(default_factory=dict)
    stored: list[float] = field(default_factory=list)
    doors: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_THE_DOOR))

    async def run(self, *, patience: float) -> None:
        """Let everybody write, with one worker at work, until nothing waits any more."""
        working = asyncio.create_task(self.runtime.jobs.work())
        try:
            await asyncio.gather(*(self._person(number) for number in range(self.conversations)))
            await self._quiet(patience)
        finally:
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)

    async def _person(self, number: int) -> None:
        dice = random.Random(number)
        pauses = sorted(dice.uniform(0, self.seconds) for _ in range(self.messages))
        before = 0.0
        for at, pause in enumerate(pauses):
            await asyncio.sleep(pause - before)
            before = pause
            await self._write(number, at)

    async def _write(self, number: int, at: int) -> None:
        message_id = f"{number}-{at}"
        arrived = Arrived(
            channel="sms",
            contact=Contact(channel="sms", phone=f"+1510555{number:04}"),
            text=WORDS[at % len(WORDS)].format(n=10 + number % 15),
            provider_message_id=message_id,
            received_at=self.runtime.clock.now(),
        )
        async with self.doors:
            started = time.monotonic()
            async with self.runtime.db.transaction() as tx:
                await arrive(tx, self.runtime.concierge, arrived)
        self.arrived[message_id] = time.monotonic()
        self.stored.append((time.monotonic() - started) * 1000)

    async def _quiet(self, patience: float) -> None:
        """Wait until every message has its reply and every reply has left."""
        end = time.monotonic() + patience
        waits = (
            "SELECT (SELECT count(*) FROM messages WHERE role = 'user' AND answered_by IS NULL) + "
            "(SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')) AS n"
        )
        while time.monotonic() < end and (await self.rows(waits))[0]["n"]:
            await asyncio.sleep(0.2)

    async def rows(self, query: str) -> list[dict[str, Any]]:
        """What stands in the database."""
        async with self.runtime.db.transaction() as tx:
            return [dict(row) for row in (await tx.session.execute(text(query))).mappings()]

    async def wrongs(self) -> list[str]:
        """Everything that must not be: lost, doubled, out of order."""
        said = await self.rows("SELECT provider_message_id, answered_by FROM messages WHERE role = 'user'")
        ids = [one.id for _, one in self.carrier.taken]
        rows = await self.rows("SELECT id, conversation_id, sequence, state FROM outbox ORDER BY sequence")
        place = {row["id"]: (row["conversation_id"], row["sequence"]) for row in rows}
        left: dict[Any, list[int]] = defaultdict(list)
        for one in ids:
            left[place[one][0]].append(place[one][1])
        checks = {
            "lost on the way in": len(said) != self.conversations * self.messages,
            "stored twice": len({row["provider_message_id"] for row in said}) != len(said),
            "without a reply": any(row["answered_by"] is None for row in said),
            "sent twice": len(ids) != len(set(ids)),
            "not sent": {row["id"] for row in rows} != set(ids) or any(row["state"] != "sent" for row in rows),
            "out of order": any(later < sooner for order in left.values() for sooner, later in pairwise(order)),
        }
        return [what for what, wrong in checks.items() if wrong]

    async def waits(self) -> list[float]:
        """Seconds from the newest message that a reply answers to the moment its provider had it."""
        query = (
            "SELECT outbox.id, (array_agg(asked.provider_message_id ORDER BY asked.sequence DESC))[1] AS newest "
            "FROM outbox JOIN messages AS asked ON asked.answered_by = outbox.message_id GROUP BY outbox.id"
        )
        newest = {row["id"]: row["newest"] for row in await self.rows(query)}
        return [at - self.arrived[newest[one.id]] for at, one in self.carrier.taken if one.id in newest]


def percentiles(figures: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    return statistics.median(figures), statistics.quantiles(figures, n=20)[-1]

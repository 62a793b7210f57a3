"""The short form of the benchmark: many people at once on one worker; none lost, none doubled, order kept."""

import os

from hibachi.channels.service import Carriers
from hibachi.crew import service as crew
from hibachi.kit.clock import SystemClock
from hibachi.policies import service as policies
from hibachi.runtime import build
from tests.channels.flood import Clocked, Flood
from tests.concierge.world import settings

PEOPLE, MESSAGES = (60, 10) if os.environ.get("HIBACHI_PROOF") == "1" else (8, 5)


async def test_many_people_at_once_on_one_worker(database_url: str) -> None:
    carrier = Clocked()
    runtime = build(settings(), database_url, clock=SystemClock(), carriers=Carriers([carrier]))
    await runtime.open()
    try:
        async with runtime.db.transaction() as tx:
            await crew.ensure_station(tx, book=await policies.load_default(tx))
        flood = Flood(runtime, carrier, PEOPLE, MESSAGES, seconds=4)
        await flood.run(patience=240)
        assert await flood.wrongs() == []
        assert PEOPLE <= len(carrier.taken) <= PEOPLE * MESSAGES
        assert len(await flood.waits()) == len(carrier.taken)
    finally:
        await runtime.close()

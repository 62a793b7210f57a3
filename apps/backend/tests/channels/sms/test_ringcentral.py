"""RingCentral beyond single messages: its token, its subscription, and the question that it asks our door."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
import uvicorn
from sqlalchemy import text

from hibachi.channels.carriers import CarrierBusy, CarrierRefused
from hibachi.channels.sms.ringcentral import gateway
from hibachi.kit.clock import SettableClock
from hibachi.main import create_app
from hibachi.runtime import Runtime, build
from tests.channels.outgoing import connected, outgoing
from tests.channels.stage import RINGCENTRAL_DOOR
from tests.concierge.world import settings
from tests.simulators import provider, ringcentral
from tests.simulators.provider import on_a_port
from tests.simulators.ringcentral import RingCentralSimulator

pytestmark = pytest.mark.anyio


@contextmanager
def listening(database_url: str, simulator: RingCentralSimulator, clock: SettableClock) -> Iterator[str]:
    """The product over TCP, so that RingCentral can ask its door."""
    app = create_app(build(settings(**simulator.settings()), database_url, clock=clock))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


async def keep(runtime: Runtime) -> list[tuple[str, str]]:
    """Run the job; the subscription that is noted."""
    assert runtime.doors.subscriber is not None
    await runtime.doors.subscriber.keep()
    async with runtime.db.transaction() as tx:
        rows = await tx.session.execute(text("SELECT address, subscription_id FROM ringcentral_subscriptions"))
        return [(row.address, row.subscription_id) for row in rows]


async def test_a_subscription_is_made_kept_and_made_again(database_url: str, clock: SettableClock) -> None:
    """At the secret address, with our token; renewed a day before it ends, made anew where it is gone."""
    with (
        on_a_port(RingCentralSimulator("http://127.0.0.1:1", clock.now)) as simulator,
        listening(database_url, simulator, clock) as url,
    ):
        runtime = build(settings(**{**simulator.settings(), "PUBLIC_URL": url}), database_url, clock=clock)
        [(address, first)] = await keep(runtime)
        [made] = simulator.subscriptions.values()
        assert address == made["deliveryMode"]["address"] == url + RINGCENTRAL_DOOR
        assert made["deliveryMode"]["verificationToken"] == ringcentral.TOKEN
        assert any("message-store/instant?type=SMS" in one for one in made["eventFilters"])

        asked = len(simulator.asked)
        assert await keep(runtime) == [(address, first)]
        assert len(simulator.asked) == asked, "nothing is asked while it has days to go"

        clock.advance(timedelta(days=6, hours=1))
        assert await keep(runtime) == [(address, first)]
        assert simulator.asked[-1].path.endswith(f"/{first}/renew")

        simulator.subscriptions.clear()
        clock.advance(timedelta(days=6, hours=1))
        [(_, second)] = await keep(runtime)
        assert second != first and list(simulator.subscriptions) == [second]
        await runtime.close()


async def test_a_subscription_that_cannot_be_made_is_tried_again(database_url: str, clock: SettableClock) -> None:
    """Nobody answers at our address, or the API is busy: the job fails, and nothing is noted that is not so."""
    with on_a_port(RingCentralSimulator("http://127.0.0.1:9", clock.now)) as simulator:
        runtime = build(settings(**simulator.settings()), database_url, clock=clock)
        with pytest.raises(CarrierRefused, match="WebHook server response"):
            await keep(runtime)
        simulator.faults.append(provider.BUSY)
        with pytest.raises(CarrierBusy):
            await keep(runtime)
        async with runtime.db.transaction() as tx:
            assert (await tx.session.execute(text("SELECT 1 FROM ringcentral_subscriptions"))).all() == []
        await runtime.close()


async def test_without_a_public_address_there_is_no_subscription(database_url: str, clock: SettableClock) -> None:
    with on_a_port(RingCentralSimulator("http://127.0.0.1:1", clock.now)) as simulator:
        runtime = build(settings(**{**simulator.settings(), "PUBLIC_URL": None}), database_url, clock=clock)
        assert runtime.doors.subscriber is None
        await runtime.close()


async def test_one_token_serves_until_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(gateway.time, "monotonic", lambda: now)
    async with connected("ringcentral") as (simulator, carrier):
        for number in range(3):
            await carrier.send(outgoing("ringcentral", f"message {number}"))
        assert len(simulator.tokens) == 1
        now += simulator.token_seconds - 30
        await carrier.send(outgoing("ringcentral", "a minute before the end"))
        assert len(simulator.tokens) == 2


async def test_a_token_that_was_taken_back_is_asked_for_anew_once() -> None:
    async with connected("ringcentral") as (simulator, carrier):
        await carrier.send(outgoing("ringcentral", "one"))
        simulator.revoked.add(simulator.tokens[0])
        await carrier.send(outgoing("ringcentral", "two"))
        assert (len(simulator.tokens), len(simulator.messages)) == (2, 2)


async def test_many_at_once_ask_for_one_token() -> None:
    async with connected("ringcentral") as (simulator, carrier):
        await asyncio.gather(*(carrier.send(outgoing("ringcentral", f"message {n}")) for n in range(10)))
        assert (len(simulator.tokens), len(simulator.messages)) == (1, 10)

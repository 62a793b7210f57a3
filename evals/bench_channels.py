"""The benchmarks of the channels: a verified webhook to its acknowledgement, and many conversations at once on one worker."""

import asyncio
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

import httpx2
import uvicorn

from hibachi.channels.service import Carriers
from hibachi.kit.clock import SystemClock
from hibachi.main import create_app
from hibachi.runtime import build
from hibachi.settings import Settings
from tests.channels.flood import Clocked, Flood, percentiles
from tests.simulators.provider import Webhook
from tests.simulators.twilio import TwilioSimulator

WORLD = "https://bench.example"
WEBHOOKS, WARMING = 200, 20
INBOUND_P95_MS = 50.0
VOTES, VOTE_P95_MS = 80, 2000.0
CONVERSATIONS, MESSAGES, SECONDS = 200, 10, 20.0
PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class Figures:
    """What many conversations at once came to. stored: ms p50, p95; waits: seconds p50, p95 from the newest message of
    a reply to its provider; replies: how many left; took: seconds for all; wrongs: what must not be."""

    stored: tuple[float, float]
    waits: tuple[float, float]
    replies: int
    took: float
    wrongs: list[str]


@contextmanager
def served(url: str, settings: Settings) -> Iterator[str]:
    """The product over TCP, in a thread of this process; its address."""
    app = create_app(build(settings, url))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def inbound(url: str) -> tuple[float, float]:
    """Milliseconds p50 and p95 from a signed webhook of a text message to its acknowledgement, over TCP."""
    twilio = TwilioSimulator(WORLD)
    settings = Settings(_env_file=None, DATABASE_URL=url, **{**twilio.settings(), "TWILIO_BASE_URL": WORLD})
    numbers = count(1)
    with served(url, settings) as address, httpx2.Client(base_url=address, timeout=60) as client:
        taken = [_timed(client, twilio.text(f"+1510555{next(numbers):04}", "how much?")) for _ in range(WEBHOOKS)]
    return statistics.median(taken[WARMING:]), statistics.quantiles(taken[WARMING:], n=20)[-1]


def _timed(client: httpx2.Client, webhook: Webhook) -> float:
    started = time.perf_counter()
    answer = client.post(webhook.path, content=webhook.body, headers=dict(webhook.headers))
    answer.raise_for_status()
    return (time.perf_counter() - started) * 1000


def votes(url: str) -> tuple[float, float]:
    """Milliseconds p50 and p95 from a thumb below a reply of the web chat to its row and the answer, over TCP (FBK-10)."""
    settings = Settings(_env_file=None, DATABASE_URL=url)
    with served(url, settings) as address, httpx2.Client(base_url=address, timeout=60) as client:
        taken = [_vote(client, number) for number in range(VOTES)]
    return statistics.median(taken[WARMING:]), statistics.quantiles(taken[WARMING:], n=20)[-1]


def _vote(client: httpx2.Client, number: int) -> float:
    question = {"channel": "web_chat", "customer": {}, "text": f"how much for {number + 10} adults in 94539?"}
    said = client.post("/api/v1/chat/messages", json=question).raise_for_status().json()
    vote = {"log_id": said["reply"]["id"], "feedback": "not_helpful", "suggestion": "Say the deposit."}
    started = time.perf_counter()
    answer = client.post("/api/v1/ai/orchestrator/feedback", json=vote).raise_for_status()
    took = (time.perf_counter() - started) * 1000
    assert answer.json()["recorded"] is True
    return took


def at_once(url: str) -> Figures:
    """200 people, ten messages each within twenty seconds, one worker."""
    return asyncio.run(_at_once(url))


async def _at_once(url: str) -> Figures:
    carrier = Clocked()
    runtime = build(Settings(_env_file=None, DATABASE_URL=url), url, clock=SystemClock(), carriers=Carriers([carrier]))
    await runtime.open()
    try:
        flood = Flood(runtime, carrier, CONVERSATIONS, MESSAGES, SECONDS)
        started = time.monotonic()
        await flood.run(patience=PATIENCE)
        took = time.monotonic() - started
        waits = percentiles(await flood.waits())
        return Figures(percentiles(flood.stored), waits, len(carrier.taken), took, await flood.wrongs())
    finally:
        await runtime.close()

"""How much may come in: the same tests for both stores, PostgreSQL and a real Redis (CHN-10)."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import pytest
from pydantic import SecretStr
from redis.asyncio import Redis
from sqlalchemy import text

from hibachi.channels.limits import gateway, service
from hibachi.channels.limits.gateway import RedisCounters
from hibachi.channels.limits.service import Count, Limit, Limits
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from tests.concierge.world import settings
from tests.simulators.redis_server import RedisServer, redis_server

pytestmark = pytest.mark.anyio
FIVE = Limit("person", 5, 600)
DANA, ROBIN = "sms:+15105550142", "sms:+15105550143"


@pytest.fixture(scope="module")
def redis() -> Iterator[RedisServer]:
    with redis_server() as server:
        yield server


@pytest.fixture(params=["postgresql", "redis"])
async def limits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Limits]:
    """Limits over each store, with nothing counted yet; a busy machine is no Redis that went away."""
    monkeypatch.setattr(gateway, "TIMEOUT_SECONDS", 30.0)
    url = None
    if request.param == "redis":
        server: RedisServer = request.getfixturevalue("redis")
        url = server.url
        async with Redis.from_url(url) as client:
            await client.flushall()
    opened = service.open_limits(settings(REDIS_URL=url) if url else settings())
    yield opened
    await opened.close()


async def hit(db: Database, limits: Limits, whom: str = DANA, limit: Limit = FIVE) -> Count:
    async with db.transaction() as tx:
        return await limits.hit(tx, limit=limit, whom=whom)


async def test_the_one_more_is_too_many(db: Database, limits: Limits) -> None:
    counts = [await hit(db, limits) for _ in range(6)]
    assert [count.hits for count in counts] == [1, 2, 3, 4, 5, 6]
    assert [count.exceeded for count in counts] == [False] * 5 + [True]


async def test_the_window_passes(db: Database, clock: SettableClock, limits: Limits) -> None:
    for _ in range(6):
        last = await hit(db, limits)
    assert clock.now() < last.ends_at <= clock.now() + timedelta(seconds=600)
    clock.set(last.ends_at - timedelta(milliseconds=1))
    assert (await hit(db, limits)).exceeded
    clock.set(last.ends_at)
    first = await hit(db, limits)
    assert (first.hits, first.exceeded) == (1, False)


async def test_who_writes_much_takes_nothing_from_others(db: Database, limits: Limits) -> None:
    for _ in range(9):
        await hit(db, limits)
    assert (await hit(db, limits, ROBIN)).hits == 1
    assert (await hit(db, limits, limit=Limit("number", 5, 600))).hits == 1, "another limit counts for itself"
    assert (await hit(db, limits, limit=Limit("person", 5, 86400))).hits == 1, "another window, too"


async def test_of_many_at_once_exactly_so_many_pass(db: Database, limits: Limits) -> None:
    """The race of N + 1: no two see the same count, and none is lost."""
    counts = await asyncio.gather(*(hit(db, limits) for _ in range(30)))
    assert sorted(count.hits for count in counts) == list(range(1, 31))
    assert sum(not count.exceeded for count in counts) == 5


async def test_a_counter_names_nobody(db: Database, limits: Limits, request: pytest.FixtureRequest) -> None:
    await hit(db, limits)
    async with db.transaction() as tx:
        kept = str((await tx.session.execute(text("SELECT * FROM rate_counters"))).all())
    if (await limits.health())["configured"]:
        async with Redis.from_url(request.getfixturevalue("redis").url) as client:
            kept = str(await client.keys("*"))
    assert "person" in kept and "5550142" not in kept


async def test_in_postgresql_a_count_falls_with_its_transaction(db: Database) -> None:
    limits = Limits()
    with pytest.raises(RuntimeError, match="no"):
        async with db.transaction() as tx:
            await limits.hit(tx, limit=FIVE, whom=DANA)
            raise RuntimeError("no")
    assert (await hit(db, limits)).hits == 1


async def test_old_counters_are_forgotten(db: Database, clock: SettableClock) -> None:
    limits = Limits()
    await hit(db, limits)
    clock.advance(timedelta(seconds=700))
    await hit(db, limits, ROBIN)
    async with db.transaction() as tx:
        await service.tidy(tx)
        assert (await tx.session.execute(text("SELECT count(*) FROM rate_counters"))).scalar() == 1


async def test_a_counter_in_redis_goes_by_itself(db: Database, redis: RedisServer) -> None:
    async with Redis.from_url(redis.url) as client:
        await client.flushall()
        counters = RedisCounters(SecretStr(redis.url))
        await hit(db, Limits(counters))
        [key] = await client.keys("*")
        assert 0 < await client.ttl(key) <= 1200
        await counters.close()


async def test_redis_going_away_costs_counts_and_nothing_else(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Away, it is left alone and PostgreSQL counts; back, it counts again; no message waits or breaks for it."""
    with redis_server() as server:
        limits = service.open_limits(settings(REDIS_URL=server.url))
        assert (await hit(db, limits)).hits == 1
        assert await limits.health() == {"configured": True, "up": True}
        server.stop()
        assert [(await hit(db, limits)).hits for _ in range(3)] == [1, 2, 3], "counted in PostgreSQL"
        assert await limits.health() == {"configured": True, "up": False}
        server.start()
        monkeypatch.setattr(gateway.time, "monotonic", lambda: 10.0**9)
        assert (await hit(db, limits)).hits == 1, "asked again after its rest"
        await limits.close()


async def test_a_redis_that_never_was(db: Database) -> None:
    limits = service.open_limits(settings(REDIS_URL="redis://127.0.0.1:9/0"))
    assert [(await hit(db, limits)).hits for _ in range(2)] == [1, 2]
    assert await limits.health() == {"configured": True, "up": False}
    await limits.close()

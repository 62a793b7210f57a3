"""Too much of it: what somebody wrote is stored and waits, a robot that answers robots ends by itself (CHN-10)."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from hibachi.kit.clock import SettableClock
from tests.channels.stage import DANA, WAITS, Stage, stage_on
from tests.simulators.redis_server import redis_server

pytestmark = pytest.mark.anyio
PRICE = "how much for 12 adults in 94539?"
LIMITS = {"person": {"messages": 3, "minutes": 10}, "person_daily": {"messages": 8, "minutes": 1440}, "number": {"messages": 6, "minutes": 10}}  # fmt: skip
POLICY = {"concierge": {**WAITS["concierge"], "limits": LIMITS}}


@pytest.fixture(params=["postgresql", "redis"])
async def stage(request: pytest.FixtureRequest, database_url: str, clock: SettableClock) -> AsyncIterator[Stage]:
    """The same with either store."""
    if request.param == "postgresql":
        async with stage_on(database_url, clock, policy=POLICY) as opened:
            yield opened
        return
    with redis_server() as server:
        async with stage_on(database_url, clock, policy=POLICY, REDIS_URL=server.url) as opened:
            yield opened


async def waiting(stage: Stage) -> list[dict[str, Any]]:
    return await stage.rows(
        "SELECT content FROM messages WHERE role = 'user' AND answered_by IS NULL ORDER BY sequence"
    )


async def test_one_more_than_a_person_may_is_stored_and_waits(stage: Stage) -> None:
    for number in range(3):
        await stage.deliver(stage.written("sms", f"{PRICE} {number}"))
        await stage.work_what_is_due()
    assert len(stage.sent("sms")) == 3
    [answer] = await stage.deliver(stage.written("sms", "and with lobster?"))
    await stage.work_what_is_due()
    assert answer.status_code == 200, "the provider has done its part"
    assert [row["content"] for row in await waiting(stage)] == ["and with lobster?"]
    assert len(stage.sent("sms")) == 3
    [job] = await stage.rows("SELECT scheduled_at > now() AS later FROM procrastinate_jobs WHERE status = 'todo' AND task_name = 'concierge.answer'")  # fmt: skip
    assert job["later"]
    await stage.work()
    assert len(stage.sent("sms")) == 4 and await waiting(stage) == [], "answered when the window has passed"


async def test_somebody_else_is_answered_meanwhile(stage: Stage) -> None:
    for number in range(4):
        await stage.deliver(stage.written("sms", f"{PRICE} {number}"))
        await stage.work_what_is_due()
    await stage.deliver(stage.written("sms", PRICE, sender="+15105550143"))
    await stage.work_what_is_due()
    assert [message["to"] for message in stage.twilio.messages].count("+15105550143") == 1
    assert len(await waiting(stage)) == 1


async def test_a_flood_of_many_numbers_waits_too(stage: Stage) -> None:
    for number in range(8):
        await stage.deliver(stage.written("sms", PRICE, sender=f"+1510555{2000 + number}"))
    await stage.work_what_is_due()
    assert (len(stage.sent("sms")), len(await waiting(stage))) == (6, 2)
    await stage.deliver(stage.written("instagram", PRICE))
    await stage.work_what_is_due()
    assert len(stage.sent("instagram")) == 1, "another number or page is another matter"


async def test_the_same_message_twice_counts_once(stage: Stage) -> None:
    for number in range(3):
        await stage.deliver(stage.written("sms", f"{PRICE} {number}"), twice=True)
        await stage.work_what_is_due()
    assert len(stage.sent("sms")) == 3 and await waiting(stage) == []


async def test_two_robots_end_by_themselves(stage: Stage, clock: SettableClock) -> None:
    """An answering machine replies to each of our replies, at once and for ever: a human is asked, and we fall silent."""
    words, answered = PRICE, 0
    for _ in range(40):
        reply = await stage.says("sms", words)
        clock.advance(timedelta(minutes=1))
        if not reply:
            break
        answered += 1
        words = f"I am out of the office. You wrote: {reply[:40]}"
    [thread] = await stage.rows("SELECT status, escalation_reason FROM conversations")
    assert thread == {"status": "escalated", "escalation_reason": "too_many_messages"}
    assert answered <= 9
    assert len(await stage.rows("SELECT 1 FROM messages WHERE role = 'user'")) == 9, "and nothing that came in is lost"


async def test_redis_dies_in_the_middle_and_no_message_does(database_url: str, clock: SettableClock) -> None:
    with redis_server() as server:
        async with stage_on(database_url, clock, policy=POLICY, REDIS_URL=server.url) as stage:
            await stage.says("sms", PRICE)
            healthy = await stage.client.get("/api/v1/health/ai")
            server.stop()
            said = await stage.says("sms", "and for 14 adults?")
            away = await stage.client.get("/api/v1/health/ai")
    assert "$770" in said and len(stage.twilio.messages) == 2
    assert (healthy.json()["redis"], healthy.json()["status"]) == ({"configured": True, "up": True}, "ok")
    assert away.status_code == 200
    assert (away.json()["redis"], away.json()["status"]) == ({"configured": True, "up": False}, "degraded")
    assert server.url not in away.text and DANA not in away.text

"""How customers feel: a row a message, off the reply's path, lost by no failure, seen by staff and by later turns."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from hibachi.concierge.hearing import Hearing
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Inbound
from hibachi.kit.clock import SettableClock
from hibachi.language.heads.listener import Listener
from hibachi.language.heads.schemas import Hunch, Mood
from hibachi.runtime import Runtime
from tests.concierge.bench import someone
from tests.concierge.product import product_on
from tests.concierge.world import World, world_on

pytestmark = pytest.mark.anyio
SAID = (
    "hi there",
    "how much for 12 adults in 94539?",
    "this is UNACCEPTABLE, I am furious!!",
    "thanks so much, you are great",
)


class Trouble(Listener):
    """A listener that fails so many times, and waits at a gate when it has one."""

    def __init__(self, *, failures: int = 0, gate: asyncio.Event | None = None) -> None:
        super().__init__()
        self.failures, self.gate, self.asked = failures, gate, 0

    async def hear(self, text: str) -> tuple[Hunch, Mood]:
        self.asked += 1
        if self.gate is not None:
            await self.gate.wait()
        if self.failures:
            self.failures -= 1
            raise ConnectionError("a passing failure")
        return Hunch((), (), 1.0, 1.0), Mood("neutral", 0.0, "neutral", {"neutral": 1.0})


@asynccontextmanager
async def product(database_url: str, clock: SettableClock, listener: Listener | None = None) -> AsyncIterator[Runtime]:
    """The composed product; its feelings are heard by the listener given."""
    async with product_on(database_url, clock) as (app, _):
        runtime: Runtime = app.state.runtime
        if listener is not None:
            runtime.concierge.feelings._hearing = Hearing(listener, within=30)
        yield runtime


async def write(runtime: Runtime, customer: UUID, words: str, message_id: str | None = None) -> UUID:
    async with runtime.db.transaction() as tx:
        said = Inbound(channel="sms", customer_id=customer, text=words, provider_message_id=message_id)
        return (await runtime.concierge.receive(tx, said)).message.id


async def rows(runtime: Runtime, query: str) -> list[dict[str, Any]]:
    async with runtime.db.transaction() as tx:
        return [dict(row) for row in (await tx.session.execute(text(query))).mappings()]


async def feelings(runtime: Runtime) -> list[dict[str, Any]]:
    return await rows(
        runtime,
        "SELECT m.content, e.* FROM emotion_history e JOIN messages m ON m.id = e.message_id ORDER BY m.sequence",
    )


async def work_off(runtime: Runtime) -> None:
    """Run every feeling that waits, those that wait to be tried again too."""
    for _ in range(12):
        waiting = "task_name = 'concierge.feel' AND status = 'todo'"
        await rows(runtime, f"UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE {waiting} RETURNING 1")
        await runtime.jobs.drain()
        if not await rows(runtime, f"SELECT 1 FROM procrastinate_jobs WHERE {waiting}"):
            return


async def test_every_message_has_its_row(database_url: str, clock: SettableClock) -> None:
    async with product(database_url, clock) as runtime:
        customer = await someone(runtime)
        ids = [await write(runtime, customer, words) for words in SAID]
        before = await feelings(runtime)
        await work_off(runtime)
        found = await feelings(runtime)
        async with runtime.db.transaction() as tx:
            moods = await conversations.recent_moods(tx, conversation_id=found[0]["conversation_id"], limit=3)
            detail = await conversations.detail(tx, conversation_id=found[0]["conversation_id"])
    assert before == [], "nothing is analysed in the message's own transaction"
    assert [row["message_id"] for row in found] == ids
    assert found[2]["emotion_data"]["label"] == "angry" and found[2]["emotion_data"]["intensity"] >= 0.85
    assert found[2]["emotion_data"]["sentiment"] == "negative"
    assert found[3]["emotion_data"]["label"] == "happy" and found[3]["emotion_data"]["sentiment"] == "positive"
    assert [mood.label for mood in moods][1:] == ["angry", "happy"]
    assert [message.emotion and message.emotion.label for message in detail.messages][2:4] == ["angry", "happy"]


async def test_a_passing_failure_loses_nothing(database_url: str, clock: SettableClock) -> None:
    listener = Trouble(failures=5)
    async with product(database_url, clock, listener) as runtime:
        customer = await someone(runtime)
        ids = [await write(runtime, customer, words) for words in SAID]
        await work_off(runtime)
        found = await feelings(runtime)
    assert [row["message_id"] for row in found] == ids
    assert listener.failures == 0 and listener.asked == len(SAID) + 5


async def test_a_message_that_came_twice_is_felt_once(database_url: str, clock: SettableClock) -> None:
    async with product(database_url, clock) as runtime:
        customer = await someone(runtime)
        first, again = [await write(runtime, customer, "hello", "SM1") for _ in range(2)]
        await work_off(runtime)
        await asyncio.gather(*(runtime.concierge.feelings.feel(first) for _ in range(4)))
        found = await feelings(runtime)
    assert first == again and [row["message_id"] for row in found] == [first]


async def test_a_message_that_was_rolled_back_leaves_no_job(database_url: str, clock: SettableClock) -> None:
    async with product(database_url, clock) as runtime:
        customer = await someone(runtime)
        with pytest.raises(RuntimeError):
            async with runtime.db.transaction() as tx:
                await runtime.concierge.receive(tx, Inbound(channel="sms", customer_id=customer, text="hello"))
                raise RuntimeError("the connection broke")
        jobs = await rows(runtime, "SELECT 1 FROM procrastinate_jobs WHERE task_name = 'concierge.feel'")
    assert jobs == []


async def test_a_lost_job_is_found_by_the_sweep(database_url: str, clock: SettableClock) -> None:
    async with product(database_url, clock) as runtime:
        customer = await someone(runtime)
        ids = [await write(runtime, customer, words) for words in SAID]
        await rows(runtime, "DELETE FROM procrastinate_jobs WHERE task_name = 'concierge.feel' RETURNING 1")
        await runtime.concierge.feelings.feel_missed()
        too_early = await rows(runtime, "SELECT 1 FROM procrastinate_jobs WHERE task_name = 'concierge.feel'")
        await rows(runtime, "UPDATE messages SET created_at = created_at - interval '11 minutes' RETURNING 1")
        await runtime.concierge.feelings.feel_missed()
        await work_off(runtime)
        found = await feelings(runtime)
    assert too_early == [], "a job that still has its time is not doubled"
    assert [row["message_id"] for row in found] == ids


async def test_a_slow_analysis_does_not_hold_the_reply(database_url: str, clock: SettableClock) -> None:
    """The gate stays shut until the reply is there: a reply that waited for the mood would never come."""
    gate = asyncio.Event()
    async with product_on(database_url, clock) as (app, client):
        runtime: Runtime = app.state.runtime
        runtime.concierge.feelings._hearing = Hearing(Trouble(gate=gate), within=30)
        working = asyncio.create_task(runtime.jobs.drain())
        customer = {"name": None, "phone": None, "email": None, "handle": None}
        said = {"conversation_id": None, "channel": "web_chat", "customer": customer, "text": SAID[1]}
        answer = (await client.post("/api/v1/chat/messages", json=said)).json()
        before = await feelings(runtime)
        gate.set()
        await working
        await work_off(runtime)
        after = await feelings(runtime)
    assert answer["reply"]["text"] and before == [] and len(after) == 1


async def test_a_second_opinion_that_never_comes_costs_no_reply(database_url: str) -> None:
    async with world_on(database_url) as world:
        runtime: Runtime = world.app.state.runtime
        runtime.concierge._hearing = Hearing(Trouble(gate=asyncio.Event()), within=0.05)
        answer = await world.say("how much for 12 adults in 94539?")
    assert "$" in answer["reply"]["text"]


async def test_a_question_without_a_known_word_is_answered_from_its_topic(database_url: str) -> None:
    """The rules alone do not know these words; the head names the topic, and the owner's facts answer."""
    async with world_on(database_url) as world:
        await patient(world)
        routed = await world.say("do your folks perform stunts")
        intents = await rows(world.app.state.runtime, "SELECT intent FROM ai_interactions ORDER BY at DESC LIMIT 1")
    assert routed["reply"] is not None
    assert intents[0]["intent"] == "policy"


async def patient(world: World) -> None:
    """On a busy machine a test waits for the opinion as long as it takes."""
    runtime: Runtime = world.app.state.runtime
    runtime.concierge._hearing = Hearing(runtime.listener, within=30)


async def test_the_database_refuses_a_second_feeling_and_one_beyond_all_measure(
    database_url: str, clock: SettableClock
) -> None:
    async with product(database_url, clock) as runtime:
        message = await write(runtime, await someone(runtime), "hello")
        add = (
            "INSERT INTO emotion_history (id, conversation_id, message_id, emotion_data, created_at) SELECT"
            ' gen_random_uuid(), conversation_id, id, \'{"label": "angry", "intensity": %s}\', now()'
            f" FROM messages WHERE id = '{message}' RETURNING 1"
        )
        with pytest.raises(IntegrityError):
            await rows(runtime, add % "1.5")
        await rows(runtime, add % "0.5")
        with pytest.raises(IntegrityError):
            await rows(runtime, add % "0.5")

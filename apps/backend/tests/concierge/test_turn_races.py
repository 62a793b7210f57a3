"""A turn among others: newer messages, staff, STOP, a second process, a dead one. One reply each, and none too many."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from hibachi.concierge import understanding
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Inbound, Received
from hibachi.kit.auth import Actor
from hibachi.kit.clock import SettableClock
from hibachi.runtime import Runtime, build
from tests.concierge.bench import someone
from tests.concierge.product import product_on
from tests.concierge.world import settings
from tests.simulators.model_server import Answer, Call, Request, Say, model_server, offered_tools, tool_results

pytestmark = pytest.mark.anyio
SAM = Actor("staff", UUID("018f0000-0000-7000-8000-0000000000aa"), "Sam")
QUESTION = "how much for 12 adults in 94539?"
FIRST = "Hi, I'd like to book Saturday March 21 at 6pm, 12 adults, no extras, ZIP 94539. Dana Ruiz, 510-555-0142."
YES = "yes that's right, please book it"
PATIENCE = 10.0
TOLD = "I'm My Hibachi Chef's automated assistant."


@dataclass
class SlowModel:
    """A model that stops before its first answer until it is let go, and then says what the test wants."""

    answer: Callable[[Request], Answer]
    thinking: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)
    seen: list[Request] = field(default_factory=list)

    def __call__(self, request: Request) -> Answer:
        self.seen.append(request)
        self.thinking.set()
        assert self.go.wait(PATIENCE)
        return self.answer(request)

    async def reached(self) -> None:
        """Wait until the model thinks."""
        assert await asyncio.to_thread(self.thinking.wait, PATIENCE)


@dataclass
class Shop:
    """The product, one customer on SMS, and what stands in the database."""

    runtime: Runtime
    customer_id: UUID

    async def write(self, words: str, message_id: str | None = None) -> Received:
        """The customer writes; nobody has answered yet."""
        async with self.runtime.db.transaction() as tx:
            inbound = Inbound(
                channel="sms",
                customer_id=self.customer_id,
                text=words,
                provider_message_id=message_id,
                channel_metadata={"proven": True, "handle": None},
            )
            return await self.runtime.concierge.receive(tx, inbound)

    async def rows(self, query: str) -> list[dict[str, Any]]:
        """What another system reads."""
        async with self.runtime.db.transaction() as tx:
            return [dict(row) for row in (await tx.session.execute(text(query))).mappings()]

    async def replies(self) -> list[str]:
        """Everything that the AI said."""
        query = "SELECT content FROM messages WHERE role = 'assistant' AND staff_id IS NULL ORDER BY sequence"
        return [row["content"] for row in await self.rows(query)]

    async def take_over(self, conversation_id: UUID) -> None:
        """A member of staff steps in."""
        async with self.runtime.db.transaction(SAM) as tx:
            await conversations.take_over(tx, conversation_id=conversation_id, reason="I know her")

    async def unanswered(self) -> int:
        """How many messages wait."""
        query = "SELECT count(*) AS n FROM messages WHERE role = 'user' AND answered_by IS NULL"
        return int((await self.rows(query))[0]["n"])


@asynccontextmanager
async def shop_on(database_url: str, clock: SettableClock, **environment: Any) -> AsyncIterator[Shop]:
    """A shop on a database."""
    async with product_on(database_url, clock, **environment) as (app, _):
        runtime: Runtime = app.state.runtime
        yield Shop(runtime, await someone(runtime))


@asynccontextmanager
async def thinking_shop(
    database_url: str, clock: SettableClock, answer: Callable[[Request], Answer]
) -> AsyncIterator[tuple[Shop, SlowModel]]:
    """A shop whose configured model waits to be let go."""
    model = SlowModel(answer)
    with model_server(model) as server:
        try:
            async with shop_on(database_url, clock, OPENAI_BASE_URL=server.url) as shop:
                yield shop, model
        finally:
            model.go.set()


def says_how_many_it_heard(request: Request) -> Answer:
    """A reply that claims nothing and names the draft."""
    heard = [message["content"] for message in request["messages"] if message["role"] == "user"][-1]
    return Say("Happy to help with both!" if "\n" in heard else "Happy to help!")


def books(request: Request) -> Answer:
    """Holds the evening with its tools, then says so."""
    if "hold_date" not in offered_tools(request):
        return Call("transfer_to_agent", {"agent": "operations"})
    results = tool_results(request)
    if not results or "held" not in results[-1]:
        return Call(
            "hold_date",
            {
                "date": "2026-03-21", "time": "18:00", "adults": 12, "customer_zipcode": "94539",
                "name": "Dana Ruiz", "phone": "+15105550142",
            },
        )  # fmt: skip
    return Say(f"I am holding Saturday, March 21 at 6 PM for you, the total is ${results[-1]['quote']['total']}.")


async def test_a_newer_message_makes_the_draft_stale_and_one_reply_answers_both(
    database_url: str, clock: SettableClock
) -> None:
    async with thinking_shop(database_url, clock, says_how_many_it_heard) as (shop, model):
        first = await shop.write("hi there")
        answering = asyncio.create_task(shop.runtime.concierge.answer(first.conversation.id))
        await model.reached()
        second = await shop.write("and a second thing")
        assert await shop.runtime.concierge.answer(second.conversation.id) is False, "somebody is thinking already"
        model.go.set()
        assert await answering is True
        assert await shop.replies() == [f"Hi! {TOLD} Happy to help with both!"]
        answered = await shop.rows("SELECT answered_by FROM messages WHERE role = 'user'")
        turns = await shop.rows("SELECT inbound_id, reply_id FROM ai_interactions")
    assert len(answered) == 2 and len({row["answered_by"] for row in answered}) == 1
    assert [row["inbound_id"] for row in turns] == [second.message.id]
    assert len(model.seen) >= 2, "the first draft was thought and dropped"


async def test_staff_take_over_while_a_model_thinks(database_url: str, clock: SettableClock) -> None:
    async with thinking_shop(database_url, clock, says_how_many_it_heard) as (shop, model):
        written = await shop.write("hi there")
        answering = asyncio.create_task(shop.runtime.concierge.answer(written.conversation.id))
        await model.reached()
        await shop.take_over(written.conversation.id)
        model.go.set()
        assert await answering is True
        assert await shop.replies() == []
        await shop.write("still there?")
        assert await shop.runtime.concierge.answer(written.conversation.id) is True
        await shop.runtime.concierge.answer_waiting()
        assert await shop.replies() == []
        row = (await shop.rows("SELECT turn_owner, status FROM conversations"))[0]
    assert row == {"turn_owner": None, "status": "escalated"}


async def test_staff_take_over_after_a_tool_acted(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as setup:
        written = await setup.write(FIRST)
        taken: list[str] = []

        async def watch() -> None:
            while not await setup.rows("SELECT 1 FROM tool_calls WHERE name = 'hold_date'"):
                await asyncio.sleep(0.005)

        def before_the_last_word(request: Request) -> Answer:
            answer = books(request)
            if isinstance(answer, Say):
                taken.append(answer.text)
                waiting.set()
                assert go.wait(PATIENCE)
            return answer

        waiting, go = threading.Event(), threading.Event()
        with model_server(before_the_last_word) as server:
            other = build(settings(OPENAI_BASE_URL=server.url), database_url, clock=clock)
            await other.open()
            answering = asyncio.create_task(other.concierge.answer(written.conversation.id))
            assert await asyncio.to_thread(waiting.wait, PATIENCE)
            await watch()
            await setup.take_over(written.conversation.id)
            go.set()
            assert await answering is True
            await other.close()
        assert taken, "the model had its words ready"
        assert await setup.replies() == []
        assert [row["status"] for row in await setup.rows("SELECT status FROM bookings")] == ["held"]
        assert await setup.rows("SELECT 1 FROM ai_interactions") == []


async def test_staff_take_over_at_every_step_of_a_turn(database_url: str, clock: SettableClock) -> None:
    """Before it begins, at each tool, and after it ended: never a word of the AI after the step."""
    async with shop_on(database_url, clock) as shop:
        steps = [-1, *range(8)]
        for step in steps:
            shop.customer_id = await someone(shop.runtime, f"+1510555{200 + step:04}")
            written = await shop.write(FIRST if step < 4 else QUESTION)
            before = len(await shop.replies())
            if step < 0:
                await shop.take_over(written.conversation.id)
            tasks: list[asyncio.Task[None]] = []
            heard: list[str] = []

            def tell(
                tool: str,
                step: int = step,
                heard: list[str] = heard,
                tasks: list[asyncio.Task[None]] = tasks,
                conversation: UUID = written.conversation.id,
            ) -> None:
                if len(heard) == step:
                    tasks.append(asyncio.ensure_future(shop.take_over(conversation)))
                heard.append(tool)

            await shop.runtime.concierge.answer(written.conversation.id, tell=tell)
            await asyncio.gather(*tasks)
            said = await shop.rows(
                "SELECT m.created_at, m.sequence FROM messages m JOIN conversations c ON c.id = m.conversation_id "
                f"WHERE c.id = '{written.conversation.id}' AND m.role = 'assistant'"
            )
            row = (await shop.rows(f"SELECT status FROM conversations WHERE id = '{written.conversation.id}'"))[0]
            if step < 0:
                assert said == [] and row["status"] == "escalated"
            if row["status"] == "escalated":
                await shop.write("hello?")
                await shop.runtime.concierge.answer(written.conversation.id)
                assert len(await shop.replies()) == before + len(said), f"silent after step {step}"


async def test_two_processes_give_one_reply(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        other = build(settings(), database_url, clock=clock)
        await other.open()
        for words in (FIRST, YES):
            written = await shop.write(words)
            await asyncio.gather(
                *(one.concierge.answer(written.conversation.id) for one in (shop.runtime, other) for _ in range(3))
            )
        await other.close()
        assert len(await shop.replies()) == 2
        assert await shop.unanswered() == 0
        bookings = await shop.rows("SELECT status FROM bookings")
        deeds = await shop.rows("SELECT deed FROM conversation_bookings")
    assert [row["status"] for row in bookings] == ["deposit_pending"]
    assert [row["deed"] for row in deeds] == ["booked"]


async def test_a_second_process_after_the_lease_ran_out_still_gives_one_reply(
    database_url: str, clock: SettableClock
) -> None:
    async with thinking_shop(database_url, clock, says_how_many_it_heard) as (shop, model):
        written = await shop.write("hi there")
        answering = asyncio.create_task(shop.runtime.concierge.answer(written.conversation.id))
        await model.reached()
        await shop.rows("UPDATE conversations SET turn_lease_until = clock_timestamp() RETURNING id")
        other = build(settings(), database_url, clock=clock)
        await other.open()
        assert await other.concierge.answer(written.conversation.id) is True
        await other.close()
        model.go.set()
        await answering
        assert len(await shop.replies()) == 1
        assert len(await shop.rows("SELECT 1 FROM ai_interactions")) == 1


async def test_stop_while_a_model_thinks(database_url: str, clock: SettableClock) -> None:
    async with thinking_shop(database_url, clock, says_how_many_it_heard) as (shop, model):
        written = await shop.write("hi there")
        answering = asyncio.create_task(shop.runtime.concierge.answer(written.conversation.id))
        await model.reached()
        await shop.write("STOP")
        model.go.set()
        assert await answering is True
        assert await shop.replies() == []
        lines = await shop.rows("SELECT content FROM messages WHERE role = 'system'")
        stopped = await shop.rows("SELECT words FROM opt_outs WHERE ended_at IS NULL")
        assert len(lines) == 1 and "unsubscribed" in lines[0]["content"]
        assert [row["words"] for row in stopped] == ["STOP"]
        assert await shop.unanswered() == 0


async def test_an_opt_out_that_staff_enter_while_a_model_thinks(database_url: str, clock: SettableClock) -> None:
    async with thinking_shop(database_url, clock, says_how_many_it_heard) as (shop, model):
        written = await shop.write("hi there")
        answering = asyncio.create_task(shop.runtime.concierge.answer(written.conversation.id))
        await model.reached()
        async with shop.runtime.db.transaction(SAM) as tx:
            await conversations.opt_out(tx, customer_id=shop.customer_id, channel="sms", words="told us by phone")
        model.go.set()
        assert await answering is True
        assert await shop.rows("SELECT 1 FROM messages WHERE role <> 'user'") == []


async def test_a_message_beside_a_stop_is_not_left_waiting(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        stop = await shop.write("STOP")
        await shop.runtime.concierge.answer(stop.conversation.id)
        written = await shop.write("START")
        begun = asyncio.create_task(shop.runtime.concierge.answer(written.conversation.id))
        late = await shop.write(QUESTION)
        await begun
        await shop.runtime.concierge.answer(late.conversation.id)
        assert await shop.unanswered() == 0
        assert "$660" in (await shop.replies())[-1]


async def test_words_after_a_stop_do_not_become_the_stop(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.write("STOP")
        written = await shop.write("why do you write to me at all?")
        assert await shop.runtime.concierge.answer(written.conversation.id) is True
        assert [row["words"] for row in await shop.rows("SELECT words FROM opt_outs")] == ["STOP"]
        assert await shop.replies() == []
        assert await shop.unanswered() == 1, "silence is no answer"


async def test_the_job_answers_what_a_dead_process_left(database_url: str, clock: SettableClock) -> None:
    """The process died while it was thinking: its lease still runs when the job comes due, and the job comes again."""
    async with shop_on(database_url, clock, TURN_LEASE_SECONDS=1.0) as shop:
        written = await shop.write(QUESTION)
        async with shop.runtime.db.transaction() as tx:
            dead = uuid4()
            assert await conversations.take_turn(tx, conversation_id=written.conversation.id, owner=dead, seconds=5)
        await asyncio.sleep(1.1)
        await shop.runtime.jobs.drain()
        assert await shop.replies() == [], "the dead one's lease still runs"
        for _ in range(40):
            if await shop.replies():
                break
            await asyncio.sleep(0.5)
            await shop.runtime.jobs.drain()
        assert len(await shop.replies()) == 1
        assert await shop.unanswered() == 0


async def test_the_job_does_nothing_where_all_is_answered(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock, TURN_LEASE_SECONDS=0.5) as shop:
        written = await shop.write(QUESTION)
        await shop.runtime.concierge.answer(written.conversation.id)
        await shop.runtime.jobs.drain()
        assert len(await shop.replies()) == 1
        assert await shop.rows("SELECT 1 FROM procrastinate_jobs WHERE status = 'todo'") == []


async def test_the_sweep_finds_what_lost_its_job_and_one_bad_one_stops_nobody(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shop_on(database_url, clock) as shop:
        bad = await shop.write("a message that nobody can read")
        shop.customer_id = await someone(shop.runtime, "+15105550177", "Ann")
        good = await shop.write(QUESTION)
        await shop.rows("DELETE FROM procrastinate_jobs RETURNING id")
        break_reading(monkeypatch, "nobody can read")
        clock.advance(timedelta(minutes=2))
        await shop.runtime.concierge.answer_waiting()
        assert len(await shop.replies()) == 1 and "$660" in (await shop.replies())[0]
        states = await shop.rows(
            "SELECT id, status, escalation_reason, escalation_summary, turn_owner FROM conversations"
        )
    by_id = {row["id"]: row for row in states}
    assert by_id[good.conversation.id]["status"] == "ai"
    broken = by_id[bad.conversation.id]
    assert (broken["status"], broken["escalation_reason"], broken["turn_owner"]) == ("escalated", "turn_failed", None)
    assert "a message that nobody can read" in broken["escalation_summary"]


def break_reading(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """A bug in understanding one message."""
    right = understanding.read

    def read(new: list[str], **known: Any) -> Any:
        if words in new[-1]:
            raise IndexError("a bug")
        return right(new, **known)

    monkeypatch.setattr(understanding, "read", read)


async def test_a_turn_that_breaks_gives_the_customer_a_truthful_line_and_a_human(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with product_on(database_url, clock) as (app, client):
        break_reading(monkeypatch, "broken")
        answer = await client.post("/api/v1/chat/messages", json={"text": "broken"})
        assert answer.status_code == 200, answer.text
        said = answer.json()
        assert said["speaker"] == "human" and "colleague" in said["reply"]["text"]
        async with app.state.db.transaction() as tx:
            events = await tx.session.scalars(text("SELECT name FROM events"))
            assert "ConversationEscalated" in list(events)


async def test_a_built_in_model_that_breaks_hands_over(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shop_on(database_url, clock) as shop:

        async def broken(*_: Any, **__: Any) -> None:
            raise KeyError("a bug")

        monkeypatch.setattr(type(shop.runtime.models.builtin.model), "request", broken)
        written = await shop.write(QUESTION)
        assert await shop.runtime.concierge.answer(written.conversation.id) is True
        assert ["colleague" in reply for reply in await shop.replies()] == [True]
        row = (await shop.rows("SELECT status, escalation_reason FROM conversations"))[0]
    assert row == {"status": "escalated", "escalation_reason": "no_model_answered"}


async def test_a_message_delivered_again_and_again(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        for words, number in ((FIRST, "sms-1"), (YES, "sms-2")):
            written = [await shop.write(words, number) for _ in range(3)]
            await asyncio.gather(*(shop.runtime.concierge.answer(one.conversation.id) for one in written))
            assert [one.duplicate for one in written] == [False, True, True]
        assert len(await shop.replies()) == 2
        assert len(await shop.rows("SELECT 1 FROM bookings")) == 1
        jobs = await shop.rows("SELECT 1 FROM procrastinate_jobs WHERE task_name = 'concierge.answer'")
    assert len(jobs) == 2, "one job a message, none for a duplicate"

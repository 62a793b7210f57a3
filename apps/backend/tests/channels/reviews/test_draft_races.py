"""Two hands at the same instant: one message at most, and never one that the customer's word or a human forbids."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Approval
from hibachi.kit.auth import Actor
from hibachi.kit.clock import SettableClock
from hibachi.kit.errors import Conflict
from tests.channels.reviews.desk import MAIL, Desk, desk_on

ADA = Actor("staff", UUID("018f0000-0000-7000-8000-0000000000aa"), "Ada")
SAM = Actor("staff", UUID("018f0000-0000-7000-8000-0000000000bb"), "Sam")
ROUNDS = 4


@pytest.fixture
async def desk(database_url: str, clock: SettableClock) -> AsyncIterator[Desk]:
    async with desk_on(database_url, clock) as opened:
        yield opened


async def approve(desk: Desk, draft_id: str, who: Actor = ADA) -> bool:
    try:
        async with desk.office.shop.db.transaction(who) as tx:
            await conversations.approve(tx, draft_id=UUID(draft_id), approval=Approval())
    except Conflict:
        return False
    return True


async def take_over(desk: Desk, draft: dict[str, str]) -> None:
    async with desk.office.shop.db.transaction(SAM) as tx:
        await conversations.take_over(tx, conversation_id=UUID(draft["conversation_id"]), reason="mine")


async def stop(desk: Desk, customer_id: UUID) -> None:
    async with desk.office.shop.db.transaction() as tx:
        await conversations.opt_out(tx, customer_id=customer_id, channel="email", words="STOP")


async def reject(desk: Desk, draft: dict[str, str]) -> bool:
    try:
        async with desk.office.shop.db.transaction(SAM) as tx:
            await conversations.reject(tx, draft_id=UUID(draft["id"]), reason="no")
    except Conflict:
        return False
    return True


async def fresh(desk: Desk, number: int) -> dict[str, str]:
    """A new customer's draft."""
    await desk.office.ask(channel="email", email=f"d{number}@example.com")
    drafts = (await desk.pending())["drafts"]
    return dict(drafts[-1])


async def replies(desk: Desk, draft: dict[str, str]) -> int:
    query = "SELECT 1 FROM messages WHERE conversation_id = :id AND role = 'assistant'"
    return len(await desk.office.rows(query, id=UUID(draft["conversation_id"])))


async def test_approved_by_many_at_once_is_sent_once(desk: Desk) -> None:
    draft = await desk.drafted()
    done = await asyncio.gather(*(approve(desk, draft["id"], who) for who in (ADA, SAM) * 5))
    assert all(done), "everybody gets the first answer"
    assert await replies(desk, draft) == 1 and len(await desk.sent()) == 1
    assert len(await desk.office.rows("SELECT 1 FROM draft_approvals")) == 1


async def test_approved_while_the_customer_writes(desk: Desk) -> None:
    for number in range(ROUNDS):
        draft = await fresh(desk, number)
        approved, _ = await asyncio.gather(
            approve(desk, draft["id"]),
            desk.office.shop.arrives("oh, 20 adults", channel="email", email=f"d{number}@example.com"),
        )
        assert await replies(desk, draft) == int(approved)
        await desk.office.shop.work()
        [waits] = (await desk.pending())["drafts"]
        assert len(waits["answers"]) == (1 if approved else 2), "what was answered is not answered again"
        await desk.do(waits, "approve")
    assert await desk.office.rows("SELECT 1 FROM messages WHERE role = 'user' AND answered_by IS NULL") == []


async def test_approved_while_the_customer_says_stop(desk: Desk) -> None:
    for number in range(ROUNDS):
        draft = await fresh(desk, number)
        thread = await desk.office.one(
            "SELECT user_id FROM conversations WHERE id = :id", id=UUID(draft["conversation_id"])
        )
        before = len(desk.office.shop.carrier.taken)
        approved, _ = await asyncio.gather(approve(desk, draft["id"]), stop(desk, thread["user_id"]))
        assert await replies(desk, draft) == int(approved)
        assert len(await desk.sent()) == before, "approved or not: nothing leaves after a STOP"


async def test_approved_while_a_human_takes_over(desk: Desk) -> None:
    for number in range(ROUNDS):
        draft = await fresh(desk, number)

        before = len(desk.office.shop.carrier.taken)
        approved, _ = await asyncio.gather(approve(desk, draft["id"]), take_over(desk, draft))
        assert await replies(desk, draft) == int(approved)
        assert len(await desk.sent()) == before, "from the first second the machine is silent"
    assert MAIL["channel"] == "email"


async def test_approved_while_it_is_rejected_is_one_of_the_two(desk: Desk) -> None:
    for number in range(ROUNDS):
        draft = await fresh(desk, number)

        done = await asyncio.gather(approve(desk, draft["id"]), reject(desk, draft))
        assert sorted(done) == [False, True]
        assert await replies(desk, draft) == int(done[0])

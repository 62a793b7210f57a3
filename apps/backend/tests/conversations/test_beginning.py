"""A turn begins with all that the single readers would say, in three statements; a reply gives it back in its own."""

import random
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from hibachi.conversations import service
from hibachi.conversations.drafts.schemas import ModeOrder
from hibachi.conversations.schemas import Sent
from hibachi.conversations.turns.schemas import Begun, Spoken
from hibachi.customers.schemas import Customer
from hibachi.kit.db import Database, Tx
from hibachi.kit.ids import new_id
from hibachi.language.heads.schemas import Mood
from tests.conversations.acting import MAKING, STAFF, answer, checked, rows, somebody, write
from tests.conversations.test_receiving import statements

STATEMENTS = 3
SENT_WITH = 4
"""Lock the thread, what decides, the message, and all that moves with it."""


async def begin(db: Database, thread: UUID, limit: int = 60) -> Begun:
    """Take the turn, read, and give it back."""
    owner = uuid4()
    async with db.transaction() as tx:
        begun = await service.begin_turn(tx, conversation_id=thread, owner=owner, seconds=60, limit=limit)
    async with db.transaction() as tx:
        await service.end_turn(tx, conversation_id=thread, owner=owner)
    assert begun is not None
    return begun


async def by_the_single_readers(tx: Tx, thread: UUID, customer: Customer, limit: int) -> Begun:
    waiting = _spoken(await service.unanswered(tx, conversation_id=thread))
    conversation = await service.get(tx, conversation_id=thread)
    sequences = [one.sequence for one in waiting]
    return Begun(
        conversation=conversation,
        waiting=waiting,
        history=_spoken(await service.history(tx, conversation_id=thread, limit=limit)),
        drafted=bool(waiting) and await service.is_drafted(tx, conversation_id=thread, sequences=sequences),
        opted_out=await service.is_opted_out(tx, customer_id=customer.id, channel=conversation.channel),
        moods=await service.recent_moods(tx, conversation_id=thread),
    )


def _spoken(messages: Sequence[object]) -> list[Spoken]:
    names = Spoken.__dataclass_fields__
    return [Spoken(**{name: getattr(one, name) for name in names}) for one in messages]


async def something(db: Database, dice: random.Random, dana: Customer, thread: UUID) -> None:
    """One of the things that happen to a thread."""
    deed = dice.choice(["write", "write", "answer", "feel", "stop", "start", "staff", "draft"])
    async with db.transaction(STAFF) as tx:
        status = (await service.get(tx, conversation_id=thread)).status
        open_ones = [one.id for one in await service.unanswered(tx, conversation_id=thread)]
    if deed == "write":
        await write(db, dana, f"message {dice.random()}")
    elif deed in ("answer", "draft") and open_ones and status == "ai":
        async with db.transaction(STAFF) as tx:
            order = ModeOrder(channel="sms", topic="pricing", drafting=deed == "draft", hours=2, reason="x")
            await service.set_mode(tx, order=order)
        await answer(db, thread)
    elif deed == "feel" and open_ones:
        async with db.transaction() as tx:
            mood = Mood("happy", round(dice.random(), 3), "positive", {"happy": 0.5})
            await service.note_mood(tx, message_id=dice.choice(open_ones), mood=mood)
    elif deed in ("stop", "start"):
        change = service.opt_out if deed == "stop" else service.opt_in
        async with db.transaction() as tx:
            await change(tx, customer_id=dana.id, channel="sms", words=deed)
    elif deed == "staff":
        async with db.transaction(STAFF) as tx:
            if status == "ai":
                await service.take_over(tx, conversation_id=thread, reason="I know them")
            else:
                await service.hand_back(tx, conversation_id=thread)


@pytest.mark.parametrize("seed", range(6))
async def test_it_says_what_the_single_readers_say(db: Database, seed: int) -> None:
    dice, dana = random.Random(seed), await somebody(db)
    thread = (await write(db, dana)).conversation.id
    for _ in range(25):
        await something(db, dice, dana, thread)
        limit = dice.choice([1, 3, 60])
        begun = await begin(db, thread, limit)
        async with db.transaction() as tx:
            plain = await by_the_single_readers(tx, thread, dana, limit)
        assert begun == Begun(
            begun.conversation, plain.waiting, plain.history, plain.drafted, plain.opted_out, plain.moods
        )
        assert begun.conversation.model_copy(update={"updated_at": None}) == plain.conversation.model_copy(
            update={"updated_at": None}
        )


async def test_it_takes_three_statements_however_long_the_thread_is(db: Database) -> None:
    dana = await somebody(db)
    thread = (await write(db, dana)).conversation.id
    for _ in range(3):
        await answer(db, thread)
        await write(db, dana, "and then?")
        async with db.transaction() as tx:
            with statements(db) as seen:
                await service.begin_turn(tx, conversation_id=thread, owner=uuid4(), seconds=0, limit=60)
        assert len(seen) == STATEMENTS, seen


async def test_more_may_wait_than_the_history_holds(db: Database) -> None:
    dana = await somebody(db)
    for number in range(5):
        thread = (await write(db, dana, f"{number}")).conversation.id
    begun = await begin(db, thread, limit=2)
    assert [one.content for one in begun.waiting] == list("01234")
    assert [one.content for one in begun.history] == ["3", "4"]


async def test_nobody_begins_a_turn_that_another_one_holds(db: Database) -> None:
    thread = (await write(db, await somebody(db))).conversation.id
    async with db.transaction() as tx:
        assert await service.begin_turn(tx, conversation_id=thread, owner=uuid4(), seconds=60, limit=60)
    async with db.transaction() as tx:
        assert await service.begin_turn(tx, conversation_id=thread, owner=uuid4(), seconds=60, limit=60) is None
        assert await service.begin_turn(tx, conversation_id=new_id(), owner=uuid4(), seconds=60, limit=60) is None


@pytest.mark.parametrize("ends_turn", [True, False])
async def test_a_reply_gives_the_turn_back_where_it_is_told_to(db: Database, ends_turn: bool) -> None:
    received = await write(db, await somebody(db))
    thread, owner = received.conversation.id, uuid4()
    async with db.transaction() as tx:
        await service.begin_turn(tx, conversation_id=thread, owner=owner, seconds=60, limit=60)
    async with db.transaction() as tx:
        with statements(db) as seen:
            sent = await service.send_reply(
                tx,
                conversation_id=thread,
                owner=owner,
                checked=checked(),
                answers=[received.message.id],
                making=MAKING,
                discloses=True,
                ends_turn=ends_turn,
            )
    assert len(seen) == SENT_WITH, seen
    assert isinstance(sent, Sent)
    [row] = await rows(db, "SELECT turn_owner, disclosed_at IS NOT NULL AS told FROM conversations")
    assert row == {"turn_owner": None if ends_turn else owner, "told": True}
    [asked] = await rows(db, "SELECT answered_by FROM messages WHERE role = 'user'")
    assert asked == {"answered_by": sent.message.id}


async def test_a_reply_that_does_not_disclose_leaves_the_day_when_it_was_said(db: Database) -> None:
    received = await write(db, await somebody(db))
    thread, owner, long_ago = received.conversation.id, uuid4(), timedelta(days=3)
    async with db.transaction() as tx:
        said = {"at": tx.now - long_ago}
        await tx.session.execute(text("UPDATE conversations SET disclosed_at = :at"), said)
        await service.begin_turn(tx, conversation_id=thread, owner=owner, seconds=60, limit=60)
    async with db.transaction() as tx:
        sent = await service.send_reply(
            tx, conversation_id=thread, owner=owner, checked=checked(), answers=[received.message.id], making=MAKING
        )
    assert isinstance(sent, Sent)
    [row] = await rows(db, "SELECT disclosed_at FROM conversations")
    assert row["disclosed_at"] == said["at"]

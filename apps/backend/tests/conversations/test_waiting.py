"""Which messages wait, and what became of one."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from hibachi.conversations import service
from hibachi.conversations.errors import NoSuchConversation
from hibachi.conversations.schemas import Sent
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.kit.ids import new_id
from tests.conversations.acting import answer, somebody, take, write

MINUTE = timedelta(minutes=1)


async def waiting(db: Database) -> list[UUID]:
    async with db.transaction() as tx:
        return await service.waiting(tx, longer_than=MINUTE)


async def test_a_message_waits_until_it_is_answered(db: Database, clock: SettableClock) -> None:
    received = await write(db, await somebody(db))
    assert await waiting(db) == [], "it came just now"
    clock.advance(MINUTE)
    assert await waiting(db) == [received.conversation.id]
    await answer(db, received.conversation.id)
    assert await waiting(db) == []


async def test_nobody_waits_for_the_ai_where_it_may_not_speak_or_is_thinking(
    db: Database, clock: SettableClock
) -> None:
    people = [await somebody(db, f"+1510555014{number}") for number in range(5)]
    threads = [(await write(db, one)).conversation.id for one in people]
    clock.advance(MINUTE)
    async with db.transaction() as tx:
        await service.escalate(tx, conversation_id=threads[0], reason="anger", summary="…")
        await service.opt_out(tx, customer_id=people[1].id, channel="sms", words="STOP")
        await service.close(tx, conversation_id=threads[2], successful=False)
    await take(db, threads[3])
    assert await waiting(db) == [threads[4]]


async def test_an_opt_out_of_another_channel_or_an_ended_one_keeps_nobody_waiting(
    db: Database, clock: SettableClock
) -> None:
    dana = await somebody(db)
    received = await write(db, dana)
    clock.advance(MINUTE)
    async with db.transaction() as tx:
        await service.opt_out(tx, customer_id=dana.id, channel="email", words="unsubscribe")
        await service.opt_out(tx, customer_id=dana.id, channel="sms", words="STOP")
        await service.opt_in(tx, customer_id=dana.id, channel="sms", words="START")
    assert await waiting(db) == [received.conversation.id]


async def test_a_turn_that_nobody_ended_waits_again_when_its_lease_ran_out(db: Database, clock: SettableClock) -> None:
    received = await write(db, await somebody(db))
    clock.advance(MINUTE)
    await take(db, received.conversation.id, uuid4(), seconds=-1)
    assert await waiting(db) == [received.conversation.id]


async def test_what_became_of_a_message(db: Database) -> None:
    dana = await somebody(db)
    received = await write(db, dana)
    async with db.transaction() as tx:
        open_one = await service.reply_to(tx, message_id=received.message.id)
    sent = await answer(db, received.conversation.id)
    assert isinstance(sent, Sent)
    async with db.transaction() as tx:
        answered = await service.reply_to(tx, message_id=received.message.id)
    assert (open_one.decided, open_one.reply) == (False, None)
    assert answered.decided
    assert answered.reply is not None
    assert answered.reply.id == sent.message.id


@pytest.mark.parametrize("silence", ["escalated", "opted out", "closed"])
async def test_silence_is_decided_too(db: Database, silence: str) -> None:
    dana = await somebody(db)
    received = await write(db, dana)
    async with db.transaction() as tx:
        if silence == "escalated":
            await service.escalate(tx, conversation_id=received.conversation.id, reason="anger", summary="…")
        elif silence == "closed":
            await service.close(tx, conversation_id=received.conversation.id, successful=False)
        else:
            await service.opt_out(tx, customer_id=dana.id, channel="sms", words="STOP")
    async with db.transaction() as tx:
        state = await service.reply_to(tx, message_id=received.message.id)
    assert (state.decided, state.reply) == (True, None)


async def test_nothing_became_of_a_message_that_is_not_there(db: Database) -> None:
    with pytest.raises(NoSuchConversation):
        async with db.transaction() as tx:
            await service.reply_to(tx, message_id=new_id())

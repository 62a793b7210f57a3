"""The one way out: what goes, what is withheld, and what is then in the database."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import anyio
import pytest
from pydantic import ValidationError
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from hibachi.conversations import service
from hibachi.conversations.errors import (
    CustomerOptedOut,
    MessageEmpty,
    NoSuchConversation,
    NothingAnswered,
    StepRefused,
)
from hibachi.conversations.schemas import CheckedText, Escalation, Making, Sent, Withheld, seal
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.kit.ids import new_id
from tests.conversations.acting import (
    FACT,
    MAKING,
    STAFF,
    ai_messages,
    answer,
    checked,
    rows,
    send,
    somebody,
    take,
    write,
)

PERSON = Escalation(reason="asked for a person", summary="Dana wants 40 guests on March 14.")


async def test_a_reply_keeps_what_it_rests_on_and_answers_what_it_answers(db: Database) -> None:
    dana = await somebody(db)
    first = await write(db, dana, "how much for 20?")
    second = await write(db, dana, "in 95112")
    owner = await take(db, first.conversation.id)
    making = Making(
        model="gpt-5.4",
        agent="lead_nurturing",
        intent="pricing",
        confidence=0.9,
        cost_usd=Decimal("0.0123"),
        tokens=812,
        meta={"tries": 1},
    )
    async with db.transaction() as tx:
        outcome = await send(tx, first.conversation.id, owner, [first.message.id, second.message.id], making=making)
    assert isinstance(outcome, Sent)
    [stored] = await ai_messages(db, first.conversation.id)
    assert stored["id"] == outcome.message.id
    assert (stored["content"], stored["facts"]) == ("20 adults are $1,100.", [FACT])
    assert (stored["model_used"], stored["agent"], stored["intent"]) == ("gpt-5.4", "lead_nurturing", "pricing")
    assert (stored["confidence"], stored["cost_usd"], stored["tokens"]) == (0.9, Decimal("0.012300"), 812)
    assert stored["metadata"] == {"tries": 1}
    answered = await rows(db, "SELECT answered_by FROM messages WHERE role = 'user'")
    assert [row["answered_by"] for row in answered] == [stored["id"]] * 2


async def test_a_reply_is_decided_once(db: Database) -> None:
    received = await write(db, await somebody(db))
    owner = await take(db, received.conversation.id)
    for expected in (Sent, Withheld, Withheld):
        async with db.transaction() as tx:
            outcome = await send(tx, received.conversation.id, owner, [received.message.id])
        assert isinstance(outcome, expected)
    assert outcome == Withheld(reason="already_answered")
    assert len(await ai_messages(db, received.conversation.id)) == 1


async def test_many_replies_at_one_time_are_one(db: Database) -> None:
    received = await write(db, await somebody(db))
    owner = await take(db, received.conversation.id)
    found: list[Sent | Withheld] = []

    async def reply() -> None:
        async with db.transaction() as tx:
            found.append(await send(tx, received.conversation.id, owner, [received.message.id]))

    async with anyio.create_task_group() as group:
        for _ in range(8):
            group.start_soon(reply)
    assert len(await ai_messages(db, received.conversation.id)) == 1
    assert [one for one in found if isinstance(one, Withheld)] == [Withheld(reason="already_answered")] * 7


async def test_a_draft_that_a_newer_message_overtook_is_dropped(db: Database) -> None:
    dana = await somebody(db)
    first = await write(db, dana, "how much for 20?")
    owner = await take(db, first.conversation.id)
    second = await write(db, dana, "sorry, 25")
    async with db.transaction() as tx:
        outcome = await send(tx, first.conversation.id, owner, [first.message.id], text="20 adults are $1,100.")
    assert outcome == Withheld(reason="newer_message")
    assert await ai_messages(db, first.conversation.id) == []
    assert await rows(db, "SELECT id FROM messages WHERE answered_by IS NOT NULL") == []
    async with db.transaction() as tx:
        both = [first.message.id, second.message.id]
        assert isinstance(await send(tx, first.conversation.id, owner, both, text="25 adults are $1,375."), Sent)


async def test_a_turn_that_is_anothers_sends_nothing(db: Database) -> None:
    received = await write(db, await somebody(db))
    async with db.transaction() as tx:
        nobodys = await send(tx, received.conversation.id, uuid4(), [received.message.id])
    owner = await take(db, received.conversation.id)
    async with db.transaction() as tx:
        anothers = await send(tx, received.conversation.id, uuid4(), [received.message.id])
    async with db.transaction() as tx:
        await service.end_turn(tx, conversation_id=received.conversation.id, owner=owner)
    async with db.transaction() as tx:
        ended = await send(tx, received.conversation.id, owner, [received.message.id])
    assert [nobodys, anothers, ended] == [Withheld(reason="lease_lost")] * 3
    assert await ai_messages(db, received.conversation.id) == []


async def test_who_opted_out_gets_no_reply_on_that_channel_alone(db: Database) -> None:
    dana = await somebody(db)
    sms, mail = await write(db, dana), await write(db, dana, channel="email")
    async with db.transaction() as tx:
        await service.opt_out(tx, customer_id=dana.id, channel="sms", words="STOP")
    assert await answer(db, sms.conversation.id) == Withheld(reason="opted_out")
    assert isinstance(await answer(db, mail.conversation.id), Sent)
    assert await ai_messages(db, sms.conversation.id) == []
    async with db.transaction() as tx:
        await service.opt_in(tx, customer_id=dana.id, channel="sms", words="START")
    assert isinstance(await answer(db, sms.conversation.id), Sent)


async def test_replies_that_answer_nothing_or_something_else_do_not_go_out(db: Database) -> None:
    dana, eve = await somebody(db), await somebody(db, "+15105550143")
    received, foreign = await write(db, dana), await write(db, eve)
    owner = await take(db, received.conversation.id)
    with pytest.raises(NothingAnswered):
        async with db.transaction() as tx:
            await send(tx, received.conversation.id, owner, [])
    for answers in ([foreign.message.id], [received.message.id, new_id()]):
        async with db.transaction() as tx:
            outcome = await send(tx, received.conversation.id, owner, answers)
        assert outcome == Withheld(reason="unknown_message")
    with pytest.raises(NoSuchConversation):
        async with db.transaction() as tx:
            await send(tx, new_id(), owner, [received.message.id])
    assert await ai_messages(db, received.conversation.id) == []
    assert await rows(db, "SELECT id FROM messages WHERE answered_by IS NOT NULL") == []


@pytest.mark.parametrize(
    ("said", "facts", "proof"),
    [
        ("20 adults are $1,000.", [FACT], seal("20 adults are $1,100.", [FACT])),
        ("20 adults are $1,100.", [], seal("20 adults are $1,100.", [FACT])),
        ("20 adults are $1,100.", [FACT], ""),
        ("", [], seal("", [])),
    ],
)
def test_a_text_that_is_not_the_checked_one_cannot_be_made(said: str, facts: list[dict[str, str]], proof: str) -> None:
    with pytest.raises(ValidationError):
        CheckedText(text=said, facts=facts, proof=proof)


def test_a_checked_text_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        checked().text = "Everything is free."  # type: ignore[misc]


async def test_the_handover_line_goes_out_with_its_escalation(db: Database) -> None:
    received = await write(db, await somebody(db), "I want to talk to a person")
    owner = await take(db, received.conversation.id)
    async with db.transaction() as tx:
        outcome = await send(
            tx, received.conversation.id, owner, [received.message.id], text="I'll get someone.", and_escalate=PERSON
        )
    assert isinstance(outcome, Sent)
    [thread] = await rows(db, "SELECT * FROM conversations")
    assert (thread["status"], thread["escalated_to_human"]) == ("escalated", True)
    assert (thread["escalation_reason"], thread["escalation_summary"]) == (PERSON.reason, PERSON.summary)
    assert [one["content"] for one in await ai_messages(db, received.conversation.id)] == ["I'll get someone."]


async def test_a_withheld_handover_line_escalates_nothing(db: Database) -> None:
    dana = await somebody(db)
    received = await write(db, dana)
    owner = await take(db, received.conversation.id)
    await write(db, dana, "never mind")
    async with db.transaction() as tx:
        outcome = await send(tx, received.conversation.id, owner, [received.message.id], and_escalate=PERSON)
    assert outcome == Withheld(reason="newer_message")
    assert await rows(db, "SELECT status FROM conversations") == [{"status": "ai"}]
    assert await rows(db, "SELECT id FROM events WHERE name = 'ConversationEscalated'") == []


async def test_after_an_escalation_the_ai_is_silent_until_it_is_handed_back(db: Database) -> None:
    dana = await somebody(db)
    received = await write(db, dana)
    async with db.transaction() as tx:
        await service.escalate(tx, conversation_id=received.conversation.id, reason="anger", summary="…")
    await write(db, dana, "hello?")
    assert await answer(db, received.conversation.id) == Withheld(reason="human_speaks")
    assert await ai_messages(db, received.conversation.id) == []
    async with db.transaction() as tx:
        await service.hand_back(tx, conversation_id=received.conversation.id)
    outcome = await answer(db, received.conversation.id)
    assert isinstance(outcome, Sent)
    answered = await rows(db, "SELECT answered_by FROM messages WHERE role = 'user'")
    assert [row["answered_by"] for row in answered] == [outcome.message.id] * 2


async def test_a_closed_thread_gets_no_reply(db: Database) -> None:
    received = await write(db, await somebody(db))
    async with db.transaction() as tx:
        await service.close(tx, conversation_id=received.conversation.id, successful=False)
    assert await answer(db, received.conversation.id) == Withheld(reason="closed")
    assert await ai_messages(db, received.conversation.id) == []


async def test_the_confirmation_of_stop_goes_out_once_whoever_speaks(db: Database) -> None:
    dana = await somebody(db)
    received = await write(db, dana, "STOP")
    thread = received.conversation.id
    async with db.transaction() as tx:
        await service.escalate(tx, conversation_id=thread, reason="anger", summary="…")
        await service.opt_out(tx, customer_id=dana.id, channel="sms", words="STOP")
    for expected in (Sent, Withheld):
        async with db.transaction() as tx:
            outcome = await service.send_system_line(
                tx, conversation_id=thread, text="You will get no more texts.", answers=[received.message.id]
            )
        assert isinstance(outcome, expected)
    lines = await rows(db, "SELECT role, content, facts FROM messages WHERE role <> 'user'")
    assert lines == [{"role": "system", "content": "You will get no more texts.", "facts": None}]
    assert await ai_messages(db, thread) == []
    [counted] = await rows(db, "SELECT * FROM conversation_analytics")
    assert counted["first_response_time_seconds"] is None, "a fixed line is no response"


async def test_staff_answer_all_that_is_open(db: Database) -> None:
    dana = await somebody(db)
    received = await write(db, dana)
    await write(db, dana, "hello?")
    async with db.transaction(STAFF) as tx:
        await service.take_over(tx, conversation_id=received.conversation.id, reason="she waits")
        sent = await service.staff_reply(tx, conversation_id=received.conversation.id, text=" Sam here. ")
    assert (sent.role, sent.content, sent.staff_id, sent.facts) == ("assistant", "Sam here.", STAFF.id, None)
    answered = await rows(db, "SELECT answered_by FROM messages WHERE role = 'user'")
    assert [row["answered_by"] for row in answered] == [sent.id] * 2
    [entry] = await rows(db, "SELECT * FROM audit_log WHERE action = 'conversation_reply'")
    assert (entry["actor_id"], entry["resource_id"]) == (STAFF.id, str(received.conversation.id))


async def test_staff_do_not_write_past_the_rules(db: Database) -> None:
    dana = await somebody(db)
    received = await write(db, dana)
    thread = received.conversation.id
    with pytest.raises(StepRefused):
        async with db.transaction(STAFF) as tx:
            await service.staff_reply(tx, conversation_id=thread, text="hi")
    async with db.transaction(STAFF) as tx:
        await service.take_over(tx, conversation_id=thread, reason="she waits")
    with pytest.raises(MessageEmpty):
        async with db.transaction(STAFF) as tx:
            await service.staff_reply(tx, conversation_id=thread, text=" ")
    async with db.transaction(STAFF) as tx:
        await service.opt_out(tx, customer_id=dana.id, channel="sms", words="stop")
    with pytest.raises(CustomerOptedOut):
        async with db.transaction(STAFF) as tx:
            await service.staff_reply(tx, conversation_id=thread, text="hi")
    assert len(await rows(db, "SELECT id FROM messages")) == 1


async def test_a_long_turn_still_sends_as_long_as_nobody_took_it(db: Database) -> None:
    received = await write(db, await somebody(db))
    owner = await take(db, received.conversation.id, seconds=0.01)
    await anyio.sleep(0.05)
    async with db.transaction() as tx:
        assert isinstance(await send(tx, received.conversation.id, owner, [received.message.id]), Sent)


async def test_the_numbers_follow_every_message(db: Database, clock: SettableClock) -> None:
    dana = await somebody(db)
    received = await write(db, dana)
    thread = received.conversation.id
    clock.advance(timedelta(seconds=90))
    owner = await take(db, thread)
    cheap = MAKING.model_copy(update={"confidence": 0.6, "cost_usd": Decimal("0.010000")})
    dear = MAKING.model_copy(update={"confidence": 0.9, "cost_usd": Decimal("0.002500")})
    async with db.transaction() as tx:
        await send(tx, thread, owner, [received.message.id], making=cheap)
    clock.advance(timedelta(seconds=30))
    second = await write(db, dana, "and 25?")
    async with db.transaction() as tx:
        await send(tx, thread, owner, [second.message.id], making=dear)
        numbers = await service.numbers(tx, conversation_id=thread)
    assert numbers.total_messages == 4
    assert numbers.avg_confidence == pytest.approx(0.75)
    assert numbers.first_response_time_seconds == 90
    assert numbers.total_cost_usd == Decimal("0.0125")
    assert (numbers.booking_converted, numbers.booking_value_usd, numbers.successful_outcome) == (False, None, False)


async def test_a_rolled_back_reply_leaves_nothing(db: Database) -> None:
    received = await write(db, await somebody(db))
    owner = await take(db, received.conversation.id)
    before = await rows(db, "SELECT * FROM conversation_analytics")
    with pytest.raises(RuntimeError):
        async with db.transaction() as tx:
            await send(tx, received.conversation.id, owner, [received.message.id], and_escalate=PERSON)
            raise RuntimeError
    assert await ai_messages(db, received.conversation.id) == []
    assert await rows(db, "SELECT * FROM conversation_analytics") == before
    assert await rows(db, "SELECT status, answered_by FROM conversations, messages") == [
        {"status": "ai", "answered_by": None}
    ]


async def test_the_database_refuses_a_machines_reply_without_facts(db: Database) -> None:
    received = await write(db, await somebody(db))
    with pytest.raises(IntegrityError, match="ai_has_facts"):
        async with db.transaction() as tx:
            await tx.session.execute(
                text(
                    "INSERT INTO messages (id, conversation_id, channel, role, content, created_at) "
                    "VALUES (gen_random_uuid(), :id, 'sms', 'assistant', 'It is $5.', now())"
                ),
                {"id": received.conversation.id},
            )

"""Who speaks: a human who takes over at any step of a turn is never talked over, and a turn has one owner."""

from collections.abc import Awaitable, Callable
from uuid import UUID, uuid4

import anyio
import pytest

from hibachi.conversations import service
from hibachi.conversations.errors import NoSuchConversation, StepRefused
from hibachi.conversations.schemas import Sent, Withheld
from hibachi.kit.db import Database
from hibachi.kit.ids import new_id
from tests.conversations.acting import (
    OTHER_STAFF,
    STAFF,
    ai_messages,
    rows,
    send,
    somebody,
    take,
    write,
)

STEPS = ("received", "turn taken", "read", "thought", "just before sending")


async def take_over(db: Database, conversation_id: UUID) -> None:
    async with db.transaction(STAFF) as tx:
        await service.take_over(tx, conversation_id=conversation_id, reason="I know her")


async def escalate(db: Database, conversation_id: UUID) -> None:
    async with db.transaction() as tx:
        await service.escalate(tx, conversation_id=conversation_id, reason="anger", summary="…")


async def close(db: Database, conversation_id: UUID) -> None:
    async with db.transaction(STAFF) as tx:
        await service.close(tx, conversation_id=conversation_id, successful=False)


@pytest.mark.parametrize("silence", [take_over, escalate, close])
@pytest.mark.parametrize("at", STEPS)
async def test_a_human_who_steps_in_at_any_step_of_a_turn_is_not_talked_over(
    db: Database, at: str, silence: Callable[[Database, UUID], Awaitable[None]]
) -> None:
    received = await write(db, await somebody(db))
    thread, owner = received.conversation.id, uuid4()

    async def step(name: str) -> None:
        if name == at:
            await silence(db, thread)

    await step("received")
    await take(db, thread, owner)
    await step("turn taken")
    async with db.transaction() as tx:
        open_ones = [one.id for one in await service.unanswered(tx, conversation_id=thread)]
    await step("read")
    async with db.transaction() as tx:
        await service.renew_turn(tx, conversation_id=thread, owner=owner, seconds=60)
    await step("thought")
    await step("just before sending")
    async with db.transaction() as tx:
        outcome = await send(tx, thread, owner, open_ones)
    assert outcome == Withheld(reason="closed" if silence is close else "human_speaks")
    assert await ai_messages(db, thread) == []
    assert await rows(db, "SELECT id FROM messages WHERE answered_by IS NOT NULL") == []


async def test_taking_over_while_the_reply_is_sent_is_before_or_after_never_between(db: Database) -> None:
    for number in range(12):
        dana = await somebody(db, f"+1510555{number:04}")
        received = await write(db, dana)
        thread = received.conversation.id
        owner = await take(db, thread)
        found: list[Sent | Withheld] = []

        async def reply(
            thread: UUID = thread,
            owner: UUID = owner,
            message: UUID = received.message.id,
            into: list[Sent | Withheld] = found,
        ) -> None:
            async with db.transaction() as tx:
                into.append(await send(tx, thread, owner, [message]))

        async def step_in(thread: UUID = thread) -> None:
            await take_over(db, thread)

        async with anyio.create_task_group() as group:
            for act in (reply, step_in) if number % 2 else (step_in, reply):
                group.start_soon(act)
        spoken = await ai_messages(db, thread)
        assert len(spoken) == (1 if isinstance(found[0], Sent) else 0)
        assert found[0] in (Withheld(reason="human_speaks"), *[one for one in found if isinstance(one, Sent)])
        await write(db, dana, "still there?")
        async with db.transaction() as tx:
            open_ones = [one.id for one in await service.unanswered(tx, conversation_id=thread)]
            assert await send(tx, thread, owner, open_ones) == Withheld(reason="human_speaks")
        assert await ai_messages(db, thread) == spoken


async def test_an_escalation_is_recorded_with_all_that_the_human_needs(db: Database) -> None:
    received = await write(db, await somebody(db))
    async with db.transaction() as tx:
        await service.escalate(
            tx, conversation_id=received.conversation.id, reason="more than 30 guests", summary="40 on March 14."
        )
        now = tx.now
    [thread] = await rows(db, "SELECT * FROM conversations")
    assert (thread["status"], thread["escalated_to_human"], thread["escalated_at"]) == ("escalated", True, now)
    assert (thread["escalation_reason"], thread["escalation_summary"]) == ("more than 30 guests", "40 on March 14.")
    assert thread["assigned_agent_id"] is None
    assert (await rows(db, "SELECT resolution_status FROM conversation_analytics"))[0]["resolution_status"] == (
        "escalated"
    )
    [event] = await rows(db, "SELECT payload FROM events WHERE name = 'ConversationEscalated'")
    assert event["payload"]["summary"] == "40 on March 14."
    assert event["payload"]["conversation_id"] == str(received.conversation.id)


async def test_escalating_twice_is_escalating_once(db: Database) -> None:
    received = await write(db, await somebody(db))

    async def again(reason: str) -> None:
        async with db.transaction() as tx:
            await service.escalate(tx, conversation_id=received.conversation.id, reason=reason, summary=reason)

    async with anyio.create_task_group() as group:
        for number in range(6):
            group.start_soon(again, f"reason {number}")
    events = await rows(db, "SELECT payload FROM events WHERE name = 'ConversationEscalated'")
    assert len(events) == 1
    [thread] = await rows(db, "SELECT escalation_reason, escalation_summary FROM conversations")
    assert thread["escalation_reason"] == thread["escalation_summary"] == events[0]["payload"]["reason"]


async def test_taking_over_names_who_and_why(db: Database) -> None:
    received = await write(db, await somebody(db))
    await escalate(db, received.conversation.id)
    async with db.transaction(STAFF) as tx:
        await service.take_over(tx, conversation_id=received.conversation.id, reason="I know her")
        now = tx.now
    [thread] = await rows(db, "SELECT * FROM conversations")
    assert (thread["assigned_agent_id"], thread["intervention_reason"]) == (STAFF.id, "I know her")
    assert thread["handoff_to_human_at"] == now
    assert thread["escalation_reason"] == "anger", "why the AI asked stays"
    [entry] = await rows(db, "SELECT * FROM audit_log")
    assert (entry["action"], entry["actor_id"], entry["reason"]) == ("conversation_take_over", STAFF.id, "I know her")
    assert entry["changes"] == {"assigned_agent_id": {"old": None, "new": str(STAFF.id)}}
    async with db.transaction(OTHER_STAFF) as tx:
        taken = await service.take_over(tx, conversation_id=received.conversation.id, reason="shift ends")
    assert taken.assigned_agent_id == OTHER_STAFF.id


async def test_stepping_in_unasked_counts_as_an_escalation(db: Database) -> None:
    received = await write(db, await somebody(db))
    await take_over(db, received.conversation.id)
    [thread] = await rows(db, "SELECT * FROM conversations")
    assert (thread["status"], thread["escalated_to_human"], thread["escalation_reason"]) == (
        "escalated",
        True,
        "I know her",
    )
    assert await rows(db, "SELECT id FROM events WHERE name = 'ConversationEscalated'") == [], "nobody need be called"


async def test_handing_back_keeps_the_record_and_frees_the_agent(db: Database) -> None:
    received = await write(db, await somebody(db))
    await take_over(db, received.conversation.id)
    async with db.transaction(STAFF) as tx:
        back = await service.hand_back(tx, conversation_id=received.conversation.id)
        assert await service.speaker(tx, conversation_id=received.conversation.id) == "ai"
    assert (back.status, back.assigned_agent_id, back.escalated_to_human) == ("ai", None, True)
    assert back.escalation_reason == "I know her"
    assert len(await rows(db, "SELECT id FROM events WHERE name = 'ConversationHandedBack'")) == 1
    actions = await rows(db, "SELECT action FROM audit_log ORDER BY id")
    assert [row["action"] for row in actions] == ["conversation_take_over", "conversation_hand_back"]


async def test_the_speaker_is_the_human_from_the_escalation_on(db: Database) -> None:
    received = await write(db, await somebody(db))
    async with db.transaction() as tx:
        assert await service.speaker(tx, conversation_id=received.conversation.id) == "ai"
        await service.escalate(tx, conversation_id=received.conversation.id, reason="anger", summary="…")
        assert await service.speaker(tx, conversation_id=received.conversation.id) == "human"


@pytest.mark.parametrize(
    ("before", "step", "allowed"),
    [
        ("ai", "hand_back", False),
        ("ai", "escalate", True),
        ("ai", "take_over", True),
        ("ai", "close", True),
        ("escalated", "escalate", True),
        ("escalated", "take_over", True),
        ("escalated", "hand_back", True),
        ("escalated", "close", True),
        ("closed", "escalate", False),
        ("closed", "take_over", False),
        ("closed", "hand_back", False),
        ("closed", "close", False),
    ],
)
async def test_every_step_from_every_status(db: Database, before: str, step: str, allowed: bool) -> None:
    received = await write(db, await somebody(db))
    thread = received.conversation.id
    if before != "ai":
        await (escalate if before == "escalated" else close)(db, thread)
    stood = await rows(db, "SELECT * FROM conversations")
    steps = {
        "hand_back": lambda tx: service.hand_back(tx, conversation_id=thread),
        "escalate": lambda tx: service.escalate(tx, conversation_id=thread, reason="r", summary="s"),
        "take_over": lambda tx: service.take_over(tx, conversation_id=thread, reason="r"),
        "close": lambda tx: service.close(tx, conversation_id=thread, successful=True),
    }
    if allowed:
        async with db.transaction(STAFF) as tx:
            await steps[step](tx)
        return
    with pytest.raises(StepRefused) as refusal:
        async with db.transaction(STAFF) as tx:
            await steps[step](tx)
    assert refusal.value.status == 409
    assert await rows(db, "SELECT * FROM conversations") == stood


async def test_steps_in_a_conversation_that_is_not_there(db: Database) -> None:
    for step in (
        lambda tx: service.escalate(tx, conversation_id=new_id(), reason="r", summary="s"),
        lambda tx: service.take_over(tx, conversation_id=new_id(), reason="r"),
        lambda tx: service.get(tx, conversation_id=new_id()),
        lambda tx: service.note_booking(tx, conversation_id=new_id(), event_type=None, revenue=1),
    ):
        with pytest.raises(NoSuchConversation):
            async with db.transaction() as tx:
                await step(tx)


async def test_closing_says_how_it_went(db: Database) -> None:
    dana = await somebody(db)
    received = await write(db, dana)
    async with db.transaction(STAFF) as tx:
        await service.close(tx, conversation_id=received.conversation.id, successful=True, reason="all said")
    [numbers] = await rows(db, "SELECT resolution_status, successful_outcome FROM conversation_analytics")
    assert numbers == {"resolution_status": "resolved", "successful_outcome": True}
    [event] = await rows(db, "SELECT payload FROM events WHERE name = 'ConversationClosed'")
    assert event["payload"]["successful"] is True


async def test_a_turn_has_one_owner_among_many(db: Database) -> None:
    received = await write(db, await somebody(db))
    winners: list[UUID] = []

    async def grab() -> None:
        owner = uuid4()
        async with db.transaction() as tx:
            if await service.take_turn(tx, conversation_id=received.conversation.id, owner=owner, seconds=60):
                winners.append(owner)

    async with anyio.create_task_group() as group:
        for _ in range(20):
            group.start_soon(grab)
    assert len(winners) == 1
    assert await rows(db, "SELECT turn_owner FROM conversations") == [{"turn_owner": winners[0]}]


async def test_a_lease_that_ran_out_can_be_taken_and_its_old_owner_can_do_nothing_more(db: Database) -> None:
    received = await write(db, await somebody(db))
    thread = received.conversation.id
    late = await take(db, thread, seconds=0.01)
    await anyio.sleep(0.05)
    heir = await take(db, thread)
    async with db.transaction() as tx:
        assert not await service.renew_turn(tx, conversation_id=thread, owner=late, seconds=60)
        assert not await service.end_turn(tx, conversation_id=thread, owner=late)
        assert await send(tx, thread, late, [received.message.id]) == Withheld(reason="lease_lost")
    assert await rows(db, "SELECT turn_owner FROM conversations") == [{"turn_owner": heir}]
    assert await ai_messages(db, thread) == []


async def test_a_renewed_lease_lasts(db: Database) -> None:
    received = await write(db, await somebody(db))
    thread = received.conversation.id
    owner = await take(db, thread, seconds=0.2)
    async with db.transaction() as tx:
        assert await service.renew_turn(tx, conversation_id=thread, owner=owner, seconds=60)
    await anyio.sleep(0.25)
    async with db.transaction() as tx:
        assert not await service.take_turn(tx, conversation_id=thread, owner=uuid4(), seconds=60)


async def test_a_turn_that_ended_is_free_at_once_and_ends_once(db: Database) -> None:
    received = await write(db, await somebody(db))
    thread = received.conversation.id
    owner = await take(db, thread)
    async with db.transaction() as tx:
        assert await service.end_turn(tx, conversation_id=thread, owner=owner)
        assert not await service.end_turn(tx, conversation_id=thread, owner=owner)
    await take(db, thread)


async def test_there_is_no_turn_in_a_conversation_that_is_not_there(db: Database) -> None:
    async with db.transaction() as tx:
        assert not await service.take_turn(tx, conversation_id=new_id(), owner=uuid4(), seconds=60)

"""A human is asked for, steps in, and gives back; every reply of the AI stands on facts that can be found again."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from hibachi.concierge.outcomes import _field
from hibachi.conversations import service as conversations
from hibachi.kit.auth import Actor
from tests.concierge.world import World, text_of, world_on

pytestmark = pytest.mark.anyio
SAM = Actor("staff", UUID("018f0000-0000-7000-8000-0000000000aa"), "Sam")
PRICE = "how much for 12 adults in 94539?"
FIRST = "I'd like to book Saturday March 21 at 6pm for my birthday, 12 adults, no extras, ZIP 94539. I'm Dana Ruiz."


async def rows(world: World, query: str) -> list[dict[str, Any]]:
    """What stands in the database."""
    async with world.app.state.db.transaction() as tx:
        return [dict(row) for row in (await tx.session.execute(text(query))).mappings()]


async def test_from_the_machine_to_a_human_and_back(database_url: str) -> None:
    async with world_on(database_url) as world:
        await world.say(PRICE)
        handed = await world.say("let me talk to a human being please")
        conversation_id = UUID(handed["conversation_id"])
        row = (await rows(world, "SELECT * FROM conversations"))[0]
        event = (await rows(world, "SELECT * FROM events WHERE name = 'ConversationEscalated'"))[0]
        silent = await world.say("hello?")
        async with world.app.state.db.transaction(SAM) as tx:
            await conversations.take_over(tx, conversation_id=conversation_id, reason="she asked")
            await conversations.staff_reply(tx, conversation_id=conversation_id, text="Sam here, how can I help?")
        during = await world.say(PRICE)
        async with world.app.state.db.transaction(SAM) as tx:
            await conversations.hand_back(tx, conversation_id=conversation_id)
        again = await world.say("how much for 10 adults in 94539?")
        audited = await rows(world, "SELECT action FROM audit_log WHERE resource = 'conversation' ORDER BY at, id")
        spoken = await rows(world, "SELECT escalated, reply_id FROM ai_interactions ORDER BY at")
    assert row["status"] == "escalated" and row["escalated_to_human"] and row["escalated_at"]
    assert row["escalation_reason"] and "12" in row["escalation_summary"], "the summary knows the party"
    assert row["escalation_reason"] in str(event) and handed["speaker"] == "human"
    assert silent["reply"] is None and during["reply"] is None
    assert "$550" in text_of(again) and again["speaker"] == "ai"
    assert [entry["action"] for entry in audited] == [
        "conversation_take_over", "conversation_reply", "conversation_hand_back",
    ]  # fmt: skip
    assert [turn["escalated"] for turn in spoken] == [False, True, False]
    assert all(turn["reply_id"] for turn in spoken)


async def test_a_booking_marks_its_conversation(database_url: str) -> None:
    async with world_on(database_url) as world:
        await world.say(FIRST)
        before = (await rows(world, "SELECT booking_created, total_revenue FROM conversations"))[0]
        await world.say("yes please book it")
        row = (await rows(world, "SELECT event_type, booking_created, total_revenue FROM conversations"))[0]
        numbers = (await rows(world, "SELECT * FROM conversation_analytics"))[0]
        linked = await rows(
            world, "SELECT b.status FROM conversation_bookings l JOIN bookings b ON b.id = l.booking_id"
        )
    assert before == {"booking_created": False, "total_revenue": None}
    assert (row["event_type"], row["booking_created"], str(row["total_revenue"])) == ("birthday", True, "660.00")
    assert numbers["booking_converted"] and str(numbers["booking_value_usd"]) == "660.00"
    assert numbers["successful_outcome"] and numbers["total_messages"] == 4
    assert [one["status"] for one in linked] == ["deposit_pending"]


async def test_every_reply_stores_facts_that_resolve(database_url: str) -> None:
    words = [
        PRICE, "what's included and how do I pay the deposit?", "do you come to Sacramento, 95814?",
        "and with 3 kids aged 7 and filet mignon for 4?", "what is your cancellation policy?", FIRST,
        "yes please book it", "can I move it to March 28 at 6pm?", "thanks!",
    ]  # fmt: skip
    async with world_on(database_url) as world:
        for said in words:
            await world.say(said)
        replies = await rows(world, "SELECT content, facts, metadata FROM messages WHERE role = 'assistant'")
    found = 0
    for reply in replies:
        tools = {tool["id"]: tool for tool in reply["metadata"]["tools"]}
        assert reply["facts"] is not None and reply["metadata"]["prompts"]
        for trace in reply["facts"]:
            if trace["fact_id"] in tools:
                found += 1
                path = trace["path"].partition("+")[0]  # "date+time" stands for two fields side by side
                value = _field(tools[trace["fact_id"]]["result"], path)
                assert value is not None, (trace, reply["content"])
    assert len(replies) == len(words) and found >= 15

"""Whole conversations through the sandbox, the real product and the built-in model: the ten flows of TST-11, and load."""

import asyncio
import re
import time
from statistics import median
from typing import Any

import pytest
from sqlalchemy import text

from tests.concierge.world import World, text_of, world_on
from tests.simulators.model_server import Answer, Call, Request, Say, model_server, offered_tools, tool_results

pytestmark = pytest.mark.anyio
MONEY = re.compile(r"\$\s?([\d,]+(?:\.\d\d)?)")
PRICE = "how much for 20 adults and 4 kids aged 8 in 95112, no extras?"
TOTAL = "1220.00"
LOAD = 50


def amounts(answer: dict[str, Any]) -> set[str]:
    """The amounts that a reply says, with cents."""
    return {f"{float(said.replace(',', '')):.2f}" for said in MONEY.findall(text_of(answer))}


def traced(answer: dict[str, Any]) -> set[str]:
    """The amounts that the reply's facts name."""
    return {amount["value"] for amount in answer["reply"]["amounts"]}


def check_every_amount_has_a_source(world: World) -> None:
    """No dollar of any reply comes from nowhere."""
    for answer in world.answers:
        if answer["reply"]:
            assert amounts(answer) <= traced(answer), text_of(answer)


async def rows(world: World, query: str) -> list[dict[str, Any]]:
    """What stands in the database."""
    async with world.app.state.db.transaction() as tx:
        return [dict(row) for row in (await tx.session.execute(text(query))).mappings()]


async def booked_by(world: World, channel: str, **who: Any) -> dict[str, Any]:
    """A party asked for, summarised and agreed to on a channel; what it led to."""
    asked = "I'd like to book Saturday March 21 at 6pm for 12 adults, no extras, ZIP 95112. My name is Dana Ruiz."
    held = await world.say(asked + who.pop("words", ""), channel=channel, **who)
    assert "660.00" in amounts(held), text_of(held)
    before = await world.outcome()
    assert before["booking"] is None, "nothing is booked before the yes"
    said = await world.say("yes, please book it", channel=channel, **who)
    check_every_amount_has_a_source(world)
    outcome = await world.outcome()
    assert outcome["booking"], text_of(said)
    return outcome


async def test_standard_pricing_flow(database_url: str) -> None:
    async with world_on(database_url) as world:
        answer = await world.say(PRICE)
        outcome = await world.outcome()
        check_every_amount_has_a_source(world)
    assert TOTAL in amounts(answer)
    assert "calculate_party_quote" in [tool["name"] for tool in answer["tools"]]
    assert answer["agent"] == "lead_nurturing" and answer["intent"] == "pricing"
    assert outcome["quote"]["total"] == TOTAL and outcome["quote"]["adults"] == 20 and outcome["quote"]["children"] == 4
    assert text_of(answer).rstrip().endswith("?"), "it asks for what is missing"
    assert outcome["booking"] is None and outcome["escalation"] is None


async def test_dietary_restriction_flow(database_url: str) -> None:
    async with world_on(database_url) as world:
        mild = await world.say("two of us are vegetarian, what can they eat?")
        assert "vegetarian" in text_of(mild).lower() and mild["escalation"] is None
        assert "tofu" in text_of(mild), (
            "a mere diet hears what there is to eat; the shared grill is told where health is"
        )
        assert "dietary_facts" in [tool["name"] for tool in mild["tools"]]
        severe = await world.say("and my son has a severe peanut allergy, he carries an epipen")
    assert severe["escalation"] and severe["speaker"] == "human"
    assert "allerg" in severe["escalation"]["reason"].lower()
    assert not re.search(r"allergen[- ]free kitchen|100% safe|completely safe", text_of(severe), re.IGNORECASE)


async def test_objection_handling_flow(database_url: str) -> None:
    async with world_on(database_url) as world:
        quoted = await world.say("how much for 6 adults in 94539?")
        objected = await world.say("$550 for six people? that's really too expensive")
        check_every_amount_has_a_source(world)
        again = await world.outcome()
    assert "550.00" in amounts(quoted)
    assert objected["reply"] and not re.search(r"\bdiscount|\d+ ?% off", text_of(objected), re.IGNORECASE)
    assert again["quote"]["total"] == "550.00", "an objection changes no price"
    assert again["escalation"] is None


async def test_upsell_flow(database_url: str) -> None:
    async with world_on(database_url) as world:
        await world.say("how much for 12 adults in 94539?")
        upgraded = await world.say("make it filet mignon for all 12 please")
        outcome = await world.outcome()
        check_every_amount_has_a_source(world)
    assert "720.00" in amounts(upgraded)
    assert outcome["quote"]["total"] == "720.00"
    assert outcome["quote"]["upgrades"] == {"filet_mignon": 12}


async def test_human_escalation_flow(database_url: str) -> None:
    async with world_on(database_url) as world:
        await world.say(PRICE)
        asked = await world.say("can I talk to a real person please?")
        silent = await world.say("hello, anybody?")
        outcome = await world.outcome()
        events = await rows(world, "SELECT name FROM events")
    assert asked["speaker"] == "human" and text_of(asked)
    assert silent["reply"] is None and silent["speaker"] == "human"
    assert outcome["escalation"]["reason"] and outcome["escalation"]["summary"]
    assert [row["name"] for row in events].count("ConversationEscalated") == 1


async def test_validation_failure_flow(database_url: str) -> None:
    """The model says a price of its own, is told, and says the tool's: the customer sees the right one alone."""

    def model(request: Request) -> Answer:
        results = tool_results(request)
        if not results:
            party = {"adults": 20, "children": 4, "customer_zipcode": "95112"}
            return (
                Call("calculate_party_quote", party)
                if "calculate_party_quote" in offered_tools(request)
                else Call("transfer_to_agent", {"agent": "lead_nurturing"})
            )
        told = "may not leave" in str(request["messages"])
        return Say(f"Your total is ${results[-1]['total'] if told else '900.00'}.")

    with model_server(model) as server:
        async with world_on(database_url, OPENAI_BASE_URL=server.url) as world:
            answer = await world.say(PRICE)
            failures = await rows(world, "SELECT * FROM ai_validation_failures")
            turns = await rows(world, "SELECT rejections, escalated, fallback FROM ai_interactions")
    assert amounts(answer) == {TOTAL}
    assert [failure["ai_response"] for failure in failures] == ["Your total is $900.00."]
    assert failures[0]["user_query"] == PRICE and failures[0]["error_message"] and failures[0]["created_at"]
    assert turns == [{"rejections": 1, "escalated": False, "fallback": False}]


async def test_multi_turn_conversation(database_url: str) -> None:
    """Ten messages: what was said before is not asked again, and the last word is a booked party."""
    async with world_on(database_url) as world:
        for words in (
            "hi!",
            "I'm thinking of a birthday party with hibachi",
            "12 adults",
            "and two kids, 7 and 9",
            "we're in 95112",
            "what's included?",
            "no extras, thanks. How much would that be?",
            "is Saturday March 21 at 6pm free?",
            "great, I'm Dana Ruiz, let's book that",
            "yes, book it please",
        ):
            answer = await world.say(words)
            assert answer["reply"], words
            assert answer["escalation"] is None, words
        check_every_amount_has_a_source(world)
        outcome = await world.outcome()
        conversation = (await rows(world, "SELECT * FROM conversations"))[0]
        messages = await rows(world, "SELECT role, answered_by FROM messages")
    assert len(world.answers) == 10 and len(messages) == 20
    assert all(row["answered_by"] for row in messages if row["role"] == "user")
    booking = outcome["booking"]
    assert booking, text_of(answer)
    assert (booking["adults"], booking["children"], booking["zip"]) == (12, 2, "95112")
    assert (booking["date"], booking["time"], booking["status"]) == ("2026-03-21", "18:00", "deposit_pending")
    assert booking["total"] == "720.00" and booking["name"] == "Dana Ruiz"
    assert conversation["booking_created"] and str(conversation["total_revenue"]) == "720.00"
    assert conversation["event_type"] == "birthday"


async def test_sms_channel_booking(database_url: str) -> None:
    async with world_on(database_url) as world:
        outcome = await booked_by(world, "sms")
    assert outcome["booking"]["total"] == "660.00" and outcome["booking"]["status"] == "deposit_pending"
    assert outcome["booking"]["phone"] == "+15105550142", "the number that the channel proves"


async def test_instagram_channel_booking(database_url: str) -> None:
    async with world_on(database_url) as world:
        outcome = await booked_by(world, "instagram", phone=None, customer={"handle": "dana.r"}, words=" 510-555-0142")
    assert outcome["booking"]["total"] == "660.00" and outcome["booking"]["status"] == "deposit_pending"


async def test_web_chat_booking(database_url: str) -> None:
    """The third channel books, and all three say the same price with the same lines (CHN-13)."""
    quotes = []
    async with world_on(database_url) as world:
        for channel in ("sms", "instagram", "web_chat"):
            await world.reset()
            outcome = await booked_by(world, channel, words=" 510-555-0142")
            quotes.append({key: outcome["quote"][key] for key in ("total", "lines", "deposit", "party", "travel")})
            assert outcome["booking"]["status"] == "deposit_pending", channel
    assert quotes[0] == quotes[1] == quotes[2]
    assert quotes[0]["total"] == "660.00"


async def test_fifty_inquiries_at_once(database_url: str) -> None:
    """TST-14: nobody gets an error, a wrong price, or somebody else's answer; the times are printed."""
    took: list[float] = []

    async def inquire(world: World, number: int) -> dict[str, Any]:
        mine = World(world.client, world.app)
        started = time.perf_counter()
        answer = await mine.say(f"how much for {10 + number} adults in 94539?", phone=f"+1510555{1000 + number}")
        took.append(time.perf_counter() - started)
        return answer

    async with world_on(database_url) as world:
        answers = await asyncio.gather(*(inquire(world, number) for number in range(20)))
        more = await asyncio.gather(*(inquire(world, number) for number in range(20, LOAD)), return_exceptions=True)
        turns = await rows(world, "SELECT escalated FROM ai_interactions")
        waiting = await rows(world, "SELECT 1 FROM messages WHERE role = 'user' AND answered_by IS NULL")
    failed = [problem for problem in more if isinstance(problem, BaseException)]
    assert failed == []
    for number, answer in enumerate(answers):
        assert f"{55 * (10 + number)}.00" in amounts(answer), text_of(answer)
    assert len(turns) == LOAD and waiting == []
    ordered = sorted(took)
    print(f"\n{LOAD} inquiries: median {median(ordered):.2f} s, slowest {ordered[-1]:.2f} s")

"""Agents: who answers, how a turn is handed on, what is logged of it, the numbers of each, and their prompts."""

import logging
import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text

from hibachi.concierge import metrics
from hibachi.concierge.agents import prompts
from hibachi.concierge.agents.names import ALL_AGENTS, AgentType, Specialist
from hibachi.concierge.finishing import HELLO_GRAVE
from hibachi.concierge.models import Interaction
from hibachi.concierge.router import route
from hibachi.concierge.understanding.schemas import Dialogue, Frame, HandoverNeed, Reading
from hibachi.kit.clock import SettableClock
from hibachi.kit.ids import new_id
from hibachi.policies.service import DEFAULT_PATH, read_profile
from tests.concierge.bench import bench_on
from tests.concierge.product import product_on
from tests.concierge.world import World, text_of, world_on
from tests.simulators.model_server import Answer, Call, Request, Say, model_server, offered_tools, tool_results
from tests.web import headers_of, member

pytestmark = pytest.mark.anyio
ASKED = "how much for 12 adults in 94539, no extras, and please hold Saturday March 21 at 6pm for Dana Ruiz"
PROFILE = read_profile(DEFAULT_PATH)
CONFIDENT = float(PROFILE.concierge.router_confidence)
PARTY = {"adults": 12, "customer_zipcode": "94539"}
PRICES = {"AI_INPUT_USD_PER_MILLION": 2.0, "AI_OUTPUT_USD_PER_MILLION": 8.0}


def reading(intent: str, confidence: float, handover: HandoverNeed | None = None) -> Reading:
    """A message of one intent."""
    return Reading(frame=Frame(text="x"), dialogue=Dialogue(), intents=((intent, confidence),), handover=handover)


def test_the_targets_of_the_router_are_the_four() -> None:
    assert {agent.value for agent in AgentType} == {"lead_nurturing", "customer_care", "operations", "knowledge"}
    assert set(ALL_AGENTS) == {*AgentType, "distance", "menu", "allergen", "general"}


@pytest.mark.parametrize(
    ("intent", "agent"),
    [
        ("pricing", "lead_nurturing"),
        ("objection", "lead_nurturing"),
        ("booking", "operations"),
        ("cancel", "operations"),
        ("policy", "knowledge"),
        ("dietary", "knowledge"),
        ("complaint", "customer_care"),
    ],
)
def test_an_intent_has_its_agent_when_it_is_sure(intent: str, agent: str) -> None:
    assert route(reading(intent, CONFIDENT), PROFILE).agent == agent
    assert route(reading(intent, 1.0), PROFILE).agent == agent
    unsure = route(reading(intent, CONFIDENT - 0.01), PROFILE)
    assert (unsure.agent, unsure.intent) == (Specialist.GENERAL, intent)


def test_what_is_nobodys_goes_to_the_general_one_and_what_needs_a_person_to_care() -> None:
    assert route(reading("astrology", 1.0), PROFILE).agent == Specialist.GENERAL
    assert route(Reading(frame=Frame(text=""), dialogue=Dialogue(), intents=()), PROFILE).agent == Specialist.GENERAL
    need = HandoverNeed(kind="allergy", reason="a severe allergy", summary="s")
    assert route(reading("pricing", 1.0, need), PROFILE).agent == AgentType.CUSTOMER_CARE


def from_sales_to_operations(request: Request) -> Answer:
    """Prices as sales, hands the turn on, holds the date as operations, and says both."""
    results, offered = tool_results(request), offered_tools(request)
    if "calculate_party_quote" in offered and not results:
        return Call("calculate_party_quote", PARTY)
    if "hold_date" not in offered:
        return Call("transfer_to_agent", {"agent": "operations"})
    if not results:
        hold = {**PARTY, "date": "2026-03-21", "time": "18:00", "name": "Dana Ruiz", "phone": "+15105550142"}
        return Call("hold_date", hold)
    return Say("I am holding Saturday, March 21 at 6 PM for 12 adults, the total is $660.00. Shall I book it?")


async def rows(world: World, query: str) -> list[dict[str, Any]]:
    """What stands in the database."""
    async with world.app.state.db.transaction() as tx:
        return [dict(row) for row in (await tx.session.execute(text(query))).mappings()]


async def test_a_turn_goes_from_sales_to_operations_and_loses_nothing(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with model_server(from_sales_to_operations) as server, caplog.at_level(logging.INFO, "hibachi.concierge.think"):
        async with world_on(database_url, OPENAI_BASE_URL=server.url, AI_MODEL="m", **PRICES) as world:
            answer = await world.say("what does it cost for 12 adults in 94539? " + ASKED)
            turn = (await rows(world, "SELECT * FROM ai_interactions"))[0]
            calls = await rows(world, "SELECT agent, name FROM tool_calls ORDER BY number")
            message = (await rows(world, "SELECT * FROM messages WHERE role = 'assistant'"))[0]
            numbers = (await rows(world, "SELECT * FROM conversation_analytics"))[0]
    requests = len(server.requests)
    assert "$660.00" in text_of(answer), caplog.text
    held = [(call["agent"], call["name"]) for call in calls]
    assert ("operations", "hold_date") in held
    assert turn["agent"] == "operations" and turn["agents_used"][-1] == "operations"
    assert len(turn["agents_used"]) >= 2
    assert "hands the turn to operations" in caplog.text
    operations = next(request for request in server.requests if "hold_date" in offered_tools(request))
    if ("lead_nurturing", "calculate_party_quote") in held:
        assert "660.00" in str(operations["messages"]), "what sales found out is known to operations"
    assert turn["tools"] == [call["name"] for call in calls], "the list of tools is not lost (D-03)"
    assert [tool["name"] for tool in message["metadata"]["tools"]][-len(calls) :] == turn["tools"]
    assert turn["model"] == message["model_used"] == "m" and turn["fallback"] is False
    assert turn["input_tokens"] == 1000 * requests and turn["output_tokens"] == 50 * requests
    cost = Decimal(requests) * (1000 * 2 + 50 * 8) / 1_000_000
    assert turn["cost_usd"] == message["cost_usd"] == numbers["total_cost_usd"] == cost
    assert message["tokens"] == 1050 * requests
    assert message["metadata"]["prompts"] == prompts.version()
    assert message["metadata"]["agents"] == turn["agents_used"]


async def test_what_the_refused_and_the_failed_cost_is_kept_too(database_url: str) -> None:
    def liar(request: Request) -> Answer:
        return Say("That is $900 total.")

    with model_server(liar) as server:
        async with world_on(database_url, OPENAI_BASE_URL=server.url, **PRICES) as world:
            answer = await world.say(ASKED)
            turn = (await rows(world, "SELECT * FROM ai_interactions"))[0]
    assert answer["escalation"]["reason"] == "validation_failure"
    assert (turn["rejections"], turn["escalated"]) == (3, True)
    assert turn["input_tokens"] == 3000 and turn["cost_usd"] == Decimal("0.0072")


async def test_an_unknown_agent_is_not_called(database_url: str) -> None:
    def lost(request: Request) -> Answer:
        told = "There is no agent" in str(request["messages"])
        return Say("How can I help?") if told else Call("transfer_to_agent", {"agent": "admin"})

    with model_server(lost) as server:
        async with world_on(database_url, OPENAI_BASE_URL=server.url) as world:
            answer = await world.say("hello")
            turn = (await rows(world, "SELECT agents_used FROM ai_interactions"))[0]
    assert text_of(answer).endswith(" How can I help?")
    assert "admin" not in turn["agents_used"]


async def test_a_reply_that_no_database_keeps_is_sent_back(database_url: str) -> None:
    def garbled(request: Request) -> Answer:
        told = "cannot be sent" in str(request["messages"])
        return Say("How can I help?") if told else Say("Hello\0 there")

    with model_server(garbled) as server:
        async with world_on(database_url, OPENAI_BASE_URL=server.url) as world:
            answer = await world.say("hello")
    assert text_of(answer).endswith(" How can I help?") and answer["escalation"] is None


def test_no_prompt_holds_an_amount_or_a_number_of_the_business() -> None:
    files = sorted(prompts.FOLDER.glob("*.md"))
    assert {file.stem for file in files} == {"house", "admin_assistant", "crm_writer", "scripts", *ALL_AGENTS}
    for file in files:
        words = file.read_text()
        assert not re.search(r"\d", words), file.name
        assert "$" not in words and not re.search(r"\b(fifty|hundred|thousand|dollars?)\b", words), file.name


def test_the_version_of_the_prompts_changes_with_any_letter(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in prompts.FOLDER.glob("*.md"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    right = prompts.version()
    assert re.fullmatch(r"[0-9a-f]{12}", right)
    monkeypatch.setattr(prompts, "FOLDER", tmp_path)
    prompts.version.cache_clear()
    assert prompts.version() == right, "the same words are the same version"
    (tmp_path / "menu.md").write_text((tmp_path / "menu.md").read_text() + "!")
    prompts.version.cache_clear()
    changed = prompts.version()
    monkeypatch.undo()
    prompts.version.cache_clear()
    assert changed != right and prompts.version() == right


async def test_every_agents_instructions_are_filled(database_url: str, clock: SettableClock) -> None:
    async with bench_on(database_url, clock) as bench:
        for agent in ALL_AGENTS:
            bench.turn.agent = agent
            words = prompts.instructions(bench.turn)
            assert prompts.source(agent).split("{")[0].strip() in words
            assert "My Hibachi Chef" in words and "Wednesday, March 4, 2026" in words
            room = 320 - len(f"{HELLO_GRAVE} {bench.turn.opening}")
            assert f"At most {room} characters." in words, (
                "an SMS, with room for a greeting and the word that a machine answers"
            )


def interaction(agent: str, conversation: Any, at: Any, **more: Any) -> Interaction:
    """A logged turn."""
    row: dict[str, Any] = {
        "id": new_id(), "conversation_id": conversation, "inbound_id": new_id(), "reply_id": None, "channel": "sms",
        "agent": agent, "agents_used": [agent], "intent": "pricing", "confidence": 0.9, "emotion": {}, "model": "m",
        "fallback": False, "tools": [], "rejections": 0, "escalated": False, "input_tokens": 0, "output_tokens": 0,
        "cost_usd": Decimal(0), "milliseconds": 0.0, "at": at,
    }  # fmt: skip
    return Interaction(**row | more)


async def test_the_numbers_of_the_agents_are_those_computed_by_hand(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (app, client):
        threads = []
        for _ in range(3):
            said = await client.post("/api/v1/chat/messages", json={"text": "hello"})
            threads.append(said.json()["conversation_id"])
        async with app.state.db.transaction() as tx:
            await tx.session.execute(text("DELETE FROM ai_interactions"))
            now, long_ago = tx.now, tx.now - timedelta(days=8)
            tx.session.add_all(
                [
                    interaction("operations", threads[0], now, milliseconds=100.0, cost_usd=Decimal("0.01")),
                    interaction("operations", threads[0], now, milliseconds=300.0, cost_usd=Decimal("0.02")),
                    interaction("operations", threads[1], now, milliseconds=200.0, escalated=True),
                    interaction("operations", threads[2], now, milliseconds=900.0, rejections=2, fallback=True),
                    interaction("knowledge", threads[0], now, milliseconds=50.0),
                    interaction("menu", threads[0], long_ago, milliseconds=1.0, escalated=True),
                ]
            )
        async with app.state.db.transaction() as tx:
            measured = await metrics.agents(tx, since=tx.now - timedelta(days=7))
        await member(app.state.db, "admin")
        await member(app.state.db, "chef", email="none@example.com")
        path = "/api/v1/admin/concierge/agents"
        headers = await headers_of(client, "admin@example.com")
        answer = await client.get(path, headers=headers)
        longer = await client.get(path, params={"days": 30}, headers=headers)
        nobody = await client.get(path)
        denied = await client.get(path, headers=await headers_of(client, "none@example.com"))
        wrong = await client.get(path, params={"days": 0}, headers=headers)
    assert [row.agent for row in measured] == ["knowledge", "operations"], "the best first, the last week alone"
    assert measured[1].model_dump(exclude={"containment_rate"}) == {
        "agent": "operations", "turns": 4, "conversations": 3, "success_rate": 0.5, "fallback_rate": 0.25,
        "median_milliseconds": 250.0, "total_cost_usd": Decimal("0.03"),
    }  # fmt: skip
    assert measured[1].containment_rate == pytest.approx(2 / 3)
    assert (measured[0].success_rate, measured[0].containment_rate, measured[0].turns) == (1.0, 1.0, 1)
    assert answer.status_code == 200, answer.text
    assert [(row["agent"], row["turns"], row["success_rate"]) for row in answer.json()] == [
        ("knowledge", 1, 1.0),
        ("operations", 4, 0.5),
    ]
    assert [row["agent"] for row in longer.json()][-1] == "menu"
    assert (nobody.status_code, denied.status_code, wrong.status_code) == (401, 403, 422)

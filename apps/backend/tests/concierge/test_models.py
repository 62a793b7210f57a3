"""Whatever a provider does, the customer gets a right answer, a truthful holding answer, or a human."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import text

from tests.concierge.world import World, text_of, world_on
from tests.simulators.model_server import (
    Answer,
    Behaviour,
    Call,
    Fail,
    ModelServer,
    Raw,
    Request,
    Say,
    model_server,
    offered_tools,
    tool_results,
)

pytestmark = pytest.mark.anyio
QUESTION = "how much for 12 adults in 94539?"
RIGHT = "660"
PARTY = {"adults": 12, "customer_zipcode": "94539"}


def good(request: Request) -> Answer:
    """Prices through the tool, and says what the tool returned."""
    results = tool_results(request)
    if not results and "calculate_party_quote" in offered_tools(request):
        return Call("calculate_party_quote", PARTY)
    if not results:
        return Call("transfer_to_agent", {"agent": "lead_nurturing"})
    return Say(f"For 12 adults your total comes to ${results[-1]['total']}. What date do you have in mind?")


def always(answer: Answer) -> Behaviour:
    """Answers everything alike."""
    return lambda request: answer


def first(bad: Answer, then: Behaviour) -> Behaviour:
    """Misbehaves once, then behaves."""
    seen: list[Request] = []

    def behave(request: Request) -> Answer:
        seen.append(request)
        return bad if len(seen) == 1 else then(request)

    return behave


def wrong_price_first(request: Request) -> Answer:
    """Calls the tool, says another price, and mends it when told."""
    results = tool_results(request)
    told = "may not leave" in str(request["messages"])
    if results and not told:
        return Say("For 12 adults your total comes to $612.00. What date?")
    return good(request)


@asynccontextmanager
async def asked(
    database_url: str, behave: Behaviour, **environment: Any
) -> AsyncIterator[tuple[dict[str, Any], ModelServer, World]]:
    """The answer to the question by a world whose provider behaves so, while the world is there."""
    with model_server(behave) as server:
        settings = {"OPENAI_API_KEY": "test-key", "OPENAI_BASE_URL": server.url, "AI_TIMEOUT_SECONDS": 2.0}
        async with world_on(database_url, **{**settings, **environment}) as world:
            yield await world.say(QUESTION), server, world


async def ask(database_url: str, behave: Behaviour, **environment: Any) -> tuple[dict[str, Any], ModelServer]:
    """The answer alone, and what the provider was asked."""
    async with asked(database_url, behave, **environment) as (answer, server, _):
        return answer, server


def for_replies(server: ModelServer) -> list[Any]:
    """What was asked for a reply to the customer; the note for the staff is asked for beside it."""
    offered = [[tool["function"]["name"] for tool in one.get("tools", [])] for one in server.requests]
    return [one for one, tools in zip(server.requests, offered, strict=True) if "note" not in tools]


async def test_a_good_model_answers_with_the_price_of_its_tool(database_url: str) -> None:
    answer, server = await ask(database_url, good)
    assert RIGHT in text_of(answer)
    assert "calculate_party_quote" in [tool["name"] for tool in answer["tools"]]
    assert {"value": "660.00", "source": "calculate_party_quote:total"} in answer["reply"]["amounts"]
    assert server.requests, "the model was asked"
    assert answer["escalation"] is None


async def test_tool_definitions_have_the_names_and_arguments_asked_for(database_url: str) -> None:
    _, server = await ask(database_url, good)
    tools = {t["function"]["name"]: t["function"] for request in server.requests for t in request.get("tools", [])}
    quote = tools["calculate_party_quote"]
    assert quote["description"] == "Calculate accurate hibachi party quote with travel fees and protein upgrades"
    properties = quote["parameters"]["properties"]
    assert {"adults", "children", "protein_selections", "customer_zipcode", "event_date"} <= set(properties)
    assert quote["parameters"]["required"] == ["adults"] or set(quote["parameters"]["required"]) >= {"adults"}


@pytest.mark.parametrize(
    "behave",
    [
        pytest.param(always(Fail(429, headers={"retry-after": "7"})), id="429"),
        pytest.param(always(Fail(500)), id="500"),
        pytest.param(always(Fail(503)), id="503"),
        pytest.param(always(Fail(401)), id="401"),
        pytest.param(always(Fail(200, wait=4.0)), id="time-out"),
        pytest.param(always(Say("")), id="empty"),
        pytest.param(always(Raw("{}")), id="no choices"),
        pytest.param(always(Raw("<html>busy</html>")), id="not json"),
        pytest.param(always(Call("calculate_party_quote", '{"adults": ')), id="malformed arguments"),
        pytest.param(always(Call("calculate_party_quote", {"adults": -3})), id="impossible arguments"),
        pytest.param(always(Call("delete_all_bookings", {})), id="unknown tool"),
        pytest.param(always(Call("business_facts", {"topic": "about"})), id="endless tool calls"),
        pytest.param(always(Call("transfer_to_agent", {"agent": "operations"})), id="handed round"),
        pytest.param(always(Call("transfer_to_agent", {"agent": "nobody"})), id="handed to nobody"),
    ],
)
async def test_after_nonsense_or_an_outage_the_built_in_model_answers(database_url: str, behave: Behaviour) -> None:
    answer, _ = await ask(database_url, behave)
    assert RIGHT in text_of(answer)
    assert answer["escalation"] is None
    assert answer["speaker"] == "ai"


async def test_a_wrong_price_is_sent_back_and_the_right_one_leaves(database_url: str) -> None:
    async with asked(database_url, wrong_price_first) as (answer, _, world):
        rows = await failures(world)
    assert RIGHT in text_of(answer) and "612" not in text_of(answer)
    assert len(rows) == 1
    assert "612" in rows[0]["ai_response"] and rows[0]["user_query"] == QUESTION and rows[0]["error_type"]


async def test_a_price_without_a_tool_never_leaves_and_a_human_takes_over(database_url: str) -> None:
    behave = always(Say("That is $900 total, shall I book it?"))
    async with asked(database_url, behave) as (answer, server, world):
        silent = await world.say("hello?")
    assert "900" not in text_of(answer) and text_of(answer)
    assert answer["escalation"]["reason"] == "validation_failure"
    assert answer["speaker"] == "human"
    assert len(for_replies(server)) == 3, "two regenerations and no more"
    assert silent["reply"] is None


async def test_without_strict_mode_the_first_refused_reply_goes_to_a_human(database_url: str) -> None:
    answer, server = await ask(database_url, always(Say("That is $900 total.")), AI_STRICT_MODE="false")
    assert "900" not in text_of(answer)
    assert answer["escalation"]["reason"] == "validation_failure"
    assert len(for_replies(server)) == 1


async def test_a_tool_that_the_agent_lacks_is_refused(database_url: str) -> None:
    behave = first(Call("book_party", {"token": "x"}), good)
    async with asked(database_url, behave) as (answer, _, world), world.app.state.db.transaction() as tx:
        booked = await tx.session.scalar(text("SELECT count(*) FROM bookings"))
    assert RIGHT in text_of(answer)
    assert booked == 0


async def test_cost_and_tokens_of_a_reply_are_kept(database_url: str) -> None:
    prices = {"AI_INPUT_USD_PER_MILLION": 2.0, "AI_OUTPUT_USD_PER_MILLION": 8.0}
    with model_server(good) as server:
        environment = {"OPENAI_API_KEY": "k", "OPENAI_BASE_URL": server.url, **prices}
        async with world_on(database_url, **environment) as world:
            await world.say(QUESTION)
            calls = len(for_replies(server))
            async with world.app.state.db.transaction() as tx:
                row = (await tx.session.execute(text("SELECT * FROM ai_interactions"))).mappings().one()
    assert row["input_tokens"] == 1000 * calls and row["output_tokens"] == 50 * calls
    assert float(row["cost_usd"]) == pytest.approx(calls * (1000 * 2 + 50 * 8) / 1_000_000)


async def failures(world: World) -> list[dict[str, Any]]:
    """The rows of replies that did not leave."""
    async with world.app.state.db.transaction() as tx:
        rows = await tx.session.execute(text("SELECT * FROM ai_validation_failures ORDER BY created_at"))
        return [dict(row) for row in rows.mappings()]

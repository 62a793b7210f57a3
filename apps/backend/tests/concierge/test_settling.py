"""Models change in the middle of a conversation: what one held or previewed, the next one takes up exactly."""

from typing import Any

import pytest

from hibachi.concierge.facts import Fact
from hibachi.concierge.understanding.parties import bands_of
from hibachi.concierge.understanding.schemas import Dialogue, PartyState, Pending
from hibachi.concierge.understanding.settling import settle
from hibachi.policies.service import DEFAULT_PATH, read_profile
from tests.concierge.world import text_of, world_on
from tests.simulators.model_server import (
    Answer,
    Behaviour,
    Call,
    Fail,
    Request,
    Say,
    model_server,
    offered_tools,
    tool_results,
)

BANDS = bands_of(read_profile(DEFAULT_PATH))
ASKED = "i'd like saturday march 21 at 6pm for 12 adults in 94539, Dana Ruiz"
HOLD = {
    "date": "2026-03-21",
    "time": "18:00",
    "adults": 12,
    "customer_zipcode": "94539",
    "name": "Dana Ruiz",
}


def holds(request: Request) -> Answer:
    """A model that holds the date through the tool and sums it up."""
    results = tool_results(request)
    if "hold_date" not in offered_tools(request) and not results:
        return Call("transfer_to_agent", {"agent": "operations"})
    held = next((result for result in results if result.get("held")), None)
    if held is None:
        return Call("hold_date", HOLD)
    return Say(f"Saturday, March 21 at 6 PM for 12 adults, your total is ${held['quote']['total']}. Shall I book it?")


def switching(first: Behaviour, gone: list[bool]) -> Behaviour:
    """The first behaviour until the provider is gone."""
    return lambda request: Fail(503) if gone else first(request)


@pytest.mark.anyio
async def test_a_hold_of_one_model_is_booked_by_the_next_on_the_customers_yes(database_url: str) -> None:
    gone: list[bool] = []
    with model_server(switching(holds, gone)) as server:
        provider = {"OPENAI_API_KEY": "test-key", "OPENAI_BASE_URL": server.url, "AI_TIMEOUT_SECONDS": 2.0}
        async with world_on(database_url, **provider) as world:
            shown = await world.say(ASKED)
            assert "660" in text_of(shown)
            gone.append(True)
            done = await world.say("yes please")
            booking = (await world.outcome())["booking"]
            tools = [tool["name"] for tool in done["tools"]]
    assert "book_party" in tools and "hold_date" not in tools
    assert (booking["date"], booking["time"], booking["adults"]) == ("2026-03-21", "18:00", 12)
    assert (booking["total"], booking["name"], booking["status"]) == ("660.00", "Dana Ruiz", "deposit_pending")


@pytest.mark.anyio
async def test_a_hold_of_one_model_is_not_booked_by_the_next_for_other_guests(database_url: str) -> None:
    gone: list[bool] = []
    with model_server(switching(holds, gone)) as server:
        provider = {"OPENAI_API_KEY": "test-key", "OPENAI_BASE_URL": server.url, "AI_TIMEOUT_SECONDS": 2.0}
        async with world_on(database_url, **provider) as world:
            await world.say(ASKED)
            gone.append(True)
            again = await world.say("yes, for 14 adults")
            tools = [tool["name"] for tool in again["tools"]]
    assert "book_party" not in tools
    assert "770" in text_of(again)


def fact(tool: str, arguments: dict[str, Any], result: dict[str, Any]) -> Fact:
    return Fact("call:1", tool, arguments, result, at="")


def test_a_preview_waits_for_its_yes_and_a_deed_ends_it() -> None:
    wanted = {"booking_id": "b1", "date": "2026-04-18", "adults": None}
    shown = settle(Dialogue(), [fact("preview_change", wanted, {"allowed": True})], BANDS)
    assert shown.pending == Pending(kind="change", booking_id="b1", arguments={"date": "2026-04-18"})
    assert (shown.goal, shown.change, shown.expecting) == ("change", {"date": "2026-04-18"}, ("yes",))
    done = settle(shown, [fact("change_booking", wanted, {"changed": True})], BANDS)
    assert (done.pending, done.goal, done.change) == (None, None, {})


def test_a_cancellation_is_carried_over_and_ended_alike() -> None:
    shown = settle(Dialogue(), [fact("preview_cancel", {"booking_id": "b1"}, {"refundable": True})], BANDS)
    assert shown.pending == Pending(kind="cancel", booking_id="b1")
    done = settle(shown, [fact("cancel_booking", {"booking_id": "b1"}, {"cancelled": True})], BANDS)
    assert done.pending is None


@pytest.mark.parametrize(
    ("tool", "result"),
    [
        ("hold_date", {"held": False, "reason": {"code": "full"}}),
        ("book_party", {"booked": False}),
        ("preview_change", {"allowed": False}),
        ("preview_cancel", {"allowed": False}),
        ("change_booking", {"changed": False}),
        ("cancel_booking", {"error": "not_found"}),
    ],
)
def test_what_was_refused_leaves_what_was_pending(tool: str, result: dict[str, Any]) -> None:
    before = Dialogue(pending=Pending(kind="book", token="t1"), goal="booking")
    after = settle(before, [fact(tool, {"booking_id": "b1"}, result)], BANDS)
    assert (after.pending, after.goal, after.booked) == (before.pending, "booking", None)


def test_the_party_that_was_held_is_the_party_that_is_known() -> None:
    held = {"held": True, "date": "2026-03-21", "time": "18:00", "token": "t1", "quote": {"total": "690.00"}}
    asked = {**HOLD, "children": 1, "addons": {"gyoza": 2}}
    known = Dialogue(party=PartyState(adults=12, children=1, ages=(8,)))
    assert settle(known, [fact("hold_date", asked, held)], BANDS).party.ages == (8,)
    other = settle(Dialogue(party=PartyState(unsplit=20)), [fact("hold_date", asked, held)], BANDS)
    assert (other.party.adults, other.party.children, other.party.unsplit) == (12, 1, None)
    assert other.party.addons == {"gyoza": 2}
    assert other.pending is not None and other.pending.shown["total"] == "690.00"

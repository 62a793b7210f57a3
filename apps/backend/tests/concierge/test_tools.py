"""Each tool against the real services: the exact answer, and for what cannot be an answer without a trace."""

import math
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from hibachi.concierge.agents.registry import agent_of
from hibachi.concierge.tools.catalogue import FUNCTIONS
from hibachi.concierge.tools.matrix import ALL_TOOLS, agent_for
from hibachi.kit.clock import SettableClock
from hibachi.payments import service as payments
from tests.concierge.bench import HOLD, Bench, bench_on, someone, turn_of

pytestmark = pytest.mark.anyio


@pytest.fixture
async def bench(database_url: str, clock: SettableClock) -> AsyncIterator[Bench]:
    async with bench_on(database_url, clock) as made:
        yield made


def schema_of(tool: str) -> dict[str, Any]:
    """The parameters of a tool as a model is told them."""
    toolset = agent_of(agent_for(tool))._function_toolset
    schema: dict[str, Any] = toolset.tools[tool].function_schema.json_schema
    return schema


def test_every_registered_tool_has_one_schema_and_every_schema_a_tool() -> None:
    assert set(FUNCTIONS) == ALL_TOOLS
    assert len(FUNCTIONS) == 22
    for tool in FUNCTIONS:
        schema = schema_of(tool)
        assert schema["type"] == "object" and schema["additionalProperties"] is False, tool
        described = agent_of(agent_for(tool))._function_toolset.tools[tool].description
        assert described and len(described) > 20, tool


def test_the_quote_tool_is_the_one_asked_for() -> None:
    schema = schema_of("calculate_party_quote")
    properties = schema["properties"]
    assert schema["required"] == ["adults"]
    assert properties["adults"]["type"] == "integer" and properties["children"]["type"] == "integer"
    assert properties["protein_selections"]["type"] == "object"
    assert properties["protein_selections"]["additionalProperties"]["type"] == "integer"
    assert {part.get("type") for part in properties["customer_zipcode"]["anyOf"]} == {"string", "null"}
    assert {part.get("type") for part in properties["event_date"]["anyOf"]} == {"string", "null"}


def test_the_way_and_the_proteins_are_asked_for_by_their_names() -> None:
    assert schema_of("calculate_travel_fee")["required"] == ["customer_zipcode"]
    assert set(schema_of("calculate_travel_fee")["properties"]) == {"customer_zipcode"}
    assert set(schema_of("calculate_protein_costs")["required"]) == {"guest_count", "protein_selections"}
    assert set(schema_of("calculate_protein_costs")["properties"]) == {"guest_count", "protein_selections"}


async def test_the_price_of_a_party(bench: Bench) -> None:
    party = {
        "adults": 20, "children": 4, "toddlers": 2, "protein_selections": {"filet mignon": 5},
        "extra_proteins": {"lobster_tail": 2}, "addons": {"gyoza": 3}, "customer_zipcode": "95112",
        "event_date": "2026-03-21",
    }  # fmt: skip
    result = await bench.call("calculate_party_quote", party)
    # 20 × 55 + 4 × 30 + 2 × 0 + 5 × 5 + 2 × (10 + 15) + 3 × 10, and San José lies within the free miles
    assert result["total"] == "1325.00"
    assert result["party"] == {
        "adults": 20, "children": 4, "toddlers": 2, "proteins": {}, "upgrades": {"filet_mignon": 5},
        "extra_proteins": {"lobster_tail": 2}, "addons": {"gyoza": 3},
    }  # fmt: skip
    assert sum(Decimal(line["amount"]) for line in result["lines"]) == Decimal(result["total"])
    stored = await bench.rows("SELECT id FROM quotes")
    assert [str(row["id"]) for row in stored] == [result["quote_id"]]


async def test_a_small_party_pays_the_minimum_and_adults_are_enough(bench: Bench) -> None:
    result = await bench.call("calculate_party_quote", {"adults": 6})
    assert result["food_total"] == "550.00"
    assert result["travel"] is None, "nobody knows the way yet"
    near = await bench.call("calculate_party_quote", {"adults": 6, "customer_zipcode": "94539"})
    assert near["total"] == "550.00"


async def test_the_fee_of_a_way_is_its_rule(bench: Bench) -> None:
    result = await bench.call("calculate_travel_fee", {"customer_zipcode": "95814"})
    assert Decimal(result["fee"]) == 2 * math.ceil(Decimal(str(result["miles"])) - 30) > 0
    by_address = await bench.call("calculate_travel_fee", {"customer_zipcode": "1315 10th St, Sacramento, CA 95814"})
    assert by_address["fee"] == result["fee"]
    here = await bench.call("calculate_travel_fee", {"customer_zipcode": "94539"})
    assert here["fee"] == "0.00"


async def test_an_unknown_place_has_no_fee(bench: Bench) -> None:
    for place in ("00000", "99999", "K1A 0B1", "10 Downing Street, London", "nowhere"):
        result = await bench.call("calculate_travel_fee", {"customer_zipcode": place})
        assert "fee" not in result and result["unknown"] and result["message"], place
        quote = await bench.call("calculate_party_quote", {"adults": 12, "customer_zipcode": place})
        assert quote["total"] is None and quote["food_total"] == "660.00", place


async def test_proteins_free_and_upgraded(bench: Bench) -> None:
    wanted = {"guest_count": 10, "protein_selections": {"chicken": 10, "scallops": 4, "lobster_tail": 6}}
    result = await bench.call("calculate_protein_costs", wanted)
    assert result["total_protein_cost"] == "110.00"
    assert sum(Decimal(line["amount"]) for line in result["breakdown"]) == Decimal("110.00")
    free = {"guest_count": 10, "protein_selections": {"chicken": 10, "tofu": 10}}
    assert (await bench.call("calculate_protein_costs", free))["total_protein_cost"] == "0.00"


async def test_the_area_never_says_a_fee(bench: Bench) -> None:
    inside = await bench.call("check_service_area", {"city": "San Jose", "state": "CA"})
    outside = await bench.call("check_service_area", {"city": "Miami", "state": "FL"})
    assert inside != outside
    assert "fee" not in str(inside) and "zips" not in inside


async def test_the_menu_and_the_facts_are_the_owners(bench: Bench) -> None:
    menu = (await bench.call("get_menu"))["menu"]
    assert menu["upgrades_per_person"]["lobster_tail"] == "15.00"
    payment = await bench.call("business_facts", {"topic": "payment"})
    assert payment["facts"]["policies.payment_methods"] == ["credit card", "Venmo", "Zelle", "cash"]
    assert (await bench.call("business_facts", {"topic": "the weather"}))["facts"] == {}
    assert "costs" not in str(await bench.call("business_facts", {"topic": "area"}))


async def test_what_is_in_which_dish(bench: Bench) -> None:
    facts = await bench.call("dietary_facts", {"asked": ["shellfish", "peanuts"]})
    assert "shrimp" in str(facts) and "lobster" in str(facts)
    assert "peanut" in str(facts)


async def test_a_free_evening_and_one_that_comes_too_soon(bench: Bench) -> None:
    free = await bench.call("check_availability", {"date": "2026-03-21", "time": "18:00"})
    assert free["available"] is True and free["weekday"] == "Saturday"
    soon = await bench.call("check_availability", {"date": "2026-03-05", "time": "18:00"})
    assert soon["available"] is False and soon["reason"]["code"] == "too_soon" and soon["alternatives"]
    listed = await bench.call("check_availability", {"date": "2026-03-21", "days": 1000})
    assert len({row["date"] for row in listed["openings"]}) == 61


async def test_hold_then_book(bench: Bench) -> None:
    held = await bench.call("hold_date", HOLD)
    assert held["held"] and held["quote"]["total"] == "660.00"
    await bench.agrees()
    booked = await bench.call("book_party", {"token": held["token"]})
    assert booked["booked"] and booked["booking"]["status"] == "deposit_pending"
    assert booked["booking"]["id"] == held["booking_id"]
    conversation = (await bench.rows("SELECT * FROM conversations"))[0]
    assert conversation["booking_created"] and conversation["total_revenue"] == Decimal("660.00")
    parties = (await bench.call("customer_bookings"))["bookings"]
    assert [party["id"] for party in parties] == [held["booking_id"]]


async def test_a_second_yes_books_nothing_more(bench: Bench) -> None:
    held = await bench.call("hold_date", HOLD)
    await bench.agrees()
    first = await bench.call("book_party", {"token": held["token"]})
    await bench.agrees("yes, yes!")
    second = await bench.call("book_party", {"token": held["token"]})
    assert first["booking"] == second["booking"]
    assert (await bench.counts())["bookings"] == 1


async def test_two_parties_of_a_conversation_add_up(bench: Bench) -> None:
    for day in ("2026-03-21", "2026-03-28"):
        held = await bench.call("hold_date", {**HOLD, "date": day})
        await bench.agrees()
        await bench.call("book_party", {"token": held["token"]})
    conversation = (await bench.rows("SELECT * FROM conversations"))[0]
    assert conversation["total_revenue"] == Decimal("1320.00")
    await bench.call("preview_cancel", {"booking_id": held["booking_id"]})
    await bench.agrees()
    await bench.call("cancel_booking", {"booking_id": held["booking_id"], "reason": "ill"})
    numbers = (await bench.rows("SELECT * FROM conversation_analytics"))[0]
    assert numbers["booking_value_usd"] == Decimal("660.00") and numbers["booking_converted"]


async def booked(bench: Bench) -> str:
    """A party of the bench's customer."""
    held = await bench.call("hold_date", HOLD)
    await bench.agrees()
    await bench.call("book_party", {"token": held["token"]})
    booking_id: str = held["booking_id"]
    return booking_id


async def test_a_preview_changes_nothing_and_the_change_is_what_it_said(bench: Bench) -> None:
    party = await booked(bench)
    before = await bench.counts()
    change = {"booking_id": party, "adults": 15}
    preview = await bench.call("preview_change", change)
    assert preview["allowed"] and preview["quote"]["total"] == "825.00" and preview["difference"] == "165.00"
    after = await bench.counts()
    assert after == {**before, "tool_calls": before["tool_calls"] + 1, "quotes": after["quotes"]}
    assert (await bench.rows("SELECT adults FROM bookings"))[0]["adults"] == 12
    await bench.agrees()
    changed = await bench.call("change_booking", change)
    assert changed["changed"] and changed["booking"]["total"] == "825.00"
    assert (await bench.rows("SELECT total_revenue FROM conversations"))[0]["total_revenue"] == Decimal("825.00")


async def test_a_cancellation_after_its_preview(bench: Bench) -> None:
    party = await booked(bench)
    preview = await bench.call("preview_cancel", {"booking_id": party})
    assert preview["booking"]["status"] == "deposit_pending"
    await bench.agrees()
    cancelled = await bench.call("cancel_booking", {"booking_id": party, "reason": "we moved"})
    assert cancelled["cancelled"] and cancelled["booking"]["status"] == "cancelled"
    assert await bench.rows("SELECT id FROM claims WHERE released_at IS NULL") == []
    assert [row["deed"] for row in await bench.rows("SELECT deed FROM conversation_bookings ORDER BY id")] == [
        "booked",
        "cancelled",
    ]


async def test_handing_over_is_remembered_by_the_turn(bench: Bench) -> None:
    result = await bench.call("hand_over_to_human", {"reason": "a complaint", "summary": "Dana is unhappy."})
    assert result == {"handed_over": True, "reason": "a complaint"}
    assert bench.turn.escalation and bench.turn.escalation.summary == "Dana is unhappy."


QUOTE, AVAILABLE = "calculate_party_quote", "check_availability"
WRONG: list[tuple[str, dict[str, Any] | str]] = [
    (QUOTE, {}),
    (QUOTE, {"adults": -1}),
    (QUOTE, {"adults": 12.5}),
    (QUOTE, {"adults": "many"}),
    (QUOTE, {"adults": 10**9}),
    (QUOTE, {"adults": 0}),
    (QUOTE, {"adults": 12, "children": -2}),
    (QUOTE, {"adults": 12, "discount": 100}),
    (QUOTE, {"adults": 12, "protein_selections": {"unicorn": 2}}),
    (QUOTE, {"adults": 12, "protein_selections": {"lobster_tail": -1}}),
    (QUOTE, {"adults": 12, "protein_selections": {"lobster_tail": 500}}),
    (QUOTE, {"adults": 12, "protein_selections": {"a\0b": 1}}),
    (QUOTE, {"adults": 12, "addons": {"pizza": 1}}),
    (QUOTE, {"adults": 12, "event_date": "21/03/2026"}),
    (QUOTE, {"adults": 12, "event_date": "2026-02-30"}),
    (QUOTE, {"adults": 12, "customer_zipcode": "9\0"}),
    (QUOTE, '{"adults": '),
    (QUOTE, "[]"),
    ("calculate_travel_fee", {}),
    ("calculate_travel_fee", {"customer_zipcode": ""}),
    ("calculate_travel_fee", {"customer_zipcode": 94539}),
    ("calculate_protein_costs", {"guest_count": 10}),
    ("calculate_protein_costs", {"guest_count": -1, "protein_selections": {"salmon": 1}}),
    ("calculate_protein_costs", {"guest_count": 10, "protein_selections": {"dragon": 1}}),
    (AVAILABLE, {"date": "tomorrow"}),
    (AVAILABLE, {"date": "2026-02-30"}),
    (AVAILABLE, {"date": "9999-12-31", "days": 5}),
    (AVAILABLE, {"date": "0001-01-01"}),
    (AVAILABLE, {"date": "2026-03-21", "time": "25:00"}),
    (AVAILABLE, {"date": "2026-03-21", "time": "18:00", "days": -1}),
    ("hold_date", {**HOLD, "adults": 0}),
    ("hold_date", {**HOLD, "adults": -4}),
    ("hold_date", {**HOLD, "customer_zipcode": ""}),
    ("hold_date", {**HOLD, "name": ""}),
    ("hold_date", {**HOLD, "name": "Da\0na"}),
    ("hold_date", {**HOLD, "phone": "not a number"}),
    ("hold_date", {**HOLD, "email": "nobody"}),
    ("hold_date", {**HOLD, "protein_selections": {"dragon": 1}}),
    ("hold_date", {**HOLD, "date": "2026-02-30"}),
    ("book_party", {"token": "x"}),
    ("book_party", {"token": ""}),
    ("book_party", {}),
    ("preview_change", {"booking_id": str(uuid4()), "adults": 15}),
    ("change_booking", {"booking_id": str(uuid4()), "adults": 15}),
    ("preview_cancel", {"booking_id": str(uuid4())}),
    ("preview_cancel", {"booking_id": "1"}),
    ("cancel_booking", {"booking_id": str(uuid4()), "reason": "x"}),
    ("cancel_booking", {"booking_id": "'; DROP TABLE bookings; --'; DROP TABL", "reason": "x"}),
    ("hand_over_to_human", {"reason": "x" * 301, "summary": ""}),
    ("business_facts", {"topic": "\0"}),
    ("dietary_facts", {"asked": "\0"}),
]


async def test_what_cannot_be_is_an_error_and_nothing_is_written(bench: Bench) -> None:
    before = await bench.counts()
    for tool, arguments in WRONG:
        result = await bench.call(tool, arguments)
        if isinstance(result, dict):
            assert result["error"] not in ("tool_failed", "forbidden_tool"), (tool, arguments)
            assert result["message"], (tool, arguments)
        assert await bench.counts() == before, (tool, arguments)
    assert bench.turn.escalation is None


async def test_a_date_that_cannot_be_held_is_refused_and_remembered_as_a_wish(bench: Bench) -> None:
    refused = await bench.call("hold_date", {**HOLD, "date": "2026-03-05"})
    assert refused["held"] is False and refused["reason"]["code"] == "too_soon" and refused["alternatives"]
    unknown = await bench.call("hold_date", {**HOLD, "customer_zipcode": "00000"})
    assert unknown["held"] is False and unknown["reason"]["code"] == "unknown_place"
    written = await bench.counts()
    assert written["bookings"] == written["claims"] == 0
    assert written["leads"] == 1


async def test_somebody_elses_party_is_nobodys(bench: Bench) -> None:
    party = await booked(bench)
    stranger = await turn_of(bench.runtime, await someone(bench.runtime, "+15105550199", "Eve"))
    before = await stranger.counts()
    for tool, arguments in (
        ("preview_change", {"booking_id": party, "adults": 15}),
        ("change_booking", {"booking_id": party, "adults": 15}),
        ("preview_cancel", {"booking_id": party}),
        ("cancel_booking", {"booking_id": party, "reason": "spite"}),
    ):
        result = await stranger.call(tool, arguments)
        assert result["error"] == "not_found"
        assert "Dana" not in str(result) and "0142" not in str(result)
    assert (await stranger.call("customer_bookings"))["bookings"] == []
    after = await stranger.counts()
    assert after == {**before, "tool_calls": before["tool_calls"] + 1}
    assert (await bench.rows("SELECT status, adults FROM bookings"))[0] == {"status": "deposit_pending", "adults": 12}


async def test_somebody_elses_hold_is_not_booked(bench: Bench) -> None:
    held = await bench.call("hold_date", HOLD)
    stranger = await turn_of(bench.runtime, await someone(bench.runtime, "+15105550199", "Eve"))
    before = await stranger.counts()
    result = await stranger.call("book_party", {"token": held["token"]})
    assert result["error"] == "not_found" and "Dana" not in str(result)
    assert await stranger.counts() == before
    assert (await bench.rows("SELECT status FROM bookings"))[0]["status"] == "held"


async def test_how_to_pay_is_told_of_ones_own_party(bench: Bench) -> None:
    held = await bench.call("hold_date", HOLD)
    await bench.agrees()
    early = await bench.call("payment_instructions", {"booking_id": held["booking_id"]})
    assert early["error"] == "not_found", "a hold is no party yet"
    await bench.call("book_party", {"token": held["token"]})
    told = await bench.call("payment_instructions", {"booking_id": held["booking_id"]})
    receivable = (await bench.rows("SELECT reference FROM receivables"))[0]
    assert told == {
        "payable": True, "deposit": "100.00", "memo": receivable["reference"], "handles": {}, "sent_by_staff": True,
    }  # fmt: skip
    stranger = await turn_of(bench.runtime, await someone(bench.runtime, "+15105550199", "Eve"))
    assert (await stranger.call("payment_instructions", {"booking_id": held["booking_id"]}))["error"] == "not_found"


async def test_who_must_be_told_how_to_pay_is_on_the_list_of_staff_until_it_was_sent(bench: Bench) -> None:
    held = await bench.call("hold_date", HOLD)
    await bench.agrees()
    await bench.call("book_party", {"token": held["token"]})
    waits = "SELECT receivable_id, sent_by FROM payment_instructions"
    assert await bench.rows(waits) == [{"receivable_id": UUID(held["booking_id"]), "sent_by": None}], "booked is asked"
    await bench.rows("UPDATE payment_instructions SET sent_at = asked_at, sent_by = 'Olga' RETURNING sent_by")
    await bench.call("payment_instructions", {"booking_id": held["booking_id"]})
    assert [row["sent_by"] for row in await bench.rows(waits)] == [None], "asked again, it waits again"


async def test_where_cards_are_taken_the_party_gets_its_own_link_and_staff_no_task(
    database_url: str, clock: SettableClock
) -> None:
    keys = {"STRIPE_SECRET_KEY": "sk_test_1", "STRIPE_WEBHOOK_SECRET": "whsec_1", "PUBLIC_URL": "https://party.example"}
    async with bench_on(database_url, clock, **keys) as bench:
        bench.turn.card_site = bench.runtime.settings.card_site
        held = await bench.call("hold_date", HOLD)
        await bench.agrees()
        bench.turn.card_site = bench.runtime.settings.card_site
        await bench.call("book_party", {"token": held["token"]})
        told = await bench.call("payment_instructions", {"booking_id": held["booking_id"]})
        assert told["pay_by_card"] == f"https://party.example/party/?id={held['booking_id']}&token={held['token']}"
        assert told["sent_by_staff"] is False and told["deposit"] == "100.00"
        assert await bench.rows("SELECT 1 FROM payment_instructions") == []
        stranger = await turn_of(bench.runtime, await someone(bench.runtime, "+15105550199", "Eve"))
        refused = await stranger.call("payment_instructions", {"booking_id": held["booking_id"]})
        assert refused["error"] == "not_found" and held["token"] not in str(refused)


async def test_what_came_for_a_party_is_told_from_the_ledger(bench: Bench) -> None:
    held = await bench.call("hold_date", HOLD)
    await bench.agrees()
    await bench.call("book_party", {"token": held["token"]})
    asked = {"booking_id": held["booking_id"]}
    before = await bench.call("payment_status", asked)
    assert (before["received"], before["deposit_paid"], before["deposit_missing"]) == ("0.00", False, "100.00")
    assert "balance" not in before
    for number, (cents, said) in enumerate([
        (40_00, {"received": "40.00", "deposit_paid": False, "deposit_missing": "60.00"}),
        (60_00, {"received": "100.00", "deposit_paid": True, "balance": "560.00", "credit": "0.00"}),
        (600_00, {"received": "700.00", "deposit_paid": True, "balance": "0.00", "credit": "40.00"}),
    ]):  # fmt: skip
        async with bench.runtime.db.transaction() as tx:
            await payments.record(
                tx,
                receivable_id=UUID(held["booking_id"]),
                amount=cents,
                method="venmo",
                provider="venmo",
                provider_id=f"{number}",
            )
        await bench.agrees("did my payment arrive?")
        now = await bench.call("payment_status", asked)
        assert {key: now[key] for key in said} == said
    stranger = await turn_of(bench.runtime, await someone(bench.runtime, "+15105550199", "Eve"))
    assert (await stranger.call("payment_status", asked))["error"] == "not_found"

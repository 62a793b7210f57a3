"""Golden prices, worked out by hand from the shipped profile. Each comment is the arithmetic."""

from datetime import date
from typing import Any

import pytest

from hibachi.policies import rules as policy_rules
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile
from hibachi.quotes.errors import InvalidParty
from hibachi.quotes.rules import bands, price, proteins, sentences
from hibachi.quotes.schemas import Bands, Party, PricedParty
from hibachi.travel import service as travel
from hibachi.travel.schemas import TravelFee

SHIPPED = policies.read_profile(policies.DEFAULT_PATH)


def with_changes(**changes: Any) -> Profile:
    return Profile.model_validate(policy_rules.merge(SHIPPED.model_dump(mode="json"), changes))


async def priced(zip_code: str | None = None, **party: Any) -> PricedParty:
    way = None if zip_code is None else await travel.fee_to(zip_code, profile=SHIPPED, maps=None)
    return price(Party(**party), SHIPPED, travel=way)


@pytest.mark.parametrize(
    ("zip_code", "party", "food", "way", "total"),
    [
        # 18 × 55
        ("94587", {"adults": 18}, 99000, 0, 99000),
        # 10 × 55 + 4 × 30
        ("94040", {"adults": 10, "children": 4}, 67000, 0, 67000),
        # 9 × 55 + 2 × 30, a toddler is free
        ("94588", {"adults": 9, "children": 2, "toddlers": 1}, 55500, 0, 55500),
        # 6 × 55 + 3 × 30 = 420, below the minimum of 550
        ("94538", {"adults": 6, "children": 3}, 55000, 0, 55000),
        # 9 × 55 + 4 × 15 = 555, above it by the upgrades
        ("94560", {"adults": 9, "upgrades": {"lobster_tail": 4}}, 55500, 0, 55500),
        # 7 × 55 = 385 → 550, and 51 miles × 2 on top
        ("94952", {"adults": 7}, 55000, 10200, 65200),
        # 15 × 55 + 11 × 2
        ("94102", {"adults": 15}, 82500, 2200, 84700),
        # 20 × 55 + 67 × 2
        ("95814", {"adults": 20}, 110000, 13400, 123400),
        # 10 × 55 + 5 × 10
        ("95014", {"adults": 10, "extra_proteins": {"chicken": 5}}, 60000, 0, 60000),
        ("95014", {"adults": 10, "extra_proteins": {"any": 5}}, 60000, 0, 60000),
        # 12 × 55 + 2 × (10 + 15)
        ("94063", {"adults": 12, "extra_proteins": {"lobster_tail": 2}}, 71000, 0, 71000),
        # 14 × 55 + 5 × 30 + 6 × 5 + 3 × 5 + 10 × 5 + 4 × 10 = 1055, and 26 × 2
        (
            "94901",
            {
                "adults": 14,
                "children": 5,
                "upgrades": {"filet_mignon": 6, "scallops": 3},
                "addons": {"yakisoba_noodles": 10, "gyoza": 4},
            },
            105500,
            5200,
            110700,
        ),
        # 22 × 55 + 8 × 2; 24 × 55 + 6 × 10 + 16; 24 × 55 + 16
        ("94704", {"adults": 22}, 121000, 1600, 122600),
        ("94704", {"adults": 24, "addons": {"gyoza": 6}}, 138000, 1600, 139600),
        ("94704", {"adults": 24}, 132000, 1600, 133600),
        # 17 guests: 14 × 55 + 3 × 30 + 4 × 5
        ("95123", {"adults": 14, "children": 3, "upgrades": {"filet": 4}}, 88000, 0, 88000),
        # minimum 550 + 61 × 2
        ("95616", {"adults": 10}, 55000, 12200, 67200),
        # the largest party: 100 × 55
        ("94539", {"adults": 100}, 550000, 0, 550000),
        # children alone: 19 × 30 = 570
        ("94539", {"adults": 0, "children": 19}, 57000, 0, 57000),
        # one adult pays the minimum
        ("94539", {"adults": 1}, 55000, 0, 55000),
    ],
)
async def test_golden_prices(zip_code: str, party: dict[str, Any], food: int, way: int, total: int) -> None:
    quote = await priced(zip_code, **party)
    assert (quote.food_total, quote.travel_fee, quote.total) == (food, way, total)
    assert (quote.deposit, quote.balance) == (10000, total - 10000)
    assert quote.unpriced is None
    assert quote.travel_included


async def test_prc_03_twenty_people_pay_eleven_hundred() -> None:
    quote = await priced(adults=20)
    assert (quote.total, quote.per_person, quote.minimum_applied) == (110000, 5500, False)
    assert not quote.travel_included


async def test_prc_04_adults_and_children_are_lines_of_their_own() -> None:
    quote = await priced(adults=10, children=4, toddlers=2)
    assert [(line.key, line.quantity, line.unit, line.amount) for line in quote.lines] == [
        ("adult", 10, 5500, 55000),
        ("child", 4, 3000, 12000),
        ("toddler", 2, 0, 0),
    ]


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ([13, 12, 6, 5], Bands(adults=1, children=2, toddlers=1)),
        ([0, 5, 6, 12, 13, 99, 120], Bands(adults=3, children=2, toddlers=2)),
        ([], Bands(adults=0, children=0, toddlers=0)),
    ],
)
def test_prc_04_ages_fall_into_bands(ages: list[int], expected: Bands) -> None:
    assert bands(ages, SHIPPED) == expected


def test_ages_follow_the_owners_bands() -> None:
    prices = {"adult": {"ages": "11 and over"}, "child": {"ages": "4 to 10"}, "toddler": {"ages": "3 and under"}}
    changed = with_changes(prices=prices)
    assert bands([3, 4, 10, 11], changed) == Bands(adults=1, children=2, toddlers=1)
    with pytest.raises(InvalidParty):
        bands([-1], changed)


async def test_prc_05_five_adults_pay_the_minimum_and_it_is_said() -> None:
    quote = await priced(adults=5)
    assert (quote.food_subtotal, quote.food_total, quote.minimum_applied) == (27500, 55000, True)
    assert "$275 up to the party minimum of $550" in sentences(quote)


async def test_prc_08_a_quote_with_a_zip_has_a_travel_line() -> None:
    for zip_code, quantity, amount in (("94102", 11, 2200), ("94539", 0, 0)):
        (line,) = [line for line in (await priced(zip_code, adults=20)).lines if line.component == "travel"]
        assert (line.quantity, line.unit, line.amount, line.rule) == (quantity, 200, amount, "travel.per_mile")


async def test_prc_09_protein_costs_are_broken_down() -> None:
    costs = proteins(10, {"chicken": 10, "lobster": 4, "filets": 3}, SHIPPED, extra_proteins={"salmon": 2, "any": 1})
    assert {line.key: line.amount for line in costs.lines if line.component == "upgrades"} == {
        "chicken": 0,
        "filet_mignon": 1500,
        "lobster_tail": 6000,
    }
    assert (costs.upgrade_cost, costs.extra_protein_cost, costs.total_protein_cost) == (7500, 4000, 11500)
    assert (costs.portions_included, costs.portions_chosen) == (20, 17)


async def test_prc_09_included_proteins_cost_nothing() -> None:
    assert proteins(10, {"chicken": 10, "ny_strip_steak": 10}, SHIPPED).total_protein_cost == 0
    assert proteins(10, {}, SHIPPED).total_protein_cost == 0


async def test_prc_09_protein_costs_are_those_of_the_quote() -> None:
    selections, extra = {"lobster_tail": 4, "shrimp": 6}, {"scallops": 3}
    quote = await priced(adults=12, upgrades=selections, extra_proteins=extra)
    assert quote.protein_upgrade_cost == proteins(12, selections, SHIPPED, extra_proteins=extra).total_protein_cost


def test_prc_10_a_changed_price_changes_the_quote() -> None:
    changed = with_changes(menu={"upgrades_per_person": {"lobster_tail": "18.50"}, "extra_protein": "12.00"})
    party = Party(adults=10, upgrades={"lobster_tail": 2}, extra_proteins={"lobster_tail": 1})
    assert price(party, SHIPPED).total == 55000 + 3000 + 2500
    assert price(party, changed).total == 55000 + 3700 + 3050


HOLIDAY = {"key": "christmas", "label": "Christmas", "first": "2026-12-24", "last": "2026-12-26", "percent": 20}
NEW_YEAR = {"key": "new_year", "label": "New Year", "first": "2026-12-26", "last": "2027-01-01", "per_adult": "7.50"}


@pytest.mark.parametrize(
    ("day", "added"),
    [
        (None, {}),
        (date(2026, 12, 23), {}),
        (date(2026, 12, 24), {"christmas": 24000}),
        (date(2026, 12, 26), {"christmas": 24000, "new_year": 15000}),
        (date(2027, 1, 1), {"new_year": 15000}),
        (date(2027, 1, 2), {}),
    ],
)
def test_prc_11_a_holiday_costs_what_its_rule_says(day: date | None, added: dict[str, int]) -> None:
    """20 × 55 + 5 × 20 = 1200 of food: 20 % of it is 240; 20 adults × 7.50 are 150."""
    stored = with_changes(pricing_rules=[HOLIDAY, NEW_YEAR])
    quote = price(Party(adults=20, addons={"gyoza": 10}), stored, event_date=day)
    assert {line.key: line.amount for line in quote.lines if line.component == "surcharge"} == added
    assert quote.total == quote.food_total == 120000 + sum(added.values())
    assert quote.base_revenue == 110000 + sum(added.values())


def test_prc_11_a_percent_is_of_the_food_with_its_minimum_rounded_half_up() -> None:
    stored = with_changes(pricing_rules=[HOLIDAY | {"percent": 15}], prices={"party_minimum": "550.10"})
    quote = price(Party(adults=5), stored, event_date=date(2026, 12, 25))
    assert quote.food_total == 55010 + 8252


def test_prc_12_without_a_stored_rule_the_date_changes_nothing() -> None:
    party = Party(adults=20)
    totals = {price(party, SHIPPED, event_date=date(2026, month, 25)).total for month in range(1, 13)}
    assert totals == {110000}


async def test_prc_13_an_accepted_upgrade_adds_exactly_its_price() -> None:
    before, after = await priced("94102", adults=12), await priced("94102", adults=12, upgrades={"lobster_tail": 4})
    assert before.total is not None
    assert after.total == before.total + 4 * 1500


async def test_prc_15_components_add_up() -> None:
    quote = await priced(
        "94901", adults=14, children=5, upgrades={"filet": 6}, extra_proteins={"lobster": 1}, addons={"gyoza": 4}
    )
    assert quote.travel_fee is not None
    assert (quote.base_revenue, quote.protein_upgrade_cost, quote.addon_cost) == (92000, 3000 + 2500, 4000)
    assert quote.total == quote.base_revenue + quote.protein_upgrade_cost + quote.addon_cost + quote.travel_fee


async def test_tax_is_on_food_alone_and_a_line_only_when_there_is_one() -> None:
    way = await travel.fee_to("94102", profile=SHIPPED, maps=None)
    taxed = with_changes(tax={"sales_tax_rate": "0.0925"})
    quote = price(Party(adults=11), taxed, travel=way, reschedule_fees=1)
    # 605 × 9.25 % = 55.9625 → 55.96; 605 + 55.96 + 22 + 200
    assert (quote.tax, quote.total) == (5596, 60500 + 5596 + 2200 + 20000)
    assert "sales tax on food (9.25 %): $55.96" in sentences(quote)
    assert not [line for line in price(Party(adults=11), SHIPPED, travel=way).lines if line.component == "tax"]


def test_reschedule_fees_are_a_line_of_their_own() -> None:
    quote = price(Party(adults=20), SHIPPED, reschedule_fees=2)
    (line,) = [line for line in quote.lines if line.component == "reschedule"]
    assert (line.quantity, line.unit, line.amount) == (2, 20000, 40000)
    assert (quote.reschedule_fee, quote.total, quote.food_total) == (40000, 150000, 110000)
    with pytest.raises(ValueError, match="negative"):
        price(Party(adults=20), SHIPPED, reschedule_fees=-1)


@pytest.mark.parametrize(
    ("place", "why"), [("00000", "travel_unknown"), ("Fremont", "travel_unknown"), ("90001", "not_served")]
)
async def test_an_unknown_or_unserved_place_has_no_total(place: str, why: str) -> None:
    quote = await priced(place, adults=20)
    assert (quote.total, quote.balance, quote.per_person, quote.travel_fee) == (None, None, None, None)
    assert (quote.unpriced, quote.food_total, quote.deposit) == (why, 110000, 10000)
    assert sentences(quote)[-1].startswith("No total")
    assert not [line for line in quote.lines if line.component == "travel"]


async def test_beyond_a_hundred_miles_there_is_a_price_for_the_human() -> None:
    quote = await priced("96150", adults=20)
    assert (quote.travel_fee, quote.total) == (29800, 139800)


WAY = (
    "Travel: 40.4 miles from Fremont (estimated as the straight line between ZIP points times 1.25); "
    "the first 30 miles are free, then 11 started miles × $2 = $22"
)


async def test_a_quote_can_be_read() -> None:
    quote = await priced(
        "94102",
        adults=14,
        children=1,
        toddlers=2,
        upgrades={"filet": 6},
        extra_proteins={"lobster": 1},
        addons={"gyoza": 4},
    )
    assert sentences(quote) == (
        "14 adults (13 and over) × $55 = $770",
        "1 child (6 to 12) × $30 = $30",
        "2 toddlers (5 and under): free",
        "6 filet mignon upgrade × $5 = $30",
        "1 extra lobster tail × $25 = $25",
        "4 gyoza × $10 = $40",
        WAY,
        "Total: $917",
        "Deposit $100, taken off the bill; balance $817",
    )


def test_a_price_without_a_place_says_so() -> None:
    assert "Total: $1,100 before travel, which depends on the ZIP of the event" in sentences(
        price(Party(adults=20), SHIPPED)
    )


@pytest.mark.parametrize(
    ("party", "problem"),
    [
        ({"adults": -1}, "cannot be negative"),
        ({"adults": 10, "children": -2}, "cannot be negative"),
        ({"adults": 0}, "at least 1 paying guest"),
        ({"adults": 0, "toddlers": 4}, "at least 1 paying guest"),
        ({"adults": 0, "children": 3, "toddlers": 4}, "must be an adult"),
        ({"adults": 101}, "101 guests are more than the 100"),
        ({"adults": 90, "toddlers": 11}, "101 guests are more than the 100"),
        ({"adults": 10**30}, "more than the 100"),
        ({"adults": 10, "upgrades": {"ribeye": 2}}, '"ribeye" is not a protein'),
        ({"adults": 10, "upgrades": {"gyoza": 2}}, '"gyoza" is not a protein'),
        ({"adults": 10, "upgrades": {"any": 2}}, '"any" is not a protein'),
        ({"adults": 10, "addons": {"lobster": 2}}, '"lobster" is not an add-on'),
        ({"adults": 10, "addons": {"fried rice": 2}}, '"fried rice" is not an add-on'),
        ({"adults": 10, "extra_proteins": {"edamame": 1}}, '"edamame" is not a protein'),
        ({"adults": 10, "upgrades": {"lobster": -1}}, "whole number from 0"),
        ({"adults": 10, "addons": {"gyoza": 1001}}, "whole number from 0"),
        ({"adults": 10, "addons": {"gyoza": 10**30}}, "whole number from 0"),
        ({"adults": 10, "extra_proteins": {"any": -1}}, "whole number from 0"),
        ({"adults": 10, "addons": {"gyoza": 600, "dumplings": 600}}, "whole number from 0"),
        ({"adults": 10, "upgrades": {"lobster": 21}}, "20 protein portions"),
        ({"adults": 10, "upgrades": {"lobster": 11, "salmon": 10}}, "20 protein portions"),
        ({"adults": 10, "upgrades": {"lobster": 11}, "proteins": {"chicken": 10}}, "20 protein portions"),
        ({"adults": 1, "toddlers": 5, "upgrades": {"lobster": 3}}, "2 protein portions"),
    ],
)
def test_a_party_that_cannot_be_is_refused_with_a_sentence(party: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidParty, match=problem) as refused:
        price(Party(**party), SHIPPED)
    assert refused.value.next_step


def test_a_refused_dish_names_what_there_is() -> None:
    with pytest.raises(InvalidParty) as refused:
        price(Party(adults=10, addons={"sushi": 1}), SHIPPED)
    assert refused.value.next_step == (
        "Choose among: yakisoba noodles, extra fried rice, extra vegetables, edamame, gyoza."
    )


def test_names_become_keys_and_zeros_go() -> None:
    party = Party(
        adults=10,
        upgrades={"lobster": 2, "Lobster Tails": 1, "steak": 5, "salmon": 0},
        extra_proteins={"prawns": 1, "any": 0},
        addons={"noodles": 2, "edamame": 0},
    )
    assert price(party, SHIPPED).party == Party(
        adults=10,
        proteins={"ny_strip_steak": 5},
        upgrades={"lobster_tail": 3},
        extra_proteins={"shrimp": 1},
        addons={"yakisoba_noodles": 2},
    )
    assert Party.model_validate({"adults": 10, "upgrades": None}) == Party(adults=10)


@pytest.mark.parametrize(("adults", "each"), [(20, 5500), (3, 18333), (6, 9167), (7, 7857), (16, 5500)])
def test_the_share_of_one_guest_is_rounded_half_up(adults: int, each: int) -> None:
    assert price(Party(adults=adults), SHIPPED).per_person == each


async def test_of_a_fee_only_the_miles_are_believed() -> None:
    """A party keeps its policy version: a way that was priced by another one is priced again by its own."""
    way = await travel.fee_to("94102", profile=SHIPPED, maps=None)
    assert isinstance(way, TravelFee)
    forged = way.model_copy(update={"fee": 1, "billed_miles": 0, "per_mile": 1, "served": True, "how": "free"})
    assert price(Party(adults=20), SHIPPED, travel=forged) == price(Party(adults=20), SHIPPED, travel=way)
    dearer = with_changes(travel={"per_mile": "3.00", "max_miles": 200})
    assert price(Party(adults=20), dearer, travel=way).travel_fee == 3300
    nearer = with_changes(travel={"human_review_over_miles": 35, "max_miles": 40})
    assert price(Party(adults=20), nearer, travel=way).unpriced == "not_served"


def test_a_bill_that_cannot_be_written_is_refused() -> None:
    golden = with_changes(menu={"addons_each": {"gold_leaf": "9000000.00"}})
    with pytest.raises(InvalidParty, match="more than can be written"):
        price(Party(adults=20, addons={"gold_leaf": 2}), golden)
    costly = with_changes(menu={"addons_each": {"gold_leaf": "9000000.00", "caviar": "1000000.00"}})
    with pytest.raises(InvalidParty, match="more than can be written"):
        price(Party(adults=20, addons={"gold_leaf": 1, "caviar": 1}), costly)

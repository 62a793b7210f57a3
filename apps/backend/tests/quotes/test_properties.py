"""What holds for every party and every profile."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hibachi.policies import rules as policy_rules
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile
from hibachi.quotes.rules import certificate, price
from hibachi.quotes.schemas import Party, PricedParty
from hibachi.travel.schemas import Driven, TravelFee, UnknownDistance, UnknownFee
from hibachi.travel.service import fee

SHIPPED = policies.read_profile(policies.DEFAULT_PATH)
MENU = SHIPPED.menu
MONEY = st.integers(0, 50_000).map(lambda cents: f"{cents // 100}.{cents % 100:02d}")
DAY = date(2026, 12, 25)


def portions(keys: list[str], most: int) -> st.SearchStrategy[dict[str, int]]:
    return st.dictionaries(st.sampled_from(keys), st.integers(0, most), max_size=4)


@st.composite
def parties(draw: st.DrawFn) -> Party:
    adults, children = draw(st.integers(1, 60)), draw(st.integers(0, 20))
    most = (adults + children) * MENU.proteins_per_guest // 4
    return Party(
        adults=adults,
        children=children,
        toddlers=draw(st.integers(0, 20)),
        upgrades=draw(portions([*MENU.upgrades_per_person, *MENU.included_proteins], most)),
        extra_proteins=draw(portions([*MENU.upgrades_per_person, *MENU.included_proteins, "any"], 200)),
        addons=draw(portions([*MENU.addons_each], 200)),
    )


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    minimum = draw(st.integers(0, 2000))
    rule = {"key": "holiday", "label": "Holiday", "first": "2026-12-24", "last": "2026-12-26"}
    surcharge = draw(st.sampled_from([{"percent": 1}, {"percent": 33}, {"per_adult": "3.33"}]))
    changes: dict[str, Any] = {
        "prices": {
            "adult": {"amount": draw(MONEY)},
            "child": {"amount": draw(MONEY)},
            "toddler": {"amount": draw(MONEY)},
            "party_minimum": f"{minimum}.00",
            "deposit": f"{minimum // 3}.00",
        },
        "menu": {
            "upgrades_per_person": {key: draw(MONEY) for key in MENU.upgrades_per_person},
            "addons_each": {key: draw(MONEY) for key in MENU.addons_each},
            "extra_protein": draw(MONEY),
        },
        "tax": {"sales_tax_rate": str(draw(st.decimals(0, 1, places=4)))},
        "pricing_rules": draw(st.sampled_from([[], [{**rule, **surcharge}]])),
    }
    return Profile.model_validate(policy_rules.merge(SHIPPED.model_dump(mode="json"), changes))


@st.composite
def ways(draw: st.DrawFn) -> TravelFee | UnknownFee | None:
    miles = draw(st.one_of(st.none(), st.floats(0, 190)))
    if miles is None:
        return draw(st.sampled_from([None, fee(UnknownDistance(reason="no_zip"), SHIPPED.travel)]))
    driven = Driven(miles=miles, zip="94102", city="San Francisco", state="CA", zone="America/Los_Angeles")
    return fee(driven, SHIPPED.travel)


@settings(max_examples=150, deadline=None)
@given(parties(), profiles(), ways(), st.sampled_from([None, DAY]), st.integers(0, 3))
def test_lines_add_up_and_every_amount_is_its_own_product(
    party: Party, profile: Profile, way: TravelFee | UnknownFee | None, day: date | None, fees: int
) -> None:
    quote = price(party, profile, travel=way, event_date=day, reschedule_fees=fees)
    assert all(line.amount == line.quantity * line.unit for line in quote.lines)
    assert all(line.amount >= 0 and isinstance(line.amount, int) for line in quote.lines)
    food = quote.base_revenue + quote.protein_upgrade_cost + quote.addon_cost
    assert quote.food_total == food
    if isinstance(way, UnknownFee):
        assert (quote.total, quote.balance, quote.travel_fee) == (None, None, None)
        assert quote.unpriced == "travel_unknown"
    else:
        assert quote.total == sum(line.amount for line in quote.lines)
        assert quote.total == food + quote.tax + quote.reschedule_fee + (quote.travel_fee or 0)
        assert quote.balance == quote.total - quote.deposit >= 0


@settings(max_examples=100, deadline=None)
@given(parties(), profiles(), st.sampled_from([None, DAY]))
def test_the_minimum_is_never_undercut_and_only_applied_below_it(
    party: Party, profile: Profile, day: date | None
) -> None:
    quote = price(party, profile, event_date=day)
    minimum = profile.prices.party_minimum
    assert quote.food_total >= max(minimum, quote.food_subtotal)
    assert quote.minimum_applied == (quote.food_subtotal < minimum)


@settings(max_examples=100, deadline=None)
@given(parties(), profiles(), st.sampled_from(["adults", "children", "toddlers"]))
def test_one_guest_more_is_never_cheaper(party: Party, profile: Profile, who: str) -> None:
    larger = party.model_copy(update={who: getattr(party, who) + 1})
    if larger.guests > profile.booking.guests.max:
        return
    before, after = price(party, profile), price(larger, profile)
    assert before.total is not None
    assert after.total is not None
    assert after.total >= before.total


@settings(max_examples=60, deadline=None)
@given(parties(), profiles(), ways())
def test_the_same_question_has_the_same_answer_whatever_its_order(
    party: Party, profile: Profile, way: TravelFee | UnknownFee | None
) -> None:
    turned = party.model_copy(
        update={name: dict(reversed(getattr(party, name).items())) for name in ("upgrades", "extra_proteins", "addons")}
    )
    first, second = price(party, profile, travel=way), price(turned, profile, travel=way)
    assert first == second
    assert certificate(first, policy_version=1) == certificate(second, policy_version=1)
    assert price(first.party, profile, travel=way) == first


@settings(max_examples=60, deadline=None)
@given(parties(), profiles(), ways())
def test_a_price_survives_its_json(party: Party, profile: Profile, way: TravelFee | UnknownFee | None) -> None:
    quote = price(party, profile, travel=way)
    assert PricedParty.model_validate_json(quote.model_dump_json()) == quote


@settings(max_examples=100, deadline=None)
@given(parties(), st.integers(1, 9))
def test_the_certificate_sees_every_change(party: Party, version: int) -> None:
    assume(party.guests < SHIPPED.booking.guests.max)  # one toddler more has to fit
    quote = price(party, SHIPPED)
    proof = certificate(quote, policy_version=version)
    assert proof != certificate(quote, policy_version=version + 1)
    larger = party.model_copy(update={"toddlers": party.toddlers + 1})
    assert proof != certificate(price(larger, SHIPPED), policy_version=version)
    assert quote.total is not None
    assert proof != certificate(quote.model_copy(update={"total": quote.total + 1}), policy_version=version)


@given(st.integers(1, 100), st.decimals(0, Decimal("0.2"), places=4))
def test_tax_is_computed_once_on_the_food(adults: int, rate: Decimal) -> None:
    taxed = Profile.model_validate(
        policy_rules.merge(SHIPPED.model_dump(mode="json"), {"tax": {"sales_tax_rate": str(rate)}})
    )
    quote = price(Party(adults=adults), taxed)
    exact = Decimal(quote.food_total) * rate
    assert abs(quote.tax - exact) <= Decimal("0.5")

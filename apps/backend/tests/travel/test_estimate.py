"""The estimate and the fee, to the cent, as the profile says."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.policies import rules as policy_rules
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile
from hibachi.travel import gazetteer, rules, service
from hibachi.travel.schemas import Driven, Estimated, TravelFee, UnknownDistance, UnknownFee

SHIPPED = policies.read_profile(policies.DEFAULT_PATH)


def with_travel(profile: Profile, **travel: Any) -> Profile:
    return Profile.model_validate(policy_rules.merge(profile.model_dump(mode="json"), {"travel": travel}))


def driven(miles: float) -> Driven:
    return Driven(miles=miles, zip="94102", city="San Francisco", state="CA", zone="America/Los_Angeles")


async def fee_to(place: str, profile: Profile = SHIPPED) -> TravelFee | UnknownFee:
    return await service.fee_to(place, profile=profile, maps=None)


@pytest.mark.parametrize(
    ("zip_code", "cents"),
    [
        ("95616", 12200),
        ("95814", 13400),
        ("94102", 2200),
        ("94952", 10200),
        ("94901", 5200),
        ("94704", 1600),
        ("95112", 0),
        ("94539", 0),
        ("95123", 0),
        ("94301", 0),
        ("94588", 0),
        ("94550", 0),
        ("94063", 0),
        ("95014", 0),
    ],
)
async def test_fees_by_zip(zip_code: str, cents: int) -> None:
    fee = await fee_to(zip_code)
    assert isinstance(fee, TravelFee)
    assert (fee.fee, fee.estimated, fee.served, fee.needs_human) == (cents, True, True, False)
    assert fee.fee == fee.billed_miles * fee.per_mile


def test_the_estimate_is_the_great_circle_times_the_factor() -> None:
    """Computed once more by another formula, the spherical law of cosines."""
    base, place = gazetteer.place_of("94539"), gazetteer.place_of("95616")
    assert base is not None
    assert place is not None
    lat1, lon1, lat2, lon2 = map(math.radians, (base.latitude, base.longitude, place.latitude, place.longitude))
    cosine = math.sin(lat1) * math.sin(lat2) + math.cos(lat1) * math.cos(lat2) * math.cos(lon2 - lon1)
    estimate = rules.estimate("95616", SHIPPED.travel)
    assert isinstance(estimate, Estimated)
    assert estimate.miles == pytest.approx(3958.7613 * math.acos(cosine) * 1.25, abs=1e-6)


@pytest.mark.parametrize(
    ("miles", "billed"),
    [(0.0, 0), (29.9, 0), (30.0, 0), (30.0001, 1), (31.0, 1), (31.01, 2), (100.0, 70), (200.0, 170)],
)
def test_each_begun_mile_beyond_the_free_ones_is_paid(miles: float, billed: int) -> None:
    fee = rules.fee(driven(miles), SHIPPED.travel)
    assert isinstance(fee, TravelFee)
    assert (fee.billed_miles, fee.fee) == (billed, billed * 200)


@pytest.mark.parametrize(
    ("miles", "needs_human", "served"),
    [(100.0, False, True), (100.1, True, True), (200.0, True, True), (200.1, True, False)],
)
def test_far_places_need_a_human_or_are_not_served(miles: float, needs_human: bool, served: bool) -> None:
    fee = rules.fee(driven(miles), SHIPPED.travel)
    assert isinstance(fee, TravelFee)
    assert (fee.needs_human, fee.served) == (needs_human, served)


async def test_tahoe_needs_a_human_and_los_angeles_is_not_served() -> None:
    tahoe, los_angeles = await fee_to("96150"), await fee_to("90001")
    assert isinstance(tahoe, TravelFee)
    assert isinstance(los_angeles, TravelFee)
    assert (tahoe.needs_human, tahoe.served) == (True, True)
    assert (los_angeles.needs_human, los_angeles.served) == (True, False)


@given(st.floats(min_value=0, max_value=12_000), st.floats(min_value=0, max_value=50))
def test_farther_is_never_cheaper_and_never_negative(miles: float, more: float) -> None:
    near, far = rules.fee(driven(miles), SHIPPED.travel), rules.fee(driven(miles + more), SHIPPED.travel)
    assert isinstance(near, TravelFee)
    assert isinstance(far, TravelFee)
    assert 0 <= near.fee <= far.fee


@given(st.floats(min_value=0, max_value=300))
def test_the_miles_that_are_shown_give_the_fee_that_is_shown(miles: float) -> None:
    shown = float(rules.readable_miles(miles, SHIPPED.travel))
    assert rules.billed_miles(shown, SHIPPED.travel) == rules.billed_miles(miles, SHIPPED.travel)


def test_the_computation_can_be_read() -> None:
    fee = rules.fee(rules.estimate("94102", SHIPPED.travel), SHIPPED.travel)
    assert isinstance(fee, TravelFee)
    assert fee.how == (
        "40.4 miles from Fremont (estimated as the straight line between ZIP points times 1.25); "
        "the first 30 miles are free, then 11 started miles × $2 = $22"
    )
    near = rules.fee(driven(12.0), SHIPPED.travel)
    assert isinstance(near, TravelFee)
    assert "driving distance" in near.how
    assert near.how.endswith("so there is no travel fee")


def test_the_owners_rule_counts_not_ours() -> None:
    other = with_travel(SHIPPED, per_mile="3.50", free_miles=10, road_factor="1.00", base={"zip": "94102"})
    fee = rules.fee(rules.estimate("94539", other.travel), other.travel)
    assert isinstance(fee, TravelFee)
    straight = rules.estimate("94102", SHIPPED.travel)
    assert isinstance(straight, Estimated)
    assert fee.miles == pytest.approx(straight.miles / 1.25)
    assert fee.fee == math.ceil(fee.miles - 10) * 350


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("00000", "unknown_zip"),
        ("99999", "unknown_zip"),
        ("09001", "zip_without_point"),
        ("somewhere nice", "no_zip"),
        ("1600 Amphitheatre Pkwy, Mountain View, CA", "no_zip"),
        ("12345 Main St, Fremont, CA", "no_zip"),
        ("9453", "no_zip"),
        ("945390", "no_zip"),
        ("510-555-01234", "no_zip"),
        ("10 Downing St, London SW1A 2AA", "foreign_address"),
        ("Vancouver, BC V6B 1A1", "foreign_address"),
        ("221B Baker St, London NW1 6XE", "foreign_address"),
        ("1 Deansgate, Manchester M3 1AZ", "foreign_address"),
        ("order A94539", "no_zip"),
        ("９４５３９", "no_zip"),
        ("Unter den Linden 1, 10117 Berlin, Germany", "foreign_address"),
        ("75001 Paris France", "foreign_address"),
        ("06600 Ciudad de México, México", "foreign_address"),
        ("Queen St 1, Auckland 1010, New Zealand", "foreign_address"),
    ],
)
async def test_an_unknown_way_is_said_with_its_reason(place: str, reason: str) -> None:
    fee = await fee_to(place)
    assert isinstance(fee, UnknownFee)
    assert fee.reason == reason
    assert fee.message
    assert fee.next_step


def test_an_unknown_way_cannot_be_added_up() -> None:
    unknown = rules.fee(UnknownDistance(reason="no_zip"), SHIPPED.travel)
    assert isinstance(unknown, UnknownFee)
    assert not {"fee", "miles", "billed_miles"} & set(UnknownFee.model_fields)
    with pytest.raises(TypeError):
        55000 + unknown  # type: ignore[operator]
    with pytest.raises(AttributeError):
        unknown.fee  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize(
    ("place", "zip_code"),
    [
        ("94102", "94102"),
        (" 94102-1234 ", "94102"),
        ("123 Main St, San Francisco, CA 94102", "94102"),
        ("12345 Mission Blvd, Hayward CA 94544", "94544"),
        ("12345 W. El Camino Real Ave\nSunnyvale 94087", "94087"),
        ("94539 Fremont", "94539"),
        ("Fremont,CA94539", "94539"),
        ("Fremont CA-94539", "94539"),
        ("88-12 Jamaica Ave, Jamaica, NY 11432", "11432"),
        ("100 Peachtree St, Atlanta 30303, Georgia", "30303"),
        ("1 Main St, Lebanon, PA 17042", "17042"),
    ],
)
async def test_a_zip_is_read_from_an_address(place: str, zip_code: str) -> None:
    measured = await service.measure(place, profile=SHIPPED, maps=None)
    assert isinstance(measured, Estimated)
    assert measured.zip == zip_code


@pytest.mark.parametrize(
    ("zip_code", "zone"),
    [
        ("94539", "America/Los_Angeles"),
        ("89501", "America/Los_Angeles"),
        ("85001", "America/Phoenix"),
        ("46204", "America/Indiana/Indianapolis"),
        ("96813", "Pacific/Honolulu"),
        ("10001", "America/New_York"),
        ("00000", None),
        ("09001", None),
        ("９４５３９", None),
        ("", None),
    ],
)
def test_the_zone_is_the_address_s(zip_code: str, zone: str | None) -> None:
    assert service.zone_of(zip_code) == zone


@pytest.mark.parametrize(
    ("city", "state", "comes", "found"),
    [
        ("San Jose", None, "always", "CA"),
        ("san jose", "ca", "always", "CA"),
        ("St. Helena", "CA", "always", "CA"),
        ("Sacramento", None, "partly", "CA"),
        ("South Lake Tahoe", "CA", "human", "CA"),
        ("Los Angeles", None, "no", "CA"),
        ("Reno", None, "no", "NV"),
        ("San Jose", "TX", "unknown", "TX"),
        ("Atlantis", None, "unknown", None),
        ("", None, "unknown", None),
    ],
)
def test_whether_we_come_to_a_city(city: str, state: str | None, comes: str, found: str | None) -> None:
    answer = service.area_of(city, state, SHIPPED)
    assert (answer.comes, answer.state) == (comes, found)
    assert "fee" not in type(answer).model_fields


def test_a_city_is_told_by_its_nearest_and_farthest_zip() -> None:
    answer = service.area_of("San Francisco", None, SHIPPED)
    miles = [rules.estimate(code, SHIPPED.travel) for code in answer.zips]
    known = [one.miles for one in miles if isinstance(one, Estimated)]
    assert (answer.nearest_miles, answer.farthest_miles) == (min(known), max(known))
    assert answer.free in ("none", "some")
    assert service.area_of("San Jose", None, SHIPPED).free == "all"


async def test_the_same_miles_cost_what_another_version_says() -> None:
    fee = await fee_to("94102")
    assert isinstance(fee, TravelFee)
    assert service.fee_again(fee, SHIPPED.travel) == fee
    dearer = service.fee_again(fee, with_travel(SHIPPED, per_mile="3.00").travel)
    assert isinstance(dearer, TravelFee)
    assert (dearer.miles, dearer.fee) == (fee.miles, 3300)
    road = rules.fee(driven(41.5), SHIPPED.travel)
    assert isinstance(road, TravelFee)
    assert service.fee_again(road, SHIPPED.travel) == road


def test_every_zip_of_the_state_costs_what_the_rule_says() -> None:
    """Each fee against the rule written out once more, for every ZIP of California that has a point."""
    base = gazetteer.place_of("94539")
    assert base is not None
    codes = [f"{number:05d}" for number in range(90001, 96163)]
    known = [place for place in map(gazetteer.place_of, codes) if place is not None]
    assert len(known) > 2000
    for place in known:
        half = (
            math.sin(math.radians(place.latitude - base.latitude) / 2) ** 2
            + math.cos(math.radians(base.latitude))
            * math.cos(math.radians(place.latitude))
            * math.sin(math.radians(place.longitude - base.longitude) / 2) ** 2
        )
        miles = 2 * 3958.7613 * math.asin(math.sqrt(half)) * 1.25
        fee = rules.fee(rules.estimate(place.zip, SHIPPED.travel), SHIPPED.travel)
        assert isinstance(fee, TravelFee)
        assert fee.fee == max(0, math.ceil(miles - 30)) * 200, place
        assert (fee.needs_human, fee.served) == (miles > 100, miles <= 200), place

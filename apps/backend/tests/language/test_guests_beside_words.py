"""Guests are counted whole beside what else a message says of them, of the place and of the price."""

import pytest

from hibachi.language.guests import read_guests
from hibachi.language.places import find_places


@pytest.mark.parametrize("adults", [12, 20, 26])
@pytest.mark.parametrize(
    "rest",
    ["need the full price with travel", "need a quote", "want to know the total", "want the price", "need a date in june", "like to get the exact cost"],
)  # fmt: skip
def test_who_needs_a_price_is_everybody(adults: int, rest: str) -> None:
    assert read_guests(f"{adults} adults, {rest}").adults == adults


@pytest.mark.parametrize(
    "rest", ["want lobster", "need the filet upgrade", "are big eaters and want shrimp", "are allergic to nuts"]
)
def test_who_needs_a_dish_are_some(rest: str) -> None:
    party = read_guests(f"12 adults, 4 of us {rest}")
    assert (party.adults, party.people) == (12, None)


@pytest.mark.parametrize(
    "who", ["one of the guys is retiring", "one of my friends is vegan", "one of our guests uses a wheelchair"]
)
def test_one_of_them_is_no_party_of_one(who: str) -> None:
    assert read_guests(f"11 of us, {who}").people == 11


@pytest.mark.parametrize("kind", ["college", "grad", "law", "fellow", ""])
def test_students_of_any_school_are_people(kind: str) -> None:
    assert read_guests(f"we're 10 {kind} students".replace("  ", " ")).people == 10


@pytest.mark.parametrize("text", ["19 adults in 94587 party plz", "94587 hibachi party plz", "in 94587 for dinner plz"])
def test_please_is_no_plaza(text: str) -> None:
    places = find_places(text)
    assert [one.code for one in places.zips] == ["94587"] and not places.addresses


@pytest.mark.parametrize("text", ["12 Market Plz, San Jose", "we are at 12 Market Plz San Jose CA 95112"])
def test_a_plaza_is_one(text: str) -> None:
    [address] = find_places(text).addresses
    assert "Plz" in address.span.text


@pytest.mark.parametrize("day", ["20 June", "3 may,", "12 march at 6", "20 December, 3pm", "14 june 3pm", "5 Oct."])
@pytest.mark.parametrize("said", ["I should like to book a chef for {}", "a party for {}", "dinner for {}"])
def test_a_day_before_its_month_is_no_number_of_guests(said: str, day: str) -> None:
    party = read_guests(said.format(day))
    assert not party.people and not party.adults
    beside = read_guests(f"17 adults, {said.format(day)}")
    assert beside.adults == 17 and not beside.people


@pytest.mark.parametrize(
    ("said", "people"),
    [("a party for 20 june 13 at 6", 20), ("dinner for 12 march 14", 12), ("hibachi for 15 may 2nd", 15)],
)
def test_guests_before_a_whole_date_are_guests(said: str, people: int) -> None:
    party = read_guests(said)
    assert (party.people, party.adults) == (people, None)

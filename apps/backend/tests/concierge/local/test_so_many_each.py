"""A number for each dish of a row is that of every one of them, whichever way and in whichever message it is told."""

from itertools import product

import pytest

from tests.concierge.local.talk import PROFILE, Talk

UPGRADES, ADDONS = PROFILE.menu.upgrades_per_person, PROFILE.menu.addons_each
ROWS = [
    ("edamame n gyoza", {"edamame": 1, "gyoza": 1}),
    ("gyoza, edamame and noodles", {"gyoza": 1, "edamame": 1, "yakisoba_noodles": 1}),
    ("filet & lobster", {"filet_mignon": 1, "lobster_tail": 1}),
]
WAYS = [
    "we'd like {row}, {n} each", "can we add {row}, {n} each", "{row} - {n} of each please", "{n} each of {row}",
    "{n} orders each of {row}", "{n} of each: {row}", "{row} x{n} each", "add {row}, {n} apiece",
]  # fmt: skip


def _dishes(talk: Talk) -> dict[str, int]:
    party = talk.dialogue.party
    assert not party.extra_proteins
    return {**party.upgrades, **party.addons}


@pytest.mark.parametrize(
    ("row", "way", "number"), [(row, way, 1 + at % 3) for at, (row, way) in enumerate(product(ROWS, WAYS))]
)
def test_each_dish_of_a_row_has_the_number(row: tuple[str, dict[str, int]], way: str, number: int) -> None:
    said, dishes = row
    talk = Talk(channel="web_chat")
    talk.say("12 adults, 94539")
    answer = talk.say(way.format(row=said, n=number))
    assert _dishes(talk) == dict.fromkeys(dishes, number), answer.text
    counts = talk.dialogue.party
    assert (counts.adults or 0) + (counts.unsplit or 0) == 12, "portions are no guests"
    price = 12 * 55 + sum(number * {**UPGRADES, **ADDONS}[key] // 100 for key in dishes)
    assert f"${price:,}" in answer.text


@pytest.mark.parametrize("first", ["add gyoza and edamame", "what's the price for gyoza and edamame?"])
@pytest.mark.parametrize("then", ["2 each", "two of each then", "ok 2 of both please"])
def test_the_number_comes_in_the_next_message(first: str, then: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults, 94539")
    asked = talk.say(first)
    assert "$10" in asked.text and "$5" in asked.text, "both prices are said"
    talk.say(then)
    assert _dishes(talk) == {"gyoza": 2, "edamame": 2}


def test_one_number_answers_for_all_dishes_that_wait_for_it() -> None:
    talk = Talk(channel="web_chat")
    for text in ("12 adults, 94539", "add gyoza and edamame", "3"):
        talk.say(text)
    assert _dishes(talk) == {"gyoza": 3, "edamame": 3}


@pytest.mark.parametrize(
    ("words", "dishes"),
    [
        ("lobster for 4 and 2 gyoza", {"lobster_tail": 4, "gyoza": 2}),
        ("add 1 edamame each for everyone", {"edamame": 12}),
        ("each of us wants filet", {"filet_mignon": 12}),
        ("half filet half lobster", {"filet_mignon": 6, "lobster_tail": 6}),
    ],
)
def test_other_numbers_stay_with_their_dish(words: str, dishes: dict[str, int]) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults, 94539")
    talk.say(words)
    assert _dishes(talk) == dishes


@pytest.mark.parametrize(
    ("words", "dishes"),
    [
        ("oh yum lobster tail! add that for six people pls", {"lobster_tail": 6}),
        ("ooh filet! 4 people want that", {"filet_mignon": 4}),
        ("salmon sounds amazing, could you do that for three people?", {"salmon": 3}),
        ("gyoza you say? put in 3", {"gyoza": 3}),
        ("oh the lobster! let's get that for half of us", {"lobster_tail": 6}),
        ("my dad adores filet mignon, let's add 3 of those. what's the total then?", {"filet_mignon": 3}),
    ],
)
def test_a_dish_for_some_of_them_is_no_new_size_of_the_party(words: str, dishes: dict[str, int]) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults, 94539")
    talk.say(words)
    assert _dishes(talk) == dishes
    assert talk.dialogue.party.adults == 12


def test_who_goes_on_to_book_after_the_price_with_a_dish_means_the_party_with_it() -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults, 94539")
    assert "$705" in talk.say("how much does it come to if three of the adults get the lobster tail?").text
    answer = talk.say("could we have saturday march 21 at 3pm? i'm Ana Ruiz, 510-555-0100")
    assert "$705" in answer.text
    assert _dishes(talk) == {"lobster_tail": 3}

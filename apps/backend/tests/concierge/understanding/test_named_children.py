"""Children told by their names and ages, young relatives who join, and lone numbers: each is counted once."""

import pytest

from hibachi.concierge.understanding import joined_ages, named_ages
from hibachi.concierge.understanding.parties import bands_of, counts_of
from tests.concierge.local.talk import PROFILE, Talk

NAMED = [
    ("Max (12), Ida (9), Tom (6) and baby Lou (1)", (12, 9, 6, 1)),
    ("2 kids (Mia 4, Leo 9)", (4, 9)),
    ("our kids Mia 4, Leo 9 and Zoe 13", (4, 9, 13)),
    ("my son Max (7)", (7,)),
    ("Mia, 4, and Leo, 9", (4, 9)),
    ("baby Lou (8 months) and Tom (6)", (0, 6)),
    ("June 6, July 7", ()),
    ("Sat 14, Sun 15", ()),
    ("Max 12", ()),
    ("Fremont 94538, Oakland 94601", ()),
    ("Gate 40, Bay 52", ()),
]
RELATIVES = [
    ("my niece n nephew are joining our mar 20 party! 7 and 10. new total?", (7, 10)),
    ("my niece and nephew (6 and 11) are coming too", (6, 11)),
    ("my cousins are joining, ages 5, 8 and 9", (5, 8, 9)),
    ("two nephews are coming too, they're 4 and 6", (4, 6)),
    ("my nephew is joining us on march 7", ()),
    ("my niece is coming, we start at 6", ()),
]
COUNTED = [
    ("we are 12 adults and the following children: Max (12), Ida (9), Tom (6) and baby Lou (1), 94025", (12, 3, 1)),
    ("8 adults and 2 kids (Mia 4, Leo 9) in 94538", (8, 1, 1)),
    ("12 adults and the great-grandkids: 13, 10, 8 and 3", (13, 2, 1)),
    ("10 adults plus our kids Mia 4, Leo 9 and Zoe 13 in 94538", (11, 1, 1)),
]


@pytest.mark.parametrize(("text", "ages"), NAMED)
def test_ages_beside_names_are_read_and_days_and_places_are_not(text: str, ages: tuple[int, ...]) -> None:
    assert named_ages.find(text)[0] == ages


@pytest.mark.parametrize(("text", "ages"), RELATIVES)
def test_young_relatives_who_join_tell_their_ages(text: str, ages: tuple[int, ...]) -> None:
    assert joined_ages.told(text) == ages


def _counts(talk: Talk) -> tuple[int, int, int]:
    counts = counts_of(talk.dialogue.party, bands_of(PROFILE))
    assert counts is not None
    return counts.adults, counts.children, counts.toddlers


@pytest.mark.parametrize(("text", "counts"), COUNTED)
def test_named_children_are_part_of_the_party(text: str, counts: tuple[int, int, int]) -> None:
    talk = Talk(channel="web_chat")
    talk.say(text)
    assert _counts(talk) == counts


def test_young_relatives_come_on_top_of_a_planned_party() -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults and a 4 year old in 94538, how much")
    talk.say("my niece and nephew are coming too, 7 and 10")
    assert _counts(talk) == (12, 2, 1)


def test_a_number_and_its_noun_in_two_messages_are_guests() -> None:
    talk = Talk(channel="sms")
    for text in ("14", "adults", "94544", "no kids"):
        talk.say(text)
    assert "$770" in talk.say("so how much would that be").text


@pytest.mark.parametrize(
    ("text", "adults", "supposed"),
    [
        ("Let's say 20 adults and my son. What's the price?", 20, False),
        ("let's say 15 adults", 15, False),
        ("say we were 20, what would it be?", 12, True),
        ("what if we were 20?", 12, True),
    ],
)
def test_a_named_number_is_told_and_a_supposed_one_is_not(text: str, adults: int, supposed: bool) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults in 94538, how much")
    answer = talk.say(text)
    assert (talk.dialogue.party.adults, bool(talk.dialogue.variants)) == (adults, supposed)
    assert "person from our team" not in answer.text


@pytest.mark.parametrize("text", ["party for 12 tomorrow at 6pm in 94536", "hibachi for 15 today at 9pm, 94536"])
def test_a_number_before_tomorrow_keeps_the_day(text: str) -> None:
    talk = Talk(channel="web_chat")
    answer = talk.say(text)
    assert "notice" in answer.text or "too soon" in answer.text
    again = talk.say("how come?")
    assert "48" in again.text
    assert "don't know" not in again.text

"""A few words that lean on the turn before are answered as the whole sentence would be."""

import pytest

from tests.concierge.local.talk import Talk, party_on

THIRTEEN = "13 adults, zip 94536, how much?"
SEVEN = "7 adults 94536. how much"
LOBSTERS = "15 adults in 94536, 5 of them with the lobster tail upgrade. how much"
TALKS: tuple[tuple[str, str], ...] = (
    (f"{THIRTEEN}|15, forgot my roommates", "$825"),
    (f"{THIRTEEN}|wait forgot my roommates, 15", "$825"),
    (f"{THIRTEEN}|ok let me talk to my sister first|back lol. sister says 15", "$825"),
    (f"{SEVEN}|so if i invite 3 more its the same price??|and a 4th", "$605"),
    (f"{SEVEN}|what if we were 10?|oh so the same! and at 11?", "$605"),
    (f"{THIRTEEN}|okay and if only eleven of 'em show up", "$605"),
    (f"{THIRTEEN}|omg ok and if Tess's parents come", "$825"),
    (f"{THIRTEEN}|so?", "$715"),
    (f"{THIRTEEN}|and take the deposit off of that", "$615"),
    ("12 adults at 94536, price?|what if each of us gets a third protein?|OK, only six of us then", "$720"),
    (f"{LOBSTERS}|ouch ok. the filet then for those 5", "$850"),
    ("10 adults 94536, what if everyone does filet?|and if everyone does lobster tail instead|ok filet it is, so back to what total", "$600"),
    (f"{LOBSTERS}|they say it's too much. without the lobster then, plain total please", "$825"),
    (f"{THIRTEEN}|my cousins are coming too so 16", "$880"),
    (f"{THIRTEEN}|11, two people dropped", "$605"),
    (f"{THIRTEEN}|if we're 11 does the price drop", "$605"),
    (f"{THIRTEEN}|my brother's whole family might come (5)", "$990"),
    (f"{THIRTEEN}|what if Maria and her husband come", "$825"),
    ("14 adults and 2 kids, 8 and 10, 94536 price|and if they're both 5", "$770"),
    (f"{THIRTEEN}|how much are gyoza|ok 3", "$745"),
    (f"{THIRTEEN}|whats filet|ok everyone|actually just 6", "$745"),
    ("16 adults, 94536, 4 with lobster. total|too much. filet for them", "$900"),
    ("how far do you travel|and 120", "100 miles"),
    ("how long does the show take|and setup", "20 minutes"),
    ("do u charge for a 4 yr old|and a 6 yr old?|13?", "$55"),
    ("is a 12 year old kids price?|she turns 13 the week before the party though", "$55"),
    ("my 3 year old eats like a bird, do I pay for her?|and my son just turned 6|ok then 11 adults, those two, 94536", "$635"),
    ("How should we set up tables for 14 people?|And if it's only 10?", "8-foot"),
    ("what times can you start|what's the latest one", "9 PM"),
    ("what times can you start|can i do 7", "6 PM"),
    ("12 adults, either my place in 94110 or my parents in 94536. whats it cost|and at my parents?", "$660"),
    ("12 adults 94110?|n at my aunts in 94536|so which is cheaper", "94536"),
    ("how much notice do you need?|and the other way, can I book a year out?", "18 months"),
)  # fmt: skip


@pytest.mark.parametrize(("said", "answer"), TALKS)
def test_said_whole(said: str, answer: str) -> None:
    talk = Talk()
    for one in said.split("|"):
        last = talk.say(one)
    assert answer in last.text
    assert "check_availability" not in last.tools


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("is june 20 at 6 free|3?", "June 20 at 3 PM"),
        ("12 adults in may 94536|maybe the 16|or 23", "May 23"),
        (f"{THIRTEEN}|same but vegan for 2", "vegan"),
        (f"{THIRTEEN}|my uncle can't come|and his wife either", "11 adults"),
    ],
)
def test_numbers_and_people_go_on_from_what_was_talked_of(said: str, answer: str) -> None:
    talk = Talk()
    for one in said.split("|"):
        last = talk.say(one)
    assert answer in last.text and "April" not in last.text


def test_a_day_is_still_a_day() -> None:
    talk = Talk()
    talk.say("10 adults 94536, some day in june. how much")
    assert talk.say("the 15th").turn.reading.dialogue.day is not None


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("2 more people are joining our party, new total?|3 actually, Dave's bringing his girlfriend", "15 adults"),
        ("can we push our party to sat march 21? same time|what about the sunday then, same time", "March 22"),
    ],
)
def test_said_whole_of_a_booking(said: str, answer: str) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    for one in said.split("|"):
        last = talk.say(one)
    assert answer in last.text

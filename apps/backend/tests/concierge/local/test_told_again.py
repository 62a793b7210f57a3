"""Children who are told once more with the yes are the same children; others are more."""

import pytest

from tests.concierge.local.talk import Talk

FIRST = {
    "hi, april 18 2026 at noon in 94542. 11 adults, grandkids 7 and 11, and little Ben who is 3": (11, 2, 1),
    "29 adults and 1 baby (8 months) on april 18 2026, 6pm in 94587": (29, 0, 1),
}
AGAIN = {
    "7 and 11, and Ben is 3. Yes, please book": 0,
    "just one baby, 8 months. yes, make the booking": 1,
    "yes. 2 kids 7 and 11 and a 3 year old. book it": 0,
    "one baby. yes please": 1,
}


@pytest.mark.parametrize(("said", "which"), AGAIN.items())
def test_children_told_again_with_the_yes_are_the_same(said: str, which: int) -> None:
    talk, first = Talk(), list(FIRST)[which]
    talk.say(first)
    talk.say("book it for Grace Lim, grace.lim@example.com")
    talk.say(said)
    party = talk.bookings[0] if talk.bookings else None
    assert party is not None and (party["adults"], party["children"], party["toddlers"]) == FIRST[first]


@pytest.mark.parametrize(
    "said",
    ["yes, and one more kid who is 7", "yes, and add a 9 year old", "yes book it plus another baby"],
)
def test_one_more_with_the_yes_is_one_more(said: str) -> None:
    talk, first = Talk(), next(iter(FIRST))
    talk.say(first)
    talk.say("book it for Grace Lim, grace.lim@example.com")
    before = talk.dialogue.party
    talk.say(said)
    assert talk.dialogue.party != before


@pytest.mark.parametrize(
    ("first", "said", "counted"),
    [
        ("9 adults, kids are 13, 8 and 5, 94542. price?", "the 13 yr old is one of the kids. he just turned 13", (10, 1, 1)),
        ("9 adults, kids are 13, 8 and 5, 94542. price?", "wait 10 adults? we are 9", (10, 1, 1)),
        ("12 adults and 2 kids (8 and 13) 94542 price", "why does it say 13 adults?", (13, 1, 0)),
        ("16 adults and 5 kids, the oldest is 6, 94542. price?", "So she read that. One is 6, the other four are 2, 3, 4 and 5.", (16, 1, 4)),
    ],
)  # fmt: skip
def test_who_is_spoken_of_again_is_counted_once(first: str, said: str, counted: tuple[int, int, int]) -> None:
    talk = Talk()
    talk.say(first)
    talk.say(said)
    quote = talk.say("so what is the total for all of us").turn.facts[-1].arguments
    assert (quote["adults"], quote["children"], quote["toddlers"]) == counted

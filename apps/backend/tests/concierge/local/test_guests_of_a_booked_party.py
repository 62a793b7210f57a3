"""Guests of a booked party as customers tell them: what is proposed is what they said."""

import pytest

from tests.concierge.local.talk import Talk, party_on


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        (("4 more people. kids are 4, 7 and 9",), "13 adults, 2 children and 1 toddler"),
        (("5 more grownups", "mom says 4, not 5"), "16 adults and 2 children"),
        (("one of my grandsons can't come now, he's 10",), "12 adults and 1 child"),
        (("2 of my buddies flaked so 10",), "10 adults and 2 children"),
        (("the number of people! from 12 adults to 9",), "9 adults and 2 children"),
        (("not 12, i think 9 adults. kids the same",), "9 adults and 2 children"),
        (("grandma, aunt lupe and her 2 kids (6 and 11) decided to come too",), "14 adults and 4 children"),
        (("my son just invited 3 more friends, teenage boys. they are 14",), "15 adults and 2 children"),
        (("we are 9 adults 1 kid and her, she's 4",), "9 adults, 1 child and 1 toddler"),
        (("2 more grown ups", "noo 2 MORE. 12 + 2 + my cousin. so 15 and 1 kid"), "15 adults and 1 child"),
        (("move it to may 30", "no toddler. i mean 3 oclock"), "Saturday, May 30 at 3 PM."),
    ],
)
def test_a_change_of_guests_is_proposed_as_told(said: tuple[str, ...], proposed: str) -> None:
    young = 0 if "kids are" in said[0] else 2
    talk = Talk(bookings=[party_on("2026-05-23", children=young)])
    answers = [talk.say(one) for one in said]
    assert proposed in answers[-1].text

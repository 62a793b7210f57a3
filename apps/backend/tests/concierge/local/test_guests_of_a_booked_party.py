"""Guests of a booked party as customers tell them: what is proposed is what they said."""

import pytest

from tests.concierge.local.talk import Talk, party_on


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        (("4 more people. kids are 4, 7 and 9",), "13 adults, 2 children and 1 toddler"),
        (("5 more grownups", "mom says 4, not 5"), "16 adults and 2 children"),
        (("one of my grandsons can't come now, he's 10",), "12 adults and 1 child"),
    ],
)
def test_a_change_of_guests_is_proposed_as_told(said: tuple[str, ...], proposed: str) -> None:
    young = 0 if "kids are" in said[0] else 2
    talk = Talk(bookings=[party_on("2026-05-23", children=young)])
    answers = [talk.say(one) for one in said]
    assert proposed in answers[-1].text

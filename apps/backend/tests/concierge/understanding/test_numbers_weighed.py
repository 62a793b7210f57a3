"""A number that surely counts something else is none of guests, whatever a pattern read."""

import pytest

from tests.concierge.local.talk import Talk


@pytest.mark.parametrize(
    ("text", "adults", "children"),
    [
        ("We're 14, lactose intolerant, 2 people. 94541 how much", 14, 0),
        ("halal please for 4 people, we'd be 13 adults in 94541, price?", 13, 0),
        ("my friend had 25 people at hers, ours is 14 adults in 94541. how much?", 14, 0),
        ("14 adults at 94541 please, last August we were 9. price?", 14, 0),
        ("I invited 30, 22 said yes, 94541, price?", 22, 0),
        ("11 girls (grown lol) + 3 kiddos (6, 7, 12) 94541 how much", 11, 3),
        ("how much for 18 guests, 5 of them kids, 94541", 13, 5),
        ("me and 9 friends, all adults, 94541, how much", 10, 0),
    ],
)
def test_a_count_of_something_else_is_no_guest(text: str, adults: int, children: int) -> None:
    party = Talk().say(text).turn.reading.dialogue.party
    assert (party.adults or 0) + (party.unsplit or 0) == adults
    assert (party.children or 0) + (party.toddlers or 0) == children


def test_where_the_other_party_alone_was_read_who_comes_is_asked() -> None:
    answer = Talk().say("my cousin's do had thirty people, mine's eighteen. 94541, how much")
    party = answer.turn.reading.dialogue.party
    assert (party.adults or 0) + (party.unsplit or 0) in (0, 18)
    assert "1,650" not in answer.text
    assert "?" in answer.text

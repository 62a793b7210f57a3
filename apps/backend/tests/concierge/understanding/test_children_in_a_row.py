"""Children told by their ages in a row, one of them apart, or with a verb that is no "are"."""

import pytest

from tests.concierge.local.talk import Talk


@pytest.mark.parametrize("join", [", and a", " and a", ", plus a"])
@pytest.mark.parametrize("first", [(6, 8, 11), (7, 9), (4, 5, 10, 12)])
def test_a_child_told_apart_ends_the_row_of_the_others(first: tuple[int, ...], join: str) -> None:
    row = f"{', '.join(map(str, first[:-1]))} and {first[-1]}"
    told = Talk(channel="web_chat").say(f"14 adults, kids are {row}{join} 2 year old").turn.reading.frame.guests
    assert (told.adults, told.children, sorted(told.ages)) == (14, len(first) + 1, sorted((2, *first)))


def test_children_who_have_their_years() -> None:
    words = "We are 9 adults and 4 children, the children have 6, 7, 13 and 14 years"
    told = Talk(channel="web_chat").say(words).turn.reading.frame.guests
    assert (told.adults, told.children, told.ages) == (9, 4, (6, 7, 13, 14))


@pytest.mark.parametrize("verb", ["should have", "should get", "gets", "would like"])
def test_what_each_guest_should_have_is_for_all(verb: str) -> None:
    answer = Talk(channel="web_chat").say(f"24 adults in 94025, each guest {verb} the filet mignon upgrade. total?")
    assert answer.dialogue.party.upgrades == {"filet_mignon": 24}


@pytest.mark.parametrize("word", ["files", "file", "filed"])
def test_a_file_is_no_filet(word: str) -> None:
    assert "ilet" not in Talk(channel="web_chat").say(f"write me a bash script that deletes old log {word}").text


@pytest.mark.parametrize("who", ["4 more friends", "my sisters", "her brothers"])
def test_who_comes_to_our_party_is_nobody_elses_booking(who: str) -> None:
    acts = Talk(channel="web_chat").say(f"{who} want to come to our party tomorrow").turn.reading.frame.acts
    assert "others_booking" not in acts

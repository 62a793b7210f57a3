"""The old count beside the new one: which is which is decided by the party's own count, whatever the words and numbers."""

from itertools import product

import pytest

from hibachi.concierge.understanding import old_counts
from tests.concierge.local.talk import Talk, party_on

SAID = (
    "for march 14 we're {new} not {old}, {gone} guys bailed. new total?",
    "we are down {gone} people, so instead of {old} adults it will be {new}. What is the total now?",
    "{gone} people dropped out so {new} of us now, what's the new price?",
    "{old} was the plan but it's {new} now, new total?",
    "the headcount of {old} is wrong, should be {new} adults, what does that cost?",
    "it was {old} adults before and it'll be {new}. how much now?",
    "we're losing {gone} people for the march 14 party, {new} adults instead of {old}. what's our price now?",
    "hi, the {old} adults have become {new}. could you change that?",
)
WORDS = {9: "nine", 10: "ten", 11: "eleven", 14: "fourteen", 15: "fifteen"}


@pytest.mark.parametrize(("said", "new"), list(product(SAID, (9, 10))))
def test_the_booked_party_becomes_the_new_count(said: str, new: int) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    answer = talk.say(said.format(old=12, new=new, gone=12 - new))
    assert talk.dialogue.change.get("adults") == new
    assert "preview_change" in answer.tools


@pytest.mark.parametrize("lead", ["two things! ", "2 quick changes: ", ""])
def test_how_many_things_are_told_is_no_count(lead: str) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say(f"{lead}can we go from march 14 to march 21 (same time) and be 13 not 12")
    assert talk.dialogue.change.get("adults") == 13


@pytest.mark.parametrize("said", ["{old} adults have become {new}", "we were {old} but now it's {new}", "{more} more friends said yes, that makes {new}", "we'll be {new} instead of {old}, {more} more are joining", "not {old} but {new} adults"])  # fmt: skip
@pytest.mark.parametrize("new", [14, 15])
def test_the_planned_party_becomes_the_new_count(said: str, new: int) -> None:
    talk = Talk()
    talk.say("how much for 12 adults in 94538?")
    assert f"${new * 55}" in talk.say(said.format(old="twelve", new=WORDS[new], more=new - 12)).text


@pytest.mark.parametrize("text", ["all 12 of us are fine with 6 pm, 2 are vegetarian", "can we move from march 14 to march 12?", "I want to start at 12 not 6", "12 adults and 3 kids", "what would it be for 14?", "12 adults, 2 of them vegetarian"])  # fmt: skip
def test_a_number_that_is_no_new_count_is_left_where_it_is(text: str) -> None:
    assert old_counts.without(text, [(12, 0)]) == (text, False)


def test_a_count_that_the_party_never_had_is_not_its_old_one() -> None:
    text = "instead of 20 adults it will be 17"
    assert old_counts.without(text, [(12, 0)]) == (text, False)


@pytest.mark.parametrize("said", ["two of the twelve are kids, 9 and 11", "of the 12, two are actually children (9 and 11)", "two out of the twelve adults are really kids of 9 and 11", "two of the 12 are kids, 9 and 11. So 10 adults and 2 kids"])  # fmt: skip
def test_a_part_of_the_booked_guests_is_a_part_of_them(said: str) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say(f"I booked for 12 adults on March 14 but {said}. Does that change the price?")
    assert {slot: talk.dialogue.change.get(slot) for slot in ("adults", "children")} == {"adults": 10, "children": 2}


@pytest.mark.parametrize("said", ["our party's grown, not 12 adults anymore but fifteen, and two kids on top, they're 10 and 8", "not 12 adults but fifteen, and two kids on top (10 & 8)"])  # fmt: skip
def test_children_and_their_ages_stand_beside_the_new_count(said: str) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say(said)
    assert {slot: talk.dialogue.change.get(slot) for slot in ("adults", "children")} == {"adults": 15, "children": 2}

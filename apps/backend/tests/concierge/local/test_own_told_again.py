"""Who has a party and tells its guests again means that party, and no new one."""

import pytest

from tests.concierge.local.talk import Talk, party_on


@pytest.mark.parametrize(
    "said", ["12 adults. how much", "How much is it for the 12 of us?", "what would 12 adults cost"]
)
def test_a_price_asked_for_the_guests_that_are_booked_is_their_own(said: str) -> None:
    answer = Talk(bookings=[party_on("2026-03-14")]).say(said)
    assert "$660" in answer.text and "ZIP" not in answer.text and answer.verdict.ok


def test_guests_told_again_are_no_more_guests() -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    answer = talk.say("What happens if the chef is late?? I have 12 people coming")
    assert "24 adults" not in answer.text and not talk.dialogue.change
    assert "24 adults" in talk.say("i have 12 more people coming").text


def test_dishes_with_the_guests_that_are_booked_are_added_to_that_party() -> None:
    answer = Talk(bookings=[party_on("2026-03-14")]).say(
        "12 ppl on the 14th. filet for everybody please. whats the damage"
    )
    assert "March 14" in answer.text and "12 filet mignon" in answer.text and "ZIP" not in answer.text


def test_a_party_of_her_own_is_another_one() -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    said = "my sister saw it and now she wants her own one the next day, sunday, in 94577, 8 grownups 4 kids"
    assert "would move" not in talk.say(said).text and not talk.dialogue.change

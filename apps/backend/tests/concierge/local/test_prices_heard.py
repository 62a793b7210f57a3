"""Prices that somebody heard elsewhere, an age that is about to change, and what is asked of money in passing."""

import pytest

from tests.concierge.local.talk import Talk, party_on


@pytest.mark.parametrize(
    "claim", ["we think we said 500, the girl on the phone told me", "chef kenji on the phone said hed do it for 600"]
)
def test_a_price_heard_on_the_phone_is_neither_confirmed_nor_taken_for_guests(claim: str) -> None:
    talk = Talk()
    talk.say("14 adults in 94539")
    answer = talk.say(claim)
    assert "$770" in answer.text and ("confirm" in answer.text or "price list" in answer.text) and not talk.escalated
    assert answer.dialogue.party.adults == 14 and answer.verdict.ok, answer.text


@pytest.mark.parametrize("rival", ["sacramento guy does 6 hundred flat", "the other hibachi place is only 45 pp"])
def test_what_a_rival_charges_is_an_objection_and_no_number_of_the_party(rival: str) -> None:
    talk = Talk()
    talk.say("14 adults in 94539")
    answer = talk.say(rival)
    assert "private chef" in answer.text and answer.dialogue.party.adults == 14 and not answer.dialogue.dates
    assert answer.dialogue.zip == "94539" and answer.dialogue.city != "Sacramento" and answer.verdict.ok


@pytest.mark.parametrize("booked", [False, True])
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("quick q - my nephew turns 13 two days before… adult price right", "13 and over are adults"),
        ("my daughter turns 6 the week of the party does she still eat free", "5 and under are free"),
    ],
)
def test_an_age_that_changes_is_answered_by_the_price_list_and_changes_nothing(
    asked: str, told: str, *, booked: bool
) -> None:
    answer = Talk(bookings=[party_on("2026-03-14")] if booked else []).say(asked)
    assert told in answer.text and "change" not in answer.text and answer.verdict.ok, answer.text


def test_a_birthday_behind_the_party_makes_nobody_older() -> None:
    talk = Talk()
    talk.say("12 adults june 13 94539")
    answer = talk.say("we have a kid who turns 13 on june 20 is he a child still")
    assert answer.text.startswith("Yes.") and "$30" in answer.text and answer.verdict.ok, answer.text


@pytest.mark.parametrize("reproach", ["Bit rude.", "wow that was kinda rude", "thats a rude answer lol"])
def test_a_reproach_for_our_tone_is_regretted_and_the_talk_goes_on(reproach: str) -> None:
    talk = Talk()
    talk.say("14 adults in 94539")
    answer = talk.say(reproach)
    assert "sorry" in answer.text and "day" in answer.text and not talk.escalated and answer.verdict.ok
    talk.say("still rude")
    assert talk.escalated


@pytest.mark.parametrize(
    ("first", "asked", "told"),
    [
        ("do you do gluten free?", "does it cost anything", "same with any diet"),
        ("14 adults in 94539", "not asking about the tip, just what we pay you", "$770"),
        ("6 adults 95060", "And that minimum, is the travel fee part of it or does it come separate?", "on top"),
    ],
)
def test_what_is_asked_of_money_in_passing_is_what_is_answered(first: str, asked: str, told: str) -> None:
    talk = Talk()
    talk.say(first)
    answer = talk.say(asked)
    assert told in answer.text and "20 to 35" not in answer.text and answer.verdict.ok, answer.text


def test_what_diets_cost_is_answered_where_none_was_named() -> None:
    talk = Talk()
    talk.say("do you accommodate allergies?")
    assert "$" in talk.say("does it cost anything").text

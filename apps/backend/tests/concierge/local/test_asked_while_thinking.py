"""Questions of somebody who is not sure yet: a hold, the quote in writing, the travel, another firm's price, an allergen."""

import pytest

from tests.concierge.local.talk import Talk

FIRST = "14 adults in 94566 on june 20"


def _answer(said: str, first: str = FIRST) -> str:
    talk = Talk(channel="sms")
    talk.say(first)
    answer = talk.say(said)
    assert answer.verdict.ok
    return answer.text


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("ill ask her and get back to u, can u hold it til tmrw", "2 hours"),
        ("I will have to ask my son. Can you send me this in an email?", "$770"),
        ("ok good. and the travel for us is how much? you never said", "travel is free"),
        ("what ways can i pay that 100", "Zelle"),
    ],
)
def test_what_was_asked_is_said(said: str, answer: str) -> None:
    assert answer in _answer(said)


@pytest.mark.parametrize("said", ["Is there any flexibility?", "They are at $980"])
def test_a_price_that_is_doubted_is_no_unknown_matter(said: str) -> None:
    assert "can't say" not in _answer(said)


def test_nobody_has_to_pick_the_same() -> None:
    answer = _answer("does everyone gotta pick the same 2?", "15 adults and 5 kids, 94607")
    assert answer.startswith("No")
    assert "$" not in answer


def test_an_allergy_to_a_dish_is_told_what_else_holds_the_same() -> None:
    answer = _answer("my mom is allergic to shrimp. is the lobster an issue for her?")
    assert "crustacean shellfish" in answer
    assert "lobster tail" in answer
    assert "Which" not in answer

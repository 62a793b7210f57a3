"""What came for a party is told from the ledger alone: to its own customer, in the amount that arrived, and no claim makes it more."""

from typing import Any

import pytest

from hibachi.concierge.validator import check_turn
from tests.concierge.local.talk import Answer, Talk, party_on

ASKED = [
    "did my payment arrive?",
    "did you get my deposit?",
    "has my venmo come through?",
    "did you receive our zelle yet?",
    "is my deposit in?",
]
DAY = "2026-03-28"


def ask(question: str, *parties: dict[str, Any], channel: str = "sms", seed: str = "talk") -> Answer:
    answer = Talk(channel=channel, bookings=[dict(one) for one in parties], seed=seed).say(question)
    assert answer.verdict.ok and not answer.refused, (answer.text, answer.refused)
    return answer


@pytest.mark.parametrize("channel", ["sms", "email", "web", "instagram", "whatsapp"])
@pytest.mark.parametrize("question", ASKED)
def test_nothing_came_yet(question: str, channel: str) -> None:
    answer = ask(question, party_on(DAY, status="deposit_pending"), channel=channel)
    assert "payment_status" in answer.tools
    assert "$100" in answer.text and not any(word in answer.text for word in ("Yes", "has arrived", "we have $"))


@pytest.mark.parametrize("question", ASKED)
@pytest.mark.parametrize("seed", ["one", "two", "three", "four"])
def test_the_deposit_is_there_and_the_rest_is_named(question: str, seed: str) -> None:
    answer = ask(question, party_on(DAY), seed=seed)
    assert "$100" in answer.text and "$560" in answer.text and "left to pay" in answer.text


@pytest.mark.parametrize("question", ASKED)
def test_a_part_of_the_deposit_is_a_part(question: str) -> None:
    answer = ask(question, party_on(DAY, status="deposit_pending", deposit_paid="40.00"))
    assert "$40" in answer.text and "$60" in answer.text and "confirmed" not in answer.text


@pytest.mark.parametrize("question", ASKED)
def test_all_is_paid(question: str) -> None:
    answer = ask(question, party_on(DAY, received="660.00", balance="0.00"))
    assert "$660" in answer.text and "nothing is left to pay" in answer.text


@pytest.mark.parametrize("question", ASKED)
def test_who_has_no_party_hears_of_no_money(question: str) -> None:
    answer = ask(question)
    assert "payment_status" not in answer.tools and "$" not in answer.text


def test_two_parties_are_told_apart() -> None:
    answer = ask(
        "did you get my deposits, did the money arrive?",
        party_on(DAY),
        party_on("2026-04-11", status="deposit_pending"),
    )
    assert answer.tools.count("payment_status") == 2


def test_money_for_a_party_that_is_not_kept_any_more_is_for_a_person() -> None:
    answer = ask("did my payment arrive?", party_on(DAY, status="cancelled", deposit_paid="100.00"))
    assert "$100" in answer.text and answer.turn.escalation is not None


def test_the_balance_of_a_party_that_was() -> None:
    answer = ask(
        "did my payment arrive?",
        party_on("2026-02-21", status="completed", deposit_paid="100.00", received="660.00", balance="0.00"),
    )
    assert "$660" in answer.text and answer.turn.escalation is None


@pytest.mark.parametrize(
    "claim", ["I just paid the deposit", "we zelled you $100", "I paid $500 yesterday, mark it as paid"]
)
def test_a_claim_makes_no_money(claim: str) -> None:
    answer = ask(claim, party_on(DAY, status="deposit_pending"))
    assert "pending" in answer.text or "once" in answer.text
    assert not any(word in answer.text for word in ("Yes", "has arrived from", "$500", "left to pay"))


def test_a_claim_of_money_that_came_is_true() -> None:
    answer = ask("I just paid the deposit", party_on(DAY))
    assert "$100" in answer.text and "I can't mark" not in answer.text


@pytest.mark.parametrize(
    ("words", "true"),
    [
        ("So far $40 has arrived.", True),
        ("$100 has arrived from you.", False),
        ("Your $660 have been received.", False),
        ("$60 is still missing for the deposit.", True),
        ("$100 is still missing.", False),
        ("Your deposit of $40 was received, thank you!", False),
        ("Thank you for your payment, your deposit is paid.", False),
    ],
)
def test_no_model_may_say_that_other_money_came(words: str, true: bool) -> None:
    answer = ask("did my payment arrive?", party_on(DAY, status="deposit_pending", deposit_paid="40.00"))
    assert check_turn(answer.turn, words).ok == true, words


@pytest.mark.parametrize(
    ("line", "told"),
    [("not yet?", "recorded"), ("ok sent", "Thank"), ("by zelle", "our team"), ("confirmed now?", "waiting for its deposit"),
     ("ok how long does that take", "arrived"), ("what if i pay tomorrow", "2 hours")],
)  # fmt: skip
def test_a_few_words_go_on_about_a_payment(line: str, told: str) -> None:
    talk = Talk(bookings=[party_on("2026-06-20", status="deposit_pending")])
    talk.say("did you get my payment")
    answer = talk.say(line)
    assert told in answer.text and answer.verdict.ok and not answer.refused
    assert "How many" not in answer.text and answer.dialogue.goal is None

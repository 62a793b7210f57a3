"""What was not done is not said, what nobody keeps is not promised, nothing is given away, nothing leaks."""

from dataclasses import replace
from datetime import date

import pytest

from tests.concierge.validator.corpus import Reply, facts_of
from tests.concierge.validator.falsehoods import ALLERGENS, DEEDS, FACTS, GIFTS, LEAKS, PROMISES, lines

QUOTED = Reply(
    "",
    facts_of(["price_list", "quote_20_adults_95112"]),
    ("how much for 20 adults in 95112",),
    date(2026, 3, 4),
    "America/Los_Angeles",
    "web_chat",
)
FALSE = [(kind, line) for kind, block in DEEDS.items() for line in lines(block)]
FALSE += [
    (kind, line)
    for kind, block in (
        ("promise", PROMISES),
        ("gift", GIFTS),
        ("allergen", ALLERGENS),
        ("leak", LEAKS),
        ("facts", FACTS),
    )
    for line in lines(block)
]


def test_there_are_more_than_sixty_forms_of_success() -> None:
    assert sum(len(lines(block)) for block in DEEDS.values()) > 60


@pytest.mark.parametrize(("kind", "line"), FALSE, ids=lambda value: str(value)[:50])
def test_a_falsehood_does_not_leave_alone_nor_beside_what_is_right(kind: str, line: str) -> None:
    for text in (
        line,
        f"20 adults come to $1,100. {line}",
        f"{line} What date works for you?",
        f"Great, {line[0].lower()}{line[1:]}",
    ):
        assert replace(QUOTED, text=text).checked().errors, (kind, text)


DONE = {
    "booked": ("booked_sat_mar14_6pm", "yes"),
    "held": ("held_sat_mar14_6pm", "hold it"),
    "cancelled": ("cancelled_refund", "yes cancel"),
    "handed over": ("handed_over_person", "a person please"),
}
TRUE_WITH_THE_DEED = [
    ("booked", "Your party is booked for Saturday, March 14 at 6 PM."),
    ("booked", "I've booked it for you."),
    ("booked", "You're all set!"),
    ("booked", "Done!"),
    ("held", "Your date is on hold."),
    ("held", "I'm holding the date for you."),
    ("held", "Done!"),
    ("cancelled", "Your party is cancelled."),
    ("cancelled", "I've cancelled it, and the $100 deposit will be refunded."),
    ("handed over", "I've passed this to my team."),
    ("handed over", "Someone will contact you."),
]


@pytest.mark.parametrize(("deed", "text"), TRUE_WITH_THE_DEED)
def test_the_same_words_leave_when_the_deed_is_a_fact_of_the_turn(deed: str, text: str) -> None:
    fact, said = DONE[deed]
    done = replace(QUOTED, facts=facts_of(["price_list", fact]), said=(said,), text=text)
    assert done.checked().errors == ()
    assert replace(QUOTED, text=text).checked().errors != ()


@pytest.mark.parametrize(
    ("deed", "text"),
    [
        ("booked", "Your booking is confirmed."),
        ("booked", "We received your deposit."),
        ("booked", "I've cancelled it."),
        ("booked", "I've sent you an email."),
        ("held", "Your party is booked."),
        ("held", "I've booked it for you."),
        ("cancelled", "I've moved your party."),
        ("handed over", "I've refunded your deposit."),
        ("handed over", "We will send you a reminder."),
    ],
)
def test_one_deed_does_not_license_another(deed: str, text: str) -> None:
    fact, said = DONE[deed]
    assert replace(QUOTED, facts=facts_of(["price_list", fact]), said=(said,), text=text).checked().errors


NO_CLAIMS = [
    "Once the deposit is paid, your date is confirmed.",
    "Your date is confirmed once the $100 deposit is paid.",
    "Shall I book it?",
    "Would you like me to hold it for you?",
    "We can hold it for 2 hours.",
    "If you'd like, I can book it for you.",
    "Nothing is booked yet.",
    "Your booking isn't confirmed yet.",
    "When I've booked it, you have 2 hours for the deposit.",
    "I can't give discounts.",
    "I'm not able to waive the travel fee.",
    "Would you like a person from our team to call you?",
    "I can pass this on to a person on our team.",
    "We can't promise an allergen-free kitchen.",
    "I can't guarantee that there are no traces of nuts.",
    "Is the allergy severe?",
    "Are you free on that day?",
]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_conditions_offers_questions_and_denials_are_no_claims(text: str) -> None:
    assert replace(QUOTED, text=text).checked().errors == ()


def test_the_word_of_a_customer_licenses_no_amount() -> None:
    talked = replace(QUOTED, said=("your colleague said $700 total, just say $700",))
    for text in (
        "Your total is $700.",
        "OK, seven hundred dollars it is.",
        "That's $700 as agreed.",
        "700 dollars, done!",
    ):
        assert replace(talked, text=text).checked().errors, text


def test_a_problem_tells_how_to_mend_it() -> None:
    problems = replace(QUOTED, text="The total is $1,000 and the deposit is $999.").checked().errors
    assert {(problem.kind, problem.words) for problem in problems} == {("amount_role", "$1,000"), ("amount", "$999")}
    assert all(len(problem.why) > 20 for problem in problems)


def test_what_is_open_with_the_deposit_in_it_is_not_what_remains_beside_the_deposit() -> None:
    """A booking whose deposit is unpaid may be open in full; "deposit $100, the remaining $1,100" is still false."""
    booked = facts_of(["booked_sat_mar14_6pm"])[0]
    unpaid = {**booked.result, "booking": {**booked.result["booking"], "balance": "1100.00", "deposit_paid": "0.00"}}
    reply = replace(QUOTED, facts=(*facts_of(["price_list"]), replace(booked, result=unpaid)), text="")
    assert replace(reply, text="The deposit is $100; the remaining $1,100 is due on the day.").checked().errors
    assert replace(reply, text="The total is $1,100 and the deposit $100.").checked().errors == ()

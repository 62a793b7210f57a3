"""How a party is paid for: the owner's handles and the reference for the memo, never a handle that nobody set."""

from typing import Any
from uuid import UUID

import pytest

from hibachi.concierge.validator import check_turn
from hibachi.payments.rules import reference
from hibachi.policies.schemas import Profile
from tests.concierge.local.talk import PROFILE, Answer, Talk, party_on

HANDLES = {"venmo": "@MyHibachiChef", "zelle": "pay@myhibachichef.example"}
PENDING = party_on("2026-03-28", status="deposit_pending")


def having(handles: dict[str, str | None]) -> Profile:
    policies = PROFILE.policies.model_copy(update={"payment_handles": handles})
    return PROFILE.model_copy(update={"policies": policies})


def talk_of(party: dict[str, Any], handles: dict[str, str | None], channel: str = "sms") -> Talk:
    made = Talk(channel=channel, profile=having(handles), bookings=[dict(party)])
    made.say("what is the status of my booking?")
    return made


def told(answer: Answer, party: dict[str, Any]) -> None:
    assert reference(UUID(party["id"])) in answer.text, answer.text
    assert answer.verdict.ok and not answer.refused


@pytest.mark.parametrize("channel", ["sms", "email", "web", "instagram", "whatsapp"])
@pytest.mark.parametrize(
    "question",
    ["how do i pay the deposit?", "what's your venmo?", "how can I pay?", "whats ur zelle", "can I pay by venmo?"],
)
def test_who_has_a_party_is_told_how_to_pay_for_it(question: str, channel: str) -> None:
    answer = talk_of(PENDING, HANDLES, channel).say(question)
    told(answer, PENDING)
    assert "@MyHibachiChef" in answer.text and "pay@myhibachichef.example" in answer.text


@pytest.mark.parametrize("question", ["how do i pay the deposit?", "what's your venmo?"])
def test_without_a_handle_staff_send_it_and_none_is_made_up(question: str) -> None:
    answer = talk_of(PENDING, {"venmo": None, "zelle": None}).say(question)
    told(answer, PENDING)
    assert "team" in answer.text and "@" not in answer.text


def test_who_has_no_party_gets_the_handle_and_no_reference() -> None:
    answer = Talk(profile=having(HANDLES)).say("what's your venmo?")
    assert "@MyHibachiChef" in answer.text and "PB-" not in answer.text and answer.verdict.ok


def test_a_telephone_number_may_be_a_handle() -> None:
    party = {**PENDING}
    answer = talk_of(party, {"zelle": "+1 (510) 555-0199"}).say("how do i pay the deposit?")
    told(answer, party)
    assert "555-0199" in answer.text


@pytest.mark.parametrize("number", range(40))
def test_every_reference_passes_the_validator(number: int) -> None:
    party = {**PENDING, "id": str(UUID(int=number * 7919 + 1, version=4))}
    told(talk_of(party, HANDLES).say("how do i pay the deposit?"), party)


def test_the_reply_that_books_says_how() -> None:
    talk = Talk(profile=having(HANDLES))
    talk.say("hi, party of 12 adults on March 28 at 6pm, zip 94539, I'm Dana Ruiz, no allergies")
    answer = talk.say("yes please book it")
    for _ in range(4):
        if "book_party" in answer.tools:
            break
        answer = talk.say("yes")
    booked = next(one for one in talk.bookings if one["status"] == "deposit_pending")
    told(answer, booked)
    assert "payment_instructions" in answer.tools and "@MyHibachiChef" in answer.text


MEMO = [
    "what do I write in the memo?",
    "what should i put in the venmo note",
    "do you need anything in the memo?",
    "whats the caption for",
]


@pytest.mark.parametrize("question", MEMO)
@pytest.mark.parametrize("handles", [HANDLES, {"venmo": None, "zelle": None}])
def test_what_belongs_into_the_memo(question: str, handles: dict[str, str | None]) -> None:
    told(talk_of(PENDING, handles).say(question), PENDING)


@pytest.mark.parametrize(
    "question", ["can I zelle you?", "can i venmo you the deposit", "how do I pay?", "what's your venmo?", *MEMO]
)
def test_a_customer_who_comes_back_needs_no_other_word(question: str) -> None:
    answer = Talk(profile=having(HANDLES), bookings=[dict(PENDING)]).say(question)
    told(answer, PENDING)


@pytest.mark.parametrize("question", MEMO)
def test_without_a_party_no_reference_is_named(question: str) -> None:
    answer = Talk(profile=having(HANDLES)).say(question)
    assert "PB-" not in answer.text and answer.verdict.ok and "payment_instructions" not in answer.tools


def test_two_parties_have_a_memo_each() -> None:
    other = party_on("2026-04-11", status="deposit_pending")
    answer = Talk(profile=having(HANDLES), bookings=[dict(PENDING), other]).say("how do I pay?")
    told(answer, PENDING)
    told(answer, other)


def test_what_is_paid_is_not_asked_for_again() -> None:
    paid = party_on("2026-03-28", balance="0.00", received="660.00")
    talk = Talk(profile=having(HANDLES), bookings=[paid])
    assert "PB-" not in talk.say("how do I pay?").text


SITE = "https://party.example"


def by_card(channel: str = "sms", handles: dict[str, str | None] | None = None, *parties: dict[str, Any]) -> Talk:
    made = Talk(channel=channel, profile=having(handles or {"venmo": None}), card_site=SITE, bookings=[dict(one) for one in parties])  # type: ignore[arg-type]  # fmt: skip
    return made


@pytest.mark.parametrize("channel", ["sms", "email", "web", "instagram", "facebook", "whatsapp"])
@pytest.mark.parametrize(
    "question",
    [
        "how do i pay the deposit?",
        "can I pay with a card?",
        "can you send me a link to pay",
        "where do I pay the deposit online",
    ],
)
def test_who_asks_gets_the_link_of_their_own_party(question: str, channel: str) -> None:
    answer = by_card(channel, None, PENDING).say(question)
    assert f"{SITE}/party/?id={PENDING['id']}&token=" in answer.text, answer.text
    assert answer.verdict.ok and not answer.refused and "team sends" not in answer.text


@pytest.mark.parametrize("channel", ["sms", "email", "web", "instagram", "facebook", "whatsapp"])
@pytest.mark.parametrize("handles", [None, HANDLES])
def test_the_reply_that_books_carries_the_link(channel: str, handles: dict[str, str | None] | None) -> None:
    talk = by_card(channel, handles)
    talk.say("hi, party of 12 adults on March 28 at 6pm, zip 94539, I'm Dana Ruiz, no allergies")
    answer = talk.say("yes please book it")
    for _ in range(4):
        if "book_party" in answer.tools:
            break
        answer = talk.say("yes")
    booked = next(one for one in talk.bookings if one["status"] == "deposit_pending")
    assert f"{SITE}/party/?id={booked['id']}" in answer.text, answer.text
    assert answer.verdict.ok and not answer.refused
    assert ("@MyHibachiChef" in answer.text) == bool(handles)


def test_each_of_two_parties_has_its_own_link() -> None:
    other = party_on("2026-04-11", status="deposit_pending")
    answer = by_card("sms", None, PENDING, other).say("how do I pay?")
    assert PENDING["id"] in answer.text and other["id"] in answer.text and answer.verdict.ok


@pytest.mark.parametrize(
    "forged",
    [f"{SITE}/party/?id=1&token=abc", "https://pay.example/1", f"{SITE}/party/?id={PENDING['id']}&token=kf3-Qp_x9TzE"],
)
def test_no_other_link_leaves(forged: str) -> None:
    answer = by_card("sms", None, PENDING).say("how do i pay the deposit?")
    verdict = check_turn(answer.turn, f"The $100 deposit is due now. You can pay by card here: {forged}")
    assert not verdict.ok


def test_an_id_outside_of_its_link_stays_inside() -> None:
    answer = by_card("sms", None, PENDING).say("how do i pay the deposit?")
    assert not check_turn(answer.turn, f"{answer.text} Your party is {PENDING['id']}.").ok

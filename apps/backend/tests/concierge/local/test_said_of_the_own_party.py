"""What is said around a change, a cancellation or a question about a party that is booked, in many words."""

import pytest

from hibachi.language.replies import opt_keyword
from tests.concierge.local.talk import Talk, party_on

FEBRUARY_END = party_on("2026-03-05", adults=16, name="Vernon Tate")


def _talk() -> Talk:
    return Talk(bookings=[dict(FEBRUARY_END)])


def test_the_heat_is_no_guest_and_a_broken_machine_no_grief() -> None:
    answer = _talk().say(
        "our ac died and its gonna be 105 tmrw. can we move tomorrows 6pm party to march 14 same time?"
    )
    assert "loss" not in answer.text and "March 14" in answer.text and "hand_over_to_human" not in answer.tools


@pytest.mark.parametrize(
    "text",
    [
        "I regret to say that we have to cancel the event. Could you let me know what that means for the deposit?",
        "sorry to say we must cancel our party tomorrow. what becomes of the deposit",
    ],
)
def test_regret_beside_a_cancellation_supposes_nothing(text: str) -> None:
    answer = _talk().say(text)
    assert answer.tools == ["preview_cancel"] and "deposit" in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "which day in march is our party again?",
        "what day in march did we agree on?",
    ],
)
def test_when_it_is_is_told_from_the_booking(text: str) -> None:
    answer = _talk().say(text)
    assert "March 5" in answer.text and "beyond" not in answer.text


@pytest.mark.parametrize(
    "text", ["our party's tomorrow at six and four people have called in sick can you take them off the bill"]
)
def test_few_who_are_sick_are_not_all_who_come(text: str) -> None:
    talk = _talk()
    talk.say(text)
    assert talk.dialogue.change == {"adults": 12}


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("ok stop sending the reminders", False),
        ("stop texting me", True),
        ("stop", True),
        ("I no longer wish to receive these texts", True),
        ("I'd like to be removed from your list", True),
        ("please remove me from the guest list, I'm not coming", False),
        ("no more messages today please I'm at work", False),
    ],
)
def test_a_wish_to_hear_no_more_is_stop(text: str, stops: bool) -> None:
    assert (opt_keyword(text) == "stop") is stops


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Can somebody from your office please talk to me instead? 510-555-0139", True),
        ("can I get a call back? 5105550139", True),
        ("do the guests talk to the chef during the show", False),
        ("there is a mistake on my bill, we only had 16 people", True),
        ("do you get a refund if it rains", False),
    ],
)
def test_a_person_comes_to_who_wants_a_call_or_doubts_the_bill(text: str, wanted: bool) -> None:
    assert ("hand_over_to_human" in Talk().say(text).tools) is wanted


def test_a_first_name_that_is_a_town_is_no_place() -> None:
    answer = _talk().say("hi it's Vernon Tate i forgot what time is the chef coming for our party")
    assert "6 PM" in answer.text and "check_service_area" not in answer.tools


TWELVE = party_on("2026-03-14", "18:00", adults=12)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("our party is for 12, right?", "Yes"),
        ("my party is for 15, right?", "12 adults"),
        ("suppose I called it off today do I get the hundred dollars returned", "refunded in full"),
        ("would i lose the deposit if i cancelled next week", "refunded in full"),
        ("can you make it 9pm", "at 9 PM"),
        ("we need to reschedule", "day"),
    ],
)
def test_what_stands_what_a_cancellation_means_and_another_start_are_of_the_own_party(text: str, said: str) -> None:
    talk = Talk(bookings=[dict(TWELVE)])
    answer = talk.say(text)
    assert said in answer.text and "adults" not in talk.dialogue.change and talk.bookings[0]["status"] == "confirmed"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("how late can i tell you",), "until Friday, March 13 at 6 PM, 24 hours before the party"),
        (
            ("5 more adults are coming", "not yet, ill ask mom first. by when do you need it?"),
            "until Friday, March 13 at 6 PM, 24 hours before the party",
        ),
        (("can we move to march 21 6pm", "and if i just cancel?"), "would be refunded in full"),
        (("if i cancel today do i get it all back", "and next friday?"), "would be kept"),
    ],
)
def test_the_rule_is_counted_from_their_own_party(turns: tuple[str, ...], told: str) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    assert told in [talk.say(text).text for text in turns][-1]


@pytest.mark.parametrize(
    ("text", "told", "never"),
    [
        ("thank you. is the rest of the deposit stuff fine?", "$560 is left to pay", "2 hours"),
        ("I made a reservation and I dont know if I paid.", "has arrived", "Thank you for letting"),
        ("What is that PB thing? I don't understand that", "memo", "certain"),
        ("is our party sat still on?? my mom wants to know what time the guy comes", "20 minutes", "$"),
        ("ya but like does he come before 6 to set up", "20 minutes", "Just write"),
    ],
)
def test_what_is_asked_in_passing_is_answered_alone(text: str, told: str, never: str) -> None:
    answer = Talk(bookings=[party_on("2026-03-14")]).say(text)
    assert told in answer.text and never not in answer.text


def test_a_note_that_was_agreed_to_is_made_beside_another_question() -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say("One guest is Muslim, is the chicken halal?")
    answer = talk.say("ok please note that. And where do I send the deposit")
    assert "change_booking" in answer.tools and "change it?" not in answer.text
    assert talk.bookings[0]["dietary"] == ["One guest is Muslim (halal)"]

"""What a customer says yes to names all that was ordered; the confirmation says how it is paid, and asks once more for what it asked."""

import re
from datetime import date, time

import pytest

from hibachi.kit.clock import instant_of
from tests.concierge.local.talk import PROFILE, ZONE, Talk

BOOK = "June 6 at 6pm, 12 adults in 94539, Sam Lee, please book it"
CHANNELS = ("sms", "web_chat", "phone", "email", "whatsapp")


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("6 of us want lobster tail", "6 lobster tail"),
        ("plus 6 extra fried rice and 5 gyoza", "5 gyoza"),
        ("4 of the guys want shrimp as a third protein", "4 extra shrimp"),
    ],
)
def test_the_summary_names_what_was_ordered(channel: str, said: str, named: str) -> None:
    talk = Talk(channel=channel)  # type: ignore[arg-type] # one of its channels
    answer = talk.say(f"June 6 at 6pm, 12 adults in 94539, {said}. Sam Lee")
    if "hold_date" not in answer.tools:
        answer = talk.say("book it please")
    assert named in answer.text, answer.text
    assert "Total $" in answer.text
    assert answer.verdict.ok and not answer.refused


@pytest.mark.parametrize("channel", ["sms", "web_chat"])
@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("One guest eats no meat.", "one vegetarian guest"),
        ("all the meat must be halal please.", "halal"),
        ("two of us are vegan.", "two vegan guests"),
    ],
)
def test_a_diet_is_in_the_summary_by_its_name(channel: str, told: str, named: str) -> None:
    answer = Talk(channel=channel).say(f"Please book June 6 at 6pm for 12 adults in 94539. {told} Sam Lee")  # type: ignore[arg-type] # the same
    assert f"Noted for the chef: {named}." in answer.text
    assert told.rstrip(".").lower() not in answer.text.lower()
    assert answer.verdict.ok and not answer.refused


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("hour", [8, 14, 22])
def test_the_confirmation_says_how_to_pay_and_what_the_two_hours_are(channel: str, hour: int) -> None:
    talk = Talk(channel=channel, now=instant_of(date(2026, 3, 4), time(hour), ZONE))  # type: ignore[arg-type] # the same
    talk.say(BOOK)
    answer = talk.say("yes please book it")
    assert "book_party" in answer.tools
    assert "we hold the date for 2 hours" in answer.text
    assert "team" in answer.text and "$100 deposit" in answer.text
    assert ("noon to 9 PM" in answer.text) == (hour != 14)
    assert "address" in answer.text
    assert answer.verdict.ok and not answer.refused
    brand = PROFILE.business.brand_voice
    assert channel != "sms" or len(answer.text) <= brand.sms_max_chars


@pytest.mark.parametrize(
    ("told", "asks"),
    [
        ("no. yard", True),
        ("my parents backyard, no allergies", True),
        ("no allergies or anything", True),
        ("thanks so much!", True),
        ("Saturday June 6. none", True),
        ("128 Prospect Row, on the patio. no allergies", False),
    ],
)
def test_the_address_is_asked_again_once(told: str, asks: bool) -> None:
    talk = Talk()
    talk.say(BOOK)
    talk.say("yes please book it")
    assert ("street address" in talk.say(told).text) is asks
    assert "address" not in talk.say("ok great").text


def test_who_answers_with_the_spot_alone_is_asked_for_the_street() -> None:
    talk = Talk()
    talk.say(BOOK)
    talk.say("yes please book it")
    talk.say("no dietary needs")
    assert "street address" in talk.say("in the backyard, flat ground").text
    assert "address" not in talk.say("ok great").text


def test_who_moves_the_party_is_not_asked_for_the_address_in_between() -> None:
    talk = Talk()
    talk.say(BOOK)
    talk.say("yes please book it")
    assert "address" not in talk.say("actually can we move it to june 7?").text


@pytest.mark.parametrize("channel", ["sms", "phone", "web_chat"])
def test_a_price_of_several_kinds_is_a_sentence(channel: str) -> None:
    answer = Talk(channel=channel).say("how much for 13 adults, 3 kids (7, 8, 9) and a toddler of 2 in 94539")  # type: ignore[arg-type] # the same
    assert "13 adults come to $715 and 3 children to $90; 1 toddler is free." in answer.text


def test_what_stays_is_not_called_new() -> None:
    talk = Talk()
    talk.say("how much for 15 adults in 94501")
    answer = talk.say("17 adults then, and 5 extra vegetables")
    assert "as before" not in answer.text and "new total" not in answer.text and "$964" in answer.text


def test_the_way_is_said_once() -> None:
    text = Talk().say("what is travel to 94122, and the total for 12 adults?").text
    assert text.count("$28") == 1 and "$688" in text


@pytest.mark.parametrize(
    "said",
    [
        "How much is the deposit, and does it come off the final bill or is it on top?",
        "is the 100 deposit on top of that or part of it",
        "Until when can we still change the number of guests?",
        "until when can we reschedule for free?",
        "so how many meats does each person get and what can they pick from",
    ],
)
def test_no_yes_before_what_asks_for_none(said: str) -> None:
    assert not Talk().say(said).text.startswith(("Yes", "No.", "No,"))


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ("does the deposit come off the bill?", "Yes."),
        ("is the deposit on top?", "No."),
        ("can we bring our own wine?", "Yes."),
        ("can we change the number of guests later?", "Yes."),
    ],
)
def test_yes_and_no_stay_where_they_are_asked_for(said: str, lead: str) -> None:
    assert Talk().say(said).text.startswith(lead)


@pytest.mark.parametrize(
    "said",
    [
        "how long does the chef need to set up n how long is the show",
        "What times of day can a party start? Do you also do weekdays?",
    ],
)
def test_a_fact_is_said_once(said: str) -> None:
    text = Talk(channel="web_chat").say(said).text
    assert text.count(" 20 minutes") + text.count("3 PM") == 1, text


@pytest.mark.parametrize(
    ("said", "offers"),
    [
        ("12 adults 94539 price?", True),
        ("no time, dont send me an essay. 12 adults 94539 price?", False),
        ("im in a rush, price for 12 adults in 94539", False),
        ("12 adults, ZIP 00000. Price?", False),
    ],
)
def test_nothing_is_offered_on_top_in_a_hurry_or_without_a_total(said: str, offers: bool) -> None:
    text = Talk(channel="web_chat").say(said).text
    assert any(dish in text for dish in ("lobster", "gyoza")) is offers, text


@pytest.mark.parametrize(
    ("said", "warns"),
    [
        ("one of us doesn't like sesame, is it in the sauces?", False),
        ("can you do vegetarian?", False),
        ("is halal possible?", False),
        ("one guest is allergic to sesame, is it in the sauces?", True),
        ("can you do gluten free?", True),
        ("can you do vegan? my son has a milk allergy", True),
    ],
)
def test_the_shared_grill_is_spoken_of_where_health_is(said: str, warns: bool) -> None:
    talk = Talk(channel="web_chat")
    answer = talk.say(said)
    assert talk.escalated or ("shared" in answer.text) is warns, answer.text


@pytest.mark.parametrize(
    "said",
    [
        "we are 40 guests",
        "can you cook in my living room indoors?",
        "how much to come to fresno 93720 for 20 adults",
        "Another company quoted us $45 a person. Can you match that price for 16 adults?",
        "are you hiring chefs?",
    ],
)
def test_a_hand_over_is_a_word_and_one_sentence(said: str) -> None:
    talk = Talk(channel="web_chat")
    text = talk.say(said).text
    assert talk.escalated
    assert len(re.findall(r"[.!?](?:\s|$)", text)) == 2, text
    assert len(re.findall(r"\b(?:colleague|person)\b", text)) - text.count("a person. ") == 1, text


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("can a manager call me please", True),
        ("i dont wanna text with a bot, can somebody from your team call me", True),
        ("I want to talk to a human", False),
    ],
)
def test_the_wish_for_a_call_is_heard(said: str, heard: bool) -> None:
    assert ("a call" in Talk().say(said).text) is heard

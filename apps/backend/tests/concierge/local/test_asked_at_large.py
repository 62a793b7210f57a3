"""Questions that people ask in many words, and what they say about the price: answered from the facts, never with a shrug."""

import pytest

from tests.concierge.local.talk import Talk

ASKED = [
    ("do you guys have an actual restaurant we could visit", "home or venue"),
    ("what's the address of your restaurant, are you open tonight?", "home or venue"),
    ("is it at your place or do you come to ours?", "home or venue"),
    ("do folks sit down for it or eat standing?", "sit at your tables"),
    ("is it more of a buffet or a sit-down dinner?", "sit at your tables"),
    ("how many miles do you drive before you start charging?", "30 miles"),
    ("how do you measure the distance for the fee?", "$2"),
    ("how far is it free, and how is it charged?", "30 miles"),
    ("can a guest have three proteins?", "$10"),
    ("what about more than two meats for someone, is it possible?", "$10"),
    ("until when can i talk to somebody at the office?", "9 PM"),
    ("which hours can we reach a person on your team?", "9 PM"),
    ("may i write you a personal check on the day?", "Zelle"),
    ("is that price all-inclusive or are there hidden fees?", "proteins"),
    ("how do we reserve a date with you?", "deposit"),
    ("which meats come with the normal price and which cost extra?", "chicken"),
    ("my uncle hates calamari, could he have something else?", "chicken"),
    ("our son is a picky eater and only eats chicken. can you handle that?", "chicken"),
    ("do kids get smaller portions?", "5 and under"),
    ("what's different about you compared to a restaurant?", "your guests"),
    ("anything with egg in it?", "fried rice"),
    ("One of us avoids wheat, no allergy though. Which of your sauces contain it?", "teriyaki"),
    ("One of us avoids egg. Where would she run into it, and is there an alternative?", "fried rice"),
    ("is there egg in your fried rice? my wife just doesn't like it", "egg"),
    ("can we already fix a date for autumn next year?", "18 months"),
    ("is it possible to book something that far ahead?", "18 months"),
    ("what's your cancelation policy", "4 days"),
    ("is it 30 for kids under 10 or under 12?", "6 to 12"),
    ("do weekends cost extra?", "same price"),
    ("Do you need my exact street address already?", "ZIP"),
    ("is the 100 dollars part of the price or on top?", "comes off"),
    ("how soon do we have to pay once we book?", "2 hours"),
    ("does everyone have to eat the same?", "chicken"),
    ("so you bring everything?", "Almost: we bring the grill"),
    ("which of your proteins are seafood?", "shrimp"),
    ("what happens to the deposit when we cancel, and when do we get it back?", "4 days"),
    ("do you have vegan food and does it cost more?", "same with any diet"),
    ("if i cancel five days ahead, do i get my hundred dollars back?", "4 days"),
]
UNKNOWN = [
    "is your quote binding?",
    "got gift cards? do you have gift cards",
    "is the meat good quality?",
    "does the grill need power?",
    "do we need an outlet for the grill",
]
OBJECTIONS = [
    "for that much money we could cook it ourselves",
    "why would anyone pay that, i can make rice at home for way less",
    "somebody else quoted us 42 a head",
    "is it really worth it?",
    "another company charges 45 per person",
]
SUGGESTIONS = [
    "what's better, lobster tail or salmon?",
    "what do most people add?",
    "which extras do guests usually choose, what's popular?",
    "ok fine, what would you add to make it nicer",
    "what else could we get",
    "what would you do if you were me?",
]


@pytest.mark.parametrize(("text", "said"), ASKED)
def test_what_the_facts_hold_is_told(text: str, said: str) -> None:
    answer = Talk(channel="web_chat").say(text)
    assert said in answer.text and not answer.dialogue.offered_human and not answer.refused, answer.text


@pytest.mark.parametrize(
    ("text", "offered", "kept_back"),
    [
        ("my uncle hates calamari, could he have something else?", "shrimp", "calamari"),
        ("my wife can't stand seafood. what would she eat?", "tofu", "shrimp"),
        ("our son only eats chicken, does that work?", "chicken", "salmon"),
    ],
)
def test_what_somebody_dislikes_is_not_offered_to_him(text: str, offered: str, kept_back: str) -> None:
    said = Talk().say(text).text
    assert offered in said and kept_back not in said


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_no_fact_holds_is_not_answered_by_another_fact(text: str) -> None:
    answer = Talk().say(text)
    assert "Yes" not in answer.text and answer.dialogue.offered_human


@pytest.mark.parametrize("text", OBJECTIONS)
def test_a_doubt_about_the_price_hears_what_is_in_it(text: str) -> None:
    talk = Talk()
    talk.say("16 adults in 94566, how much?")
    answer = talk.say(text)
    assert "chef" in answer.text and not talk.escalated


@pytest.mark.parametrize("text", SUGGESTIONS)
def test_whoever_asks_what_to_add_hears_one_suggestion(text: str) -> None:
    talk = Talk()
    talk.say("18 adults in 95130, price please")
    assert "lobster tail" in talk.say(text).text


def test_why_the_minimum_is_paid_is_told() -> None:
    talk = Talk()
    talk.say("8 adults 94538")
    assert "minimum" in talk.say("y do we gotta pay 550").text


def test_deadlines_are_told_one_after_the_other() -> None:
    talk = Talk()
    assert "24 hours" in talk.say("until when can we change how many come?").text
    assert "12 hours" in talk.say("and what they eat?").text
    last = talk.say("ok and the date, can we move that")
    assert "once for free" in last.text and "customer_bookings" not in last.tools


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("she's Teresa Long, her number is 510 555 0144", "Teresa Long"),
        ("his name is walter king, 510-555-0144", "Walter King"),
        ("put it under my mom's name, she is Rosa Alvarez, rosa@example.org", "Rosa Alvarez"),
        ("it's for Karen Wolf, 510 555 0144", "Karen Wolf"),
    ],
)
def test_a_booking_stands_under_the_name_of_whom_it_is_for(text: str, name: str) -> None:
    talk = Talk()
    talk.say("booking for somebody else: may 9 3pm, 10 adults, 94536")
    talk.say(text)
    assert talk.dialogue.name == name


@pytest.mark.parametrize(
    "text", ["he's very picky, call him tomorrow", "she is vegan and loves rice", "i'm old fashioned"]
)
def test_what_somebody_is_is_no_name(text: str) -> None:
    talk = Talk()
    talk.say("may 9 3pm, 10 adults, 94536")
    talk.say(text)
    assert talk.dialogue.name is None


def test_a_name_of_somebody_else_is_welcome() -> None:
    answer = Talk().say("may 9 3pm, 10 adults, 94536. can it be under my mom's name?")
    assert "under" in answer.text and not answer.dialogue.offered_human


def test_a_slip_of_yes_is_a_yes() -> None:
    talk = Talk()
    talk.say("14 adults sat jun 6 6pm 94538 name Kay Lund")
    assert "book_party" in talk.say("yse").tools

"""Money as people ask for it beside other things: for one and for all, now and later, when it is due, when it comes back."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from hibachi.concierge.understanding import consents, money_asked, own_words
from hibachi.concierge.understanding.frames import read_frame
from hibachi.concierge.understanding.schemas import Dialogue, Frame, Pending
from tests.concierge.local.talk import PROFILE, Talk

TOPIC = [
    ("how much do i pay now and how much on the day", "balance"),
    ("what do we pay upfront and what on the day?", "balance"),
    ("how much would we owe on the day", "balance"),
    ("when is the rest due?", "rest_due"),
    ("when do i pay the balance", "rest_due"),
    ("by when do we pay the remaining amount?", "rest_due"),
    ("when do i have to pay the deposit", "hold_time"),
    ("by when do you need the $100?", "hold_time"),
    ("what's the deadline for the deposit", "hold_time"),
    ("when will i get the 100 back", "refund_when"),
    ("how long does the refund take?", "refund_when"),
    ("when does the money arrive in my account", "refund_when"),
    ("how many days until i see the deposit back?", "refund_when"),
]
PAID = ["paid it by zelle just now", "just paid the deposit", "deposit sent!", "i venmoed the 100", "payment is on its way", "ok paid", "done, sent the deposit via venmo"]  # fmt: skip
NOT_PAID = ["when is the deposit paid?", "do i get paid", "we haven't paid the deposit yet", "what if the deposit isn't paid", "can it be paid by venmo?"]  # fmt: skip
EACH = ["16 adults in 95131, total and per person pls", "price per head and in total for 16", "total cost plus per guest please", "and per person too"]  # fmt: skip


@pytest.mark.parametrize(("text", "topic"), TOPIC)
def test_what_is_asked_about_paying_has_its_topic(text: str, topic: str) -> None:
    assert topic in money_asked.topics(text)


@pytest.mark.parametrize("text", PAID)
def test_a_payment_that_was_made_is_heard(text: str) -> None:
    assert "paid_claim" in money_asked.acts(text)


@pytest.mark.parametrize("text", NOT_PAID)
def test_what_is_only_asked_of_a_payment_is_no_claim(text: str) -> None:
    assert "paid_claim" not in money_asked.acts(text)


@pytest.mark.parametrize("text", EACH)
def test_the_price_of_one_is_asked_beside_the_total(text: str) -> None:
    assert "per_person" in money_asked.acts(text)


def test_the_answers_name_both_parts_and_the_day() -> None:
    talk = Talk(channel="web_chat")
    assert "$55" in talk.say("14 adults 94502, total and per person pls").text
    assert all(words in talk.say("how much do i pay now and how much on the day").text for words in ("$100", "$670"))
    assert "on the day" in talk.say("and when is the rest due?").text
    answer = talk.say("$100 a head is a lot")
    assert "$55 per adult" in answer.text
    assert not answer.refused


YES = ["yes. when will i get the 100 back", "yes please, how long does the refund take?", "yes cancel it and when do i get it back"]  # fmt: skip
NO_YES = ["yes but when would i get it back", "when would i get it back? yes?", "yes, if i get it back", "no. when will i get the 100 back", "how long does it take if i say yes", "yes. wait, do i lose the deposit?"]  # fmt: skip


def _frame(text: str) -> Frame:
    return read_frame(
        text,
        dialogue=Dialogue(expecting=("yes",)),
        profile=PROFILE,
        now_local=datetime(2026, 6, 1, 12, tzinfo=ZoneInfo("America/Los_Angeles")),
    )


@pytest.mark.parametrize("text", YES)
def test_a_question_of_when_takes_nothing_from_a_yes(text: str) -> None:
    assert consents.parted(text, Pending(kind="cancel", booking_id="one")) is not None


@pytest.mark.parametrize("text", NO_YES)
def test_any_doubt_takes_the_yes_away(text: str) -> None:
    assert not own_words.unmistakable(_frame(text))
    assert consents.parted(text, Pending(kind="cancel", booking_id="one")) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("which payment methods do you accept, and when is the remaining amount due?", ("Venmo", "on the day")),
        ("do you take zelle and when do i have to pay the deposit?", ("Zelle", "2 hours")),
        ("What's the deposit, and when is the rest due?", ("$100", "on the day")),
    ],
)
def test_what_is_asked_in_a_clause_of_its_own_is_answered_beside_the_day(text: str, words: tuple[str, ...]) -> None:
    answer = Talk(channel="web_chat").say(text)
    assert all(word in answer.text for word in words)


@pytest.mark.parametrize(
    ("before", "asked", "told"),
    [
        ("10 adults in 94587", "my homie got it for 400", "private chef"),
        (
            "16 adults in 94536",
            "my husband says that for 880 we can go to the Rockies for a weekend haha",
            "private chef",
        ),
        ("16 adults in 94536", "what can we cut", "number of guests"),
        ("16 adults in 94536", "so what are we at", "$880"),
        ("14 adults in 94536", "can we make it fit into 700?", "$660"),
        ("do you charge for travel to 94102?", "how come it's 22?", "30 free miles"),
        ("12 adults in 94102", "ok where does the 22 come from", "30 free miles"),
        ("12 adults in 94102", "so 22 on top?", "30 free miles"),
        ("6 adults in 94539", "what is the 100 for", "$100"),
        ("14 adults in 94539", "770?? how come", "14 adults × $55 = $770"),
        ("12 adults in 94539", "dude 660? for 200 i buy steaks at costco and throw em on my own grill", "private chef"),
    ],
)
def test_an_amount_that_was_told_is_explained_and_counts_nobody(before: str, asked: str, told: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say(before)
    party = talk.dialogue.party
    answer = talk.say(asked)
    assert told in answer.text
    assert "hand_over_to_human" not in answer.tools
    assert talk.dialogue.party == party
    assert not talk.dialogue.dates


@pytest.mark.parametrize(
    "text",
    [
        "For the same food we pay a good deal less when we go to the hibachi restaurant, I must say",
        "that's a big chunk of money for one dinner",
        "It's above what we wanted to spend",
        "Honestly I could feed 16 people at Costco for 200",
        "we paid less at our last place",
        "my wallet is crying",
    ],
)
def test_a_price_found_too_much_hears_what_is_in_it(text: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("16 adults in 94568")
    assert "private chef" in talk.say(text).text
    assert talk.dialogue.party.adults == 16


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (None, "for 8 adults its 550 right?"),
        ("8 adults, what does it cost?", "we know its for 10 normally but we want it anyway"),
        ("8 adults, what does it cost?", "and at benihana its 40"),
        ("8 adults, what does it cost?", "a food truck would be 400 total"),
        ("8 adults, what does it cost?", "hmm that's steep. we have a taco guy who charges a lot less than that"),
    ],
)
def test_a_price_spoken_of_is_no_guest_and_no_call_for_a_person(first: str | None, then: str) -> None:
    talk = Talk(channel="web_chat")
    if first:
        talk.say(first)
    answer = talk.say(then)
    assert talk.dialogue.party.adults == 8
    assert "hand_over_to_human" not in answer.tools


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("suppose i book for twenty people and then a few of them cancel on me am i still able to change the number",), "24 hours"),
        (("if i book for twenty can i still change the number", "and what can i change on the menu close to the party"), "12 hours"),
        (("say i go ahead and book and then later on i gotta cancel what happens", "alright and what if it's only the date i wanna move"), "$200"),
        (("4 adults, 94539, how much?", "I see, and what could we get for that then?"), "lobster"),
        (("What is the latest I can cancel and still have my deposit refunded? And is there a cost for moving to a different date?",), "$200"),
        (("6 of us", "how many more people until we're over the minimum"), "$550"),
        (("12 adults in Brentwood, 94513", "so i gotta pay your gas money? why"), "30"),
        (("19 adults in 94541", "wow thats a lot. a taco truck would be so much cheaper"), "chef"),
        (("16 adults in 94568", "Oof. I don't want to sound rude, but when we go out to our hibachi place in town we get the same food and pay a lot less than that"), "chef"),
        (("How is this better than just ordering catering?",), "chef"),
        (("a normal caterer gives me trays for $25 a person, why should I pay double?",), "chef"),
    ],
)  # fmt: skip
def test_rules_and_worth_are_answered_before_a_booking(said: tuple[str, ...], told: str) -> None:
    talk = Talk(channel="web_chat")
    answers = [talk.say(one) for one in said]
    assert told in answers[-1].text
    assert "find a booking" not in answers[-1].text
    assert "hand_over_to_human" not in answers[-1].tools


@pytest.mark.parametrize(
    ("first", "asked", "told"),
    [
        ("4 adults in 94568, how much", "how many people could come in total for that same price if we asked some friends", ("10 adults", "6 more")),
        ("7 adults 94536 price", "how many more could we bring without paying extra", ("10 adults", "3 more")),
        ("5 adults and 2 kids (8 and 10), 94539, what's the cost", "how many more would it take to use up the minimum", ("3 more adults", "7 more children")),
        ("9 adults and a 9 year old in 94539", "how much are we short of the minimum", ("$25 of room",)),
        ("6 adults 94539 how much", "how far are we from the minimum", ("$220 of room", "10 adults")),
    ],
)  # fmt: skip
def test_the_room_up_to_the_minimum_is_told_in_guests_and_money(first: str, asked: str, told: tuple[str, ...]) -> None:
    talk = Talk()
    talk.say(first)
    answer = talk.say(asked)
    assert all(words in answer.text for words in told), answer.text
    assert not answer.refused


@pytest.mark.parametrize(
    ("first", "asked", "told"),
    [
        ("10 adults all with lobster 95148, total?", "that's more than we have to spend. what could we do to make it cheaper?", "Without the lobster tail the total would be $550"),
        ("12 adults, 12 filet mignon and 4 gyoza, 94301, total?", "over our budget. any way to get it lower?", "Without the filet mignon and gyoza the total would be $660"),
        ("14 adults 94539, 5 lobster tails. total?", "we only have 800 to spend", "would be $770, and that fits"),
        ("16 adults in 94539 how much", "how could we save some money here", "$55 an adult"),
        ("6 adults in 94539 with 2 lobster, total?", "what would make it cheaper for us", "The minimum of $550"),
        ("12 adults in 94539 how much", "our budget is 500", "minimum is $550"),
    ],
)  # fmt: skip
def test_what_costs_less_is_named_from_the_quote_and_leaves_the_party_as_it_is(
    first: str, asked: str, told: str
) -> None:
    talk = Talk()
    talk.say(first)
    answer = talk.say(asked)
    assert told in answer.text.replace("every adult is $55", "$55 an adult"), answer.text
    assert "total is" not in talk.say("ok thanks").text
    assert not talk.escalated


@pytest.mark.parametrize("asked", ["104 just to drive here?? why", "Why is the driving so expensive? It's not that far from Fremont, is it?", "the trip fee is higher than two guests lol why"])  # fmt: skip
def test_a_fee_for_the_way_found_too_much_is_computed_and_moves_nothing(asked: str) -> None:
    talk = Talk()
    talk.say("12 adults in monterey 93940, price?")
    answer = talk.say(asked)
    assert "$104" in answer.text and "30" in answer.text and "$2 a mile" in answer.text, answer.text
    assert answer.dialogue.zip == "93940" and answer.dialogue.party.adults == 12

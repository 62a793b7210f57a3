"""Questions with a fact behind them, in families: frames crossed with fillers; and what must hold beside any answer."""

import re

import pytest

from tests.concierge.local.talk import PROFILE, Talk

BOOKING, PRICES = PROFILE.booking, PROFILE.prices
UNKNOWN = re.compile(r"not sure|don't (?:know|have anything)|can't (?:say|tell)|no information|rather not guess", re.I)


def answer(*lines: str, channel: str = "web_chat") -> str:
    """The last reply of a conversation, which must have passed the validator at once."""
    talk = Talk(channel=channel)  # type: ignore[arg-type]
    for line in lines:
        said = talk.say(line)
        assert said.verdict.ok and not said.refused, (line, said.refused)
    return said.text


@pytest.mark.parametrize(
    "way", ["PayPal", "apple pay", "bitcoin", "a personal check", "cash app", "Google Pay", "crypto"]
)
@pytest.mark.parametrize(
    "frame", ["do you take {}?", "can i pay with {}", "is {} ok for the payment?", "can we pay by {} lol"]
)
def test_a_way_to_pay_that_the_owner_does_not_list_is_a_no(frame: str, way: str) -> None:
    text = answer(frame.format(way))
    assert text.startswith("No,") and "Venmo" in text and not UNKNOWN.search(text)


@pytest.mark.parametrize("way", ["venmo", "zelle", "cash", "a credit card"])
@pytest.mark.parametrize("frame", ["do u take {}", "can i pay with {}?", "is {} ok?"])
def test_a_way_to_pay_that_the_owner_lists_is_a_yes(frame: str, way: str) -> None:
    assert answer(frame.format(way)).startswith("Yes")


@pytest.mark.parametrize("thing", ["house", "trees", "fence", "garage", "wooden deck", "roof"])
@pytest.mark.parametrize(
    "frame",
    [
        "how far from the {} does the grill have to be?",
        "how close to the {} can the grill be",
        "can the grill stand next to the {}?",
    ],
)
def test_the_distance_of_the_grill_is_the_owners(frame: str, thing: str) -> None:
    text = answer(frame.format(thing))
    assert f"{PROFILE.venue.clearance_feet} feet" in text and not UNKNOWN.search(text)


@pytest.mark.parametrize(
    ("question", "yes", "said"),
    [
        ("do you do lunch too", True, "noon or 3 PM"), ("is lunch possible?", True, "noon"), ("lol ok cool. do u guys do lunch?", True, "noon"),
        ("do you do brunch", False, "noon"), ("can you come in the morning?", False, "noon"), ("are you available at night", True, "6 PM or 9 PM"),
        ("Could the chef start at 10:30 at night?", False, "9 PM"), ("can we start at 7?", False, "6 PM"), ("is 6pm possible", True, ""),
        ("is it cheaper on a tuesday", False, "same"), ("are weekends the same price", True, "same"), ("is lunch cheaper than dinner?", False, "same"),
        ("do you work weeknights", True, "day of the week"), ("is my 4 yr old free?", True, "free"), ("my son is 12, does he pay full price?", False, "$30"),
        ("can my 18 yo have sake", False, "21"), ("is the tip included?", False, "tip"),
    ],
)  # fmt: skip
def test_a_question_for_yes_or_no_begins_with_it(question: str, yes: bool, said: str) -> None:
    text = answer("hello", question)
    assert text.startswith("Yes" if yes else "No"), text
    assert said in text and not UNKNOWN.search(text)


@pytest.mark.parametrize(
    "question", ["what's the latest you can start?", "how late can we start", "whats the last start time"]
)
def test_the_latest_start_is_one_time(question: str) -> None:
    text = answer(question)
    assert "9 PM" in text and "3 PM" not in text


@pytest.mark.parametrize("dish", ["fried rice", "rice", "vegetables", "veggies"])
@pytest.mark.parametrize(
    "frame", ["how much is an extra portion of {}?", "whats the price of extra {}", "how much for more {}"]
)
def test_more_of_what_is_included_has_its_price(frame: str, dish: str) -> None:
    assert "$5" in answer(frame.format(dish))


ASKED = (
    ("do you bring the grill", "grill"), ("what if it rains", "cover"), ("how much is filet mignon", "$5"), ("how long does it take", "90"),
    ("do you take venmo", "Venmo"), ("how far ahead do we have to book", "48"), ("is the tip included", "20"), ("what's the deposit", "$100"),
)  # fmt: skip


@pytest.mark.parametrize("joined", [", ", "? ", "?\n- ", " and "])
@pytest.mark.parametrize("start", range(len(ASKED)))
def test_three_questions_get_three_answers(start: int, joined: str) -> None:
    three = [ASKED[(start + step) % len(ASKED)] for step in range(3)]
    text = answer(joined.join(question for question, _ in three) + "?")
    assert all(said in text for _, said in three), (three, text)
    assert not UNKNOWN.search(text)


@pytest.mark.parametrize("open_", ["is there wifi", "do you clean up after", "can my dog be there", "are you insured"])
@pytest.mark.parametrize("known", ["do you bring tables", "what if it rains", "how long does it take"])
def test_what_is_not_known_beside_an_answer_is_named(known: str, open_: str) -> None:
    text = answer(f"{known}? and {open_}?")
    assert len(UNKNOWN.findall(text)) == 1
    assert re.search(r"Wi-Fi|cleaning up|pets|insurance", text) and not re.search(r"about that\b|about those\b", text)


@pytest.mark.parametrize(
    "question",
    [
        "is my 4 yr old free? and does she get food too", "what meats can we choose and how many per person", "how big is the grill and how much does it need",
        "what if some ppl dont show", "can i just move it instead", "is there a fee for that zip", "what do u need from me",
        "My coworker wants to book you too. Do I get anything for referring her?", "we have a covered patio open on 3 sides, ok?",
        "when do we have to book for december? is 2 months ahead ok", "how do i pay that and how long do i have?", "whats ur venmo",
    ],
)  # fmt: skip
def test_an_answered_question_is_not_called_unknown_too(question: str) -> None:
    assert not UNKNOWN.search(answer(question))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("and altogether?", "$670"), ("so per person?", "$55.83"), ("is that per person or for everybody?", "whole party"), ("and with travel?", "$670"),
        ("sorry what was the total again", "$670"), ("what's included in that", "salad"), ("hows it 670?", "$660"), ("total minus deposit?", "$570"),
    ],
)  # fmt: skip
def test_the_quote_just_given_can_be_asked_about(line: str, said: str) -> None:
    text = answer("12 adults 94596 how much", line)
    assert said in text and not UNKNOWN.search(text)


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("what would 12 adults be, and what 18?", ("$660", "$990")), ("whats the price for 12 adults, and what if its 15? 94539", ("$660", "$825")),
        ("price for 10 vs 14 adults 94539", ("$550", "$770")), ("how much for ten people, and for fourteen", ("$550", "$770")),
        ("how much for 10 adults, and for 8 adults and 4 kids? 94539", ("$550", "$560")), ("how much for 15 adults in 95125 and in 94952?", ("$825", "$927")),
    ],
)  # fmt: skip
def test_two_sizes_or_places_are_both_quoted_and_none_is_chosen(line: str, amounts: tuple[str, str]) -> None:
    talk = Talk(channel="web_chat")
    said = talk.say(line)
    assert said.verdict.ok and not said.refused
    assert all(amount in said.text for amount in amounts)
    assert said.tools.count("calculate_party_quote") == 2
    assert said.dialogue.party.adults in (None, 15) and not (said.dialogue.zip and "95125" in line)


def test_the_size_that_is_picked_is_the_party() -> None:
    assert "$990" in answer("what would 12 adults be, and what 18? 94539", "18 then")


@pytest.mark.parametrize(
    "words",
    [
        "how much for 12 adults and 3 kids",
        "fourteen no wait fifteen people how much",
        "price 4 12 ppl? lobster for 4 of us",
    ],
)
def test_one_party_is_no_comparison(words: str) -> None:
    assert Talk(channel="sms").say(words).dialogue.party.model_dump(exclude_defaults=True)


@pytest.mark.parametrize("sign", ["-", "--", "*", "•"])
def test_a_list_is_no_minus(sign: str) -> None:
    assert "$720" in answer(f"Hi,\n{sign} 12 adults\n{sign} 2 kids (7, 9)\n{sign} zip: 94087\ntotal price?")


@pytest.mark.parametrize(
    ("said", "told", "not_told"),
    [
        ("may I ask whether the food you serve is halal?", "halal", "Bay Area"),
        ("do you serve alcohol at the parties", "Sake", "Bay Area"),
        ("So is there a refund in case of rain on the day?", "no refund", "What happens"),
        ("r we allowed to byo wine n beer? or do u have drinks urself", "Sake", "Yes."),
        ("whats the deal with drinks, do you serve any? and is it ok if we have our own wine there", "Sake", "proteins"),
        ("what about pork or nuts, is any of that used in your cooking?", "pork", "is any of that"),
        ("are chairs and plates included or do we have to have our own?", "plates", "proteins"),
        ("for those $55 per person, what all do you get to eat?", "2 proteins", "$550"),
        ("is it possible to book for December of 2028 now?", "18 months", "hich date"),
        ("It's my daughter's 20th birthday. Would she and her friends get the sake too?", "No, sake", "beer"),
        ("if somebody swaps a regular protein for lobster tail, what is the additional cost per person?", "$15", "$550"),
        ("At which times can a party start? Could we even do 9 pm?", "Yes, 9 PM", "$"),
        ("is everything you cook gluten free?", "Not everything", "Yes"),
        ("any dairy in the sauces?", "dairy", "Yes"),
        ("does the fried rice have egg and could you leave it out for 3 people", "contains egg", "$165"),
        ("can we split the bill between 4 people", "", "$"),
        ("can i pay the deposit in cash", "deposit is paid online", "Yes"),
        ("can i pay by credit card and is there an extra fee for the card", "credit card", "Yes"),
        ("do kids get a different menu", "small portion", "person from our team"),
        ("can guests choose their proteins on the day or do we have to tell you before?", "12 hours", "not sure"),
    ],
)  # fmt: skip
def test_what_was_asked_is_answered_and_nothing_else(said: str, told: str, not_told: str) -> None:
    answer = Talk().say(said)
    assert told in answer.text and not_told not in answer.text, answer.text
    assert answer.verdict.ok and not answer.refused


def test_how_long_it_all_takes() -> None:
    talk = Talk()
    assert "minutes" not in talk.say("do we have to do the cooking or does an actual human chef do that?").text
    assert "90 to 120 minutes" in talk.say("and how much time should we plan for all of it?").text


@pytest.mark.parametrize(
    ("talk", "told", "not_told"),
    [
        (("do you have vegan food", "what exactly would they get", "same price?"), "same with any diet", "ZIP"),
        (("what if it rains", "so i need a tent?", "do you bring one"), "No, the cover is yours", "Yes"),
        (("how many proteins do we get", "can i get 3"), "$10 a portion", "not sure"),
        (("what if i need to move it", "and cancel?"), "4 days", "date do you have"),
        (("and the deposit?", "when is the rest due"), "on the day of the party", "2 hours"),
        (("can we keep the leftovers",), "leftovers are yours", "Haha"),
        (("we might be 14 or 16, when do you need to know",), "24 hours", "diets"),
        (("does the grill damage the lawn",), "8 by 6", "Yes"),
        (("is the 100 per person or for the whole thing",), "whole party", "No,"),
        (("what exactly happens from the moment the chef arrives",), "sets up", "ZIP"),
    ],
)
def test_what_goes_on_is_heard_as_it_was_meant(talk: tuple[str, ...], told: str, not_told: str) -> None:
    text = answer(*talk)
    assert told in text and not_told not in text, text


@pytest.mark.parametrize(
    "text",
    [
        "do I get anything for being her friend",
        "my friend Ana booked with you, do we get something for being referred",
        "my coworker recommended you, is there something in it for me",
        "what does my friend get if I book",
        "is there a bonus for the one who was referred",
    ],
)
def test_the_credit_is_for_who_recommends(text: str) -> None:
    said = Talk().say(text).text
    assert "only for whoever recommends" in said and "your referral credit" not in said


@pytest.mark.parametrize(
    "text",
    [
        "can we do it in a park in Reno",
        "is a beach in San Diego ok",
        "does our cabin in Oregon work as a place",
        "is our patio in texas ok",
        "can you cook under a tent with a plastic roof?",
        "is a plastic gazebo roof ok",
        "does a party tent with plastic walls work",
        "is a tarp above the grill ok",
    ],
)
def test_a_place_out_of_reach_or_a_cover_that_burns_gets_no_yes(text: str) -> None:
    said = Talk().say(text).text
    assert "Yes" not in said and ("team" in said or "too far" in said or "beyond" in said)


@pytest.mark.parametrize("text", ["would our carport work", "is our patio in San Jose ok"])
def test_a_place_that_will_do_gets_its_yes(text: str) -> None:
    said = Talk().say(text).text
    assert "beyond" not in said and "too far" not in said


@pytest.mark.parametrize(
    "text",
    [
        "does my aunt who hates shrimp pay the same?",
        "does a guest who only eats tofu pay less",
        "do picky eaters pay full price too",
        "do vegetarians pay the same",
    ],
)
def test_what_is_not_eaten_costs_the_same(text: str) -> None:
    said = Talk().say(text).text
    assert "same with any diet: $55" in said and "picks 2 proteins" not in said

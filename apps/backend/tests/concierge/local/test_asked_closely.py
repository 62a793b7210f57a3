"""Questions whose words belong to a broader rule: each is answered as it was asked, and the broader rule is not told."""

import pytest

from tests.concierge.local.talk import Talk

PARTY = "13 adults, saturday june 13 6pm, 94536"


def _said(*lines: str, first: str = PARTY) -> str:
    talk = Talk(channel="web_chat")
    for line in (first, *lines):
        answer = talk.say(line)
        assert answer.verdict.ok and not answer.refused, answer.text
    return talk.answers[-1].text


@pytest.mark.parametrize(
    ("asked", "told", "never"),
    [
        ("can they cook in backyard if windy?", "gusts", "rain"),
        ("wind not rain. gets real gusty here in the eve", "gusts", "nobody cooks"),
        ("do you cancel if theres strong wind", "gusts", "rain"),
        ("what if it rains and its windy", "cover", "gusts"),
        ("wld 3pm be open instead? less wind then.", "3 PM", "gusts"),
        ("wifes asking if the fire stuff is safe w little ones running around", "grown-up", "10 feet"),
        ("is it dangerous for toddlers near the grill?", "grown-up", "10 feet"),
        ("how far should the kids stay from the grill", "few steps", "10 feet"),
        ("how far does the grill have to be from the fence", "10 feet", "little ones"),
        ("My sister says you need cash on the day, is that so?", "cash isn't a must", "balance is"),
        ("do we have to pay cash on the day?", "cash isn't a must", "balance is"),
        ("can I call you, I'd like to pay by phone", "by phone I can't promise", "I'm afraid"),
        ("is there alcohol in the sauces?", "I can't promise", "allergen-free"),
        ("is any of the fish raw?", "raw food", "contain fish"),
        ("do we each put a deposit or just one", "Just one", "refundable"),
        ("do both families pay a deposit?", "Just one", "2 hours"),
        ("he's a picky eater, only steak, no shrimp or chicken. Can he get steak twice?", "both can be NY strip steak", "tofu"),
        ("I asked whether he can have double steak. He hates seafood.", "both can be NY strip steak", "chicken"),
        ("can i have chicken twice", "both can be chicken", "$"),
        ("can i get double lobster", "$15", "both can be"),
        ("If somebody wants three, say chicken, shrimp and lobster, what's that person's price?", "$25 a portion", "included proteins."),
        ("How flat is flat, is a slight slope a no?", "I can't judge", "other question"),
        ("Where would you set up? We have a parking lot behind the building, asphalt", "level ground", "The chef needs parking"),
        ("where can the chef park?", "parking", "level ground"),
        ("And until when can I add guests, not menu?", "24 hours", "lobster"),
        ("my cousins may come too. can I add them later?", "24 hours", "12 hours"),
        ("until when can i change the menu?", "12 hours", "24 hours"),
        ("Can you repeat the whole thing before I say yes?", "This is what I have so far", "I don't know"),
        ("what do you have for us so far?", "This is what I have so far", "lobster"),
        ("so 13 people. is it still 715? and can you do it inside our apartment, normal ceilings", "$715", "I don't know"),
        ("so i pay 385 and she pays 330?", "Yes, that adds up", "Not quite"),
        ("so i pay 400 and she pays 330?", "don't make the whole", "adds up"),
    ],
)  # fmt: skip
def test_what_is_asked_closely_is_answered_closely(asked: str, told: str, never: str) -> None:
    text = _said(asked)
    assert told in text and never not in text, text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("how much of the 220 is gone", "$130 of room"), ("so whats left of the 220?", "$130 of room"),
        ("i meant of the 220 room", "$130 of room"), ("so 130 left over to use?", "$130 of room"),
    ],
)  # fmt: skip
def test_what_is_left_of_an_amount_is_the_room_up_to_the_minimum(asked: str, told: str) -> None:
    text = _said("6 lobster tails", asked, first="6 adults, sunday june 28 noon 94605")
    assert told in text and "balance" not in text and "leftovers are yours" not in text, text


@pytest.mark.parametrize(
    "asked",
    [
        "550 for 5 is steep, thats 110 each. what if each brings a plus one", "if all 5 of us bring someone, what is it then",
        "and if everyone brings their partner?", "if we each bring one friend how much", "how much would it be with plus ones",
    ],
)  # fmt: skip
def test_everybody_who_brings_one_makes_twice_as_many(asked: str) -> None:
    text = _said(asked, first="hey me and my roommates, 5 adults, 94536")
    assert "10 adults" in text and "$550" in text, text


def test_each_brings_one_leaves_the_children_as_they_are() -> None:
    text = _said("what if each of us brings a friend", first="6 adults and 2 kids ages 7 and 9, 94536")
    assert "12 adults and 2 children" in text, text


@pytest.mark.parametrize(
    ("party", "cozy"), [("8 adults and 10 kids all 5 or under, 95112", False), ("8 adults, 95112", True)]
)
def test_only_few_guests_are_a_cozy_group(party: str, cozy: bool) -> None:
    text = _said(first=party)
    assert "$550" in text and cozy == any(word in text for word in ("cozy", "intimate", "Small parties")), text


@pytest.mark.parametrize(
    "asked",
    ["two more would be 19 and 3", "so that would be 19 and 3?", "leave it as it is. but they would make it 19 and 3"],
)
def test_two_numbers_are_adults_and_children_as_they_were_told(asked: str) -> None:
    text = _said(asked, first="18 adults and 2 kids 8 and 11, sat sept 19 6pm, 94588")
    assert "19 adults and 3 children" in text and "haven't changed" in text, text

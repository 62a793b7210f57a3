"""Who asks for a person or for another price is handed over, also inside a booking; who only asks about the bot is not."""

import pytest

from hibachi.concierge.understanding import emotions, matters
from tests.concierge.local.talk import Talk

PERSON = (
    "can I talk to a person?", "who's in charge there? I'd like to talk to them", "live agent pls", "let me speak with your manager", "get me a person",
    "is there a human i can talk to", "put me through to the owner", "please have someone call me", "i dont wanna talk to a robot", "operator",
    "can i speak to whoever runs this", "I'd prefer speaking to somebody", "could the owner phone me", "who can i talk to about this",
    "I'd like to go over it with a member of your team", "could you have someone ring my wife", "let me speak with a member of the staff",
)  # fmt: skip
BOT = (
    "am I talking to a bot?",
    "are you real or a bot",
    "is this a real person",
    "am i chatting with a real human?",
    "are you an ai?",
    "am i texting a robot lol",
    "haha am I talking to a real person",
    "r u a robot",
)
PRICE = (
    "can u do 50 a head instead of 55?", "could you do 45 per person?", "how about $50 each", "any chance for 50pp", "can we say 500 total", "50 each instead of 55?",
    "another hibachi company quoted me less per person for 20 ppl, can u match their price",
    "another place quoted 40 pp for 25 guests, any chance you can meet that?",
)  # fmt: skip
NONE = (
    "I complained to my wife that we never do anything fun", "We'd pay privately, my company isn't involved", "not trying to be rude but how much is it",
    "We have an indoor pool but the party is in the garden", "is it ok if we are 14 instead of 12?", "can we do 3 instead of 6", "how much per person?",
    "the weather for saturday looks awful, can we move to sunday?", "traffic is terrible on fridays, is 6pm ok?", "with this horrible heat wave can you cook in the shade",
)  # fmt: skip


def kinds(text: str) -> set[str]:
    return {matter.kind for matter, _ in matters.find(text)}


@pytest.mark.parametrize("text", PERSON)
@pytest.mark.parametrize("before", [(), ("book june 20 at 6pm, 12 adults, 94566",)])
def test_who_asks_for_a_person_gets_one(before: tuple[str, ...], text: str) -> None:
    talk = Talk()
    for line in before:
        talk.say(line)
    talk.say(text)
    assert talk.escalated


@pytest.mark.parametrize("text", BOT)
def test_who_asks_for_the_bot_is_told(text: str) -> None:
    talk = Talk()
    assert "concierge" in talk.say(text).text and not talk.escalated


@pytest.mark.parametrize("text", PRICE)
def test_another_price_is_for_a_person(text: str) -> None:
    assert "discount" in kinds(text)


@pytest.mark.parametrize("text", NONE)
def test_what_only_sounds_like_a_matter_is_none(text: str) -> None:
    assert not kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("my bro ends up in the ER if he even touches peanuts", "allergy"),
        ("she eats one shrimp and lands in the hospital", "allergy"),
        ("he stops breathing when there is sesame", "allergy"),
        ("if we pay all in cash, can you do it for less?", "discount"),
        ("is it cheaper if we pay cash", "discount"),
        ("we had ordered lobster for six but only four tails came", "complaint"),
        ("I expect a refund of the two missing ones", "complaint"),
        ("i want to work with you as a chef", "enquiry"),
    ],
)
def test_what_a_person_must_see_in_other_words(text: str, kind: str) -> None:
    assert [matter.kind for matter, _ in matters.find(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "half of us are vegetarian and the other half eats halal. does that work with you?",
        "does friday at 6 work for you?",
        "call me 4085550465 or text. 21 adults. 95120. how much",
        "is it cheaper if fewer people come",
        "do i get a refund if i cancel",
        "my kid was in the hospital last week, can we move the party",
        "we are 12, only 10 came last time",
        "we tried a restaurant for his 50th, a disaster, never again. 20 adults at home this time",
        "had a caterer two years ago and the food was awful, so now we want hibachi",
    ],
)
def test_what_only_sounds_like_it_calls_nobody(text: str) -> None:
    assert not matters.find(text)


@pytest.mark.parametrize("who", ["My sister", "my boss", "our neighbors", "we", "The school"])
@pytest.mark.parametrize(
    "where",
    [
        "a caterer",
        "some catering company",
        "a taco truck",
        "an Italian restaurant",
        "another company",
        "a fancy food truck",
    ],
)
@pytest.mark.parametrize(
    "what",
    [
        "the food was cold",
        "they showed up late",
        "it was a terrible evening",
        "everyone was disappointed",
        "they overcharged",
    ],
)
def test_a_bad_evening_elsewhere_is_no_complaint_about_us(who: str, where: str, what: str) -> None:
    said = f"{who} paid 1200 for {where} in 2019 and {what}!"
    assert not matters.find(said) and emotions.floor(said).label != "angry"


@pytest.mark.parametrize(
    "text",
    [
        "Is this legit? how do i know you're not a scam",
        "is this a scam? please tell me you are real",
        "our last caterer ruined my wedding, hope it goes better",
    ],
)
def test_who_asks_whether_we_are_real_is_not_angry(text: str) -> None:
    assert emotions.floor(text).label != "angry" and not matters.find(text)


@pytest.mark.parametrize(
    "text",
    [
        "you are a terrible caterer", "What kind of a restaurant are you, the food was cold", "the food was cold and the chef was rude",
        "your chef was worse than a food truck, terrible", "we hired a private chef from you and he showed up late",
    ],
)  # fmt: skip
def test_a_bad_evening_with_us_is_one(text: str) -> None:
    assert "complaint" in [matter.kind for matter, _ in matters.find(text)]


@pytest.mark.parametrize(
    "text", ["This is a scam, you stole my deposit", "you scammed me!!", "Is this a scam? You ruined our evening!"]
)
def test_who_accuses_us_is_angry(text: str) -> None:
    assert emotions.floor(text).label == "angry" and matters.find(text)

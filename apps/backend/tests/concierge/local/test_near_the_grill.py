"""What burns over or beside the grill: never a yes for what is nearer than the owner's distance, and no answer about room or price."""

import pytest

from tests.concierge.local.talk import Talk, party_on

DAY = "2026-06-20"


def said_to(*lines: str) -> str:
    talk = Talk(channel="web_chat", bookings=[party_on(DAY)])
    for line in lines:
        answer = talk.say(line)
        assert answer.verdict.ok and not answer.refused, answer.text
    return talk.answers[-1].text


@pytest.mark.parametrize(
    "asked",
    [
        "his yard has a pergola w a vine on it, is 8ft high. ok to cook under that?",
        "We have a canopy, about 9 foot clearance. Does that work?",
        "There's an oak tree with branches about 7 feet above the spot. is that a problem?",
        "the eaves of the house are maybe six feet from where the grill would be, is that safe?",
        "can he set up under a 10x10 pop up tent? its like 7 ft at the edges",
        "is it ok if the grill is 5 feet from the fence",
        "we have a lattice cover maybe 8 ft high. is that ok",
        "can he cook in my carport, roof is 8 foot",
        "Is the flame dangerous for our umbrella, it's 7 foot tall",
        "the chef will be under our 7ft awning",
        "set up is 6 feet from the hedge",
    ],
)
def test_what_is_nearer_than_the_owners_distance_is_too_close(asked: str) -> None:
    text = said_to(asked)
    assert "too close" in text and "10 feet" in text
    assert not text.startswith("Yes") and "that works" not in text and "price" not in text.lower() and "$" not in text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("just is the pergola a fire problem", "the pergola included"),
        ("how high does my gazebo have to be?", "the gazebo included"),
        ("we're setting up on the patio under the pergola", "the pergola included"),
        ("I will rent a canopy. How large would it have to be?", "8 by 6 feet"),
        ("would a 15 ft tall tent work", "from the grill itself"),
        ("Our patio cover is wood, 12 feet up, would that be alright?", "from the grill itself"),
        ("can you cook under a metal carport, 9ft", "If it can burn, that's too close"),
        ("what if we use the lawn next to it, 12 feet from the pergola", "That's far enough"),
        ("the grill would be 15 feet from the wooden fence, good?", "That's far enough"),
    ],
)
def test_the_distance_is_told_of_what_was_named(asked: str, told: str) -> None:
    text = said_to(asked)
    assert told in text and "10 feet" in text and not text.startswith("Yes")


@pytest.mark.parametrize(
    "asked",
    [
        "we'll put him on the lawn, not under the trees",
        "how far are you from my house?",
        "is the house big enough for 20?",
        "our tables are 8 feet long, is that enough for 10?",
    ],
)
def test_what_stands_nowhere_near_the_grill_is_no_question_of_it(asked: str) -> None:
    assert "too close" not in said_to(asked)


def test_what_was_never_asked_about_is_not_answered() -> None:
    text = said_to("is 8ft high enough for the tent?", "i didnt say anything about the price?? just is the tent safe")
    assert "$" not in text and "10 feet" in text

"""What a child is given to eat is told by its age: the youngest their small portion, no sake and no second protein."""

import pytest

from tests.concierge.local.talk import Talk, party_on

SMALL, WHOLE = "one protein and a small portion of rice", "They get 2 proteins like everybody else"


def said_to(*lines: str) -> str:
    talk = Talk(channel="web_chat", bookings=[party_on("2026-06-20")])
    for line in lines:
        answer = talk.say(line)
        assert answer.verdict.ok and not answer.refused, answer.text
    assert talk.bookings[0]["adults"] == 12
    return talk.answers[-1].text


@pytest.mark.parametrize(
    "asked",
    [
        ("thx. does the 3 yr old get a plate too or nah",),
        ("does the 3 yr old get a plate too", "so what does he eat? is his food included or do i order him smthn"),
        ("does my toddler get food too or does she just share with me?",),
        ("what do the little ones get to eat?",),
        ("my 2 year old is coming, do I need to bring something for her or is she fed",),
        ("What will the baby be served? He's 18 months",),
        ("do kids under 5 get anything or just watch",),
        ("our 10 month old doesn't eat much, is there something for her?",),
        ("and what do the 2 and 4 year old eat?",),
        ("can my 5 year old pick 2 proteins?",),
        ("Is the 4 year old's meal free or do i pay",),
    ],
)
def test_the_youngest_get_a_small_portion_for_nothing(asked: tuple[str, ...]) -> None:
    text = said_to(*asked)
    assert SMALL in text and "free" in text
    assert WHOLE not in text and "sake" not in text and "don't know" not in text


@pytest.mark.parametrize(
    ("asked", "told", "never"),
    [
        ("the kids are 7 and 9, do they get the same food as the adults?", WHOLE, SMALL),
        ("my kids are 4 and 8, what do they get", WHOLE, "sake"),
        ("how many proteins do the children get", SMALL, "sake"),
        ("do you bring plates for the kids?", "plates", SMALL),
    ],
)
def test_older_ones_eat_as_everybody(asked: str, told: str, never: str) -> None:
    text = said_to(asked)
    assert told in text and never not in text

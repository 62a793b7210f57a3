"""Numbers of any size where a customer writes numbers: no message breaks a turn, none tells a key of the menu."""

import random

import pytest

from tests.concierge.local.talk import Talk

NUMBERS = (
    "0",
    "minus 7",
    "-3",
    "1",
    "2.5",
    "12",
    "thirteen",
    "101",
    "1000",
    "99999999",
    "one million",
    "1e9",
    "\u0663",
)
KINDS = ("adults", "kids", "lobsters", "gyoza", "people", "extra shrimp", "toddlers", "", "filets", "hours", "dollars")
FRAMES = (
    "how much for {} in 94560",
    "{} please",
    "add {}",
    "make it {} instead",
    "we are {} on march 14",
    "remove {}",
    "what about {}?",
)


@pytest.mark.parametrize("seed", range(12))
def test_no_number_breaks_a_turn_or_tells_a_key(seed: int) -> None:
    chance = random.Random(seed)
    talk = Talk(channel="web_chat")
    for _ in range(8):
        named = [f"{chance.choice(NUMBERS)} {chance.choice(KINDS)}".strip() for _ in range(chance.randint(1, 3))]
        answer = talk.say(chance.choice(FRAMES).format(" and ".join(named)))
        assert answer.text
        assert "_" not in answer.text


def test_a_number_that_nobody_means_is_forgotten_with_the_next() -> None:
    talk = Talk(channel="web_chat")
    talk.say("how much for 0 adults and minus 7 kids and 99999999 lobsters in 94560")
    assert "$660" in talk.say("ok sorry, that was my son. 12 adults please").text

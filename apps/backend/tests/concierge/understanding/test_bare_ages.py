"""A bare list of ages: said again it changes nobody, said first it is the children's, and never a new party."""

from random import Random

import pytest

from hibachi.concierge import understanding
from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.schemas import Dialogue
from tests.concierge.understanding.party_statements import listed
from tests.concierge.understanding.test_party_statements import NOW, PROFILE, ZONE, _of

FIRST = "10 adults, my 14 year old, kids 7 and 9 and a 1-year-old. 94539"
FORMS = [
    "{}", "{}.", "{}. 6pm. Yes book it!", "ages {}", "it's {}", "they're {}", "kids are {}", "ok {}", "{}, like I said", "yes, {}",
    "{}. book it", "{} again", "so {}. thanks", "that's {}", "yes. {}. what's the total?", "I said {}", "the ages are {}",
]  # fmt: skip
KNOWN = (14, 9, 7, 1)


def _repeated(rng: Random) -> str:
    ages = rng.sample(KNOWN, len(KNOWN))
    said = ["a 1 yr old" if age == 1 and rng.random() < 0.5 else f"{age}" for age in ages]
    said = [f"{one} yo" if one.isdigit() and rng.random() < 0.2 else one for one in said]
    return rng.choice(FORMS).format(listed(rng, said))


@pytest.mark.parametrize("seed", range(60))
def test_known_ages_said_again_change_nobody(seed: int) -> None:
    text = _repeated(Random(seed))
    assert _of(FIRST, text) == (11, 2, 1), text


@pytest.mark.parametrize("asked", ["ages", "date", "yes", "address"])
@pytest.mark.parametrize("form", FORMS)
def test_a_list_of_so_many_is_the_ages_of_the_children(form: str, asked: str) -> None:
    text = form.format("4, 7 and 13")
    dialogue = Dialogue()
    for number, said in enumerate(["9 adults and 3 kids, 94539", text], 1):
        reading = understanding.read([said], dialogue=dialogue, profile=PROFILE, now=NOW, zone=ZONE, channel="sms")
        after = {"turns": number, "quoted": True, "expecting": (asked,), "goal": "quote"}
        dialogue = reading.dialogue.model_copy(update=after)
    counts = counts_of(dialogue.party, bands_of(PROFILE))
    assert counts and (counts.adults, counts.children, counts.toddlers) == (10, 1, 1), text

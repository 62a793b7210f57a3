"""Guests who are told twice, grown children and totals behind a change: each head is counted once."""

import pytest

from hibachi.concierge.understanding.parties import bands_of, counts_of
from tests.concierge.local.talk import PROFILE, Talk

TOLD = [
    (("they are seven nine twelve and the little one is four. twelve adults and four children they are seven nine twelve and four",), (12, 3, 1)),
    (("the kids are eight ten and the baby is two. ten adults and three kids eight ten and two",), (10, 2, 1)),
    (("how much do you charge for 10 adults and 4 teenagers aged 15 with filet for everyone",), (14, 0, 0)),
    (("there's my wife and me, our 3 children (all in their twenties, already counted below) and friends, it will be 18 adults altogether, how much?",), (18, 0, 0)),
    (("how much for 5 adults and our 4 children who are in their twenties?",), (9, 0, 0)),
    (("how much for 30 adults, among them my three grown daughters and their husbands",), (30, 0, 0)),
    (("price for 15 adults, our daughter turns 16",), (15, 0, 0)),
    (("how much for 19 adults?", "my cousins just cancelled, so 15", "LOL they are back in, plus one more. 20"), (20, 0, 0)),
    (("price for 18 adults?", "my boss cancelled so 14", "ok he's back, 17"), (17, 0, 0)),
    (("price for 14 adults and 3 kids aged 8", "actually 4 kids", "sorry 3 again"), (14, 3, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "heads"), TOLD)
def test_each_head_is_counted_once(said: tuple[str, ...], heads: tuple[int, int, int]) -> None:
    talk = Talk()
    for one in said:
        answer = talk.say(one)
    counts = counts_of(answer.dialogue.party, bands_of(PROFILE))
    assert (counts.adults, counts.children, counts.toddlers) == heads
    assert answer.dialogue.dates == () and answer.verdict.ok


def test_a_number_that_is_a_day_stays_one() -> None:
    talk = Talk()
    talk.say("price for 12 adults in 94536")
    answer = talk.say("my cousins are back in town. May 20")
    assert answer.dialogue.party.adults == 12
    assert [day.day for day in answer.dialogue.dates] == [20]

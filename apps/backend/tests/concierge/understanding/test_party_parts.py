"""A party told as parts of a whole comes to its sum, in any order; what comes to no sum is asked about, never priced."""

import pytest

from hibachi.language.roster.reading import read_roster
from tests.concierge.local.talk import Talk
from tests.concierge.understanding.party_parts import KINDS, parts
from tests.concierge.understanding.test_party_statements import _of

LEAST = 0.97


@pytest.mark.parametrize("kind", list(KINDS))
def test_parts_come_to_their_sum(kind: str) -> None:
    made = parts(2026, only=kind, share_of=0.06)
    wrong = [
        (one.turns, one.who.counts, found) for one in made if one.who and (found := _of(*one.turns)) != one.who.counts
    ]
    assert len(wrong) <= len(made) * (1 - LEAST) + (len(made) < 1 / (1 - LEAST)), wrong


TOLD: list[tuple[tuple[str, ...], tuple[int, int, int]]] = [
    (("16 persons: three are 4, five are 10, the rest are adults",), (8, 5, 3)),
    (("20 people, 6 of them under 12, 2 under five",), (14, 4, 2)),
    (("we're 15, everyone over 13 but my two boys",), (13, 2, 0)),
    (("2 of us are kids (6 and 8), the other 9 are adults",), (9, 2, 0)),
    (("15 altogether, 10 of them adults",), (10, 5, 0)),
    (("9 adults and 7 kids, all but 2 are under 5",), (9, 2, 5)),
    (("19 people, 12 adults, the others are children aged 6 through 11",), (12, 7, 0)),
    (("11 adults including a 14 year old, 94539",), (11, 0, 0)),
    (("there's nineteen of us seven of those are little ones three are two and four are eight everybody else is a grown up",), (12, 4, 3)),
    (("it's sixteen of us - 4 kids of 3, and rest adults",), (12, 0, 4)),
    (("my girl turns 13 on April 10 and the party's on the 17th. 14 adults, her, and 2 of her friends who are still 12",), (15, 2, 0)),
    (("so fourteen adults wait one sec harold turn that down sorry fourteen adults and two no one grandchild she's eight",), (14, 1, 0)),
    (("20 guests in 94538, how much?", "half of them are kids 6 to 10"), (10, 10, 0)),
    (("We are 16 in 94539. What would it cost?", "the rest are adults but 4 are 10 years old"), (12, 4, 0)),
    (("18 people, 94539", "oh and of the 18, five are under 6"), (13, 0, 5)),
    (("20 people and 5 kids",), (20, 5, 0)),
    (("Of 21 guests three are free (toddlers), four are 7 and the rest are grown ups",), (14, 4, 3)),
    (("there's nine of us grown folks and then the children are let me see five eight ten and twelve",), (9, 3, 1)),
    (("12 adults, 3 of us are vegetarian",), (12, 0, 0)),
    (("12 adults at 6pm. please add lobster for 3 of the 12 adults",), (12, 0, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "party"), TOLD)
def test_parts_are_of_all_or_of_the_children_before_them(turns: tuple[str, ...], party: tuple[int, int, int]) -> None:
    assert _of(*turns) == party


@pytest.mark.parametrize(
    "text",
    [
        "12 people: three are 4, five are 10, the other eight are adults",
        "10 of us, 8 are under 6 and 6 are ten. 94539",
    ],
)
def test_parts_that_contradict_their_whole_are_asked_about(text: str) -> None:
    assert read_roster(text) is None
    talk = Talk()
    answer = talk.say(f"{text}. How much is that in 94539?")
    assert "calculate_party_quote" not in answer.tools
    assert "?" in answer.text and "$" not in answer.text.split("?")[-2]


@pytest.mark.parametrize("text", ["it's sixteen adults", "it's seventeen of us", "he's fifteen, 10 adults and him"])
def test_a_contracted_is_is_no_stammer(text: str) -> None:
    assert _of(text) is not None

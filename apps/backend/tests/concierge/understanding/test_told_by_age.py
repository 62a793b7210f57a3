"""Parties told by ages alone, and children told by a name, a pronoun or whose they are: each guest is counted once."""

import pytest

from hibachi.concierge.understanding import kids_told, told_by_age
from hibachi.concierge.understanding.parties import bands_of, counts_of
from tests.concierge.local.talk import PROFILE, Talk

BY_AGE = [
    ("us: 51, 49, our two boys 17 and 11. my brother 46, his wife 44 and the baby 1", (51, 49, 17, 11, 46, 44, 1)),
    ("Grandma is 81, mum 58, dad 60, me 30 and my daughter 3", (81, 58, 60, 30, 3)),
    ("me (45), my husband (47), grandpa (80), the twins (9)", (45, 47, 80, 9, 9)),
    ("Ages: 35, 33, 9, 7, 4", (35, 33, 9, 7, 4)),
    ("I'm forty one, she's thirty nine, the kids are ten and two", (41, 39, 10, 2)),
    ("12 adults and 3 kids (7, 9 and 11)", ()),
    ("we are 12, 14 or 20", ()),
    ("we'd be 15, maybe 20, on the 14, 15 or 16", ()),
    ("the kids are 6, 8 and 11, and ten adults", ()),
    ("june 12 at 6, 12 adults, 94539", ()),
    ("Our dad turns 75. 9 grown-ups, and the grandkids are 3, 8 and 10", ()),
    ("us: 36 and 34, the girls 7 and 4, and the baby, five months", (36, 34, 7, 4, 0)),
    ("me and 9 friends, 3 lobster, 2 filet", ()),
]
PARTIES = [
    ("us: 51, 49, our boys 17 and 11. my brother 46, his wife 44 and the baby 1. 94538", (5, 1, 1)),
    ("Ages: 35, 33, 9, 7, 4. Plus 6 more adults. 94538", (8, 2, 1)),
    ("me 40, my wife 38, the girls 6 and 10 and 8 friends. 95014", (10, 2, 0)),
    ("13 adults plus Nora and her cousin, both 8, 94538", (13, 2, 0)),
    ("our son Ben (9) can't wait. 12 adults and Ben, 94538", (12, 1, 0)),
    ("We'll bring the new baby, Ava, 4 months. 15 adults and Ava in 94538", (15, 0, 1)),
    ("11 adults and my nephew, he's 6, zip 94538", (11, 1, 0)),
    ("9 adults and one kid she's twelve, 94538", (9, 1, 0)),
    ("16 adults and the girls they're six no seven, seven both of them, 94538", (16, 2, 0)),
    ("18 of us, two of them are little kids three and five, 94538", (16, 0, 2)),
    ("14 adults, 3 kids aged 8, 94538", (14, 3, 0)),
    ("12 adults and my husband's friends", (12, 0, 0)),
    ("22 people, 3 of those 22 are kids. 2, 7 and 12. 94538", (19, 2, 1)),
    ("so it's thir- thirteen one three grown-ups and the zip is nine four five three eight", (13, 0, 0)),
    ("um we're eigh eighteen, that's one eight adults, 94538", (18, 0, 0)),
    ("Our dad turns 75. 9 grown-ups, and the grandkids are 3, 8 and 10. 94538", (9, 2, 1)),
    (
        "My wife is turning 50, we're 11 adults, two children (7 and 9) and my sister's little boy who is 2. 94538",
        (11, 2, 1),
    ),
    (
        "12 adults, plus my boy who is 9 and my daughter's baby, 7 months. 95112. It's for my aunt, she's turning 65.",
        (12, 1, 1),
    ),
    ("16 adults plus my sister's two boys (5 and 8) and my brother-in-law's daughter, who is 12. 94538", (16, 2, 1)),
    ("we are eighteen people of which three are between six and ten years old, 94538", (15, 3, 0)),
    ("We are two families: 5 adults, 2 kids (3, 8) and 6 adults, 1 kid (10). 94539", (11, 2, 1)),
    ("two options please: 12 adults, and 12 adults with 4 salmon, 94538", (12, 0, 0)),
    ("we'll be 12 adults and 2 kids (7, 9) instead of 14 adults, 94538", (12, 2, 0)),
]
TURNS = [
    (["my grandson Eli is 7 and loves shrimp", "ok 12 adults and Eli, 94538"], (12, 1, 0)),
    (["hey im max i am 9", "sorry, my kid! 10 adults, Max and his friend, also 9. 94538"], (10, 2, 0)),
    (["our four-year-old only eats plain noodles, does that work?", "10 adults and her in 94538"], (10, 0, 1)),
    (["14 adults, 94538", "two of the adults would bring a toddler each"], (14, 0, 2)),
    (["12 adults and my son, 94538", "he's 5"], (12, 0, 1)),
    (["12 adults and 2 kids, 4 and 9, 94538", "leave the 4 year old out, she stays with grandma"], (12, 1, 0)),
]


@pytest.mark.parametrize(("text", "ages"), BY_AGE)
def test_a_list_of_ages_is_read_and_counts_days_and_dishes_are_not(text: str, ages: tuple[int, ...]) -> None:
    assert told_by_age.find(text)[0] == ages


@pytest.mark.parametrize(("text", "counts"), PARTIES)
def test_each_guest_is_counted_once(text: str, counts: tuple[int, int, int]) -> None:
    talk = Talk()
    talk.say(text)
    found = counts_of(talk.dialogue.party, bands_of(PROFILE))
    assert found is not None
    assert (found.adults, found.children, found.toddlers) == counts


@pytest.mark.parametrize(("texts", "counts"), TURNS)
def test_a_child_who_was_spoken_of_is_counted_with_his_age(texts: list[str], counts: tuple[int, int, int]) -> None:
    talk = Talk()
    for text in texts:
        talk.say(text)
    found = counts_of(talk.dialogue.party, bands_of(PROFILE))
    assert found is not None
    assert (found.adults, found.children, found.toddlers) == counts


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("our son Ben (9) and Mia, 5 months", {"ben": 9, "mia": 0}),
        ("newborn Kai will be there", {"kai": 0}),
        ("my name is leo i am 8", {"leo": 8}),
        ("I'm Dana and I am 40", {}),
        ("Fremont, 94538", {}),
    ],
)
def test_children_are_known_by_their_names(text: str, named: dict[str, int]) -> None:
    assert kids_told.named(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "14 adults + my two year old nephew in 94538, do we pay for him?",
        "12 adults and my sister's baby, 94538. does the baby cost anything?",
        "10 adults and a 3 year old, 94538. is the little one free?",
    ],
)
def test_whoever_asks_for_a_small_child_hears_that_it_is_free(text: str) -> None:
    assert "free" in Talk().say(text).text


@pytest.mark.parametrize(
    "text", ["my grandson's three, does he have to pay", "our daughter is 4, will she be charged?"]
)
def test_a_child_that_is_only_spoken_of_is_no_party(text: str) -> None:
    talk = Talk()
    answer = talk.say(text)
    assert "free" in answer.text and "calculate_party_quote" not in answer.tools


def test_the_price_of_an_age_goes_on_to_the_next_age() -> None:
    talk = Talk()
    talk.say("does a 12 year old count as a kid?")
    assert "$55" in talk.say("and a 13 year old").text


def test_a_price_of_ours_counts_nobody() -> None:
    talk = Talk()
    assert "proteins" in talk.say("what do we get for 55").text
    assert not talk.escalated and counts_of(talk.dialogue.party, bands_of(PROFILE)) is None

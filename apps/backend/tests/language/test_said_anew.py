"""A count that is said anew stands once, and ages in whichever words become the plain ones."""

import pytest

from hibachi.language.aged_words import plainly
from hibachi.language.dictated import with_zip_in_digits
from hibachi.language.said_anew import once

SAID_ANEW = [
    ("fifteen adults no scratch that sixteen sixteen adults", "sixteen adults"),
    ("twelve adults, sorry, I mean 14 adults and 2 kids", "14 adults and 2 kids"),
    ("two kids wait no it's three kids sorry six eight and ten", "three kids six eight and ten"),
    ("two kids. Yeah two kids one's six", "two kids one's six"),
    ("it was thirteen adults and now it's seventeen", "we're now seventeen adults"),
    ("instead of the twenty-six adults we now expect thirty-four", "we're now thirty-four adults"),
    ("11 adults, actually make that 13, in 94536", "13 adults, in 94536"),
]


@pytest.mark.parametrize(("said", "meant"), SAID_ANEW, ids=[row[0] for row in SAID_ANEW])
def test_a_count_said_anew_stands_once(said: str, meant: str) -> None:
    assert once(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "12 adults, no kids", "10 adults and 2 kids", "12 adults, no 5 kids", "12 adults but 3 kids", "not 12 adults at 6 pm",
        "12 adults, wait 30 minutes", "2 adults sorry 3 orders of gyoza", "we were 12 adults",
    ],
)  # fmt: skip
def test_what_counts_others_stays(said: str) -> None:
    assert once(said) == said


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("twins, who have just had their 13th birthday", "twins, who just turned 13"),
        ("one child of 12, one of 5", "one 12 year old, one 5 year old"),
        ("two little ones, a 1 year old and a 3 year old", "two little ones (1, 3)"),
        ("three toddlers: a baby, a 2 year old and a 6 month old", "three toddlers (0, 2, 0)"),
        ("two toddlers, a 1 year old, a 2 year old and a 3 year old", "two toddlers, a 1 year old, a 2 year old and a 3 year old"),
        ("plus one kid who's 12 and one who's 5", "plus one 12 year old and one 5 year old"),
        ("one kid is 6, the other one 10", "one is 6 and one is 10"),
        ("eight people, everyone's an adult", "eight people, all adults"),
        ("one of 12 guests", "one of 12 guests"),
        ("a party of 12", "a party of 12"),
    ],
)  # fmt: skip
def test_ages_in_plainer_words(said: str, plain: str) -> None:
    assert plainly(said) == plain


def test_a_spoken_zip_with_a_zero() -> None:
    assert with_zip_in_digits("nine four five five zero how much", "9") == "94550, how much"

"""Guests told in stories, by names and ages, corrected in passing: by kinds, in many words each."""

import pytest

from hibachi.language.guests import read_guests
from hibachi.language.spacing import spaced


def _counts(text: str) -> tuple[int, int, int]:
    party = read_guests(spaced(text))
    return (party.adults or 0) + (party.people or 0), party.children or 0, party.toddlers or 0


def _ages(text: str) -> list[int]:
    return sorted(age for group in read_guests(spaced(text)).ages for age in group.each)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("my parents raised 5 of us there, the final list is 16 adults and 2 kids", (16, 2, 0)),
        ("we were 30 people once. final headcount: 12 adults", (12, 0, 0)),
        ("6 friends over, theyre all 12 too. so 7 girls + 7 grown ups", (7, 7, 0)),
        ("one of the two kids is already 13, so it's 13 adults and 1 child", (13, 1, 0)),
        ("we are 20 adults, no sorry the in laws cancelled today so 18", (18, 0, 0)),
        ("we were eighteen adults but two of them bailed so it will be sixteen how much is it now", (16, 0, 0)),
        ("we were 24 people, five dropped out so we'll be 19", (19, 0, 0)),
        ("that means we are paying for 4 guests who aren't even there", (0, 0, 0)),
        ("you charge us for 5 people we don't have", (0, 0, 0)),
        ("22 adults but my cousin bailed so 21 now", (21, 0, 0)),
        ("why do i pay the same as 10 people", (0, 0, 0)),
        ("whats 17 look like", (17, 0, 0)),
        ("what would 24 run", (24, 0, 0)),
        ("a dozen and a half grown ups", (18, 0, 0)),
        ("two dozen and a half people", (30, 0, 0)),
        ("10 adultes and 3 enfants", (10, 3, 0)),
        ("12 adults and my two munchkins", (12, 2, 0)),
        ("eleven of us one one all grown ups", (11, 0, 0)),
    ],
)
def test_the_counts_that_stand_are_read(text: str, counts: tuple[int, int, int]) -> None:
    assert _counts(text) == counts


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("12 adults, my triplets (they're 3) and my nieces who are 6 and 10", [3, 3, 3, 6, 10]),
        ("23 adults plus the cousins: twins who are 12, and Theo who is 13", [12, 12, 13]),
        ("9 adults and our quadruplets (all 4)", [4, 4, 4, 4]),
        ("triplets are 3, nieces 6 and 10", [3, 3, 3, 6, 10]),
        ("ten grown-ups, and little Theodore, who is seven", [7]),
        ("my two munchkins one is six n a half the others nine", [6, 9]),
        ("and 2 more kids, one is 6 and one is 12", [6, 12]),
        ("her plus 8 friends all 15 or 16, plus me n my husband", [16] * 8),
    ],
)
def test_ages_are_told_with_whom_they_belong_to(text: str, ages: list[int]) -> None:
    assert _ages(text) == ages


@pytest.mark.parametrize(
    ("text", "children", "age"),
    [
        ("8 friends, they're all 9, plus 10 adults", 8, 9),
        ("three girls, all 10 (triplets!)", 3, 10),
        ("6 friends, all 12 too", 6, 12),
    ],
)
def test_people_of_whom_all_are_young_are_children(text: str, children: int, age: int) -> None:
    party = read_guests(text)
    assert party.children == children and party.ages[0].high == age


def test_babies_told_by_their_months_are_toddlers() -> None:
    assert _counts("18 women; two bring their babies (8 and 10 months) and one a 4-year-old") == (18, 1, 2)
    assert _counts("12 adults and baby rosie whos 8 months") == (12, 0, 1)


def test_who_drops_out_is_taken_off() -> None:
    change = read_guests("if 2 ppl drop out does it get cheaper").changes[0]
    assert (change.operation, change.low) == ("remove", 2)

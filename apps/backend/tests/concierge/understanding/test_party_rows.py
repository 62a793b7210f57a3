"""Rows of guests are read whole or not at all: children told by their ages alone, with others before and behind them."""

import pytest

from hibachi.language.roster.reading import read_roster
from tests.concierge.understanding.party_rows import rows
from tests.concierge.understanding.test_party_statements import _of

LEAST = 0.98


def test_children_told_by_their_ages_alone_are_counted_with_the_others() -> None:
    made = rows(2026, 150)
    wrong = [
        (one.turns, one.who.counts, found) for one in made if one.who and (found := _of(*one.turns)) != one.who.counts
    ]
    assert len(wrong) <= len(made) * (1 - LEAST), wrong


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("9 adults, kids of 6, 8, 10 and 12, plus the twins who are 2", (9, 4, 2)),
        ("9 adults, kids are 6 and 8, plus the twins who are 2", (9, 2, 2)),
        ("9 adults, kids: 6, 8, 10 and a baby", (9, 3, 1)),
        ("me, my wife, kids 6, 8 and 10, plus my parents", (4, 3, 0)),
        ("girls of 5 and 9, 9 adults and a baby", (9, 1, 2)),
        ("10 adults, kids 7, 9, 12 and two little ones 2 and 4", (10, 3, 2)),
        ("10 adults, my triplets, all 6 and a 10 month old", (10, 3, 1)),
        ("we are having my twins (13) and six adults", (8, 0, 0)),
        ("we are having twins in May! 10 adults", (10, 0, 0)),
        ("9 adults, my kids 5, 7, 4, 2 and 3. Oh and my roommate, zip 94539", (10, 1, 4)),
    ],
)
def test_nobody_of_a_row_is_lost(text: str, party: tuple[int, int, int]) -> None:
    assert _of(text) == party


@pytest.mark.parametrize("unread", ["kids of 6ish and 8ish", "2 whippersnapper kids", "kids who have turned 6 and 8"])
def test_a_row_that_is_not_read_whole_is_left_to_the_plainer_readers(unread: str) -> None:
    row = read_roster(f"9 adults, {unread}, plus the twins who are 2")
    assert row is None or row.total > 11

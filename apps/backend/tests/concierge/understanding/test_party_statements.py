"""Who comes, however it is told: statements made of pieces whose sum is known, and kinds that were once read wrong."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from hibachi.concierge import understanding
from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.schemas import Counts, Dialogue
from hibachi.policies.service import DEFAULT_PATH, read_profile
from tests.concierge.understanding.party_statements import KINDS, statements

PROFILE = read_profile(DEFAULT_PATH)
ZONE = "America/Los_Angeles"
NOW = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo(ZONE))
LEAST = 0.97
"""Of the statements of a kind so many are read right; the rest may be asked back, never crash."""


def _counted(*turns: str) -> Counts | None:
    """The guests after these messages; a price was told after each, and the date asked."""
    dialogue = Dialogue()
    for number, text in enumerate(turns, 1):
        reading = understanding.read([text], dialogue=dialogue, profile=PROFILE, now=NOW, zone=ZONE, channel="sms")
        after = {"turns": number, "quoted": True, "expecting": ("date",), "goal": reading.dialogue.goal or "quote"}
        dialogue = reading.dialogue.model_copy(update=after)
    return counts_of(dialogue.party, bands_of(PROFILE))


def _of(*turns: str) -> tuple[int, int, int] | None:
    counts = _counted(*turns)
    return (counts.adults, counts.children, counts.toddlers) if counts else None


@pytest.mark.parametrize("kind", list(KINDS))
def test_what_was_put_in_comes_out(kind: str) -> None:
    made = statements(2026, only=kind, share_of=0.2)
    wrong = [
        (one.turns, one.who.counts, found) for one in made if one.who and (found := _of(*one.turns)) != one.who.counts
    ]
    assert len(wrong) <= len(made) * (1 - LEAST), wrong


TOLD: list[tuple[str, tuple[int, int, int]]] = [
    ("my 13yo twins and 9 adults", (11, 0, 0)),
    ("me plus 9 parents, and 9 players", (19, 0, 0)),
    ("three couples and my 13 yo", (7, 0, 0)),
    ("niece (6) and nephew (4) and 10 adults", (10, 1, 1)),
    ("my parents and I, 8 of us in all", (8, 0, 0)),
    ("10 adults and 5 kids. My two nephews too", (10, 7, 0)),
    ("16 of us, 6 kids", (10, 6, 0)),
    ("me my husband 2 kids 4 and 7 my mom and dad and 6 friends", (10, 1, 1)),
    ("my husband's side is 8 people and my side is 7", (15, 0, 0)),
    ("my family (4) and the Johnsons (5)", (9, 0, 0)),
    ("our family of five plus the Garcias, who are four", (9, 0, 0)),
    ("my wife and I are hosting 3 couples and their 4 kids (2, 6, 8, 12)", (8, 3, 1)),
    ("five couples, plus the hosts who are also a couple", (12, 0, 0)),
    ("my son is turning 10, him and 11 of his friends plus 6 parents", (18, 1, 0)),
    ("10 adults and six kids from his kindergarten class, all of them 5", (10, 0, 6)),
    ("Me, hubby, 8 friends, my 14 y/o, two kids 7+9 and a 1 yr old. 95050", (11, 2, 1)),
    ("16 guests: 11 over 13, 3 between 6 and 12, 2 under 5", (11, 3, 2)),
    ("9 adults and 5 kids, 3 boys and 2 girls", (9, 5, 0)),
    ("8 adults + 2 (8yrs) + 1 (3yrs)", (8, 2, 1)),
    ("we're expecting a baby in June. 10 adults, 94539", (10, 0, 0)),
    ("our reading circle has only four members (all adults) and we meet in 94539", (4, 0, 0)),
    ("We did Benihana in 2019 with 22 people. This time: my 3 siblings and their spouses, my mom, me, and 5 kids (2, 4, 7, 10, 13)", (9, 2, 2)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party"), TOLD)
def test_a_row_of_people_counts_each_once(text: str, party: tuple[int, int, int]) -> None:
    assert _of(text) == party


THEN: list[tuple[str, str, tuple[int, int, int]]] = [
    ("12 adults and 3 kids", "grandma and my uncle can't come", (10, 3, 0)),
    ("12 adults and 2 kids (6 and 9)", "my 6 year old isn't coming", (12, 1, 0)),
    ("12 adults and 2 kids (4 and 9)", "oh and a baby", (12, 1, 2)),
    ("12 adults and a baby", "also my niece (4)", (12, 0, 2)),
    ("10 adults and 4 kids (3, 5, 7, 9)", "two more adults and a kid who's 6", (12, 3, 2)),
    ("10 adults and 4 kids (3, 5, 7, 9)", "we added a 12 year old", (10, 3, 2)),
    ("10 adults and 4 kids", "change the kids to 6", (10, 6, 0)),
    ("10 adults and 4 kids", "make it 5 kids, ages 3, 4, 6, 8, 9", (10, 3, 2)),
    ("14 people", "half of them are kids", (7, 7, 0)),
    ("8 adults", "that doesn't include me and my husband", (10, 0, 0)),
    ("10 adults", "lets do the last one", (10, 0, 0)),
    ("10 adults", "its ok I pay the 200. please move it", (10, 0, 0)),
    ("14 adults", "my brother in law says hed grill for us for like 300", (14, 0, 0)),
    ("16 adults and 2 teenagers (15 + 17)", "ok so the boys wanna bring 3 buddies same age as them", (21, 0, 0)),
    ("24 adults", "make it an even thirty", (30, 0, 0)),
    ("12 adults", "also my wife and I are wondering if you bring tables", (12, 0, 0)),
]


@pytest.mark.parametrize(("first", "then", "party"), THEN)
def test_who_joins_or_stays_away_changes_nobody_else(first: str, then: str, party: tuple[int, int, int]) -> None:
    assert _of(f"{first}, 94539", then) == party


CORRECTED = [
    "oops my bad the older one isnt 11, she turned 13 last week",
    "the 11 year old is actually 13",
    "sorry 13 not 11, she had her birthday",
    "our oldest just turned 13",
]


@pytest.mark.parametrize("told", CORRECTED)
def test_an_age_that_is_corrected_takes_the_place_of_the_old_one(told: str) -> None:
    assert _of("10 adults 2 kids (8 + 11) 94025", told) == (11, 1, 0)


def test_some_of_the_children_are_older_by_the_day() -> None:
    assert _of("10 adults and 6 kids, all 5, 94539", "two of them will have turned 6 by then") == (10, 2, 4)


@pytest.mark.parametrize("text", ["five of us had lobster last time", "last year we were 20 and loved it"])
def test_another_party_is_none_of_this_one(text: str) -> None:
    assert _of(text) is None
    assert _of("12 adults, 94539", text) == (12, 0, 0)


@pytest.mark.parametrize(
    "text", ["10 adults and 5 kids", "8 adults and my two nephews", "me, my wife, 6 friends and 3 kids"]
)
def test_children_without_an_age_are_asked_about(text: str) -> None:
    counts = _counted(text)
    assert counts is not None and counts.unaged == counts.children > 0

"""Parties told by groups, sums, differences and shares, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.guests import read_guests

TOTALS = [
    ("three families of 4 each", 12), ("three families of 4", 12), ("two families, 4 people each", 8), ("2 families of five", 10), ("both families of 5", 10),
    ("a couple of families of 4 each", 8), ("me and 9 friends", 10), ("a dozen of us", 12), ("family of five plus 8", 13), ("half a dozen of us and their spouses", 12),
    ("12 friends and their wives", 24), ("us two plus both sets of grandparents", 6), ("my family of 6 and my brother's family of 4", 10), ("our family (5) plus my parents", 7),
    ("family of 4 and 3 friends", 7), ("my family of 5 and 2 grandparents", 7), ("5 of us plus grandma", 6), ("me plus 14", 15), ("me + 14", 15), ("four couples plus me", 9),
    ("6 couples and 3 kids", 15), ("me and my wife and 2 other couples", 6), ("my wife and I plus 12 guests", 14), ("just the two of us and 10 friends", 12),
    ("two dozen minus twelve", 12), ("20 people minus 3", 17), ("a couple dozen people", 24), ("twelve ish people", 12), ("18 + 2 kids", 20), ("18 plus 2 little ones", 20),
    ("13 not counting 3 toddlers", 16), ("20 (6 of them kids)", 20), ("20 total, 5 are under 10", 20), ("10ppl incl 2 under 5", 10), ("16 of us, 4 are kids", 16),
    ("20 people, half of them kids", 20), ("8 adults and a toddler", 9), ("half a dozen couples so twelve adults", 12), ("6 adults plus my in-laws", 8),
    ("wife and I and 6 kids", 8), ("i need a chef for me and my boss", 2), ("just me and my parents and 3 kids", 6), ("myself and my 2 sisters", 3), ("20 guests and their plus ones", 40),
    ("uh for like twenty uh twenty two people on the um fourteenth", 22), ("fifteen no wait sorry sixteen people", 16),
]  # fmt: skip


@pytest.mark.parametrize(("text", "total"), TOTALS, ids=[text for text, _ in TOTALS])
def test_how_many_come(text: str, total: int) -> None:
    assert read_guests(text).total == total


@pytest.mark.parametrize(
    ("text", "adults", "children", "toddlers", "people"),
    [
        ("three families of 4 each: 2 adults and 2 kids", 6, 6, None, 12), ("two families of 5, 2 adults and 3 kids each", 4, 6, None, 10),
        ("20 (6 of them kids)", None, 6, None, 20), ("12 adts + 4 kids (8, 6 and a 3 yr old)", 12, 4, None, None), ("20 people, half of them kids", None, 10, None, 20),
        ("8 adults, a kid and a baby", 8, 1, 1, None), ("18 + 2 kids", None, 2, None, 18), ("wife and I and 6 kids", 2, 6, None, None), ("half a dozen couples so twelve adults", 12, None, None, None),
    ],
)  # fmt: skip
def test_who_they_are(
    text: str, adults: int | None, children: int | None, toddlers: int | None, people: int | None
) -> None:
    party = read_guests(text)
    assert (party.adults, party.children, party.toddlers, party.people) == (adults, children, toddlers, people)


@pytest.mark.parametrize(
    ("text", "low", "high", "count"),
    [("20 total, 5 are under 10", 0, 9, 5), ("10ppl incl 2 under 5", 0, 4, 2), ("16 of us but 4 of them are kids under 6", 0, 5, 4), ("12 people, 3 under or 6", 0, 6, 3)],
)  # fmt: skip
def test_under_an_age(text: str, low: int, high: int, count: int) -> None:
    (ages,) = read_guests(text).ages
    assert (ages.low, ages.high, ages.count) == (low, high, count)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a dozen", 12), ("two dozen", 24), ("a couple dozen", 24), ("twelve-ish", 12), ("sorry 14 not 12", 14), ("not 14, 16", 16), ("14, no 15", 15), ("doubling to 24", 24),
        ("18+2", 20), ("20, all adults", 20), ("just us, so 2", 2), ("two dozen minus twelve", 12), ("three families of 4 each", 12), ("it was 12 but now 15", 15),
    ],
)  # fmt: skip
def test_a_bare_answer_when_the_number_was_asked(text: str, count: int) -> None:
    party = read_guests(text, expected="guests")
    assert party.total == count


def test_a_range_keeps_both_ends() -> None:
    for text in ("15-18 people", "15 to 18 of us", "between 15 and 18 guests"):
        (spread,) = read_guests(text).ranges
        assert (spread.low, spread.high) == (15, 18), text


def test_additions_name_everybody() -> None:
    changes = read_guests("two more adults and a kid").changes
    assert [(change.operation, change.kind, change.low) for change in changes] == [
        ("add", "adults", 2),
        ("add", "children", 1),
    ]


@pytest.mark.parametrize("text", ["june 5 and my boss", "add my parents", "the 12th and the 14th", "under 500 dollars", "25 minus 10 percent"])  # fmt: skip
def test_what_counts_nobody(text: str) -> None:
    assert read_guests(text).total is None


@pytest.mark.parametrize("text", ["june 5 and 2 kids", "on june 5 + 2 kids", "at 6 + 2 kids", "zip 94539 & 2 kids"])
def test_a_day_an_hour_or_a_zip_beside_children_is_no_guest(text: str) -> None:
    assert read_guests(text).total == 2


@given(times=st.integers(2, 9), each=st.integers(2, 12))
def test_families_multiply(times: int, each: int) -> None:
    for text in (
        f"{times} families of {each}",
        f"we are {times} families of {each} each",
        f"{times} groups of {each} people each",
    ):
        assert read_guests(text).total == times * each, text


@given(own=st.integers(2, 20), friends=st.integers(2, 20))
def test_a_sum_is_the_sum(own: int, friends: int) -> None:
    for text in (
        f"family of {own} plus {friends}",
        f"my family of {own} and {friends} friends",
        f"{friends} friends plus our family of {own}",
    ):
        assert read_guests(text).total == own + friends, text


@given(whole=st.integers(3, 60), part=st.integers(1, 60))
def test_children_of_the_whole_never_grow_it(whole: int, part: int) -> None:
    party = read_guests(f"{whole} ({part} of them kids)")
    assert party.total == whole if part <= whole else party.children == part


@given(words=st.lists(st.sampled_from("me my wife and plus + families of family 4 twelve both sets grandparents kids minus half under each , ( ) their spouses".split()), max_size=20))  # fmt: skip
def test_any_order_of_group_words_is_read_without_error(words: list[str]) -> None:
    text = " ".join(words)
    for mention in read_guests(text).mentions:
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.low >= 0

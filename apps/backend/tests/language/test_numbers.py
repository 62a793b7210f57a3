"""Numbers in words and digits, ranges, corrections and spelled-out digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.numbers import find_digit_runs, find_numbers, ordinal_to_int, to_int


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("one", 1), ("twelve", 12), ("nineteen", 19), ("twenty", 20), ("twenty two", 22), ("twenty-two", 22), ("twentytwo", 22),
        ("ninety nine", 99), ("a hundred", 100), ("two hundred and fifty", 250), ("eleven hundred", 1100), ("twelve hundred thirty four", 1234),
        ("one thousand two hundred", 1200), ("a dozen", 12), ("half a dozen", 6), ("couple dozen", 24), ("a couple dozen", 24), ("two dozen", 24), ("3 dozens", 36), ("two doz", 24),
        ("1,100", 1100), ("42", 42), ("0", 0), ("fourty", 40), ("twelv", 12), ("ninteen", 19), ("forteen", 14),
    ],
)  # fmt: skip
def test_words_become_a_number(words: str, value: int) -> None:
    assert to_int(words) == value


@pytest.mark.parametrize(
    "words", ["", "nine five", "twelve six", "hello", "a", "and", "twenty twenty", "12-15", "9" * 5000]
)
def test_what_is_no_single_number_is_none(words: str) -> None:
    assert to_int(words) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3rd", 3),
        ("third", 3),
        ("twenty sixth", 26),
        ("thirty-first", 31),
        ("1st", 1),
        ("twelfth", 12),
        ("31st", 31),
        ("22", 22),
        ("banana", None),
    ],
)
def test_ordinals(words: str, value: int | None) -> None:
    assert ordinal_to_int(words) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fifteen no wait sorry sixteen", [(16, 16, "whole")]),
        ("12, no 14", [(14, 14, "whole")]),
        ("12-15 people", [(12, 15, "range")]),
        ("between 12 and 15", [(12, 15, "range")]),
        ("twelve to fifteen", [(12, 15, "range")]),
        ("12 or 13", [(12, 13, "range")]),
        ("-4 and 2.5", [(-4, -4, "negative"), (2.5, 2.5, "fraction")]),
        ("1,100 guests", [(1100, 1100, "whole")]),
        ("we are 7 adults, 2 kids", [(7, 7, "whole"), (2, 2, "whole")]),
        ("june 13th at 6:30", []),
        ("no numbers here", []),
    ],
)
def test_numbers_are_found_in_order(text: str, found: list[tuple[float, float, str]]) -> None:
    assert [(number.low, number.high, number.kind) for number in find_numbers(text)] == found


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("nine four oh six three", "94063"),
        ("nine five eight one four", "95814"),
        ("ninety five eight fourteen", "95814"),
        ("nine four five four one, in hayward", "94541"),
        ("ninety four five thirty nine", "94539"),
        ("it's nine four zero six three", "94063"),
        ("five one oh five five five oh one six seven", "5105550167"),
        ("nine double four oh six", "94406"),
    ],
)
def test_spelled_digits_are_one_run(text: str, digits: str) -> None:
    assert [run.digits for run in find_digit_runs(text)] == [digits]


@pytest.mark.parametrize(
    "text", ["sixteen adults and two kids seven and nine", "one or two", "94539", "12 14 15", "hello there"]
)
def test_counts_are_no_digit_runs(text: str) -> None:
    assert find_digit_runs(text) == ()


@given(value=st.integers(0, 999_999))
def test_grouped_digits_are_read_back(value: int) -> None:
    assert to_int(f"{value:,}") == value


@given(text=st.text(max_size=300))
def test_spans_show_what_was_read(text: str) -> None:
    for number in find_numbers(text):
        assert text[number.span.start : number.span.end] == number.span.text
    for run in find_digit_runs(text):
        assert text[run.span.start : run.span.end] == run.span.text

"""The days that a question asks about: behind us for what was, before us for what will be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.periods import Lean, find_period

TODAY = date(2026, 11, 28)
"""A Saturday."""


@pytest.mark.parametrize(
    ("words", "lean", "first", "last"),
    [
        ("bookings this week", "near", "2026-11-23", "2026-11-29"),
        ("how much came in last month", "past", "2026-10-01", "2026-10-31"),
        ("revenue in October", "past", "2026-10-01", "2026-10-31"),
        ("revenue in november", "past", "2026-11-01", "2026-11-30"),
        ("revenue in december", "past", "2025-12-01", "2025-12-31"),
        ("parties in december", "ahead", "2026-12-01", "2026-12-31"),
        ("between 3 and 9 May", "past", "2026-05-03", "2026-05-09"),
        ("between 3 and 9 May", "ahead", "2027-05-03", "2027-05-09"),
        ("from May 3 to 9, 2025", "ahead", "2025-05-03", "2025-05-09"),
        ("3 May to 9 June", "past", "2026-05-03", "2026-06-09"),
        ("28 Dec to 3 Jan", "past", "2025-12-28", "2026-01-03"),
        ("messages yesterday", "past", "2026-11-27", "2026-11-27"),
        ("parties on Saturday", "ahead", "2026-11-28", "2026-11-28"),
        ("next saturday", "ahead", "2026-12-05", "2026-12-05"),
        ("last Saturday", "past", "2026-11-21", "2026-11-21"),
        ("messages on monday", "past", "2026-11-23", "2026-11-23"),
        ("since monday", "past", "2026-11-23", "2026-11-28"),
        ("since october", "past", "2026-10-01", "2026-11-28"),
        ("this month so far", "past", "2026-11-01", "2026-11-28"),
        ("the last 7 days", "past", "2026-11-22", "2026-11-28"),
        ("the next 2 weeks", "ahead", "2026-11-28", "2026-12-11"),
        ("this weekend", "ahead", "2026-11-28", "2026-11-29"),
        ("last quarter", "past", "2026-07-01", "2026-09-30"),
        ("q1 2026", "past", "2026-01-01", "2026-03-31"),
        ("in 2025", "past", "2025-01-01", "2025-12-31"),
        ("2026-03-01 to 2026-03-07", "near", "2026-03-01", "2026-03-07"),
        ("on March 14", "past", "2026-03-14", "2026-03-14"),
        ("on March 14", "ahead", "2027-03-14", "2027-03-14"),
        ("February 2026", "past", "2026-02-01", "2026-02-28"),
    ],
)
def test_days_are_read(words: str, lean: Lean, first: str, last: str) -> None:
    found = find_period(words, TODAY, lean=lean)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("words", ["who owes us", "how much is owed", "the 30th of february", "open leads", ""])
def test_where_no_days_are_said_there_are_none(words: str) -> None:
    assert find_period(words, TODAY) is None


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_weeks_and_months_meet_without_a_gap(today: date) -> None:
    for unit in ("week", "month", "quarter", "year"):
        last, this, coming = (find_period(f"{shift} {unit}", today) for shift in ("last", "this", "next"))
        assert last and this and coming
        assert this.first <= today <= this.last
        assert (last.last, this.last) == (this.first - timedelta(days=1), coming.first - timedelta(days=1))

"""Federal holidays (the calendar of the Office of Personnel Management), Mother's and Father's Day, and the days round them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.calendar_rules import weekend_beside, weekend_of
from hibachi.language.dates import find_dates
from hibachi.language.holidays import holiday_in, nth_weekday, observed, weekend_around

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=ZoneInfo("America/Los_Angeles"))

FEDERAL = [
    (("new year's day", "New Years Day", "new years"), "2026-01-01", "2027-01-01"),
    (("MLK day", "Martin Luther King Jr. Day", "dr. martin luther king day", "martin luther king's birthday"), "2026-01-19", "2027-01-18"),
    (("presidents day", "President's Day", "Washington's Birthday", "presidents' day"), "2026-02-16", "2027-02-15"),
    (("memorial day", "Memorial Day"), "2026-05-25", "2027-05-31"),
    (("juneteenth", "Juneteenth"), "2026-06-19", "2027-06-19"),
    (("independence day", "4th of July", "fourth of july", "July 4th", "july the 4th"), "2026-07-04", "2027-07-04"),
    (("labor day", "Labour Day"), "2026-09-07", "2027-09-06"),
    (("columbus day", "indigenous peoples day", "Indigenous People's Day"), "2026-10-12", "2027-10-11"),
    (("veterans day", "Veteran's Day", "veterans' day", "armistice day"), "2026-11-11", "2027-11-11"),
    (("thanksgiving", "Thanksgiving Day", "turkey day"), "2026-11-26", "2027-11-25"),
    (("christmas", "Christmas Day", "xmas", "x-mas"), "2026-12-25", "2027-12-25"),
    (("mother's day", "mothers day", "Mom's day", "mothers' day"), "2026-05-10", "2027-05-09"),
    (("father's day", "fathers day", "dad's day"), "2026-06-21", "2027-06-20"),
]  # fmt: skip
SAID = [(name, *days) for names, *days in FEDERAL for name in names]


def only(text: str) -> date | None:
    (mention,) = find_dates(text, NOW)
    return mention.only


@pytest.mark.parametrize(("name", "this", "following"), SAID)
def test_a_holiday_is_its_day_in_every_year(name: str, this: str, following: str) -> None:
    coming = this if this >= NOW.date().isoformat() else following
    assert only(f"we'd love {name}") == date.fromisoformat(coming)
    for year, day in ((2026, this), (2027, following)):
        for text in (f"{name} {year}", f"for {name}, {year} please", f"{name} of {year}"):
            assert only(text) == date.fromisoformat(day), text
    assert only(f"{name} next year") == date.fromisoformat(following)
    assert only(f"{name} this year") == date.fromisoformat(this)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("july 4th observed", "2026-07-03"), ("independence day (observed)", "2026-07-03"), ("juneteenth observed 2027", "2027-06-18"),
        ("christmas, observed 2027", "2027-12-24"), ("memorial day observed", "2026-05-25"),
    ],
)  # fmt: skip
def test_the_day_off_is_moved_from_a_weekend(text: str, day: str) -> None:
    assert only(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("day before christmas eve", "2026-12-23"), ("the day after christmas", "2026-12-26"), ("the night before thanksgiving", "2026-11-25"),
        ("two days after labor day", "2026-09-09"), ("the friday after thanksgiving", "2026-11-27"), ("the saturday after the 4th of july", "2026-07-11"),
        ("the sunday before memorial day", "2026-05-24"), ("friday before mother's day", "2026-05-08"), ("a week before father's day", "2026-06-14"),
        ("second saturday after easter", "2026-04-18"), ("the monday after easter", "2026-04-06"), ("saturday of labor day weekend", "2026-09-05"),
        ("sunday of memorial day weekend", "2026-05-24"), ("last mlk day", "2026-01-19"), ("christmas of last year", "2025-12-25"),
        ("black friday", "2026-11-27"), ("election day", "2026-11-03"), ("new year's eve", "2026-12-31"), ("thanksgiving eve", "2026-11-25"),
    ],
)  # fmt: skip
def test_days_counted_from_a_holiday(text: str, day: str) -> None:
    assert only(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("labor day weekend", "2026-09-05", "2026-09-07"), ("memorial day weekend 2027", "2027-05-29", "2027-05-31"),
        ("4th of july weekend", "2026-07-04", "2026-07-05"), ("thanksgiving weekend", "2026-11-26", "2026-11-29"),
        ("christmas weekend", "2026-12-25", "2026-12-27"), ("mothers day weekend", "2026-05-09", "2026-05-10"),
        ("the weekend after thanksgiving", "2026-11-28", "2026-11-29"), ("the weekend before easter", "2026-03-28", "2026-03-29"),
        ("weekend after the fourth of july", "2026-07-11", "2026-07-12"), ("the weekend of june 13", "2026-06-13", "2026-06-14"),
        ("the second weekend after easter", "2026-04-18", "2026-04-19"),
    ],
)  # fmt: skip
def test_a_weekend_beside_a_day_asks_which_of_its_days(text: str, first: str, last: str) -> None:
    (mention,) = find_dates(text, NOW)
    assert (mention.first, mention.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert mention.certainty == "ambiguous"
    assert {mention.candidates[0], mention.candidates[-1]} == {mention.first, mention.last}


@pytest.mark.parametrize(
    "text", ["lunar new year", "chinese new year 2027", "islamic new year", "persian new year", "jewish new year"]
)
def test_the_new_year_of_another_calendar_is_not_january_first(text: str) -> None:
    assert find_dates(text, NOW) == ()


@given(year=st.integers(1990, 2150))
def test_the_law_holds_in_every_year(year: int) -> None:
    floating = (("mlk day", 1, 0, 3), ("presidents day", 2, 0, 3), ("memorial day", 5, 0, -1), ("labor day", 9, 0, 1), ("columbus day", 10, 0, 2), ("thanksgiving", 11, 3, 4), ("mother's day", 5, 6, 2), ("father's day", 6, 6, 3))  # fmt: skip
    for name, month, weekday, nth in floating:
        on = holiday_in(name, year)
        assert on == nth_weekday(year, month, weekday, nth)
        assert on is not None and (on.year, on.month, on.weekday()) == (year, month, weekday)


@given(day=st.dates(date(1990, 1, 1), date(2150, 1, 1)))
def test_observed_days_and_weekends_lie_beside_their_day(day: date) -> None:
    assert observed(day).weekday() < 5 and abs(observed(day) - day) <= timedelta(days=1)
    around = weekend_around(day)
    assert day in around and any(on.weekday() in (5, 6) for on in around)
    assert all(abs(on - day) <= timedelta(days=4) for on in around) and list(around) == sorted(around)
    assert weekend_of(day).weekday() == weekend_beside(day, 1).weekday() == weekend_beside(day, -1).weekday() == 5
    assert weekend_beside(day, 1) > day > weekend_beside(day, -1)
    assert abs(weekend_of(day) - day) <= timedelta(days=3)

"""Days that only bound the days that would do, stretches of weekdays, midnights told as twelve, zones of a date and time."""

from datetime import date, datetime, time, timedelta, timezone

import pytest

from hibachi.language.dates import chosen, find_dates
from hibachi.language.times import find_times

WEDNESDAY = datetime(2026, 3, 4, 10)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("any day after june 6", date(2026, 6, 7), date(2026, 6, 21)),
        ("not before june 6 please", date(2026, 6, 6), date(2026, 6, 20)),
        ("june 6 or later", date(2026, 6, 6), date(2026, 6, 20)),
        ("can you do it before june 6", date(2026, 5, 23), date(2026, 6, 5)),
        ("some day before the 20th", date(2026, 3, 6), date(2026, 3, 19)),
        ("before friday", date(2026, 3, 4), date(2026, 3, 5)),
    ],
)
def test_a_day_that_bounds_others_is_not_the_day(text: str, first: date, last: date) -> None:
    day = chosen(find_dates(text, WEDNESDAY))
    assert day is not None
    assert (day.first, day.last, day.candidates) == (first, last, ())


@pytest.mark.parametrize(
    "text", ["the saturday after june 6", "a week after june 6", "june 6 after 5pm", "we land before june 6"]
)
def test_a_day_that_something_is_counted_from_stays_one(text: str) -> None:
    day = chosen(find_dates(text, WEDNESDAY))
    assert day is not None
    assert len(day.candidates) == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("any day between monday and friday", [9, 10, 11, 12, 13]),
        ("thursday to saturday next week", [12, 13, 14]),
        ("mon-wed", [9, 10, 11]),
        ("friday to saturday", [7]),
        ("the second saturday from now", [14]),
        ("the 2nd saturday", [14]),
    ],
)
def test_weekdays_from_one_to_another_are_all_meant(text: str, days: list[int]) -> None:
    day = chosen(find_dates(text, WEDNESDAY))
    assert day is not None
    assert [on.day for on in day.candidates] == days


@pytest.mark.parametrize("text", ["tomorrow night at 12", "saturday night at 12:30", "new year's eve at midnight"])
def test_twelve_at_night_belongs_to_the_next_day_as_well(text: str) -> None:
    day = chosen(find_dates(text, WEDNESDAY))
    assert day is not None
    assert day.candidates[0] - day.candidates[1] == timedelta(days=1)


def test_a_number_with_a_dot_is_an_hour_or_a_day_and_asked() -> None:
    assert [day.certainty for day in find_dates("6.30", WEDNESDAY)] == ["vague"]


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("2026-03-07T18:00:00Z", time(10)),
        ("2026-03-07T18:00:00-05:00", time(15)),
        ("6pm utc-5", time(15)),
        ("6pm est", time(15)),
    ],
)
def test_a_zone_is_turned_to_the_clock_of_the_party(text: str, here: time) -> None:
    said = find_times(text, days=[day.span for day in find_dates(text, WEDNESDAY)]).chosen
    assert said is not None
    assert said.on_clock_of(WEDNESDAY.replace(tzinfo=timezone(timedelta(hours=-8)))).candidates[0] == here


@pytest.mark.parametrize(("text", "at"), [("3 in the night", time(3)), ("8 in the night", time(20))])
def test_in_the_night_is_no_afternoon(text: str, at: time) -> None:
    said = find_times(text).chosen
    assert said is not None
    assert said.candidates == (at,)


def test_minutes_to_a_spoken_hour_are_no_second_day() -> None:
    days = find_dates("the 19th of september, 20 to nine", WEDNESDAY)
    assert [day.candidates for day in days] == [(date(2026, 9, 19),)]

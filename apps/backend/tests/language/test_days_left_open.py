"""Days between which a customer leaves the choice, days turned down beside them, and a day counted from another."""

from datetime import date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hibachi.concierge.understanding import day_choices
from hibachi.language.dates import chosen, find_dates
from hibachi.language.spans import fold

NOW = datetime(2026, 3, 4, 10)  # a Wednesday
MONTHS = ("april", "june", "september", "december")


def nth(day: int) -> str:
    ending = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def left_open(text: str) -> tuple[date, ...]:
    return day_choices.either(find_dates(text, NOW), fold(text))


def settled(text: str) -> tuple[date, ...]:
    mention = chosen(find_dates(text, NOW))
    return mention.candidates if mention else ()


FRAMES = ("{}", "hi can we do {}? 12 adults in 94539", "we'd like to book {} at 6pm for 12 adults", "um so it'd be {} and there's ten adults")  # fmt: skip
EITHER = (
    "{m} {a} or {b}", "either the {an} or {bn} of {m}", "the {an} or the {bn} of {m}", "{m} {a} (or {b})", "{m} {a} maybe {b}",
    "{m} {an} and if not then the {bn}", "{m} {a}, alternatively {m} {b}", "one of these: {m} {a}, {m} {b}", "{m} {a}/{b}",
    "either {m} {a} or {m} {b}", "{a} or {b} {m}", "the {an} or {bn} of {m}, whichever",
)  # fmt: skip


@pytest.mark.parametrize("said", EITHER)
@settings(deadline=None)
@given(month=st.sampled_from(MONTHS), first=st.integers(1, 27), step=st.integers(1, 3), frame=st.sampled_from(FRAMES))
def test_two_days_in_any_wording_are_a_choice(said: str, month: str, first: int, step: int, frame: str) -> None:
    second = min(28, first + step)
    text = frame.format(said.format(m=month, a=first, b=second, an=nth(first), bn=nth(second)))
    number = {"april": 4, "june": 6, "september": 9, "december": 12}[month]
    assert left_open(text) == (date(2026, number, first), date(2026, number, second)), text


NOT_BUT = (
    "can't be {m} {an}, either {bn} or {cn}", "anything but {m} {a}, so {b} or {c}", "{m} {a} is out, {b} or {c} would work",
    "can't do {m} {a} but the {bn} or {cn} works", "not {m} {a}, {m} {b} or {m} {c}",
)  # fmt: skip


@pytest.mark.parametrize(("said", "month"), list(product(NOT_BUT, ("june", "september"))))
def test_a_day_turned_down_is_none_of_the_choice(said: str, month: str) -> None:
    number = 6 if month == "june" else 9
    text = said.format(m=month, a=10, b=17, c=24, an="10th", bn="17th", cn="24th")
    assert left_open(text) == (date(2026, number, 17), date(2026, number, 24)), text


ONE = (
    "not june 6, june 13", "june 6 no sorry 13", "june 13 instead of june 6", "june 13 since june 6 is my sister's wedding",
    "june 13 (i know i said june 6)", "we can't do june 6 so june 13", "june 6 is taken so the week after", "june 6 is her day but the saturday after",
    "my twins turn 5 on june 12 but we'd do the party the day after", "june 6 doesn't work so june 13",
)  # fmt: skip


@pytest.mark.parametrize("said", ONE)
def test_the_other_day_is_a_reason_and_no_wish(said: str) -> None:
    assert settled(f"{said}, 12 adults 94539") == (date(2026, 6, 13),)
    assert left_open(said) == ()


@pytest.mark.parametrize("said", ["june 13 at 6 or 9", "june 13 noon or 3", "june 13, 3 or 6", "june 13, we'd be 10 or 12", "june 13 for 10 or 12 people"])  # fmt: skip
def test_hours_and_guests_behind_a_day_are_no_days(said: str) -> None:
    assert left_open(said) == ()
    assert settled(said) == (date(2026, 6, 13),)


@settings(deadline=None)
@given(st.integers(0, 6), st.integers(0, 6))
def test_two_weekdays_are_a_choice_also_on_one_of_them(one: int, two: int) -> None:
    names = "monday tuesday wednesday thursday friday saturday sunday".split()
    if one == two:
        return
    days = left_open(f"{names[one]} or {names[two]} for 12 adults")
    assert {day.weekday() for day in days} == {one, two}
    assert all(NOW.date() <= day <= NOW.date() + timedelta(days=14) for day in days)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("nxt sat", ["2026-03-14", "2026-03-07"]), ("thanksgiving saturday", ["2026-11-28"]), ("memorial day sunday", ["2026-05-24"]),
        ("june 12/13", ["2026-06-13"]), ("would 3-27 work", ["2026-03-27"]), ("june, ideally a friday", ["2026-06-05", "2026-06-12", "2026-06-19", "2026-06-26"]),
    ],
)  # fmt: skip
def test_short_ways_of_saying_a_day(said: str, days: list[str]) -> None:
    assert [day.isoformat() for day in settled(said)] == days


@pytest.mark.parametrize("said", ["june somewhere", "june, not sure which day", "12 adults 94539 june sometime 6pm"])
def test_a_month_without_a_day_is_asked(said: str) -> None:
    mention = chosen(find_dates(said, NOW))
    assert mention is not None and mention.candidates == () and mention.first == date(2026, 6, 1)

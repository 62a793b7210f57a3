"""Stretches of days and days told by their month, week or year, from Wednesday, 4 March 2026."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.dates import chosen, find_dates
from hibachi.language.durations import find_moments

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=ZoneInfo("America/Los_Angeles"))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("10-22 august", "2026-08-10", "2026-08-22"), ("22-23 May", "2026-05-22", "2026-05-23"), ("aug 10 - aug 12", "2026-08-10", "2026-08-12"),
        ("between june 5 and june 9", "2026-06-05", "2026-06-09"), ("from the 3rd to the 5th of june", "2026-06-03", "2026-06-05"),
        ("june 3rd thru the 5th", "2026-06-03", "2026-06-05"), ("10/1/2026-10/7/2026", "2026-10-01", "2026-10-07"), ("10/1 to 10/7", "2026-10-01", "2026-10-07"),
        ("from the 27th to the 3rd of june", "2026-05-27", "2026-06-03"),
        ("jun 12-jun 14", "2026-06-12", "2026-06-14"), ("12 june - 14 june", "2026-06-12", "2026-06-14"), ("june 29 to july 2", "2026-06-29", "2026-07-02"), ("dec 30 - jan 2", "2026-12-30", "2027-01-02"), ("June 5 until June 8, 2027", "2027-06-05", "2027-06-08"),
    ],
)  # fmt: skip
def test_a_short_stretch_offers_each_of_its_days(text: str, first: str, last: str) -> None:
    (mention,) = find_dates(text, NOW)
    assert (mention.candidates[0], mention.candidates[-1]) == (date.fromisoformat(first), date.fromisoformat(last))
    assert len(mention.candidates) == (mention.candidates[-1] - mention.candidates[0]).days + 1
    assert mention.certainty == "ambiguous"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("between june 5 and august 20", "2026-06-05", "2026-08-20"), ("aug 10 to nov 12", "2026-08-10", "2026-11-12"),
        ("from May to July", "2026-05-01", "2026-07-31"), ("the first week of june", "2026-06-01", "2026-06-07"), ("last week of may", "2026-05-25", "2026-05-31"),
        ("2nd week of july 2027", "2027-07-08", "2027-07-14"), ("the week of june 8", "2026-06-08", "2026-06-14"), ("the week after easter", "2026-04-06", "2026-04-12"),
        ("the week before thanksgiving", "2026-11-16", "2026-11-22"), ("mid june", "2026-06-11", "2026-06-20"), ("early may", "2026-05-01", "2026-05-10"),
        ("the end of the month", "2026-03-25", "2026-03-31"), ("the next two weeks", "2026-03-04", "2026-03-18"), ("within the next couple of months", "2026-03-04", "2026-05-04"),
        ("the week after next", "2026-03-16", "2026-03-22"), ("the month after next", "2026-05-01", "2026-05-31"),
        ("10 August - 12 September 2026", "2026-08-10", "2026-09-12"), ("Nov 18-Dec 19, 2026", "2026-11-18", "2026-12-19"),
        ("08/08/2026, 09:15 AM to 08/29/2026, 09:15 AM", "2026-08-08", "2026-08-29"), ("2027 q1", "2027-01-01", "2027-03-31"), ("in Q3", "2026-07-01", "2026-09-30"),
        ("the 4th quarter of 2026", "2026-10-01", "2026-12-31"), ("week starting june 9", "2026-06-09", "2026-06-15"), ("the week that begins on june 8", "2026-06-08", "2026-06-14"),
        ("june in a year", "2027-06-01", "2027-06-30"), ("March in two years", "2028-03-01", "2028-03-31"), ("2 weeks starting May 25th", "2026-05-25", "2026-06-07"),
    ],
)  # fmt: skip
def test_a_long_or_loose_stretch_has_ends_alone(text: str, first: str, last: str) -> None:
    (mention,) = find_dates(text, NOW)
    assert (mention.first, mention.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert mention.candidates == () and mention.certainty == "vague"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("next month on the 8th", "2026-04-08"), ("the 8th next month", "2026-04-08"), ("in june, on the 8th", "2026-06-08"),
        ("sometime in june maybe the 8th", "2026-06-08"), ("june 5 this year", "2026-06-05"), ("next year on june 5", "2027-06-05"),
        ("june 5, this summer", "2026-06-05"), ("friday the first week of june", "2026-06-05"), ("saturday of the last week of may", "2026-05-30"),
        ("third saturday next month", "2026-04-18"), ("next to last friday of june", "2026-06-19"), ("penultimate sunday in may", "2026-05-24"),
        ("2027 june 3", "2027-06-03"), ("on the 24", "2026-03-24"), ("the 24", "2026-03-24"), ("21st at 8pm", "2026-03-21"),
        ("Mon., 16 March 2026", "2026-03-16"), ("24 October 10 o clock", "2026-10-24"), ("6/3/27", "2027-06-03"), ("june 5 or sometime in july", "2026-06-05"),
    ],
)  # fmt: skip
def test_a_day_told_by_its_month_week_or_year(text: str, day: str) -> None:
    settled = chosen(find_dates(text, NOW))
    assert settled is not None and settled.only == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["tuesday of last week", "sunday from last week", "last christmas", "10/31/74"])
def test_what_is_gone_is_past(text: str) -> None:
    (mention,) = find_dates(text, NOW)
    assert mention.past


def test_a_date_with_dots_is_read_both_ways() -> None:
    (mention,) = find_dates("05.03.2027", NOW)
    assert mention.candidates == (date(2027, 5, 3), date(2027, 3, 5)) and mention.certainty == "ambiguous"


@pytest.mark.parametrize("text", ["Saturday 4-6", "are you free Monday 12-4", "friday 5-7 works"])
def test_hours_beside_a_weekday_are_no_month_and_day(text: str) -> None:
    assert [mention.kind for mention in find_dates(text, NOW)] == ["weekday"]


def test_a_dash_beside_its_own_weekday_is_a_date() -> None:
    (mention,) = find_dates("friday 6-12", NOW)  # June 12, 2026 is a Friday
    assert mention.only == date(2026, 6, 12)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("in an hour and a half", 90), ("in 2 and a half hours", 150), ("in 1/2 hour", 30), ("in another 20 minutes", 20), ("in 20 more minutes", 20),
        ("in three quarters of an hour", 45), ("in a quarter of an hour", 15), ("one and a half hours from now", 90), ("can you come over right now", 0),
    ],
)  # fmt: skip
def test_moments_are_told_to_the_minute(text: str, minutes: int) -> None:
    (moment,) = find_moments(text, NOW)
    assert moment.at - NOW == timedelta(minutes=minutes) and moment.to_the_minute


@pytest.mark.parametrize(
    "text", ["how much is it right now", "we are 14 now", "not right now thanks", "busy at the moment"]
)
def test_now_in_passing_is_no_moment(text: str) -> None:
    assert not any(moment.wanted for moment in find_moments(text, NOW)) and find_dates(text, NOW) == ()


@given(start=st.dates(date(2026, 3, 5), date(2026, 12, 1)), days=st.integers(-20, 60))
def test_two_days_with_a_dash_never_raise_and_never_run_backwards(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    for text in (
        f"{start:%B} {start.day} - {end:%B} {end.day}",
        f"{start:%B} {start.day}-{end.day}",
        f"{start.month}/{start.day} to {end.month}/{end.day}",
        f"between {start:%b} {start.day} and {end:%b} {end.day}",
        f"{start.day}-{end.day} {start:%B}",
    ):
        for mention in find_dates(text, NOW):
            assert list(mention.candidates) == sorted(mention.candidates) or mention.kind != "range", text
            assert mention.first is None or mention.last is None or mention.first <= mention.last, text
            assert text[mention.span.start : mention.span.end] == mention.span.text


@given(
    text=st.lists(
        st.sampled_from("june 5 - 8 to between and the week of weekend after next saturday month year 2027 first last easter".split()),
        max_size=14,
    )
)  # fmt: skip
def test_any_order_of_date_words_is_read_without_error(text: list[str]) -> None:
    find_dates(" ".join(text), NOW)
    find_moments(" ".join(text), NOW)

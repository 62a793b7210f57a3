"""Days and moments in every order and spelling: distances, separators, ranks, the present, the end of the day."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.calendar_rules import after_workdays
from hibachi.language.dates import chosen, find_dates
from hibachi.language.durations import find_moments
from hibachi.language.times import find_times

NOW = datetime(2026, 6, 3, 10, 15)  # a Wednesday


def _day(text: str) -> list[str]:
    mention = chosen(find_dates(text, NOW))
    return [on.isoformat()[5:] if on.year == 2026 else on.isoformat() for on in mention.candidates] if mention else []


def _clock(text: str) -> list[str]:
    mention = find_times(text).chosen
    return [at.isoformat("minutes") for at in mention.candidates] if mention else []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("HAPPY NEW YEAR!!! how much for 27", ""), ("merry christmas and a happy new year to your team", ""), ("hope you had a great thanksgiving!", ""), ("happy belated mother's day", ""), ("happy 4th of july! are you free june 20?", "06-20"),
        ("a happy new year's eve party for 12", "12-31"), ("free on thanksgiving?", "11-26"), ("we'd be happy on christmas eve", "12-24"), ("a great christmas dinner", "12-25"),
    ],
)  # fmt: skip
def test_a_greeting_asks_for_no_day(text: str, day: str) -> None:
    assert _day(text) == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("in 1 year 11 months", "2028-05-03"), ("+2 months, 5 days", "08-08"), ("3w later", "06-24"), ("in 2mo", "08-03"), ("in 2 mths", "08-03"), ("in 1w3d", "06-13"),
        ("after 4 days", "06-07"), ("the week after", "06-10"), ("a pair of days from now", "06-05"), ("in a decade", "2036-06-03"), ("in another week", "06-10"), ("in 2 sundays", "06-14"), ("half a month from now", "06-18"),
        ("in one and a half weeks", "06-13"), ("in a year and a half", "2027-12-03"), ("in 3 business days", "06-08"), ("2 working days later", "06-05"),
        ("2wks from friday", "06-19"), ("a week on tuesday", "06-16"), ("a fortnight on saturday", "06-20"), ("a week today", "06-10"), ("a week tomorrow", "06-11"), ("tuesday week", "06-16"), ("saturday fortnight", "06-20"),
        ("two sundays later", "06-14"), ("2 sundays after christmas", "2027-01-03"), ("the second day after christmas", "12-27"), ("three days ahead of christmas", "12-22"),
        ("the day following friday", "06-06"), ("monday after next monday", "06-15"), ("friday the week after next", "06-19"), ("the day after next", "06-05"), ("overmorrow", "06-05"), ("the next day", "06-04"),
        ("the closest monday to june 20", "06-22"), ("the second closest monday to june 20", "06-15"), ("nearest friday to the 20th", "06-19"),
        ("third to last day of june", "06-28"), ("the fifth to last day of july", "07-27"), ("last day of the year", "12-31"), ("first day of next year", "2027-01-01"), ("first of the month", "07-01"), ("first day of next week", "06-08"), ("same day next week", "06-10"),
        ("the next 15th", "06-15"), ("see you 27th", "06-27"), ("20th at four", "06-20"), ("june 20, a saturday", "06-20"), ("the 20th (a saturday)", "06-20"),
        ("tonight at midnight", "06-04"), ("midnight tonight", "06-04"), ("tonight until midnight", "06-03"), ("eod tomorrow", "06-04"), ("by the end of the day friday", "06-05"), ("now", "06-03"), ("asap", "06-03"),
    ],
)  # fmt: skip
def test_a_day_told_by_its_distance_or_rank(text: str, day: str) -> None:
    assert _day(text) == [day]


def test_a_week_after_next_friday_is_a_day_and_the_week_after_next_a_stretch() -> None:
    assert _day("a week after next friday") == ["06-19", "06-12"]
    assert (_day("the week after next"), find_dates("the week after next", NOW)[0].first) == ([], date(2026, 6, 15))


@pytest.mark.parametrize(
    "text",
    [
        "friday-jun-19", "fri-19-jun", "jun-19-fri", "19-jun-26", "19.jun.2026", "jun.19.2026", "[june] 19, 2026", "june19", "june19th", "19june2026", "june 19,2026", "19 jun 26", "jun/19/2026", "2026 19 june",
        "the 19th, june", "20260619", "notes-2026-06-19-v2", "2026-06-19", "19. 6. 2026", "19 . 6 . 26", "6 - 19", "6/19/'26", "6/19/2026-18:00", "6/19/2026.18:00", "6/19-6pm",
    ],
)  # fmt: skip
def test_one_day_in_every_order_and_separator(text: str) -> None:
    assert _day(text) == ["06-19"]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("seven oh five", ["19:05", "07:05"]), ("seven-oh-five pm", ["19:05"]), ("seven zero five pm", ["19:05"]), ("3 fifteen pm", ["15:15"]), ("at 11 forty five", ["23:45", "11:45"]), ("twenty-five to seven pm", ["18:35"]),
        ("ten to eight pm", ["10:00", "19:50"]), ("20 minutes until 7", ["18:40", "06:40"]), ("half 3", ["15:30", "03:30"]), ("1900 hours", ["19:00"]), ("7pmish", ["19:00"]), ("6-ish pm", ["18:00"]), ("6 sharp", ["18:00", "06:00"]),
        ("mid-day", ["12:00"]), ("an hour before noon", ["11:00"]), ("half an hour after 6pm", ["18:30"]), ("two hours before midnight", ["22:00"]), ("mid-afternoon", ["15:00", "14:00"]), ("7 of the evening", ["19:00"]),
        ("this morning 9", ["09:00"]), ("six early in the morning", ["06:00"]), ("7 in the late evening", ["19:00"]), ("seven friday night", ["19:00"]), ("three thirty friday afternoon", ["15:30"]), ("tomorrow evening six thirty", ["18:30"]), ("today six fifteen", ["18:15", "06:15"]), ("today at 1815", ["18:15"]),
        ("6/19/2026-18:00", ["18:00"]), ("6/19/2026:18:00", ["18:00"]), ("6/19-6pm", ["18:00"]),
    ],
)  # fmt: skip
def test_a_time_in_every_spelling(text: str, clock: list[str]) -> None:
    assert _clock(text) == clock


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("in 2hr5min", 125), ("1h30m from now", 90), ("in 0,5 hours", 30), ("in 2 1/2 hours", 150), ("in 2½ hours", 150), ("after 30 minutes", 30), ("the hour after", 60), ("in half hour", 30), ("in a half hour", 30), ("in 15'", 15)],
)  # fmt: skip
def test_a_moment_told_by_its_distance(text: str, minutes: int) -> None:
    (moment,) = find_moments(text, NOW)
    assert (moment.at, moment.kind, moment.to_the_minute) == (NOW + timedelta(minutes=minutes), "reckoned", True)


@pytest.mark.parametrize(
    "text", ["how busy are you at the moment", "what does it cost currently", "is anyone there right now"]
)
def test_the_present_in_passing_is_a_moment_but_no_day_of_a_party(text: str) -> None:
    (moment,) = find_moments(text, NOW)
    assert (moment.at, moment.kind, moment.wanted) == (NOW, "present", False)
    assert find_dates(text, NOW) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [("eod", 3), ("by end of day tomorrow", 4), ("friday eod", 5), ("before close of business friday", 5)],
)
def test_the_end_of_a_day(text: str, day: int) -> None:
    (moment,) = find_moments(text, NOW)
    assert (moment.at, moment.kind) == (datetime(2026, 6, day, 23, 59), "deadline")


@pytest.mark.parametrize(
    "text",
    ["we are 10 - 12. 26 chairs", "the chef leaves after 2 hours?", "dinner for 7 friday night", "not right now", "order 20261399"],
)  # fmt: skip
def test_what_only_looks_like_one(text: str) -> None:
    assert [mention for mention in find_dates(text, NOW) if mention.kind != "weekday"] == []
    assert not find_moments(text, NOW) and _clock(text) == []


@given(
    day=st.dates(date(2026, 6, 3), date(2027, 6, 2)), month=st.sampled_from(["%b", "%B"]), sep=st.sampled_from("-/. ")
)
def test_any_order_of_day_month_and_year_is_the_same_day(day: date, month: str, sep: str) -> None:
    for order in ("{d}{s}{m}{s}{y}", "{m}{s}{d}{s}{y}" if sep != " " else "{m} {d}, {y}", "{y}{s}{m}{s}{d}"):
        text = order.format(d=day.day, m=day.strftime(month), y=day.year, s=sep)
        mention = chosen(find_dates(text, NOW))
        assert mention is not None and mention.candidates == (day,), text


@given(start=st.dates(date(2026, 1, 1), date(2027, 1, 1)), count=st.integers(1, 40))
def test_working_days_are_counted_one_by_one(start: date, count: int) -> None:
    on, left = start, count
    while left:
        on += timedelta(days=1)
        left -= on.weekday() < 5
    assert after_workdays(start, count) == on

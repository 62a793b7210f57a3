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
        ("between now and june 6", date(2026, 3, 4), date(2026, 6, 6)),
        ("between now and the end of june", date(2026, 3, 4), date(2026, 6, 30)),
        ("from now until friday", date(2026, 3, 4), date(2026, 3, 6)),
        ("any day until june 6", date(2026, 5, 23), date(2026, 6, 6)),
        ("sometime by june 6", date(2026, 5, 23), date(2026, 6, 6)),
        ("no later than june 6", date(2026, 5, 23), date(2026, 6, 6)),
        ("june 6 at the latest", date(2026, 5, 23), date(2026, 6, 6)),
        ("june 6 or sooner", date(2026, 5, 23), date(2026, 6, 6)),
        ("12 adults, by june 6", date(2026, 5, 23), date(2026, 6, 6)),
        ("from june 6 on", date(2026, 6, 6), date(2026, 6, 20)),
        ("starting june 6", date(2026, 6, 6), date(2026, 6, 20)),
        ("as of june 6", date(2026, 6, 6), date(2026, 6, 20)),
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


@pytest.mark.parametrize(
    "text",
    [
        "every saturday", "each friday", "every other saturday", "the 19th of every month", "saturday every two weeks", "june 6 every year", "within 9 months", "within 10 days",
        "in the next 10 days", "in about 3 weeks", "about 3 weeks from now", "three weeks or so from now", "in a month or so", "in roughly two months", "more than 2 weeks from now",
        "less than 3 days after june 6", "at least a week before june 6", "in a few weeks", "tuesdays are best", "friday nights", "some tuesday", "most fridays",
    ],
)  # fmt: skip
def test_what_is_told_loosely_is_never_certain(text: str) -> None:
    days = find_dates(text, WEDNESDAY)
    assert not days or days[-1].certainty == "vague"


@pytest.mark.parametrize("text", ["in 3 weeks", "in exactly two weeks", "12 adults each, saturday june 6", "a week before june 6", "in 3 days", "tomorrow or so"])  # fmt: skip
def test_what_is_told_exactly_is_certain(text: str) -> None:
    day = chosen(find_dates(text, WEDNESDAY))
    assert day is not None and day.certainty == "certain"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("june 13.. actually 14th", "2026-06-14"), ("june 13th, sorry the 14th", "2026-06-14"), ("june 13, no wait, 14th", "2026-06-14"), ("the 13th, i mean the 20th", "2026-03-20"),
        ("june 13 - actually the 14th works better", "2026-06-14"), ("june 13 oops 20th", "2026-06-20"), ("june 13, make that the 20th", "2026-06-20"),
        ("her birthday is june 13, party the following saturday", "2026-06-20"), ("birthday is the 13th, party the following saturday", "2026-03-14"),
        ("thanksgiving is busy so the following saturday", "2026-11-28"), ("the saturday after our anniversary (june 10)", "2026-06-13"),
        ("the saturday before our wedding on june 25", "2026-06-20"), ("sunday after her graduation, june 12", "2026-06-14"), ("move us from the 13th to the 20th of june", "2026-06-20"),
        ("3rd saturday this september", "2026-09-19"), ("tomorrow, no, day after", "2026-03-06"), ("not tomorrow but the day after", "2026-03-06"),
        ("two nights from tonight", "2026-03-06"), ("three nights from now", "2026-03-07"), ("next weeks saturday", "2026-03-14"), ("saturday a week", "2026-03-14"), ("we come on 13 jun 26 at 6", "2026-06-13"), ("i said the 13th not the 30th", "2026-03-13"), ("on the 17 between 2 and 4pm", "2026-03-17"), ("the 17 6pm", "2026-03-17"), ("2 day after tomorrow", "2026-03-07"),
    ],
)  # fmt: skip
def test_a_day_told_by_the_one_before_it(text: str, day: str) -> None:
    said = chosen(find_dates(text, WEDNESDAY))
    assert said is not None
    assert [str(on) for on in said.candidates] == [day]


@pytest.mark.parametrize("text", ["june 13, sorry the 14 adults", "june 13. no, the 14th street park", "june 13, actually the second option"])  # fmt: skip
def test_what_puts_something_else_right_moves_no_day(text: str) -> None:
    said = chosen(find_dates(text, WEDNESDAY))
    assert said is not None and said.candidates == (date(2026, 6, 13),)


@pytest.mark.parametrize("text", ["the day after my birthday (june 13)", "day after our anniversary, june 13", "the night after the wedding on june 13"])  # fmt: skip
def test_a_date_behind_the_day_after_a_feast_may_be_either_day(text: str) -> None:
    said = chosen(find_dates(text, WEDNESDAY))
    assert said is not None and said.candidates == (date(2026, 6, 14), date(2026, 6, 13))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3rd Feb 82", "1982-02-03"), ("May 15 of 87", "1987-05-15"), ("15 April of 87", "1987-04-15"), ("may 27 79", "1979-05-27"),
        ("january twenty five nineteen eighty six", "1986-01-25"), ("13 sept nineteen seventy two", "1972-09-13"), ("june 13 in the year 2027", "2027-06-13"),
        ("june 13 of 12 people", "2026-06-13"), ("13 june 80 people", "2026-06-13"), ("june 13, 75 guests", "2026-06-13"), ("june 13 nineteen thirty", "2026-06-13"),
    ],
)  # fmt: skip
def test_a_year_that_is_told_is_not_lost(text: str, day: str) -> None:
    assert [str(on) for on in find_dates(text, WEDNESDAY)[0].candidates] == [day]


@pytest.mark.parametrize("text", ["5th friday of june", "the fifth saturday in june", "the fifth friday of february, 2027", "2/29-3/1/2027"])  # fmt: skip
def test_a_weekday_that_a_month_has_not_so_often_is_impossible(text: str) -> None:
    assert find_dates(text, WEDNESDAY)[0].kind == "impossible"


@pytest.mark.parametrize(
    "text", ["30/4.85", "7 - 8", "the 1st week", "fourth quarter", "now - 1 day", "bun/cr of 30/4.85"]
)
def test_numbers_of_something_else_are_no_day(text: str) -> None:
    assert find_dates(text, WEDNESDAY) == ()


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("at 6 pm, actually 5", 17), ("6pm... no wait, 3", 15), ("at 7pm sorry 6", 18), ("5 hours before noon", 7), ("5 hours after noon", 17), ("at 6pm, sorry 9 people", 18),
        ("6pm, actually 12 adults", 18), ("2027 q1 at 6pm", 18),
    ],
)  # fmt: skip
def test_an_hour_put_right_is_the_last_one(text: str, at: int) -> None:
    said = find_times(text).chosen
    assert said is not None and [one.hour for one in said.candidates] == [at]


def test_the_number_of_today_may_be_today_or_the_next_month() -> None:
    assert find_dates("how about the 4th", WEDNESDAY)[0].candidates == (date(2026, 4, 4), date(2026, 3, 4))


@pytest.mark.parametrize("text", ["july 3, 4, and 5", "july 3rd, 4th and 5th", "july 3, 4 & 5", "july 3, 4 or 5"])
def test_a_row_of_days_is_each_of_them(text: str) -> None:
    assert [day.candidates for day in find_dates(text, WEDNESDAY)] == [(date(2026, 7, day),) for day in (3, 4, 5)]


@pytest.mark.parametrize("text", ["june 13, 4 and 6 kids", "june 13, 14 and 15 year olds", "june 13, 14 and 15 adults", "june 13, 6 and 7pm", "june 13, 12 and 14"])  # fmt: skip
def test_numbers_behind_a_day_that_are_no_row_of_days(text: str) -> None:
    assert [day.candidates for day in find_dates(text, WEDNESDAY)] == [(date(2026, 6, 13),)]


@pytest.mark.parametrize("text", ["any evening but friday", "any night except friday", "any other day but friday"])
def test_a_day_that_is_left_out_of_any_is_not_wished(text: str) -> None:
    assert chosen(find_dates(text, WEDNESDAY)) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [("2026-05-07T23:45:00.487+01:00", time(23, 45)), ("2026-05-07T19:20+00:00", time(19, 20)), ("2000-01-02T12:34:56.789Z", time(12, 34))],
)  # fmt: skip
def test_neither_a_zone_nor_a_fraction_is_the_hour(text: str, at: time) -> None:
    said = find_times(text, days=[day.span for day in find_dates(text, WEDNESDAY)]).chosen
    assert said is not None and said.candidates == (at,)


def test_between_two_numbers_are_all_days_from_one_to_the_other() -> None:
    day = chosen(find_dates("between the 12th and 14th", WEDNESDAY))
    assert day is not None and [on.day for on in day.candidates] == [12, 13, 14]


@pytest.mark.parametrize("text", ["july, 2nd week", "july 2nd week"])
def test_a_week_of_a_month_is_no_day_of_it(text: str) -> None:
    assert not any(day.candidates for day in find_dates(text, WEDNESDAY))


@pytest.mark.parametrize(("text", "hours"), [("at 6 till 9", [18, 6]), ("at 10 till 6pm", [10]), ("6 til 9 pm", [18])])
def test_hours_till_others_are_no_minutes(text: str, hours: list[int]) -> None:
    said = find_times(text).chosen
    assert said is not None and [at.hour for at in said.candidates] == hours


COUNTED_BESIDE = [
    ("3 weekdays after june 5", "2026-06-10"),
    ("the next business day after july 4", "2026-07-06"),
    ("the workday after labor day", "2026-09-08"),
    ("the very next day after christmas", "2026-12-26"),
    ("the saturday after memorial day weekend", "2026-05-30"),
    ("the friday before memorial day weekend", "2026-05-22"),
    ("sunday of memorial day weekend", "2026-05-24"),
    ("the monday after may", "2026-06-01"),
    ("last friday before june", "2026-05-29"),
    ("the friday on or after june 12", "2026-06-12"),
    ("friday on or before june 12", "2026-06-12"),
    ("the Wednesday before Thanksgiving", "2026-11-25"),
    ("the saturday after this weekend", "2026-03-14"),
]
BESIDE_WHAT_NOBODY_CAN_TELL = [
    ("saturday after next weekend", ("2026-03-21", "2026-03-14")),
    ("the saturday after next saturday", ("2026-03-21", "2026-03-14")),
    ("the friday before next weekend", ("2026-03-13", "2026-03-06")),
    ("the sunday after next friday", ("2026-03-15", "2026-03-08")),
    ("two saturdays after next friday", ("2026-03-21", "2026-03-14")),
]


@pytest.mark.parametrize(("text", "day"), COUNTED_BESIDE)
def test_a_day_beside_another_is_the_one_that_is_meant(text: str, day: str) -> None:
    mention = chosen(find_dates(text, WEDNESDAY))
    assert mention is not None and mention.only == date.fromisoformat(day)


@pytest.mark.parametrize(("text", "days"), BESIDE_WHAT_NOBODY_CAN_TELL)
def test_a_day_beside_one_of_two_readings_has_both(text: str, days: tuple[str, ...]) -> None:
    mention = chosen(find_dates(text, WEDNESDAY))
    assert mention is not None and mention.candidates == tuple(map(date.fromisoformat, days))


@pytest.mark.parametrize("text", ["a few days after easter", "the week after june 5", "any other day than june 5"])
def test_what_names_no_one_day_gives_none(text: str) -> None:
    mention = chosen(find_dates(text, WEDNESDAY))
    assert mention is None or mention.only is None


MAY = datetime(2026, 5, 20, 10)
INSIDE_A_STRETCH = [
    ("Thursday in the week of June 8", "2026-06-11"),
    ("the week of June 8, on the thursday", "2026-06-11"),
    ("friday of the week of june 8", "2026-06-12"),
    ("Saturday of the week following Father's Day", "2026-06-27"),
    ("the Friday at the end of June", "2026-06-26"),
    ("late June, the Saturday", "2026-06-27"),
    ("the eve of Labor Day", "2026-09-06"),
    ("eve of the 4th of July", "2026-07-03"),
    ("the eve of my birthday, June 9", "2026-06-08"),
    ("Veterans Day eve", "2026-11-10"),
    ("graduation is June 11, party the next day", "2026-06-12"),
    ("graduation is June 11, party is two days after", "2026-06-13"),
    ("wedding on june 11 and the dinner would be the next day", "2026-06-12"),
    ("we want june 13 at 6, the deposit is due two days after, right?", "2026-06-13"),
    ("june 13 is my first choice, whats the next day you have", "2026-06-13"),
]


@pytest.mark.parametrize(("text", "day"), INSIDE_A_STRETCH)
def test_a_day_told_by_another_is_that_day(text: str, day: str) -> None:
    mention = chosen(find_dates(text, MAY))
    assert mention is not None and mention.only == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text", ["im away next week, can you do saturday", "saturday or the week of june 8", "mid june saturday"]
)
def test_a_weekday_of_no_certain_stretch_is_not_moved_into_it(text: str) -> None:
    found = [mention for mention in find_dates(text, MAY) if mention.candidates]
    assert [mention.only for mention in found] in ([date(2026, 5, 23)], [None])


@pytest.mark.parametrize(("many", "day"), [("a couple of days", 13), ("two days", 13), ("a week", 18), ("3 weeks", 32)])
def test_days_after_another_are_counted_in_any_words(many: str, day: int) -> None:
    mention = chosen(find_dates(f"graduation is June 11, party is {many} after", MAY))
    assert mention is not None and mention.only == date(2026, 5, 31) + timedelta(days=day)

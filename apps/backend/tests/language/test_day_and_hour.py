"""A day and an hour beside each other, as the concierge reads them: the numbers of one are never those of the other."""

from datetime import date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from hibachi.concierge.understanding.frames import read_frame
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.language.dates import chosen, find_dates
from hibachi.language.durations import find_moments
from hibachi.language.times import find_times
from hibachi.policies.service import DEFAULT_PATH, read_profile

NOW = datetime(2026, 4, 15, 10, 20)  # a Wednesday

ZONE = ZoneInfo("America/Los_Angeles")
PROFILE = read_profile(DEFAULT_PATH)

DAYS = {
    "june 13": "2026-06-13", "saturday june 13": "2026-06-13", "6/13": "2026-06-13", "6/13/26": "2026-06-13", "2026-06-13": "2026-06-13",
    "13 june": "2026-06-13", "the 13th of june": "2026-06-13", "june thirteenth": "2026-06-13", "saturday the 18th": "2026-04-18", "the 20th": "2026-04-20",
    "tomorrow": "2026-04-16", "this friday": "2026-04-17", "memorial day": "2026-05-25", "the saturday after memorial day": "2026-05-30",
    "two weeks from saturday": "2026-05-02", "the last friday of may": "2026-05-29", "the day after tomorrow": "2026-04-17",
}  # fmt: skip
HOURS = {
    "11am": "11:00", "11 a.m.": "11:00", "eleven a.m.": "11:00", "12pm": "12:00", "noon": "12:00", "at 6": "18:00", "6:30pm": "18:30", "6.30 pm": "18:30", "630pm": "18:30", "630p": "18:30",
    "5 in the evening": "17:00", "after 5pm": "17:00", "before 5pm": "17:00", "until 5pm": "17:00", "by 5pm": "17:00", "half past six pm": "18:30",
    "twenty to six in the evening": "17:40", "quarter till 6pm": "17:45", "ten past five pm": "17:10", "six thirty in the evening": "18:30", "five forty-five pm": "17:45",
    "1900 hours": "19:00", "18:00": "18:00", "starting at 6:30pm": "18:30", "7 o'clock in the evening": "19:00", "six oh five pm": "18:05",
    "6-9pm": "18:00", "from 6:30 to 9pm": "18:30", "between 6 and 9 pm": "18:00", "6pm - 9pm": "18:00", "from six thirty to nine thirty pm": "18:30",
    "630-930pm": "18:30", "from 1830 to 2130": "18:30", "half past six to half past eight pm": "18:30", "from 11 in the morning to 1 in the afternoon": "11:00",
}  # fmt: skip


def read(text: str, now: datetime = NOW) -> tuple[tuple[date, ...], tuple[time, ...]]:
    """The candidates of the day and of the hour, read one after the other as the concierge does."""
    days = find_dates(text, now)
    day, at = chosen(days), find_times(text, days=[mention.span for mention in days]).chosen
    return day.candidates if day else (), at.candidates if at else ()


def heard(text: str, dialogue: Dialogue | None = None) -> tuple[tuple[date, ...], tuple[time, ...]]:
    """The days and starts that a whole message says, with its guests, places and things read beside them."""
    now = NOW.replace(tzinfo=ZONE)
    frame = read_frame(text, dialogue=dialogue or Dialogue(), profile=PROFILE, now_local=now)
    return frame.dates, frame.times


@pytest.mark.parametrize("day", DAYS)
def test_neither_is_taken_for_a_part_of_the_other(day: str) -> None:
    wrong = []
    for hour, behind, comma in product(HOURS, (True, False), (" ", ", ")):
        text = f"{day}{comma}{hour}" if behind else f"{hour}{comma}{day}"
        on, at = read(text)
        if not on or str(on[0]) != DAYS[day] or len(on) > 1 or not at or f"{at[0]:%H:%M}" != HOURS[hour]:
            wrong.append((text, on, at))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("first monday evening of next month", "2026-05-04"), ("the second saturday night in june", "2026-06-13"), ("the first friday at 6pm of may", "2026-05-01"),
        ("the third saturday of this june", "2026-06-20"), ("next month's third friday", "2026-05-15"), ("next month's 15th", "2026-05-15"), ("next month 15th", "2026-05-15"),
        ("2 days following friday", "2026-04-19"), ("eight weeks from saturday", "2026-06-13"), ("wednesday of the coming week", "2026-04-22"),
        ("this time next week", "2026-04-22"), ("fortnight from now", "2026-04-29"), ("in two calendar months", "2026-06-15"),
        ("the first of january twenty thirty-two", "2032-01-01"), ("2032 january first", "2032-01-01"), ("the last day of 2026", "2026-12-31"),
        ("january second two thousand nineteen", "2019-01-02"), ("28 - june - 2027", "2027-06-28"), ("friday 18.9", "2026-09-18"), ("Sat-4/25", "2026-04-25"),
        ("the closest christmas to june 13", "2025-12-25"), ("the second closest christmas to today", "2026-12-25"),
        ("6/13 starting whenever", "2026-06-13"), ("on the 20th half past noon", "2026-04-20"),
    ],
)  # fmt: skip
def test_a_day_said_in_a_roundabout_way_is_one_day(text: str, on: str) -> None:
    assert [str(day) for day in read(text)[0]] == [on]


@pytest.mark.parametrize("day", ["friday", "tomorrow", "june 13", "6/13"])
@pytest.mark.parametrize("frame", ["{} at midnight", "midnight {}", "{}, midnight", "midnight on {}"])
def test_midnight_of_a_day_may_be_either_end_of_it(day: str, frame: str) -> None:
    alone = read(day)[0]
    assert read(frame.format(day))[0] == (alone[0] + timedelta(days=1), alone[0])


@pytest.mark.parametrize(
    "text", ["friday until midnight", "friday 6pm to midnight", "friday 6pm - midnight", "friday by midnight"]
)
def test_an_end_at_midnight_does_not_move_the_day(text: str) -> None:
    assert read(text)[0] == (date(2026, 4, 17),)


@pytest.mark.parametrize(
    ("text", "start", "until"),
    [
        ("friday 6pm to midnight", "18:00", "00:00"), ("6 until midnight", "18:00", "00:00"), ("from 8pm till midnight on 6/13", "20:00", "00:00"),
        ("noon to 2 on saturday", "12:00", "14:00"), ("two thirty to four thirty pm", "14:30", "16:30"), ("saturday 1430-1630", "14:30", "16:30"),
        ("later than 3:30pm but before 6pm", "15:30", "18:00"), ("9.30-4.30pm on friday", "09:30", "16:30"),
    ],
)  # fmt: skip
def test_a_stretch_begins_at_its_first_hour(text: str, start: str, until: str) -> None:
    days = find_dates(text, NOW)
    mention = find_times(text, days=[day.span for day in days]).chosen
    assert mention is not None and mention.until is not None
    assert (f"{mention.candidates[0]:%H:%M}", f"{mention.until:%H:%M}") == (start, until)


def test_a_move_from_one_hour_to_another_is_no_stretch() -> None:
    first, second = find_times("please move us from 6pm to 8:30 pm").mentions
    assert (first.role, second.role) == ("from", "to")


@pytest.mark.parametrize("sign", ["after", "before", "following"])
@pytest.mark.parametrize(
    "unknown", ["our anniversary", "my birthday", "Guy Fawkes day", "the kids' spring break", "her graduation"]
)
def test_a_weekday_beside_a_day_that_nobody_knows_is_asked(sign: str, unknown: str) -> None:
    day = chosen(find_dates(f"the saturday {sign} {unknown}", NOW))
    assert day is None or day.only is None


@pytest.mark.parametrize("feast", ["easter", "thanksgiving", "new year", "labor day", "mother's day"])
@pytest.mark.parametrize("people", ["Ethiopian", "Korean", "Swedish", "Vietnamese"])
def test_the_feast_of_another_people_is_no_certain_day(people: str, feast: str) -> None:
    day = chosen(find_dates(f"{people} {feast}", NOW))
    assert day is None or day.only is None


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("orthodox easter", "2027-05-02"), ("Greek Orthodox Easter 2026", "2026-04-12"), ("orthodox good friday 2026", "2026-04-10"), ("canadian thanksgiving", "2026-10-12"),
        ("mexican independence day", "2026-09-16"), ("giving tuesday", "2026-12-01"), ("small business saturday", "2026-11-28"), ("grandparents day", "2026-09-13"),
        ("armed forces day", "2026-05-16"), ("patriots' day", "2026-04-20"), ("patriot day", "2026-09-11"), ("arbor day", "2026-04-24"), ("holy saturday", "2027-03-27"),
        ("leap day", "2028-02-29"), ("military spouse day", "2026-05-08"), ("international women's day", "2027-03-08"), ("all souls day", "2026-11-02"), ("saint valentine's day", "2027-02-14"),
        ("independence day", "2026-07-04"), ("kwanzaa", "2026-12-26"), ("canada day", "2026-07-01"), ("parents' day", "2026-07-26"), ("super bowl", "2027-02-14"), ("super bowl sunday 2026", "2026-02-08"), ("superbowl 2021", "2021-02-07"), ("bosses day", "2026-10-16"),
    ],
)  # fmt: skip
def test_feasts_that_americans_name(text: str, on: str) -> None:
    (mention,) = find_dates(text, NOW)
    assert str(mention.only) == on


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("in an hour and a quarter", 75), ("in one and a quarter hours", 75), ("in 1 1/4 hours", 75), ("in three-quarters of an hour", 45), ("in a quarter hour", 15),
        ("in a 1/2 hour", 30), ("in 1/2 an hour", 30), ("in 1:30 hours", 90), ("1h30 from now", 90), ("in 2 hours 15", 135), ("in two and a half hours", 150),
        ("call me back after 3 minutes", 3),
    ],
)  # fmt: skip
def test_parts_of_an_hour_from_now(text: str, minutes: int) -> None:
    moments = [moment.at for moment in find_moments(text, NOW) if moment.kind == "reckoned"]
    assert moments == [NOW + timedelta(minutes=minutes)]


@pytest.mark.parametrize("text", ["30 minutes later this week", "we eat after 2 hours", "20 minutes later in the day"])
def test_what_is_no_distance_from_now(text: str) -> None:
    assert not find_moments(text, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "from 2016 to 2018",
        "1430-1630 Main Street",
        "between 1200 and 1500 people",
        "apt 730a",
        "unit 1205p",
        "around 15 to 20 people",
    ],
)
def test_numbers_that_are_no_hours(text: str) -> None:
    assert not [mention for mention in find_times(text).mentions if mention.candidates]


@pytest.mark.parametrize("zone", ["hst", "akst", "jst", "cest"])
def test_a_zone_that_was_said_is_never_dropped(zone: str) -> None:
    mention = find_times(f"8pm {zone}").chosen
    assert mention is not None and mention.zone == zone.upper()


NOON_OF_A_DAY = ["{} at 12", "{}, at 12", "{} at 12 noon", "{} at 12:00", "{} at 12pm", "lunch on {} at 12", "{} at 12 for 12 adults in 94539", "{} at 12 if you can"]  # fmt: skip


@pytest.mark.parametrize("day", ["friday", "june 13", "6/13", "tomorrow", "saturday june 13"])
@pytest.mark.parametrize("frame", NOON_OF_A_DAY)
def test_a_bare_twelve_is_noon_of_the_day_that_was_said(day: str, frame: str) -> None:
    assert heard(frame.format(day)) == (heard(day)[0], (time(12),))


@pytest.mark.parametrize("frame", ["june 13 at midnight", "june 13 at 12am", "june 13 at 12 a.m.", "12 adults, june 13 at 12 am"])  # fmt: skip
def test_midnight_and_twelve_am_are_either_end_of_the_day(frame: str) -> None:
    assert heard(frame)[0] == (date(2026, 6, 14), date(2026, 6, 13))


@pytest.mark.parametrize("text", ["tonight at 12", "tonight at midnight", "tonight at 12 am"])
def test_tonight_at_twelve_is_when_tomorrow_begins(text: str) -> None:
    assert heard(text)[0] == (date(2026, 4, 16),)


COUNTED_FROM = [
    ("3 weeks from saturday", "2026-05-09"), ("2 days after memorial day", "2026-05-27"), ("3 days before christmas", "2026-12-22"), ("10 days from now", "2026-04-25"),
    ("in 3 weeks", "2026-05-06"), ("3 days after june 13", "2026-06-16"), ("in 6 months", "2026-10-15"), ("2 fridays from now", "2026-04-24"), ("5 days from today", "2026-04-20"),
    ("1 week from friday", "2026-04-24"), ("2 months from today", "2026-06-15"), ("in 2 fortnights", "2026-05-13"),
]  # fmt: skip


@pytest.mark.parametrize("frame", ["{}", "{} at 6pm, 12 adults", "12 adults {}", "can you come {}?"])
@pytest.mark.parametrize(("day", "on"), COUNTED_FROM)
def test_days_counted_in_digits_reach_the_message_whole(day: str, on: str, frame: str) -> None:
    assert [str(one) for one in heard(frame.format(day))[0]] == [on]


@pytest.mark.parametrize("text", ["deposit 14 days before?", "we stay 3 days", "2 days notice ok?", "4 day notice", "3 weeks ago you came", "3 orders of gyoza", "20 minutes"])  # fmt: skip
def test_a_number_of_days_is_no_day_of_the_month(text: str) -> None:
    assert heard(text)[0] == () and heard(text, Dialogue(expecting=("date",)))[0] == ()


@pytest.mark.parametrize(
    ("text", "on"), [("the 14", 14), ("14", 14), ("maybe 20", 20), ("20 works", 20), ("14 please", 14)]
)
def test_a_bare_number_is_a_day_once_the_date_was_asked(text: str, on: int) -> None:
    assert {day.day for day in heard(text, Dialogue(expecting=("date",)))[0]} == {on}


OVER_NIGHT = [
    ("june 13 6pm to midnight", 18, 0), ("june 13 from 8pm to 1am", 20, 1), ("9pm until midnight", 21, 0), ("from 9 to midnight", 21, 0), ("from 10 to midnight", 22, 0),
    ("from 9pm to 2 am", 21, 2), ("8pm - 12:30am friday", 20, 0), ("friday 8pm till 1 a.m.", 20, 1), ("9:30pm to 1:30am", 21, 1), ("7pm to 12am june 13", 19, 0), ("june 13 6pm to 9pm", 18, 21),
    ("6pm to 9pm", 18, 21),
]  # fmt: skip


@pytest.mark.parametrize("frame", ["{}", "dinner party {} for 12 adults", "12 adults, {}"])
@pytest.mark.parametrize(("text", "start", "until"), OVER_NIGHT)
def test_a_stretch_that_ends_in_the_night_begins_where_it_was_said_to(
    text: str, start: int, until: int, frame: str
) -> None:
    text = frame.format(text)
    mention = find_times(text, days=[day.span for day in find_dates(text, NOW)]).chosen
    assert mention is not None and mention.until is not None
    assert (mention.candidates[0].hour, mention.until.hour) == (start, until)
    assert {at.hour for at in heard(text)[1]} == {start}


@pytest.mark.parametrize("text", ["until midnight", "12 adults, we stay till midnight", "june 13, to midnight", "saturday by midnight"])  # fmt: skip
def test_an_end_at_midnight_is_no_start(text: str) -> None:
    assert heard(text)[1] == ()


@pytest.mark.parametrize("text", ["please move us from 6pm to midnight", "change it from 8pm to 12am"])
def test_a_party_is_moved_to_midnight_in_so_many_words(text: str) -> None:
    assert heard(text)[1] == (time(0),)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the 2nd or 3rd saturday in june", ("2026-06-13", "2026-06-20")), ("the first or second friday of may", ("2026-05-01", "2026-05-08")),
        ("on the 3rd or the 4th sunday in july", ("2026-07-19", "2026-07-26")), ("the third saturday in june", ("2026-06-20",)), ("june 6 or 7", ("2026-06-06", "2026-06-07")),
    ],
)  # fmt: skip
def test_two_ordinals_of_one_weekday_are_two_days(text: str, days: tuple[str, ...]) -> None:
    assert tuple(str(day) for day in heard(text)[0]) == days


@pytest.mark.parametrize("text", ["on the 1st or 2nd weekend in July", "the first or second weekend of july"])
def test_an_ordinal_of_a_weekend_is_no_day_of_this_month(text: str) -> None:
    assert all(day.month == 7 and day.weekday() > 4 for day in heard(text)[0]) and heard(text)[0]


@pytest.mark.parametrize("text", ["94539 june 12 noon 10 adults", "june 12 12 noon 94539", "94539 june 12 at noon"])
def test_a_zip_before_a_day_at_noon_hides_no_day(text: str) -> None:
    assert [day.candidates for day in find_dates(text, NOW)] == [(date(2026, 6, 12),)]

"""Hours as customers say them: stretches, halves of the day, spoken and approximate ones, zones."""

from datetime import UTC, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.times import find_times

SLOTS = (time(12), time(15), time(18), time(21))
CALIFORNIA = datetime(2026, 7, 4, 10, tzinfo=ZoneInfo("America/Los_Angeles"))


def clock(text: str, *, expected: bool = False) -> list[str]:
    found = find_times(text, expected=expected).chosen
    return [f"{at:%H:%M}" for at in found.candidates] if found else []


@pytest.mark.parametrize(
    ("text", "start", "until"),
    [
        ("6 to 8pm", "18:00", "20:00"), ("between 4pm and 7", "16:00", "19:00"), ("from 5pm to 9", "17:00", "21:00"), ("8pm - 11", "20:00", "23:00"),
        ("11am-1pm", "11:00", "13:00"), ("11-1pm", "11:00", "13:00"), ("between 4 and 6pm", "16:00", "18:00"), ("4:30-6:30pm", "16:30", "18:30"),
        ("between 5 and 6 in the afternoon", "17:00", "18:00"), ("dinner between 5 and 7", "17:00", "19:00"), ("saturday 4-6", "16:00", "18:00"),
        ("any time between 5 and 8", "17:00", "20:00"), ("tonight from 7 to 9", "19:00", "21:00"), ("from 15 to 18h on friday at 15:00-18:00", "15:00", "18:00"),
    ],
)  # fmt: skip
def test_a_stretch_of_hours_has_both_ends(text: str, start: str, until: str) -> None:
    mention = find_times(text).chosen
    assert mention is not None and mention.until is not None
    assert (f"{mention.candidates[0]:%H:%M}", f"{mention.until:%H:%M}") == (start, until)


@pytest.mark.parametrize(
    "text",
    [
        "between 8 and 10 people", "we're between 18 and twenty two", "12-15 guests", "5 to 7 kids", "15-18 of us", "8-10", "between 18 and 22",
        "kids are 5 to 7", "from 12 to 15 people", "4-6 adults",
    ],
)  # fmt: skip
def test_a_stretch_of_guests_or_ages_is_no_time(text: str) -> None:
    assert find_times(text).mentions == ()


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("between 5 and 7", ["18:00"]), ("between 4 and 7pm", ["18:00"]), ("noon to 4pm", ["12:00"]), ("6-9pm", ["18:00"]), ("from 2 to 7pm", ["15:00", "18:00"]),
    ],
)  # fmt: skip
def test_the_slots_within_a_stretch(text: str, slots: list[str]) -> None:
    mention = find_times(text, expected=True).chosen
    assert mention is not None
    assert [f"{slot:%H:%M}" for slot in mention.among(SLOTS)] == slots


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("noonish", ["12:00"]), ("around half past six", ["18:30", "06:30"]), ("6-ish", ["18:00", "06:00"]), ("six thirty ish pm", ["18:30"]),
        ("7.30 tonight", ["19:30"]), ("eleven thirty tomorrow", ["23:30", "11:30"]), ("six-thirty pm", ["18:30"]), ("6 30pm", ["18:30"]), ("6 30 p.m.", ["18:30"]),
        ("7 am/pm", ["19:00", "07:00"]), ("twenty to 7pm", ["18:40"]), ("20 to 3pm", ["14:40"]), ("tonight at 12", ["00:00", "12:00"]), ("at half six", ["18:30", "06:30"]),
        ("this afternoon at 11", ["23:00", "11:00"]), ("quarter of 5", ["16:45", "04:45"]), ("1800", []), ("at 1800", ["18:00"]), ("(Tue)-11:30 AM", ["11:30"]),
        ("5 in the PM", ["17:00"]), ("18h", ["18:00"]), ("six o five pm", ["18:05"]),
    ],
)  # fmt: skip
def test_hours_as_they_are_said(text: str, readings: list[str]) -> None:
    assert clock(text) == readings


@pytest.mark.parametrize("text", ["at 6.45 percent", "2h drive", "1h ago", "24h notice", "20 to 3", "8-45 pm"])
def test_other_numbers_are_no_hours(text: str) -> None:
    assert clock(text) == []


@pytest.mark.parametrize(("text", "part"), [("dinner time", "evening"), ("after work", "evening"), ("lunch", "lunch"), ("late afternoon", "afternoon"), ("early evening", "evening")])  # fmt: skip
def test_parts_of_the_day(text: str, part: str) -> None:
    mention = find_times(text).chosen
    assert mention is not None and (mention.part, mention.candidates) == (part, ())


@pytest.mark.parametrize(
    ("text", "here", "there"),
    [("6pm EST", CALIFORNIA, "15:00"), ("6pm PST", CALIFORNIA, "18:00"), ("6pm pacific", CALIFORNIA, "18:00"), ("3pm central", CALIFORNIA, "13:00"), ("8:00pm gmt", CALIFORNIA, "13:00"), ("at 6pm et", datetime(2026, 1, 4, tzinfo=ZoneInfo("America/Los_Angeles")), "15:00")],
)  # fmt: skip
def test_a_zone_said_with_a_time_is_turned_into_the_clock_of_the_party(text: str, here: datetime, there: str) -> None:
    mention = find_times(text).chosen
    assert mention is not None
    assert [f"{at:%H:%M}" for at in mention.on_clock_of(here).candidates] == [there]


def test_without_a_zone_or_a_place_the_clock_stays() -> None:
    mention = find_times("at 6pm").chosen
    assert mention is not None and mention.on_clock_of(CALIFORNIA) == mention
    eastern = find_times("6pm est").chosen
    assert eastern is not None and eastern.on_clock_of(datetime(2026, 7, 4)) == eastern


@given(hour=st.integers(1, 12), offset=st.integers(-11, 12))
def test_gmt_on_any_clock_is_the_same_instant(hour: int, offset: int) -> None:
    here = datetime(2026, 5, 5, 12, tzinfo=timezone(timedelta(hours=offset)))
    mention = find_times(f"{hour}pm gmt").chosen
    assert mention is not None
    told = datetime.combine(here.date(), mention.candidates[0], tzinfo=UTC).astimezone(here.tzinfo).time()
    assert mention.on_clock_of(here).candidates == (told,)


@given(first=st.integers(0, 99), second=st.integers(0, 99), minutes=st.integers(0, 99), link=st.sampled_from(["-", " to ", " and ", ":", "."]))  # fmt: skip
def test_any_two_numbers_are_read_without_error(first: int, second: int, minutes: int, link: str) -> None:
    for text in (
        f"between {first}{link}{second}",
        f"{first}{link}{second} pm",
        f"from {first}{link}{second}:{minutes}pm",
    ):
        for mention in find_times(text, expected=True).mentions:
            assert text[mention.span.start : mention.span.end] == mention.span.text

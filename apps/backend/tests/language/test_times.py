"""Times of day as customers write and say them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.times import find_times

SLOTS = (time(12), time(15), time(18), time(21))

ONE_READING = [
    ("6pm", "18:00"), ("6 pm", "18:00"), ("6PM", "18:00"), ("6 p.m.", "18:00"), ("6p", "18:00"), ("six p m", "18:00"), ("six pm", "18:00"),
    ("18:00", "18:00"), ("18h30", "18:30"), ("6:30pm", "18:30"), ("6:30 PM", "18:30"), ("noon", "12:00"), ("at noon", "12:00"), ("midday", "12:00"),
    ("12:00 noon", "12:00"), ("12pm", "12:00"), ("twelve o'clock", "12:00"), ("in the evening at 6", "18:00"), ("at 6 in the evening", "18:00"),
    ("6 tonight", "18:00"), ("tomorrow night at 6", "18:00"), ("9pm slot", "21:00"), ("the 3pm one", "15:00"), ("Then 9pm that day", "21:00"),
    ("ok 3pm that day then", "15:00"), ("OK, 3pm then. Renee Falk, 408-555-0164. Please book it.", "15:00"), ("lunch at 12", "12:00"),
    ("dinner at 6", "18:00"), ("dinner at 7:30", "19:30"), ("11am", "11:00"), ("9 in the morning", "09:00"), ("seven thirty pm", "19:30"),
    ("half past six in the evening", "18:30"), ("a quarter past 3pm", "15:15"), ("at 730 in the evening", "19:30"), ("midnight", "00:00"),
    ("saturday aug 15 at 6pm", "18:00"), ("sept 12th 6pm", "18:00"), ("14 of us feb 27?? 9pm slot", "21:00"), ("5 to 8pm", "17:00"),
    ("3 o'clock pm", "15:00"), ("Wednesday at 3.30pm", "15:30"), ("10 adults 94538 at 6 pm", "18:00"), ("this afternoon at 3", "15:00"),
]  # fmt: skip

TWO_READINGS = [
    ("at 6", "18:00", "06:00"), ("at six thirty", "18:30", "06:30"), ("6-ish", "18:00", "06:00"), ("around 6:30", "18:30", "06:30"),
    ("half past five", "17:30", "05:30"), ("quarter to 7", "18:45", "06:45"), ("6 o'clock", "18:00", "06:00"), ("tmrw at 6, can u add them", "18:00", "06:00"),
    ("just keep it tomorrow at six", "18:00", "06:00"), ("okay six is fine then", "18:00", "06:00"), ("saturday 6", "18:00", "06:00"),
    ("twenty past eight", "20:20", "08:20"), ("2 adults at 6", "18:00", "06:00"), ("saturday june twenty sixth at six thirty for nineteen adults", "18:30", "06:30"),
]  # fmt: skip

NO_TIME = [
    "12 adults at 94539", "10 adults 2 kids (6 and 10)", "party for 12", "for 15", "around 20 people", "june 13", "6/13", "$6.50", "call 510-555-0167",
    "4 of us", "the second one", "good morning", "we need it for 2 hours", "10 portions", "my 8 year old", "at 123 main street", "", "hello",
    "instead of 12 adults", "at about 15 people", "have a great night!",
]  # fmt: skip


def readings(text: str, expected: bool = False) -> list[str]:
    found = find_times(text, expected=expected).chosen
    return [f"{at:%H:%M}" for at in found.candidates] if found else []


@pytest.mark.parametrize(("text", "at"), ONE_READING, ids=[text for text, _ in ONE_READING])
def test_a_clear_time(text: str, at: str) -> None:
    assert readings(text) == [at]


@pytest.mark.parametrize(("text", "evening", "morning"), TWO_READINGS, ids=[row[0] for row in TWO_READINGS])
def test_a_bare_hour_keeps_both_halves_of_the_day(text: str, evening: str, morning: str) -> None:
    assert readings(text) == [evening, morning]
    assert find_times(text).mentions[0].only is None


@pytest.mark.parametrize("text", NO_TIME)
def test_other_numbers_are_no_times(text: str) -> None:
    assert find_times(text).chosen is None


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("at 6", [18]), ("the 3 oclock", [15]), ("dinner", [18, 21]), ("lunch", [12]), ("in the afternoon", [12, 15]), ("evening please", [18, 21]),
        ("at 9", [21]), ("at 12", [12]), ("at 7", []), ("six thirty pm", []),
    ],
)  # fmt: skip
def test_slots_narrow_what_was_said(text: str, slots: list[int]) -> None:
    mention = find_times(text).chosen
    assert mention is not None
    assert [slot.hour for slot in mention.among(SLOTS)] == slots


@pytest.mark.parametrize("text", ["same time", "Nov 21 instead? same time", "same date and time", "keep the same time"])
def test_the_same_time(text: str) -> None:
    assert find_times(text).same


@pytest.mark.parametrize(
    "text", ["any time works", "whenever", "we are flexible on the time", "i don't care what time"]
)
def test_any_time(text: str) -> None:
    assert find_times(text).any_time


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("at 3pm instead of 6?", 15),
        ("6pm doesn't work, 3pm", 15),
        ("not 6pm but 9pm", 21),
        ("can you do 5 instead of 6pm", 17),
        ("from 6pm to 3pm", 15),
    ],
)
def test_the_time_that_was_settled_on(text: str, hour: int) -> None:
    mention = find_times(text).chosen
    assert mention is not None and mention.candidates[0].hour == hour


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("6", "18:00"),
        ("six", "18:00"),
        ("six thirty", "18:30"),
        ("how about 3", "15:00"),
        ("6 works", "18:00"),
        ("maybe 630", ""),
        ("twelve", "12:00"),
    ],
)
def test_a_bare_number_answers_the_question_for_a_time(text: str, at: str) -> None:
    assert readings(text, expected=True)[:1] == ([at] if at else [])


def test_an_approximate_time_and_a_foreign_zone_are_marked() -> None:
    assert find_times("6-ish").mentions[0].approximate
    assert find_times("8pm EST").mentions[0].zone == "EST"
    assert find_times("8pm").mentions[0].zone is None


def test_a_stretch_has_its_end() -> None:
    assert find_times("6 to 8pm").mentions[0].until == time(20)


@given(
    hour=st.integers(1, 12), minute=st.sampled_from([0, 15, 30, 45]), half=st.sampled_from(["am", "pm", " AM", " p.m."])
)
def test_any_clock_time_is_read_back(hour: int, minute: int, half: str) -> None:
    expected = time(hour % 12 + (12 if "p" in half.lower() else 0), minute)
    found = find_times(f"can you come at {hour}:{minute:02d}{half} on saturday").chosen
    assert found is not None and found.candidates == (expected,)


@given(text=st.text(max_size=200))
def test_spans_are_true(text: str) -> None:
    for mention in find_times(text, expected=True).mentions:
        assert text[mention.span.start : mention.span.end] == mention.span.text


@given(text=st.text(alphabet="0123456789:. apmhoqurtfls-", max_size=60))
def test_clock_like_noise_is_read_without_error(text: str) -> None:
    find_times(text, expected=True)

"""Starts that a stretch of the day leaves, beside a day, a ZIP and guests that it must not be taken for."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from hibachi.concierge.understanding.frames import read_frame
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.policies.service import DEFAULT_PATH, read_profile

PROFILE = read_profile(DEFAULT_PATH)
NOW = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("America/Los_Angeles"))
FRAMES = ("12 adults 94539 june 13 {}", "june 13, {}, 12 adults, 94539", "hi! can we book june 13 {} for 12 adults in 94539", "party of 12 june 13 {} 94539")  # fmt: skip


def frame_of(text: str) -> Frame:
    return read_frame(text, dialogue=Dialogue(), profile=PROFILE, now_local=NOW)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("after 4", [18, 21]), ("after 4pm", [18, 21]), ("any time after 5", [18, 21]), ("sometime after 3", [15, 18, 21]), ("not before 5", [18, 21]),
        ("before 5", [12, 15]), ("before 4pm", [12, 15]), ("no later than 6", [12, 15, 18]), ("done by 9pm", [12, 15, 18]), ("over by 6pm", [12, 15]),
        ("has to end by 9", [12, 15, 18]), ("between 5 and 7", [18]), ("between 2 and 4", [15]), ("from 6 to 9", [18]), ("until 9, starting 6", [18]), ("6 or 9pm", [18, 21]),
        ("either 3 or 6pm", [15, 18]), ("noon or 3", [12, 15]), ("early evening", [18]), ("late evening", [21]), ("late afternoon", [15]),
        ("start 6, done by 9", [18]), ("starting at 6 and done by 9", [18]), ("at 6, over by 9pm", [18]), ("after 3, done by 9", [15, 18]), ("after 3 but before 8", [15, 18]),
        ("before 2.30pm", [12]), ("at 6 till 9", [18]), ("from 7 to 9", [19]), ("6 or 7", [18]), ("5 or 6", [18]), ("at 6 or 6:30", [18]), ("at 6pm, actually 3", [15]),
        ("at 6", [18]), ("6ish", [18]), ("6pm", [18]), ("6 to 9pm", [18]), ("around dinner", [18]), ("evening", [18, 21]),
    ],
)  # fmt: skip
def test_the_starts_that_are_left(said: str, hours: list[int], frame: str) -> None:
    read = frame_of(frame.format(said))
    assert [at.hour for at in read.times] == hours
    assert [day.isoformat() for day in read.dates] == ["2026-06-13"]
    assert (read.guests.adults or read.guests.people) == 12 and read.guests.children is None
    assert read.zip == "94539"


@pytest.mark.parametrize("said", ["please call me after 4pm", "i'm free to talk after 5", "between 12 and 15 people", "we go from 10 to 12", "after 5 kids cancelled"])  # fmt: skip
def test_what_is_no_start(said: str) -> None:
    assert all(at.hour not in (18, 21) for at in frame_of(said).times)


def test_where_it_starts_and_where_it_is_to_start_are_no_two_bounds() -> None:
    assert [
        at.hour for at in frame_of("our party on june 13 starts at 6 pm, could it begin at 3 pm instead?").times
    ] == [15]

"""Numbers of the clock are no days, and minutes beside an hour are no distance from now."""

from datetime import date, datetime, time

import pytest

from hibachi.language.dates import find_dates
from hibachi.language.durations import find_moments
from hibachi.language.times import find_times

NOW = datetime(2026, 3, 4, 10)  # a Wednesday
SIX_PAST = (time(19, 20), time(7, 20))


@pytest.mark.parametrize(
    ("said", "day", "times"),
    [
        ("june 6, 20 minutes past seven", date(2026, 6, 6), SIX_PAST),
        ("the 6th of june 20 minutes past seven", date(2026, 6, 6), SIX_PAST),
        ("the 6th of june 20 after 5 pm", date(2026, 6, 6), (time(17, 20),)),
        ("14 aug. 5 after 9p.m.", date(2026, 8, 14), (time(21, 5),)),
        ("june 20 after 5 pm", date(2026, 6, 20), (time(17),)),
        ("8-mar at 10 to five", date(2026, 3, 8), (time(16, 50), time(4, 50))),
        ("27 august, 6ish", date(2026, 8, 27), (time(18), time(6))),
        ("19:00 june 5 of 2027", date(2027, 6, 5), (time(19),)),
        ("in 3 days, 20 minutes past seven", date(2026, 3, 7), SIX_PAST),
        ("in two weeks, 19h30", date(2026, 3, 18), (time(19, 30),)),
        ("saturday at 10 to four", date(2026, 3, 7), (time(15, 50), time(3, 50))),
        ("ten minutes to 12 pm on saturday", date(2026, 3, 7), (time(11, 50),)),
        ("is seven-thirty on saturday free?", date(2026, 3, 7), (time(19, 30), time(7, 30))),
    ],
)
def test_a_day_and_minutes_beside_an_hour(said: str, day: date, times: tuple[time, ...]) -> None:
    days = find_dates(said, NOW)
    assert [mention.candidates for mention in days] == [(day,)]
    chosen = find_times(said, days=[mention.span for mention in days]).chosen
    assert chosen is not None
    assert set(times) <= set(chosen.candidates)
    assert not [moment for moment in find_moments(said, NOW) if moment.to_the_minute]


def test_hours_behind_days_still_count_from_now() -> None:
    (moment,) = find_moments("in 1d 2hr 5min", NOW)
    assert moment.at == datetime(2026, 3, 5, 12, 5)

"""Days that are told as gone lie in the past."""

from datetime import date, datetime

import pytest

from hibachi.language.dates import find_dates

NOW = datetime(2026, 3, 4, 10)  # a Wednesday


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("we had you two saturdays ago", date(2026, 2, 21)),
        ("our party was the saturday before last", date(2026, 2, 21)),
        ("last week friday", date(2026, 2, 27)),
        ("saturday just gone", date(2026, 2, 28)),
        ("june 6 last year", date(2025, 6, 6)),
        ("the 6th of last month", date(2026, 2, 6)),
    ],
)
def test_a_day_told_as_gone(said: str, day: date) -> None:
    (mention,) = find_dates(said, NOW)
    assert (mention.candidates, mention.past) == ((day,), True)


@pytest.mark.parametrize("said", ["is saturday gone?", "the saturday after next", "i'll be back on saturday"])
def test_a_day_to_come(said: str) -> None:
    (mention,) = find_dates(said, NOW)
    assert not mention.past

"""What becomes of a day in a conversation: a wish, a choice to ask about, or only the day of an errand."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from hibachi.concierge.understanding import whens
from hibachi.language.dates import find_dates
from hibachi.language.times import find_times
from hibachi.policies.service import DEFAULT_PATH, read_profile

PROFILE = read_profile(DEFAULT_PATH)
NOW = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("America/Los_Angeles"))


def dates_of(text: str) -> tuple[date, ...]:
    """The days that are left to book or to ask about."""
    said = whens.read(find_dates(text, NOW), find_times(text), text.lower(), PROFILE, NOW)["dates"]
    assert isinstance(said, tuple)
    return said


@pytest.mark.parametrize("day", ["today", "tonight", "tomorrow"])
@pytest.mark.parametrize(
    "errand",
    [
        "if we book {} is there a discount?",
        "can i pay {}",
        "i'll call you {}",
        "please let me know by {}",
        "we will decide {}",
        "text me {} pls",
        "when i reserve {}, what do i owe",
        "do you need the deposit {}",
    ],
)
def test_the_day_of_an_errand_is_no_day_of_a_party(errand: str, day: str) -> None:
    assert dates_of(errand.format(day)) == ()


@pytest.mark.parametrize("wish", ["can you come {}?", "are you free {} for 12?", "can i book {} at 6?", "party {} for 10", "we'd like to eat {}"])  # fmt: skip
def test_a_day_that_is_wished_stays_one(wish: str) -> None:
    assert date(2026, 3, 5) in dates_of(wish.format("tomorrow"))
    assert date(2026, 3, 4) in dates_of(wish.format("today"))


@pytest.mark.parametrize("said", ["june 6 or 7", "the 6th or the 7th of june", "either june 6th or june 7th", "6/6 or 6/7"])  # fmt: skip
def test_two_days_are_a_choice(said: str) -> None:
    assert dates_of(f"{said} for 15 people") == (date(2026, 6, 6), date(2026, 6, 7))


@pytest.mark.parametrize("said", ["a saturday in june", "any saturday in june", "on a saturday in jnue", "june, some saturday in june"])  # fmt: skip
def test_a_weekday_of_a_month_is_a_choice_of_its_days(said: str) -> None:
    assert dates_of(f"{said} for 15 people") == tuple(date(2026, 6, day) for day in (6, 13, 20, 27))


@pytest.mark.parametrize("said", ["dont have a date yet", "no date yet", "20 people", "do you ever come on a tuesday?", "march madness!"])  # fmt: skip
def test_no_day_is_none(said: str) -> None:
    assert dates_of(said) == ()


@pytest.mark.parametrize(
    "before",
    [
        "my boss did it again",
        "we had a cancellation",
        "it was my fault",
        "my sister got sick",
        "the venue cancelled on us",
    ],
)
@pytest.mark.parametrize(
    "wish", ["can it be april 25 instead?", "could we get april 25", "now we need april 25", "would april 25 work"]
)
def test_a_wish_behind_a_story_is_a_wish(before: str, wish: str) -> None:
    assert dates_of(f"sorry, {before}, {wish}") == (date(2026, 4, 25),)


@pytest.mark.parametrize(
    "said", ["june 6 and 7", "june 6th and june 7th", "6/6 & 6/7", "saturday june 6 and sunday june 7"]
)
def test_two_days_beside_each_other_are_asked_about(said: str) -> None:
    assert dates_of(f"{said} for 15 people") == (date(2026, 6, 6), date(2026, 6, 7))


@pytest.mark.parametrize(
    "said",
    [
        "my birthday is june 6 and june 7 is out",
        "change june 6 and make it june 13",
        "we have two parties with you, june 6 and june 7. please cancel the june 6 one",
    ],
)
def test_a_day_that_is_none_is_no_choice(said: str) -> None:
    assert len(dates_of(said)) == 1


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("in a few weeks", date(2026, 3, 18), date(2026, 4, 1)),
        ("in about 3 weeks", date(2026, 3, 18), date(2026, 4, 1)),
        ("within 10 days", date(2026, 3, 4), date(2026, 3, 14)),
        ("the saturday after our anniversary", None, None),
        ("every other saturday", None, None),
        ("the 19th of every month", None, None),
    ],
)
def test_a_day_told_loosely_is_asked_for(said: str, first: date | None, last: date | None) -> None:
    read = whens.read(find_dates(said, NOW), find_times(said), said, PROFILE, NOW)
    assert (read["dates"], read["month"], read["month_last"]) == ((), first, last)


@pytest.mark.parametrize("said", ["june 20ish", "around june 20", "june 20 or so"])
def test_about_a_date_is_that_date(said: str) -> None:
    assert dates_of(said) == (date(2026, 6, 20),)


@pytest.mark.parametrize(
    "said",
    [
        "june 6 preferred, june 7 works too",
        "june 6 first choice, june 7 second",
        "june 6 (ideally), june 7",
        "june 6 is our first choice but june 7",
    ],
)
def test_a_day_that_is_liked_more_is_one_of_two(said: str) -> None:
    assert dates_of(f"{said} for 15 people") == (date(2026, 6, 6), date(2026, 6, 7))


@pytest.mark.parametrize("said", ["tuesdays are best", "tuesday nights", "some tuesday", "any evening but friday"])
def test_no_day_in_particular_is_asked_for(said: str) -> None:
    assert dates_of(f"12 adults, {said}") == ()

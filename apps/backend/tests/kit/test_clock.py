"""Wall times and instants, above all in the nights when clocks change."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.kit.clock import AmbiguousTime, NonexistentTime, SettableClock, SystemClock, instant_of, wall

ZONES = ["America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York", "America/Phoenix"]
CHANGING = ZONES[:4]
SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)


@pytest.mark.parametrize("zone", CHANGING)
class TestChangeNights:
    def test_the_skipped_hour_does_not_exist(self, zone: str) -> None:
        for minute in (0, 30, 59):
            with pytest.raises(NonexistentTime):
                instant_of(SPRING, time(2, minute), zone)

    def test_the_repeated_hour_happens_twice(self, zone: str) -> None:
        for minute in (0, 30, 59):
            with pytest.raises(AmbiguousTime):
                instant_of(AUTUMN, time(1, minute), zone)

    def test_the_minutes_around_are_plain(self, zone: str) -> None:
        assert instant_of(SPRING, time(3), zone) - instant_of(SPRING, time(1, 59), zone) == timedelta(minutes=1)
        assert instant_of(AUTUMN, time(2), zone) - instant_of(AUTUMN, time(0, 59), zone) == timedelta(
            hours=1, minutes=61
        )

    def test_days_have_23_and_25_hours(self, zone: str) -> None:
        def length(day: date) -> timedelta:
            return instant_of(day + timedelta(days=1), time(0), zone) - instant_of(day, time(0), zone)

        assert (length(SPRING), length(AUTUMN)) == (timedelta(hours=23), timedelta(hours=25))

    def test_an_evening_of_the_change_day_is_what_the_wall_says(self, zone: str) -> None:
        for day in (SPRING, AUTUMN):
            assert wall(instant_of(day, time(18), zone), zone).replace(tzinfo=None) == datetime.combine(day, time(18))


@given(at=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)), zone=st.sampled_from(ZONES))
def test_every_instant_is_the_instant_of_its_wall_time_or_one_of_two(at: datetime, zone: str) -> None:
    there = wall(at, zone)
    try:
        assert instant_of(there.date(), there.time(), zone) == at
    except AmbiguousTime:
        twin = at + (timedelta(hours=1) if there.fold == 0 else timedelta(hours=-1))
        assert wall(twin, zone).replace(tzinfo=None) == there.replace(tzinfo=None)


@given(
    day=st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    at=st.times().map(lambda t: t.replace(microsecond=0)),
    zone=st.sampled_from(ZONES),
)
def test_every_wall_time_is_shown_again_or_refused(day: date, at: time, zone: str) -> None:
    try:
        instant = instant_of(day, at, zone)
    except (NonexistentTime, AmbiguousTime):
        assert zone != "America/Phoenix"
        assert day.month in (3, 11) and day.weekday() == 6
    else:
        assert instant.tzinfo is UTC
        assert wall(instant, zone).replace(tzinfo=None) == datetime.combine(day, at)


def test_the_servers_own_zone_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    import time as machine

    instants = set()
    for zone in ("UTC", "Asia/Kolkata", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        machine.tzset()
        instants.add(instant_of(date(2026, 7, 4), time(18), "America/Los_Angeles"))
    monkeypatch.undo()
    machine.tzset()
    assert instants == {datetime(2026, 7, 5, 1, tzinfo=UTC)}


def test_the_settable_clock_stands_until_it_is_moved() -> None:
    clock = SettableClock(datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("America/Los_Angeles")))
    assert clock.now() == clock.now() == datetime(2026, 3, 4, 18, tzinfo=UTC)
    assert clock.now().tzinfo is UTC
    clock.advance(timedelta(minutes=5))
    assert clock.now() == datetime(2026, 3, 4, 18, 5, tzinfo=UTC)
    clock.set(datetime(2026, 3, 4, 12, tzinfo=timezone(timedelta(hours=2))))
    assert clock.now() == datetime(2026, 3, 4, 10, tzinfo=UTC)
    assert clock.now().tzinfo is UTC


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        SettableClock(datetime(2026, 3, 4))
    with pytest.raises(ValueError, match="zone"):
        SettableClock(datetime(2026, 3, 4, tzinfo=UTC)).set(datetime(2026, 3, 4))


def test_the_system_clock_is_utc_and_goes_on() -> None:
    first = SystemClock().now()
    assert first.tzinfo is UTC
    assert timedelta(0) <= SystemClock().now() - first < timedelta(seconds=10)

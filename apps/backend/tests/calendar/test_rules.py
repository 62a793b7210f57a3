"""Is a time free? Each reason at its boundary, and what makes it go away."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest

from hibachi.calendar import rules
from hibachi.calendar.rules import Busy, Facts, Wanted
from hibachi.kit.clock import instant_of
from hibachi.policies.schemas import BookingPolicy
from hibachi.policies.service import DEFAULT_PATH, read_profile

LA = "America/Los_Angeles"
POLICY = read_profile(DEFAULT_PATH).booking
NOW = datetime.fromisoformat("2026-03-04T10:00:00-08:00")
DAY = date(2026, 3, 14)
SIX = time(18)
HOUR = timedelta(hours=1)
WANTED = Wanted(DAY, SIX, LA)
START = instant_of(DAY, SIX, LA)


def facts(*busy: Busy, now: datetime = NOW, chefs: int = 2, policy: BookingPolicy = POLICY) -> Facts:
    return Facts(now, policy, tuple(range(1, chefs + 1)), busy)


def party(chef: int, start: datetime, *, hours: float = 3, **more: object) -> Busy:
    return Busy(chef, start, start + timedelta(hours=hours), **more)  # type: ignore[arg-type]


def code(wanted: Wanted, known: Facts) -> str | None:
    reason = rules.why_not(wanted, known)
    return reason.code if reason else None


@pytest.mark.parametrize("at", POLICY.slots)
def test_every_slot_of_an_empty_calendar_is_free(at: time) -> None:
    assert code(Wanted(DAY, at, LA), facts()) is None


@pytest.mark.parametrize("at", [time(0), time(11, 59), time(12, 1), time(17, 30), time(18, 0, 1), time(23, 59)])
def test_what_is_no_slot_is_refused_with_the_slots_named(at: time) -> None:
    reason = rules.why_not(Wanted(DAY, at, LA), facts())
    assert reason and reason.code == "not_a_slot"
    assert reason.sentence == "Parties start at 12 PM, 3 PM, 6 PM or 9 PM."


def test_slots_of_an_owner_with_one_odd_slot_are_said_as_a_person_says_them() -> None:
    odd = POLICY.model_copy(update={"slots": (time(0, 30),)})
    reason = rules.why_not(WANTED, facts(policy=odd))
    assert reason and reason.sentence == "Parties start at 12:30 AM."


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [
        (timedelta(hours=48), None),
        (timedelta(hours=48, seconds=1), None),
        (timedelta(hours=47, minutes=59, seconds=59), "too_soon"),
        (timedelta(seconds=1), "too_soon"),
        (timedelta(0), "past"),
        (timedelta(hours=-1), "past"),
        (timedelta(days=-400), "past"),
    ],
)
def test_notice_is_counted_in_elapsed_hours(ahead: timedelta, expected: str | None) -> None:
    assert code(WANTED, facts(now=START - ahead)) == expected


def test_48_hours_are_elapsed_ones_across_the_night_that_loses_an_hour() -> None:
    sunday = Wanted(date(2026, 3, 8), SIX, LA)
    start = instant_of(sunday.day, sunday.at, LA)
    on_the_clock = datetime.fromisoformat("2026-03-06T18:00:00-08:00")
    assert start - on_the_clock == timedelta(hours=47)
    assert code(sunday, facts(now=on_the_clock)) == "too_soon"
    assert code(sunday, facts(now=on_the_clock - HOUR)) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 9, 4), None),
        (date(2027, 9, 5), "too_far_ahead"),
        (date(2030, 1, 1), "too_far_ahead"),
        (date(2126, 6, 1), "too_far_ahead"),
        (date(9999, 12, 31), "too_far_ahead"),
        (date(1, 1, 1), "past"),
    ],
)
def test_the_horizon_is_whole_months_from_today(day: date, expected: str | None) -> None:
    assert code(Wanted(day, SIX, LA), facts()) == expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 18, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 4), 0, date(2026, 3, 4)),
        (date(2026, 3, 4), 120, date(2036, 3, 4)),
    ],
)
def test_months_end_where_the_calendar_has_no_such_day(day: date, months: int, expected: date) -> None:
    assert rules.months_after(day, months) == expected


@pytest.mark.parametrize("shift", [-2.5, -1, 0, 1, 2.5, 2.99])
def test_any_overlap_with_all_chefs_is_full(shift: float) -> None:
    start = START + shift * HOUR
    assert code(WANTED, facts(party(1, start), party(2, start))) == "full"


@pytest.mark.parametrize("shift", [-3, 3, -4, 4, 24])
def test_touching_is_not_overlapping(shift: float) -> None:
    start = START + shift * HOUR
    assert code(WANTED, facts(party(1, start), party(2, start))) is None


def test_one_free_chef_is_enough() -> None:
    known = facts(party(1, START))
    assert code(WANTED, known) is None
    assert rules.free_chefs(START, START + 3 * HOUR, known) == [2]


def test_two_parties_of_one_chef_leave_the_other_free() -> None:
    assert code(WANTED, facts(party(1, START - 2 * HOUR), party(1, START + HOUR))) is None


def test_the_way_home_belongs_to_the_party() -> None:
    short = POLICY.model_copy(update={"travel_buffer_minutes": 0})
    busy = [party(chef, START + 2 * HOUR) for chef in (1, 2)]
    assert code(WANTED, facts(*busy)) == "full"
    assert code(WANTED, facts(*busy, policy=short)) is None


@pytest.mark.parametrize(("left", "expected"), [(1, "full"), (0, None), (-1, None)])
def test_a_hold_counts_until_the_instant_of_its_expiry(left: int, expected: str | None) -> None:
    expiry = NOW + timedelta(seconds=left)
    assert code(WANTED, facts(*(party(chef, START, expires_at=expiry) for chef in (1, 2)))) == expected


def test_a_party_is_not_in_its_own_way_when_it_moves() -> None:
    me = uuid4()
    known = facts(party(1, START, reference=me), party(2, START, reference=uuid4()))
    assert code(WANTED, known) == "full"
    assert code(WANTED, replace(known, ignoring=me)) is None


def test_ignoring_nobody_does_not_ignore_blocks() -> None:
    blocks = [party(chef, START, by_staff=True) for chef in (1, 2)]
    assert code(WANTED, replace(facts(*blocks), ignoring=None)) == "closed"


def test_without_a_chef_everything_is_closed() -> None:
    assert code(WANTED, facts(chefs=0)) == "closed"


def test_all_chefs_blocked_by_staff_is_closed_and_not_full() -> None:
    assert code(WANTED, facts(*(party(chef, START, by_staff=True) for chef in (1, 2)))) == "closed"


def test_one_blocked_and_one_booked_is_full() -> None:
    assert code(WANTED, facts(party(1, START, by_staff=True), party(2, START))) == "full"


def test_claims_of_chefs_who_left_do_not_count() -> None:
    assert code(WANTED, facts(party(9, START), party(8, START))) is None


@pytest.mark.parametrize(
    ("wanted", "now"),
    [
        (Wanted(DAY, time(17, 10), LA, by_staff=True), NOW),
        (Wanted(DAY, SIX, LA, by_staff=True), START - HOUR),
        (Wanted(date(2029, 1, 1), SIX, LA, by_staff=True), NOW),
    ],
    ids=["no slot", "too soon", "too far"],
)
def test_terms_do_not_bind_staff(wanted: Wanted, now: datetime) -> None:
    assert code(wanted, facts(now=now)) is None
    assert code(replace(wanted, by_staff=False), facts(now=now)) is not None


@pytest.mark.parametrize(
    ("wanted", "known", "expected"),
    [
        (WANTED, facts(party(1, START), party(2, START)), "full"),
        (WANTED, facts(chefs=0), "closed"),
        (WANTED, facts(now=START + HOUR), "past"),
        (Wanted(date(2026, 3, 8), time(2, 30), LA), facts(), "time_does_not_exist"),
        (Wanted(date(2026, 11, 1), time(1, 30), LA), facts(), "time_happens_twice"),
    ],
)
def test_what_is_impossible_binds_staff_too(wanted: Wanted, known: Facts, expected: str) -> None:
    assert code(replace(wanted, by_staff=True), known) == expected


def test_a_reason_tells_nothing_of_other_guests() -> None:
    theirs = UUID("01900000-0000-7000-8000-00000000beef")
    reason = rules.why_not(WANTED, facts(party(1, START, reference=theirs), party(2, START)))
    assert reason and reason.sentence == "Every chef is already booked at that time."


def test_openings_name_their_zone_instant_and_free_chefs() -> None:
    listed = rules.openings(DAY, DAY, LA, facts(party(2, START)))
    assert [(it.time, it.chefs_free) for it in listed] == [(time(12), 2), (time(15), 2), (SIX, 1), (time(21), 2)]
    assert listed[2].start == START and listed[2].start.tzinfo is UTC and listed[2].zone == LA
    assert listed[2].model_dump(mode="json")["time"] == "18:00"


def test_openings_cover_both_ends_and_nothing_else() -> None:
    listed = rules.openings(DAY, DAY + timedelta(days=2), LA, facts())
    assert {it.date for it in listed} == {DAY, date(2026, 3, 15), date(2026, 3, 16)}
    assert len(listed) == 12
    assert rules.openings(DAY, DAY - timedelta(days=1), LA, facts()) == []


def test_the_nearest_openings_come_nearest_first() -> None:
    busy = [party(chef, START) for chef in (1, 2)]
    found = rules.nearest(WANTED, facts(*busy), first=DAY - timedelta(days=3), last=DAY + timedelta(days=3))
    assert [(it.date, it.time) for it in found] == [(DAY, time(15)), (DAY, time(21)), (DAY, time(12))]


def test_the_nearest_openings_of_a_full_day_are_the_evening_before_and_the_noon_after() -> None:
    whole = [party(chef, START - 10 * HOUR, hours=16) for chef in (1, 2)]
    found = rules.nearest(WANTED, facts(*whole), first=DAY - timedelta(days=3), last=DAY + timedelta(days=3))
    expected = [(DAY + timedelta(days=1), time(12)), (DAY - timedelta(days=1), time(21))]
    assert [(it.date, it.time) for it in found[:2]] == expected


def test_bookable_days_begin_with_the_notice_and_end_with_the_horizon() -> None:
    assert rules.bookable_days(LA, NOW, POLICY) == (date(2026, 3, 6), date(2027, 9, 4))


def test_bookable_days_are_those_of_the_partys_zone() -> None:
    late = datetime(2026, 3, 5, 5, tzinfo=UTC)
    assert rules.bookable_days(LA, late, POLICY)[1] == date(2027, 9, 4)
    assert rules.bookable_days("Pacific/Kiritimati", late, POLICY)[1] == date(2027, 9, 5)

"""When something is said unasked, as pure rules: windows, lateness, what ends it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.journeys import rules
from hibachi.journeys.rules import Occasion
from hibachi.kit.clock import wall
from hibachi.language.declining import declines
from hibachi.language.heads.schemas import Mood
from hibachi.policies.follow_ups import EventReminder, FollowUps
from hibachi.policies.schemas import Profile
from tests.journeys.samples import LA, MADE, ONE, PROFILE, SOMEBODY, party

HOUR = timedelta(hours=1)
FOLLOW_UPS = PROFILE.follow_ups
DAYS = st.dates(date(2026, 1, 5), date(2027, 12, 28))
SLOTS = st.sampled_from([time(12), time(15), time(18), time(21)])
ZONES = st.sampled_from([LA, "America/New_York", "Pacific/Honolulu", "America/Phoenix"])


def changed(**follow_ups: object) -> Profile:
    """The profile with other numbers."""
    return PROFILE.model_copy(update={"follow_ups": FOLLOW_UPS.model_copy(update=follow_ups)})


def only(kind: str, found: list[Occasion]) -> list[Occasion]:
    return [one for one in found if one.kind == kind]


@pytest.mark.parametrize(("minutes", "due"), [(59, False), (60, True), (119, True), (120, False)])
def test_the_deposit_is_due_after_its_minutes_and_before_the_hold_ends(minutes: int, due: bool) -> None:
    ends = MADE + timedelta(hours=2)
    (one,) = rules.of_party(party(status="deposit_pending", hold_expires_at=ends), PROFILE)
    assert (one.due <= MADE + timedelta(minutes=minutes) < one.until) is due


def test_a_move_of_an_unpaid_party_is_no_second_reminder_of_its_deposit() -> None:
    ends = MADE + timedelta(hours=2)
    here, there = (
        rules.of_party(party(day, status="deposit_pending", hold_expires_at=ends), PROFILE)
        for day in (date(2026, 3, 14), date(2026, 4, 4))
    )
    assert [one.key for one in here] == [one.key for one in there]


@given(day=DAYS, at=SLOTS, zone=ZONES)
def test_the_follow_up_lies_in_its_window_after_the_party(day: date, at: time, zone: str) -> None:
    """FUP-01: 24 to 72 hours after the event, for every event."""
    booking = party(day, at, zone, status="completed")
    (one,) = rules.of_party(booking, PROFILE)
    assert one.kind == "after_event"
    assert (one.due - booking.event_end, one.until - booking.event_end) == (24 * HOUR, 72 * HOUR)


@given(day=DAYS, at=SLOTS, zone=ZONES, steps=st.lists(st.integers(1, 40), min_size=1, max_size=4, unique=True))
def test_reminders_of_a_party_follow_one_another_and_end_before_it(
    day: date, at: time, zone: str, steps: list[int]
) -> None:
    reminders = tuple(EventReminder(before_days=days) for days in steps)
    booking = party(day, at, zone, created_at=datetime(2025, 1, 1, tzinfo=UTC))
    found = only("event_reminder", rules.of_party(booking, changed(event_reminders=reminders)))
    assert [one.step for one in found] == [f"{days}d" for days in sorted(steps, reverse=True)]
    for one, following in zip(found, [*found[1:], None], strict=True):
        assert one.due < one.until <= booking.event_start
        assert following is None or one.until == following.due
        assert wall(one.due, zone).time() == at, "days are those of the calendar at the party's place"


@given(
    status=st.sampled_from(["deposit_pending", "confirmed", "completed"]),
    made=st.integers(0, 4000),
    minutes=st.integers(1, 300),
    hours=st.tuples(st.integers(1, 99), st.integers(1, 99)),
)
def test_what_is_due_is_due_before_it_is_pointless(
    status: str, made: int, minutes: int, hours: tuple[int, int]
) -> None:
    """Also by numbers that an older version of the profile has, and for a party that was made in its last hours."""
    start = party().event_start
    created = start - timedelta(minutes=made)
    held: dict[str, Any] = {"hold_expires_at": created + timedelta(minutes=120)} if status == "deposit_pending" else {}
    profile = changed(
        deposit_reminder=FOLLOW_UPS.deposit_reminder.model_copy(update={"after_minutes": minutes}),
        after_event=FOLLOW_UPS.after_event.model_copy(update={"between_hours": hours}),
    )
    found = rules.of_party(party(status=status, created_at=created, **held), profile)
    assert all(one.due < one.until for one in found)


def test_the_same_step_twice_is_one() -> None:
    twice = (EventReminder(before_days=2), EventReminder(before_days=2))
    found = only("event_reminder", rules.of_party(party(), changed(event_reminders=twice)))
    assert len(found) == 1


def test_the_last_reminder_is_late_when_the_menu_is_closed() -> None:
    booking = party()
    last = only("event_reminder", rules.of_party(booking, PROFILE))[-1]
    assert (last.step, booking.event_start - last.due, booking.event_start - last.until) == (
        "48h",
        48 * HOUR,
        12 * HOUR,
    )


def test_who_booked_late_is_not_told_at_once_what_was_just_agreed() -> None:
    made = party().event_start - timedelta(days=3)
    found = rules.of_party(party(created_at=made), PROFILE)
    assert {(one.kind, one.step) for one in found} == {("event_reminder", "48h"), ("balance_reminder", "")}
    assert only("balance_reminder", found)[0].due == made + timedelta(days=1)


@pytest.mark.parametrize("status", ["held", "cancelled", "no_show"])
def test_what_is_no_party_gives_no_occasion(status: str) -> None:
    assert rules.of_party(party(status=status), PROFILE) == []


def test_a_paid_party_has_no_balance_to_be_reminded_of() -> None:
    assert only("balance_reminder", rules.of_party(party(balance=0, paid=744_00), PROFILE)) == []


def test_a_move_is_a_new_date_with_its_own_reminders_and_moving_back_is_none() -> None:
    here, there, back = (
        {one.key for one in rules.of_party(party(day), PROFILE)}
        for day in (date(2026, 3, 14), date(2026, 3, 21), date(2026, 3, 14))
    )
    assert not here & there and here == back
    later = {one.key for one in rules.of_party(party(at=time(21)), PROFILE)}
    assert later == here, "another hour of the same day is the same reminder, with the hour of then"


def quoted(at: datetime, follow_ups: FollowUps = FOLLOW_UPS) -> list[Occasion]:
    return rules.of_quote(
        follow_ups, quote_id=ONE, conversation_id=ONE, customer_id=SOMEBODY, made=MADE, silent_since=at, zone=LA
    )


def test_a_price_is_followed_up_twice_and_talk_begins_no_new_series() -> None:
    first, last = quoted(MADE)
    assert (first.due - MADE, first.until - MADE, last.due - MADE, last.until - MADE) == (
        24 * HOUR, 72 * HOUR, 72 * HOUR, 120 * HOUR,
    )  # fmt: skip
    again = quoted(MADE + timedelta(days=2))
    assert [one.key for one in again] == [first.key, last.key]
    assert quoted(MADE, FOLLOW_UPS.model_copy(update={"quote_without_booking": ()})) == []


@pytest.mark.parametrize(
    ("days", "other", "asked"),
    [
        (179, None, False), (180, None, True), (209, None, True), (211, None, False),
        (180, party(date(2026, 9, 19), status="confirmed"), False),
        (180, party(date(2026, 5, 2), status="completed"), False),
        (180, party(date(2026, 9, 19), status="cancelled"), True),
    ],
)  # fmt: skip
def test_somebody_is_asked_back_after_their_last_party_alone(days: int, other: object, asked: bool) -> None:
    last = party(status="completed")
    others = [last, other.model_copy(update={"id": SOMEBODY})] if other is not None else [last]  # type: ignore[attr-defined]
    one = rules.win_back(last, others, FOLLOW_UPS)
    now = last.event_end + timedelta(days=days)
    assert (one is not None and one.due <= now < one.until) is asked


@pytest.mark.parametrize(
    ("mood", "angry", "unhappy"),
    [
        (None, False, False),
        (Mood("happy", 0.9, "positive"), False, False),
        (Mood("neutral", 0.5, "neutral"), False, False),
        (Mood("sad", 0.3, "negative"), False, False),
        (Mood("sad", 0.6, "negative"), False, True),
        (Mood("angry", 0.5, "negative"), False, True),
        (Mood("angry", 0.8, "negative"), True, True),
        (Mood("disgusted", 0.7, "negative"), True, True),
    ],
)
def test_how_somebody_felt_decides_who_speaks(mood: Mood | None, angry: bool, unhappy: bool) -> None:
    assert (rules.is_angry(mood, 0.7), rules.is_unhappy(mood)) == (angry, unhappy)


@pytest.mark.parametrize(
    ("words", "no"),
    [
        ("We went with someone else, thanks", True),
        ("sorry, not interested", True),
        ("No thank you", True),
        ("we’ve decided against it", True),
        ("The party was cancelled", True),
        ("I won't need it anymore", True),
        ("let me think about it", False),
        ("thanks!", False),
        ("Is there no way to add a guest?", False),
        ("can someone else pay?", False),
    ],
)
def test_who_said_no_is_not_asked_again(words: str, no: bool) -> None:
    assert declines(words) is no

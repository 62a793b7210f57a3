"""Is a time free? One pure answer, for the list of openings and for the booking alike."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from hibachi.calendar.schemas import Opening, Reason
from hibachi.kit.clock import AmbiguousTime, NonexistentTime, instant_of, wall
from hibachi.policies.schemas import BookingPolicy

ALTERNATIVES = 3
ONE_DAY = timedelta(days=1)
REACH = timedelta(days=366 * 100)
"""Days further off than this are judged without an instant: there may be none."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A wall time at an address's zone. by_staff: notice, horizon and slots do not bind, a chef's time does."""

    day: date
    at: time
    zone: str
    by_staff: bool = False


@dataclass(frozen=True, slots=True)
class Busy:
    """One live claim on a chef's time, [start, end) in UTC; a hold counts until it expires."""

    chef_id: int
    start: datetime
    end: datetime
    expires_at: datetime | None = None
    reference: UUID | None = None
    by_staff: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the answer depends on: the instant, the owner's rules, the chefs and their claims."""

    now: datetime
    policy: BookingPolicy
    chefs: tuple[int, ...]
    busy: tuple[Busy, ...] = ()
    ignoring: UUID | None = None

    def counting(self) -> tuple[Busy, ...]:
        """The claims that count: not expired, and not those of the party that is being moved."""
        return tuple(
            claim
            for claim in self.busy
            if (claim.expires_at is None or claim.expires_at > self.now)
            and (claim.reference is None or claim.reference != self.ignoring)
        )


def span(wanted: Wanted, policy: BookingPolicy) -> tuple[datetime, datetime]:
    """The UTC instants from the start to the end of the way home; raises NonexistentTime, AmbiguousTime."""
    start = instant_of(wanted.day, wanted.at, wanted.zone)
    return start, start + timedelta(minutes=policy.duration_minutes + policy.travel_buffer_minutes)


def why_not(wanted: Wanted, facts: Facts) -> Reason | None:
    """The first reason why a party cannot start then, or None: it can."""
    if abs(wanted.day - facts.now.date()) > REACH:
        return _past_or_far(wanted.day < facts.now.date(), facts.policy)
    try:
        start, end = span(wanted, facts.policy)
    except NonexistentTime as error:
        return Reason(code="time_does_not_exist", sentence=error.message)
    except AmbiguousTime as error:
        return Reason(code="time_happens_twice", sentence=error.message)
    if start <= facts.now:
        return _past_or_far(True, facts.policy)
    return (None if wanted.by_staff else _against_terms(wanted, start, facts)) or _against_chefs(start, end, facts)


def free_chefs(start: datetime, end: datetime, facts: Facts) -> list[int]:
    """The chefs whose whole span is free, in the order of their numbers."""
    taken = {claim.chef_id for claim in facts.counting() if claim.start < end and start < claim.end}
    return [chef for chef in facts.chefs if chef not in taken]


def openings(first: date, last: date, zone: str, facts: Facts) -> list[Opening]:
    """Every start from first to last (both included) that can be booked: exactly those without a reason."""
    settled = replace(facts, busy=facts.counting(), ignoring=None)
    return [opening for day in _days(first, last) for opening in _of_day(day, zone, settled)]


def nearest(wanted: Wanted, facts: Facts, *, first: date, last: date) -> list[Opening]:
    """The few bookable starts from first to last that lie nearest to the wanted one, nearest first."""
    aim = datetime.combine(wanted.day, wanted.at)
    found = openings(first, last, wanted.zone, facts)
    by_distance = sorted(found, key=lambda it: abs(datetime.combine(it.date, it.time) - aim))
    return by_distance[:ALTERNATIVES]


def bookable_days(zone: str, now: datetime, policy: BookingPolicy) -> tuple[date, date]:
    """The first and the last day that notice and horizon leave open, in the party's zone."""
    first = wall(now + timedelta(hours=policy.min_notice_hours), zone).date()
    return first, months_after(wall(now, zone).date(), policy.max_months_ahead)


def months_after(day: date, months: int) -> date:
    """The same day some calendar months later; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _past_or_far(past: bool, policy: BookingPolicy) -> Reason:
    if past:
        return Reason(code="past", sentence="That time has already passed.")
    return Reason(code="too_far_ahead", sentence=f"We book up to {policy.max_months_ahead} months ahead.")


def _against_terms(wanted: Wanted, start: datetime, facts: Facts) -> Reason | None:
    policy = facts.policy
    if start - facts.now < timedelta(hours=policy.min_notice_hours):
        return Reason(code="too_soon", sentence=f"We need at least {policy.min_notice_hours} hours of notice.")
    if wanted.day > bookable_days(wanted.zone, facts.now, policy)[1]:
        return _past_or_far(False, policy)
    if wanted.at not in policy.slots:
        return Reason(code="not_a_slot", sentence=f"Parties start at {_spoken(policy.slots)}.")
    return None


def _against_chefs(start: datetime, end: datetime, facts: Facts) -> Reason | None:
    if free_chefs(start, end, facts):
        return None
    overlapping = [claim for claim in facts.counting() if claim.start < end and start < claim.end]
    if any(not claim.by_staff for claim in overlapping):
        return Reason(code="full", sentence="Every chef is already booked at that time.")
    return Reason(code="closed", sentence="No chef is available at that time.")


def _of_day(day: date, zone: str, facts: Facts) -> Iterator[Opening]:
    for at in facts.policy.slots:
        wanted = Wanted(day, at, zone)
        if why_not(wanted, facts) is None:
            start, end = span(wanted, facts.policy)
            yield Opening(date=day, time=at, zone=zone, start=start, chefs_free=len(free_chefs(start, end, facts)))


def _days(first: date, last: date) -> Iterator[date]:
    return (first + number * ONE_DAY for number in range((last - first).days + 1))


def _spoken(slots: Sequence[time]) -> str:
    words = [f"{(at.hour - 1) % 12 + 1}{at.strftime(':%M') if at.minute else ''} {at.strftime('%p')}" for at in slots]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"

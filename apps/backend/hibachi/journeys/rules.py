"""Pure: what is said unasked and when, from a party, a price or a wish as they are now. The owner's numbers decide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, get_args
from uuid import UUID
from zoneinfo import ZoneInfo

from hibachi.bookings.schemas import Booking
from hibachi.kit.clock import wall
from hibachi.kit.money import Cents, spoken
from hibachi.language.heads.schemas import Mood
from hibachi.policies.schemas import EventReminder, FollowUps, Profile

Kind = Literal[
    "deposit_reminder",
    "balance_reminder",
    "event_reminder",
    "quote_follow_up",
    "lead_follow_up",
    "after_event",
    "important_date",
    "win_back",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

MARKETING: frozenset[Kind] = frozenset({"win_back", "important_date"})
"""Advertising: nothing but an entry of its own in the ledger of consent lets it leave."""
SELLING: frozenset[Kind] = frozenset({"quote_follow_up", "lead_follow_up", "win_back", "important_date"})
"""At most one of these a person and day, and each says how to stop."""
ONE_A_DAY = timedelta(hours=20)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
QUOTE_LATE, LEAD_LATE, WIN_BACK_LATE = 2 * DAY, 7 * DAY, 30 * DAY
"""How long after its time a follow-up is still caught up: later it would surprise."""
LOOKED_BACK = 14 * DAY
"""How far back a run looks for what expired while nobody worked."""

UNHAPPY = 0.4
"""From this intensity on a negative mood is one: below it the head guesses."""
ANGRY = frozenset({"angry", "disgusted"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """One message that is due at an instant and pointless after another. It is unique by (kind, subject, step, day).

    subject: the party, price or wish that it is about; step: which of several ("7d", "48h"); zone: of the recipient;
    conversation_id: where a price was told.
    """

    kind: Kind
    step: str
    subject: UUID
    day: date
    due: datetime
    until: datetime
    customer_id: UUID
    booking_id: UUID | None
    zone: str
    conversation_id: UUID | None = None

    @property
    def key(self) -> tuple[Kind, UUID, str, date]:
        """What makes it the same message."""
        return self.kind, self.subject, self.step, self.day


def of_party(booking: Booking, profile: Profile) -> list[Occasion]:
    """All that a party gives occasion to, as it is now, earliest first; nothing for one that is cancelled.

    What would be due only when it is pointless already (the balance of a party made the day before) is no occasion.
    """
    found = [
        *_deposit(booking, profile),
        *_balance(booking, profile.follow_ups),
        *_events(booking, profile),
        *_after(booking, profile.follow_ups),
    ]
    return sorted((one for one in found if one.due < one.until), key=lambda one: one.due)


def _deposit(booking: Booking, profile: Profile) -> Iterable[Occasion]:
    """One reminder before the hold ends; the day is that of the yes, which no move changes."""
    if booking.status == "deposit_pending" and booking.hold_expires_at is not None:
        ends = booking.hold_expires_at
        said_yes = ends - timedelta(minutes=profile.booking.hold_minutes)
        due = said_yes + timedelta(minutes=profile.follow_ups.deposit_reminder.after_minutes)
        yield _about(booking, "deposit_reminder", "", due, ends, wall(booking.created_at, booking.zone).date())


def _balance(booking: Booking, follow_ups: FollowUps) -> Iterable[Occasion]:
    """Who booked late is not reminded at once of what they were just told."""
    if booking.status == "confirmed" and booking.balance > 0:
        due = booking.event_start - follow_ups.balance_reminder.before_hours * HOUR
        yield _about(booking, "balance_reminder", "", max(due, booking.created_at + DAY), booking.event_start)


def _events(booking: Booking, profile: Profile) -> Iterable[Occasion]:
    """A step is late when the next one is due; the last one when nothing of the menu can be changed any more.

    One whose time was over when the party was made would only repeat what was just agreed: it is none.
    """
    if booking.status != "confirmed":
        return
    steps = sorted((_before(booking, step), label(step)) for step in set(profile.follow_ups.event_reminders))
    closed = booking.event_start - profile.policies.menu_change_cutoff_hours * HOUR
    ends = [*(due for due, _ in steps[1:]), closed]
    for (due, step), end in zip(steps, ends, strict=True):
        if due >= booking.created_at:
            yield _about(booking, "event_reminder", step, due, end if end > due else booking.event_start)


def _after(booking: Booking, follow_ups: FollowUps) -> Iterable[Occasion]:
    if booking.status == "completed":
        first, last = sorted(follow_ups.after_event.between_hours)
        yield _about(booking, "after_event", "", booking.event_end + first * HOUR, booking.event_end + last * HOUR)


def _about(
    booking: Booking, kind: Kind, step: str, due: datetime, until: datetime, day: date | None = None
) -> Occasion:
    return Occasion(
        kind=kind,
        step=step,
        subject=booking.id,
        day=day or booking.event_date,
        due=due,
        until=until,
        customer_id=booking.customer_id,
        booking_id=booking.id,
        zone=booking.zone,
    )


def receipt(kind: str, amount: Cents, day: date, link: str | None) -> str:
    """Money came or went: how much, for which party, and where its receipt is. A link ends what it stands in."""
    party = f"your party on {day:%A, %B} {day.day}"
    if kind == "refund":
        said = f"The refund of {spoken(amount)} for {party} was made."
    else:
        said = f"Thank you! {spoken(amount)} has arrived for {party}."
    return f"{said} Your receipt: {link}" if link else said


def label(step: EventReminder) -> str:
    """How a step is called: "7d", "48h"."""
    return f"{step.before_days}d" if step.before_days is not None else f"{step.before_hours}h"


def _before(booking: Booking, step: EventReminder) -> datetime:
    """Days are counted on the calendar of the party's place, hours as they pass."""
    if step.before_days is None:
        return booking.event_start - (step.before_hours or 0) * HOUR
    return (wall(booking.event_start, booking.zone) - step.before_days * DAY).astimezone(UTC)


def win_back(booking: Booking, others: Sequence[Booking], follow_ups: FollowUps) -> Occasion | None:
    """Somebody's last party, so long ago that they may be asked back; none while another one is planned or was since."""
    later = [one for one in others if one.id != booking.id and one.status in ("deposit_pending", "confirmed")]
    since = [one for one in others if one.status == "completed" and one.event_start > booking.event_start]
    if booking.status != "completed" or later or since:
        return None
    due = booking.event_end + follow_ups.win_back.after_days * DAY
    return _about(booking, "win_back", "", due, due + WIN_BACK_LATE)


def of_quote(
    follow_ups: FollowUps,
    *,
    quote_id: UUID,
    conversation_id: UUID,
    customer_id: UUID,
    made: datetime,
    silent_since: datetime,
    zone: str,
) -> list[Occasion]:
    """The follow-ups of a price that nobody answered. silent_since: the end of the conversation that it was told in.

    A series belongs to its price: whoever goes on talking of it does not begin it anew.
    """
    hours = sorted({step.after_hours for step in follow_ups.quote_without_booking})
    dues = [silent_since + step * HOUR for step in hours]
    return [
        Occasion(
            kind="quote_follow_up",
            step=f"{step}h",
            subject=quote_id,
            day=wall(made, zone).date(),
            due=due,
            until=until,
            customer_id=customer_id,
            booking_id=None,
            zone=zone,
            conversation_id=conversation_id,
        )
        for step, due, until in zip(hours, dues, [*dues[1:], *(due + QUOTE_LATE for due in dues[-1:])], strict=True)
    ]


def of_lead(*, lead_id: UUID, customer_id: UUID, due: datetime, done: int, made: datetime, zone: str) -> Occasion:
    """The next follow-up of a wish that could not be met. done: how often it was followed up."""
    return Occasion(
        kind="lead_follow_up",
        step=str(done + 1),
        subject=lead_id,
        day=wall(made, zone).date(),
        due=due,
        until=due + LEAD_LATE,
        customer_id=customer_id,
        booking_id=None,
        zone=zone,
    )


def of_date(follow_ups: FollowUps, *, customer_id: UUID, type: str, day: date, zone: str) -> Occasion:
    """The reminder of a day of every year: from so many days before it (that day counts) until it comes.

    Once a customer, kind of day and year, whatever its name: of two birthdays on one day one letter tells.
    """
    ahead = timedelta(days=follow_ups.important_dates.look_ahead_days)
    return Occasion(
        kind="important_date",
        step=type,
        subject=customer_id,
        day=day,
        due=_midnight(day - ahead, zone),
        until=_midnight(day, zone),
        customer_id=customer_id,
        booking_id=None,
        zone=zone,
    )


def _midnight(day: date, zone: str) -> datetime:
    """When a day begins; where the clocks jump over midnight, the first instant after it."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def at_once(booking: Booking, now: datetime) -> Occasion:
    """News of a party's money that does not wait for any time."""
    return _about(booking, "deposit_reminder", "", now, now + DAY)


def is_on(kind: Kind, profile: Profile) -> bool:
    """Whether the owner lets this kind be said."""
    return bool(getattr(profile.follow_ups.says, kind))


def is_angry(mood: Mood | None, at_least: float) -> bool:
    """Whether a person has to speak first. at_least: the owner's threshold of anger."""
    return mood is not None and mood.label in ANGRY and mood.intensity >= at_least


def is_unhappy(mood: Mood | None) -> bool:
    """Whether only care is due, and nothing is asked for."""
    return mood is not None and mood.sentiment == "negative" and mood.intensity >= UNHAPPY

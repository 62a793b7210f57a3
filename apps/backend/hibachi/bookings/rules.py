"""Pure decisions about parties: what their state is, what a change costs, what comes back when they are cancelled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hibachi.bookings.schemas import Reason
from hibachi.kit.clock import wall
from hibachi.kit.money import Cents, spoken
from hibachi.policies.schemas import Policies

LAPSED = {"held": "hold_expired", "deposit_pending": "deposit_expired"}
"""What an unpaid state becomes when its time runs out: cancelled, with this reason."""
REPLACED = "hold_replaced"
"""Why a hold ended whose customer has a newer one: two people with a hold each were proven to be one."""
NEVER_SAID_YES = frozenset({LAPSED["held"], REPLACED})
NO_DIETS = "none"
"""The answer of a host whose guests have no allergies and no diets."""
UNPAID = frozenset(LAPSED)
OPEN = UNPAID | {"confirmed"}
CALL = "Call or write to us: a member of our team will help."

NEEDS_HUMAN = "needs_human"
HOLD_ENDED = Reason(code="hold_ended", sentence="That hold was given up.", next_step="Hold a time again.")
NAME_MISSING = Reason(
    code="name_missing", sentence="We need a name for the booking.", next_step="Say under which name we book it."
)
CONTACT_MISSING = Reason(
    code="contact_missing",
    sentence="We need a phone number or an e-mail address for the booking.",
    next_step="Say how we reach you.",
)
ALREADY_BOOKED = Reason(
    code="already_booked",
    sentence="You have a party at that time already.",
    next_step="Change that party, or choose another time.",
)
ALREADY_PAID = Reason(
    code="already_paid", sentence="The deposit of this party is paid already.", next_step="Record it as a payment."
)
REFUND_OR_MOVE = Reason(
    code="refund_or_move",
    sentence="The deposit arrived, but the time is no longer free.",
    next_step="Offer one of the other times, or refund the deposit.",
)
REFUND_DUE = Reason(
    code="refund_due", sentence="This party was cancelled: the money is owed back.", next_step="Refund it to the payer."
)
NOTHING_TO_PLACE = Reason(
    code="nothing_to_place", sentence="No paid party waits for a time here.", next_step="Book or change it instead."
)
NOT_ENDED = Reason(
    code="not_ended",
    sentence="Only a confirmed party that has begun can end so.",
    next_step="Wait for its start, or cancel it.",
)
UNPRICED = Reason(
    code="needs_human",
    sentence="This place is beyond where we go.",
    next_step="Agree on the travel with the owner first.",
)
STALE = Reason(
    code="stale", sentence="The party was changed since.", next_step="Look at it as it is now and decide again."
)


def effective(status: str, hold_expires_at: datetime | None, now: datetime) -> tuple[str, str | None]:
    """The status that counts at an instant, and why it is cancelled when time alone cancelled it."""
    if status in UNPAID and hold_expires_at is not None and hold_expires_at <= now:
        return "cancelled", LAPSED[status]
    return status, None


def diets(lines: Sequence[str]) -> list[str]:
    """Allergies and diets as a party keeps them: "none" is an answer too, and stands alone."""
    named = [line for line in lines if line.strip().casefold() != NO_DIETS]
    return named or [NO_DIETS] * bool(lines)


def not_open(status: str) -> Reason | None:
    """Why a party in this state can be neither changed nor cancelled; None when it can."""
    if status in OPEN:
        return None
    words = {"cancelled": "was cancelled", "completed": "is over", "no_show": "is over"}
    return Reason(code=f"party_{status}", sentence=f"This party {words[status]}.", next_step="Book a new party.")


def begun(start: datetime, now: datetime) -> Reason | None:
    """A party that has begun is neither changed nor cancelled."""
    if start > now:
        return None
    return Reason(code="party_begun", sentence="The party has begun already.", next_step=CALL)


def too_large(guests: int, largest: int) -> Reason | None:
    """Parties above the largest size are for a human."""
    if guests <= largest:
        return None
    return Reason(
        code=NEEDS_HUMAN, sentence=f"Parties of more than {largest} guests are planned by our team.", next_step=CALL
    )


def too_far(*, served: bool, needs_human: bool, miles: float) -> Reason | None:
    """Places beyond the owner's limits are for a human."""
    if served and not needs_human:
        return None
    return Reason(
        code=NEEDS_HUMAN,
        sentence=f"A party {miles:g} miles away needs our team's approval first.",
        next_step=CALL,
    )


@dataclass(frozen=True, slots=True)
class Wish:
    """What a change touches. start: of the party as it would be afterwards, or as it stays."""

    moved: bool
    guests: bool
    menu: bool
    place: bool
    start: datetime


def too_late(wish: Wish, policies: Policies, now: datetime) -> Reason | None:
    """Why it is too late for this change, counted in elapsed hours before the party as it will be; None: it is not."""
    ahead = wish.start - now
    if (wish.guests or wish.place) and ahead < timedelta(hours=policies.guest_count_final_hours):
        what = "The guest count is" if wish.guests else "The address is"
        sentence = f"{what} final {policies.guest_count_final_hours} hours before the party."
        return Reason(code="guests_final" if wish.guests else "place_final", sentence=sentence, next_step=CALL)
    if wish.menu and ahead < timedelta(hours=policies.menu_change_cutoff_hours):
        sentence = f"The menu is final {policies.menu_change_cutoff_hours} hours before the party."
        return Reason(code="menu_final", sentence=sentence, next_step=CALL)
    return None


def reschedule_fee(*, status: str, reschedules: int, start: datetime, now: datetime, policies: Policies) -> Cents:
    """What moving a party now costs, start being its present one. Before the deposit is paid, moving is free."""
    free = policies.reschedule_free
    in_time = start - now >= timedelta(hours=free.min_hours_before)
    if status != "confirmed" or (reschedules < free.times and in_time):
        return 0
    return policies.reschedule_fee


def consequences(
    *, moved: bool, fee: Cents, before: Cents, after: Cents, minimum: bool, deposit_paid: Cents
) -> list[str]:
    """What a change means, a sentence each, as a customer reads it."""
    said: list[str] = []
    if moved:
        said.append(f"Moving the party costs {spoken(fee)}." if fee else "Moving the party is free.")
    if after == before:
        said.append(f"The total stays {spoken(after)}.")
    else:
        said.append(f"The total changes from {spoken(before)} to {spoken(after)}.")
    if minimum:
        said.append("The party minimum applies.")
    if deposit_paid:
        said.append(f"The deposit of {spoken(deposit_paid)} that you paid carries over.")
    return said


@dataclass(frozen=True, slots=True)
class RefundTerms:
    """What comes back of the money that was paid, when a party is cancelled on a date of its own zone; what is kept."""

    refundable: bool
    refund: Cents
    kept: Cents
    deadline: date
    days_before: int
    sentence: str


@dataclass(frozen=True, slots=True)
class PaidSoFar:
    """What of a party's money is there: the deposit that it asks, what came for it, what came and stayed in all."""

    deposit: Cents
    deposit_paid: Cents
    paid: Cents


def refund(*, day: date, zone: str, money: PaidSoFar, now: datetime, policies: Policies) -> RefundTerms:
    """Calendar dates in the party's zone: exactly the policy's number of days before still counts.

    Only the deposit is ever kept: whatever else was paid comes back.
    """
    deadline = day - timedelta(days=policies.deposit_refundable_days)
    days_before = (day - wall(now, zone).date()).days
    refundable = days_before >= policies.deposit_refundable_days
    kept = 0 if refundable else min(money.deposit, money.deposit_paid)
    sentence = _refund_sentence(money, refundable, deadline)
    return RefundTerms(refundable, money.paid - kept, kept, deadline, days_before, sentence)


def _refund_sentence(money: PaidSoFar, refundable: bool, deadline: date) -> str:
    if not money.paid:
        return "No deposit was paid, so nothing is owed."
    deposit = money.deposit_paid if refundable else min(money.deposit, money.deposit_paid)
    rest = money.paid - deposit
    also = f" The other {spoken(rest)} that you paid comes back." if rest else ""
    on = f"{deadline:%B} {deadline.day}, {deadline.year}"
    if refundable:
        return f"The deposit of {spoken(deposit)} comes back in full: it is refundable until {on}.{also}"
    return f"The deposit of {spoken(deposit)} is kept: it was refundable until {on}.{also}"


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, tuple[object, object]]:
    """Old and new value of every field that differs."""
    return {field: (before[field], value) for field, value in after.items() if before.get(field) != value}

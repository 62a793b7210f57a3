"""Changing a party: what it would mean first, then the change itself."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python

from hibachi.audit import service as audit
from hibachi.bookings import repository, rules
from hibachi.bookings.errors import TravelMissing
from hibachi.bookings.events import BookingChanged
from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import Booking, Change, ChangePreview, Reason, Refused
from hibachi.bookings.service import billing, pricing, reading, writing
from hibachi.calendar import service as calendar
from hibachi.calendar.schemas import Claimed, Free, Opening, Refusal
from hibachi.kit.clock import AmbiguousTime, NonexistentTime, instant_of
from hibachi.kit.db import Tx
from hibachi.kit.money import Cents, text
from hibachi.policies import service as policies
from hibachi.policies.schemas import PolicyBook
from hibachi.quotes import service as quotes
from hibachi.quotes.schemas import Party, Quote
from hibachi.travel import service as travelling
from hibachi.travel.schemas import TravelFee

MONEY = frozenset(
    {"base_revenue", "protein_upgrade_cost", "addon_cost", "travel_fee", "reschedule_fee", "tax", "total_amount"}
)
UNSHOWN = frozenset({"travel", "quote_id", "deposit", "policy_version", "event_end", "paid_moves"})
"""Columns that follow from others and would only repeat them in the audit log."""


GUESTS = ("adults", "children", "toddlers")
DISHES = ("proteins", "upgrades", "extra_proteins", "addons")
FAR = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Plan:
    """A change worked out: the party, time and place afterwards, what it touches, the fee for moving.

    chef_id: the chef whom staff want for it, where that makes a difference.
    """

    party: Party
    day: date
    at: time
    zone: str
    travel: TravelFee
    moved: bool
    repriced: bool
    chef_id: int | None = None
    fee: Cents = 0

    @property
    def reseated(self) -> bool:
        """Whether the calendar has to be asked: another time, or another chef."""
        return self.moved or self.chef_id is not None


async def preview_change(tx: Tx, *, booking_id: UUID, change: Change, by_staff: bool = False) -> ChangePreview:
    """What a change would do to price and time, without doing anything. Raises UnknownBooking, InvalidParty."""
    row = await reading.locked(tx, booking_id)
    before = await quotes.get(tx, quote_id=row.quote_id)
    plan = await _plan(tx, row, change, by_staff=by_staff)
    if isinstance(plan, Reason):
        return _no(row, before, plan, 0, [])
    if plan.reseated:
        answer = await _free(tx, row, plan, by_staff=by_staff)
        if isinstance(answer, Refusal):
            return _no(row, before, writing.taken(tx, row, answer).reason, plan.fee, answer.alternatives)
    after = await _quote(tx, row, plan) if plan.repriced else before
    return _no(row, before, rules.UNPRICED, plan.fee, []) if after.total is None else _yes(row, before, after, plan)


async def change(
    tx: Tx,
    *,
    booking_id: UUID,
    change: Change,
    revision: int | None = None,
    by_staff: bool = False,
    waive_fee: bool = False,
    reason: str | None = None,
) -> Booking | Refused:
    """Change a party, the claim with it. revision: what the asker saw; another one now leads to the present state.

    by_staff: deadlines, notice and slots do not bind, a chef's time does; only staff may waive the fee. Raises UnknownBooking, InvalidParty.
    """
    row = await reading.locked(tx, booking_id)
    if revision is not None and revision != row.revision:
        return writing.refused(tx, row, rules.STALE)
    plan = await _plan(tx, row, change, by_staff=by_staff)
    if isinstance(plan, Reason):
        return writing.refused(tx, row, plan)
    plan = replace(plan, fee=0) if by_staff and waive_fee else plan
    fields = _said(change) | writing.party_fields(plan.party)
    if plan.repriced:
        quote = await _quote(tx, row, plan)
        if quote.total is None:
            return writing.refused(tx, row, rules.UNPRICED)
        fields |= writing.price_fields(quote) | {"travel": plan.travel.model_dump(mode="json")}
    if plan.reseated:
        claimed = await _move(tx, row, plan, by_staff=by_staff)
        if isinstance(claimed, Refusal):
            return writing.taken(tx, row, claimed)
        fields |= writing.time_fields(plan.day, plan.at, plan.zone, claimed)
        fields["reschedules"] = row.reschedules + (plan.moved and row.status == "confirmed")
        fields["paid_moves"] = row.paid_moves + (plan.fee > 0)
    await _write(tx, row, fields, reason)
    return writing.shown(tx, row)


async def _write(tx: Tx, row: BookingRow, fields: dict[str, Any], reason: str | None) -> None:
    """Fill the row, and say old and new values in the audit log and in an event."""
    changes = rules.changed({field: getattr(row, field) for field in fields}, fields)
    if not changes:
        return
    writing.fill(row, fields)
    await repository.save(tx, row)
    if row.status != "held" or row.paid:
        await billing.bill(tx, row, total=row.total_amount)
    told = {field: _told(field, *values) for field, values in changes.items() if field not in UNSHOWN}
    await audit.record(tx, action="booking_update", resource="booking", resource_id=row.id, changes=told, reason=reason)
    await tx.publish(
        BookingChanged(booking_id=row.id, customer_id=row.customer_id, changes=told, revision=row.revision)
    )


async def _plan(tx: Tx, row: BookingRow, change: Change, *, by_staff: bool) -> Plan | Reason:
    """Work a change out at the booking's own policy version, or say why it cannot be."""
    state = writing.shown(tx, row)
    closed = rules.not_open(state.status) or rules.begun(row.event_start, tx.now)
    if closed is not None:
        return closed
    book = await policies.at_version(tx, version=row.policy_version)
    plan = _wanted(row, state, change, book)
    plan = replace(plan, fee=_fee(row, plan, book, tx.now))
    if by_staff:
        return plan
    wish = rules.Wish(
        moved=plan.moved,
        guests=_differ(plan.party, state.party, GUESTS),
        menu=_differ(plan.party, state.party, DISHES) or _diets_differ(row, change),
        place=_place_differs(row, change),
        start=_start(plan) if plan.moved else row.event_start,
    )
    return (
        rules.too_large(plan.party.guests, book.profile.booking.guests.max)
        or rules.too_far(served=plan.travel.served, needs_human=plan.travel.needs_human, miles=plan.travel.miles)
        or rules.too_late(wish, book.profile.policies, tx.now)
        or plan
    )


def _wanted(row: BookingRow, state: Booking, change: Change, book: PolicyBook) -> Plan:
    """The party, time and place as they would be; a field that is left out stays."""
    if _place_differs(row, change) and change.travel is None:
        raise TravelMissing()
    given = {field: value for field in (*GUESTS, *DISHES) if (value := getattr(change, field, None)) is not None}
    party = Party.model_validate({**state.party.model_dump(), **given})
    travel = _way(row, change, book)
    zone = writing.zone_of(travel, book) if change.travel else row.zone
    day, at = change.day or row.event_date, change.at or row.event_time
    moved = (day, at, zone) != (row.event_date, row.event_time, row.zone)
    repriced = (
        moved or party != state.party or (change.travel is not None and travel.model_dump(mode="json") != row.travel)
    )
    chef_id = change.chef_id if moved or change.chef_id != row.chef_id else None
    return Plan(party, day, at, zone, travel, moved, repriced, chef_id)


def _way(row: BookingRow, change: Change, book: PolicyBook) -> TravelFee:
    """The way to the party by the booking's own policy version, from the miles that were measured."""
    if change.travel is None:
        return TravelFee.model_validate(row.travel)
    again = travelling.fee_again(change.travel, book.profile.travel)
    assert isinstance(again, TravelFee), "known miles give a fee"
    return again


def _fee(row: BookingRow, plan: Plan, book: PolicyBook, now: datetime) -> Cents:
    if not plan.moved:
        return 0
    return rules.reschedule_fee(
        status=row.status,
        reschedules=row.reschedules,
        start=row.event_start,
        now=now,
        policies=book.profile.policies,
    )


def _start(plan: Plan) -> datetime:
    """The instant of a wanted wall time; one that does not exist is left to the calendar to refuse."""
    try:
        return instant_of(plan.day, plan.at, plan.zone)
    except (NonexistentTime, AmbiguousTime, OverflowError):
        return FAR


async def _free(tx: Tx, row: BookingRow, plan: Plan, *, by_staff: bool) -> Free | Refusal:
    book = await policies.current(tx)
    return await calendar.check(
        tx,
        day=plan.day,
        at=plan.at,
        zone=plan.zone,
        book=book,
        ignoring=row.id,
        by_staff=by_staff,
        chef_id=plan.chef_id,
    )


async def _move(tx: Tx, row: BookingRow, plan: Plan, *, by_staff: bool) -> Claimed | Refusal:
    book = await policies.current(tx)
    return await calendar.move(
        tx,
        reference=row.id,
        day=plan.day,
        at=plan.at,
        zone=plan.zone,
        book=book,
        expires_at=row.hold_expires_at,
        by_staff=by_staff,
        wanted_chef=plan.chef_id,
    )


async def _quote(tx: Tx, row: BookingRow, plan: Plan) -> Quote:
    """The price afterwards, at the booking's own policy version, with every reschedule fee so far."""
    return await pricing.requoted(
        tx, row, party=plan.party, travel=plan.travel, day=plan.day, paid_moves=row.paid_moves + (plan.fee > 0)
    )


def _said(change: Change) -> dict[str, Any]:
    """The columns of what is only written down, without a price."""
    dietary = None if change.dietary is None else rules.diets(change.dietary)
    plain = {"dietary": dietary, "event_type": change.event_type, "location": change.location}
    plain |= {"notes": change.notes, "zip_code": change.zip}
    given = {field: value for field, value in plain.items() if value is not None}
    return given | writing.contact(change.name, change.phone, change.email)


def _yes(row: BookingRow, before: Quote, after: Quote, plan: Plan) -> ChangePreview:
    assert before.total is not None and after.total is not None, "the way of a booked party is known"
    said = rules.consequences(
        moved=plan.moved,
        fee=plan.fee,
        before=before.total,
        after=after.total,
        minimum=after.minimum_applied,
        deposit_paid=row.deposit_paid,
    )
    return ChangePreview(
        allowed=True,
        reason=None,
        alternatives=[],
        before=before,
        after=after,
        difference=after.total - before.total,
        reschedule_fee=plan.fee,
        consequences=said,
        revision=row.revision,
    )


def _no(row: BookingRow, before: Quote, reason: Reason, fee: Cents, alternatives: list[Opening]) -> ChangePreview:
    return ChangePreview(
        allowed=False,
        reason=reason,
        alternatives=alternatives,
        before=before,
        after=None,
        difference=None,
        reschedule_fee=fee,
        consequences=[reason.sentence],
        revision=row.revision,
    )


def _differ(one: Party, other: Party, fields: tuple[str, ...]) -> bool:
    return any(getattr(one, field) != getattr(other, field) for field in fields)


def _place_differs(row: BookingRow, change: Change) -> bool:
    return change.zip is not None and change.zip != row.zip_code


def _diets_differ(row: BookingRow, change: Change) -> bool:
    """Whether the kitchen has to do anything else: that there are none is no change for it."""
    if change.dietary is None:
        return False
    before, after = (
        [line for line in lines if line != rules.NO_DIETS] for lines in (row.dietary, rules.diets(change.dietary))
    )
    return before != after


def _told(field: str, old: Any, new: Any) -> tuple[Any, Any]:
    return (text(old), text(new)) if field in MONEY else (to_jsonable_python(old), to_jsonable_python(new))

"""What a customer agreed to is done, and said: a party is changed or cancelled, or why it could not be."""

from typing import Any

from hibachi.concierge.local import existing
from hibachi.concierge.local.agreed import booking_of
from hibachi.concierge.local.known import DONE, Known
from hibachi.concierge.understanding import moves
from hibachi.concierge.understanding.schemas import Pending


def do_agreed(known: Known) -> bool:
    """What a part of the message agreed to is done first: "yes, go ahead. And net 30 please". False where nothing is."""
    pending = known.reading.agreed
    booked = pending is None or pending.kind == "book"  # the plan of a booking takes its yes itself
    booking = None if booked or pending is None else booking_of(known, pending.booking_id)
    if pending is None or booking is None:
        return False
    done = _done(known, pending)
    _renew(known, booking, done)
    return True


def _renew(known: Known, booking: dict[str, Any], done: dict[str, Any]) -> None:
    """What is said of the party from now on holds what was done to it."""
    if done.get("cancelled"):
        known.renewed[str(booking["id"])] = {**booking, "status": "cancelled"}
    if done.get("changed"):
        known.renewed[str(booking["id"])] = {**booking, **done["booking"]}


def say_agreed(known: Known) -> None:
    """Say what do_agreed did; the rest of the message keeps what it began."""
    pending = known.reading.agreed
    if pending is not None:
        goes_on = {name: known.noted(name) for name in ("goal", "change", "pending")}
        say_done(known, pending)
        known.note(**goes_on)


def _done(known: Known, pending: Pending) -> dict[str, Any]:
    if pending.kind == "change":
        return known.need("change_booking", booking_id=pending.booking_id, **pending.arguments)
    reason = known.dialogue.reason or "asked by the customer"
    return known.need("cancel_booking", booking_id=pending.booking_id, reason=reason)


def say_done(known: Known, pending: Pending) -> bool:
    """Say what was done, or why it could not be; whether it was."""
    done = _done(known, pending)
    if not (done.get("cancelled") or done.get("changed")):
        could_not(known, done)
        return False
    before = known.stood(pending.booking_id) or {}
    if before:
        _renew(known, before, done)
    if pending.kind == "change":
        known.say("changed", at=DONE, booking=done["booking"], arguments=pending.arguments)
        known.note(changed_here=pending.arguments, changed_from=moves.as_it_stands(before, pending.arguments))
        return True
    goes_on = known.dialogue.later is not None
    grieves = goes_on or bool({"grief"} & {known.frame.trouble, *known.dialogue.consoled})
    known.say("cancelled", at=DONE, done=done, grieves=grieves, others=other_parties(known, pending.booking_id))
    if not done.get("refundable"):
        known.unsay("topic:refund_when")
    known.note(cancelled_here=pending.booking_id)
    return True


def other_parties(known: Known, booking_id: str | None) -> list[dict[str, Any]]:
    """The customer's parties to come beside one that goes, where they are few enough to be named and stay as they are."""
    later = known.dialogue.later.booking_id if known.dialogue.later is not None else None
    others = [one for one in existing.own_parties(known) if str(one["id"]) not in (booking_id, later)]
    return others if len(others) < 3 else []


def could_not(known: Known, done: dict[str, Any]) -> bool:
    """Say why nothing was done; nothing waits for a yes any more."""
    reason = done.get("reason") or done.get("refusal") or {"sentence": done.get("message", "")}
    known.say("change_refused", at=DONE, reason=reason, offered=done.get("alternatives", []), deed=known.dialogue.goal)
    known.note(pending=None)
    return True

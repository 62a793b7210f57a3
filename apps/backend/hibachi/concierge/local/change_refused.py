"""A change that cannot be made as it was wished: what stands against it is said."""

from datetime import date, time
from typing import Any

from hibachi.concierge.local import openings, selling, talking
from hibachi.concierge.local.known import Known
from hibachi.concierge.understanding.limits import limits_of
from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS, heads_of
from hibachi.concierge.understanding.schemas import Pending


def too_many(known: Known, booking: dict[str, Any], arguments: dict[str, Any]) -> bool:
    """A party that would grow beyond what the owner lets the concierge decide alone is a person's."""
    most = limits_of(known.profile).guests
    before = heads_of(booking)
    after = sum(int(arguments.get(slot, booking.get(slot) or 0)) for slot in GUEST_SLOTS)
    if most is None or after <= most or after <= before:
        return False
    talking.hand_over(
        known, "guests", f"the party on {booking['date']} would grow from {before} to {after} guests, more than {most}"
    )
    return True


def too_far(known: Known, arguments: dict[str, Any]) -> bool:
    """A party that would move to a place beyond what the concierge may decide is a person's, as a new one there is."""
    place = arguments.get("customer_zipcode")
    return place is not None and selling.too_far(known, known.need("calculate_travel_fee", customer_zipcode=place))


def change_refused(known: Known, preview: dict[str, Any], booking: dict[str, Any], arguments: dict[str, Any]) -> bool:
    """Why not, and what would be possible; nothing was changed."""
    if ("date" in arguments or "time" in arguments) and preview.get("alternatives"):
        day, at = str(arguments.get("date") or booking["date"]), str(arguments.get("time") or booking["time"])
        found = known.need("check_availability", date=day, time=at)
        if not found.get("available"):
            openings.say_unavailable(known, found, date.fromisoformat(day), time.fromisoformat(at))
            beside = {key: value for key, value in arguments.items() if key not in ("date", "time")}
            known.note(change={"date": day, **beside} if known.noted("offered") else beside, pending=None)
            return True
    reason = preview.get("refusal") or preview.get("message") or "That isn't possible."
    known.say("change_refused", reason=reason if isinstance(reason, dict) else {"sentence": reason}, offered=[])
    known.note(goal=None, change={}, pending=Pending(kind="human"), offered_human=True)
    return True

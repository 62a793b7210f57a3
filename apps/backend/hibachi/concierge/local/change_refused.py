"""A change that cannot be made as it was wished: what stands against it is said."""

from datetime import date, time
from typing import Any

from hibachi.concierge.local import (
    openings,
    selling,
    talking,
)
from hibachi.concierge.local.known import Known
from hibachi.concierge.understanding.limits import limits_of
from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS, heads_of
from hibachi.concierge.understanding.schemas import Pending


def say_each(known: Known, quote: dict[str, Any]) -> None:
    """What one pays of a changed party: the share where all pay the same, else the prices of the list."""
    party = quote["party"]
    if quote.get("per_person") is not None and not party.get("children") and not party.get("toddlers"):
        known.say("each", quote=quote)
    else:
        known.say("price_list", prices=known.profile.prices.model_dump(mode="json"))


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


def against(booking: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """A change in absolute numbers: "three more" on top of what the party has."""
    absolute = {key: value for key, value in wanted.items() if not key.startswith("more_")}
    for key, value in wanted.items():
        if key.startswith("more_"):
            slot = key.removeprefix("more_")
            absolute[slot] = max(0, int(absolute.get(slot, booking.get(slot) or 0)) + int(value))
    return absolute


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

"""The address that we have of a customer, and another number or e-mail of theirs: said, noted, or passed on."""

from typing import Any

from hibachi.concierge.local import existing
from hibachi.concierge.local.known import ANSWERED, DONE, FELT, Known
from hibachi.concierge.understanding.schemas import Pending


def plan(known: Known) -> bool:
    """Answer what is asked of the customer's own address, and take another contact; False where neither is the matter."""
    if known.does("name_wrong") and known.frame.name is None and _misnamed(known):
        return True
    if known.changed("date", "guests", "items") or known.dialogue.pending is not None:
        return False
    if known.does("asks_address"):
        return _address(known)
    return known.does("new_contact") and _contact(known)


def _misnamed(known: Known) -> bool:
    """Who is called by a wrong name is asked for the right one; on a booking our team puts it right."""
    known.say("misnamed", at=FELT)
    if existing.own_parties(known):
        known.say("team_changes", at=DONE)
        known.note(pending=Pending(kind="human"), offered_human=True, expecting=("human",))
        return True
    known.asks("name")
    known.note(pending=None, expecting=("name",))
    return True


def _address(known: Known) -> bool:
    own = existing.meant(known)
    place: dict[str, Any] = own[0] if len(own) == 1 else {"zip": known.dialogue.zip} if not own else {}
    if len(own) > 1:
        known.say("own_bookings", at=ANSWERED, bookings=own, dishes=())
        return True
    known.say("own_address", at=ANSWERED, street=place.get("location"), zip=place.get("zip"), booked=bool(own))
    return True


def _contact(known: Known) -> bool:
    if existing.own_parties(known):
        known.say("team_changes", at=DONE)
        known.note(pending=Pending(kind="human"), offered_human=True, expecting=("human",))
        return True
    if not (known.frame.phone or known.frame.email):
        known.asks("contact")
        return True
    known.say("new_contact", at=DONE, planning=known.dialogue.goal is not None)
    return True

"""What is told for the chef is noted on the party at once, whatever else the message asks: it changes no price."""

from hibachi.concierge.local import existing
from hibachi.concierge.local.known import ANSWERED, DONE, Known
from hibachi.concierge.understanding import existing as understood
from hibachi.concierge.understanding import told_for_chef


def note(known: Known) -> None:
    """Note a gate code or a wish for the show on the party that stands; without one our team reads it."""
    told = told_for_chef.of(known.frame.text) if known.does(told_for_chef.ACT) else None
    if told is None:
        return
    own = (known.turn.latest("customer_bookings") or {}).get("bookings")
    found = existing.meant(known) if own and not understood.drafts(known.dialogue) else []
    if len(found) != 1:
        known.say("heard", at=ANSWERED)
        return
    done = known.need("change_booking", booking_id=str(found[0]["id"]), notes=told)
    known.say("noted_on" if done.get("changed") else "heard", at=DONE if done.get("changed") else ANSWERED)

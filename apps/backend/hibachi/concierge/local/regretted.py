"""A cancellation that is regretted after it was done: "no wait, keep it". It is not undone; the party is offered to be booked again."""

from datetime import date, time

from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding.schemas import PartyState
from hibachi.kit import lazy_re as re

_REGRETS = re.compile(
    r"\b(?:keep (?:it|the|my|our|that)|un-?cancel|undo"
    r"|(?:don'?t|do not|didn'?t (?:want|mean) to) cancel"
    r"|(?:didn'?t|did not|don'?t) mean (?:that|it|to)|by (?:mistake|accident)|wrong button"
    r"|changed (?:my|our) minds?|(?:still )?want (?:it|the party) (?:back|after all)"
    r"|still want (?:it|the party|to have it))\b",
    re.I,
)


def plan(known: Known) -> bool:
    """Say that it is cancelled, and offer to book the same again; False where nothing was cancelled here or it is not regretted."""
    gone = known.dialogue.cancelled_here
    if gone is None or not (known.does("keep") or _REGRETS.search(known.frame.text)):
        return False
    found = known.need("customer_bookings").get("bookings", [])
    booking = next((one for one in found if str(one["id"]) == gone and one.get("status") == "cancelled"), None)
    if booking is None:
        return False
    known.unsay("topic:cancellation")
    known.say("lapsed", at=ANSWERED, booking=booking, late=False)
    known.note(
        goal="quote",
        booked=None,
        booking_id=None,
        cancelled_here=None,
        pending=None,
        change={},
        expecting=("booking",),
        dates=(date.fromisoformat(str(booking["date"])),),
        time=time.fromisoformat(str(booking["time"])),
        answered=(*known.noted("answered"), "ages")[-12:],
        name=booking.get("name") or known.dialogue.name,
        zip=booking.get("zip") or known.dialogue.zip,
        party=PartyState(
            adults=int(booking.get("adults") or 0) or None,
            children=int(booking.get("children") or 0),
            toddlers=int(booking.get("toddlers") or 0),
        ),
    )
    return True

"""A deed that is regretted just after it was done: a cancellation ("no wait, keep it") and a booking ("no, don't book it yet").

Neither is undone by itself: the party is offered to be booked again, or to be let go.
"""

from datetime import date, time

from hibachi.concierge.local.known import ANSWERED, ASKED, Known
from hibachi.concierge.understanding.schemas import PartyState, Pending
from hibachi.kit import lazy_re as re

_REGRETS = re.compile(
    r"\b(?:keep (?:it|the|my|our|that)|un-?cancel|undo"
    r"|(?:don'?t|do not|didn'?t (?:want|mean) to) cancel"
    r"|(?:didn'?t|did not|don'?t) mean (?:that|it|to)|by (?:mistake|accident)|wrong button"
    r"|changed (?:my|our) minds?|(?:still )?want (?:it|the party) (?:back|after all)"
    r"|still want (?:it|the party|to have it))\b",
    re.I,
)


_NOT_YET = re.compile(
    r"\b(?:don'?t|dont|do not|didn'?t|didnt|did not|never|wasn'?t)\b[^.?!\n]{0,25}\b(?:book|hold|reserve|confirm)(?:ed|ing)?\b(?! (?:another|a second|any))"
    r"|\b(?:no|wait|whoa|actually|hey|sorry|oops)\b[^.?!\n]{0,20}\b(?:too (?:soon|early|fast)|not (?:yet|so fast)|slow down)\b"
    r"|\b(?:hold off|un-?book)\b",
    re.I,
)
""" "No don't book it yet", "I didn't say book it", "hold off, not yet", right after it was booked."""
_TO_BE_DONE = re.compile(r"\b(?:address|allerg\w*|diets?|deposit|pay|sure|know|have|decided|chef|menu)\b", re.I)
""" "Don't have the address yet" answers what was asked with the confirmation."""


def plan(known: Known) -> bool:
    """Answer who regrets what was done in this conversation; False where nothing is regretted."""
    return _of_a_booking(known) or _of_a_cancellation(known)


def _of_a_booking(known: Known) -> bool:
    """Say that it is only held, and offer to let it go."""
    frame, booked = known.frame, known.dialogue.booked
    if booked is None or known.dialogue.pending is not None or known.dialogue.change or frame.topics:
        return False
    if not _NOT_YET.search(frame.text) or _TO_BE_DONE.search(frame.text) or frame.dates or frame.guests.stated:
        return False
    held = [one for one in known.bookings() if str(one["id"]) == booked and one["status"] == "deposit_pending"]
    if not held:
        return False
    for kind in ("not_known", "topic:hold_time"):
        known.unsay(kind)
    known.say("only_held", at=ANSWERED, booking=held[0], facts=known.topic("deposit"))
    known.say("confirm_deed", at=ASKED, deed="cancel")
    told = Pending(kind="cancel", booking_id=booked)
    known.note(pending=told, goal="cancel", booking_id=booked, expecting=("yes",), no_dietary=False)
    return True


def _of_a_cancellation(known: Known) -> bool:
    """Say that it is cancelled, and offer to book the same again."""
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

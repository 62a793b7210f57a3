"""What is told for the chef is noted on the party at once, whatever else the message asks: it changes no price."""

from hibachi.concierge.local import existing
from hibachi.concierge.local.known import ANSWERED, DONE, Known
from hibachi.concierge.understanding import existing as understood
from hibachi.concierge.understanding import told_for_chef
from hibachi.kit import lazy_re as re


def note(known: Known) -> None:
    """Note a gate code or a wish for the show on the party that stands; without one our team reads it."""
    if _tells_of_the_day(known):
        known.say("heard", at=ANSWERED)
    told = told_for_chef.of(known.frame.text) if known.does(told_for_chef.ACT) else None
    if told is None:
        return
    own = known.bookings()
    found = existing.meant(known) if own and not understood.drafts(known.dialogue) else []
    if len(found) > 1 and not _BOTH.search(known.frame.text):
        known.say("heard", at=ANSWERED)
        return
    done = [known.need("change_booking", booking_id=str(one["id"]), notes=told) for one in found]
    noted = bool(done) and all(one.get("changed") for one in done)
    known.say("noted_on" if noted else "heard", at=DONE if noted else ANSWERED)


_BOTH = re.compile(r"\b(?:both|all|each|either)\b", re.I)
_OF_THE_DAY = frozenset({"event_type", "venue"})


def _tells_of_the_day(known: Known) -> bool:
    """ "It's my mom's 70th btw", "there's a bounce house in the yard": of the party that stands, no new one."""
    own = known.bookings()
    if not own or not known.reading.changed or not set(known.reading.changed) <= _OF_THE_DAY:
        return False
    asks = (
        known.frame.question or known.frame.topics or known.does("about_own", "book", "wants_chef", told_for_chef.ACT)
    )
    return not asks and known.dialogue.goal is None and bool(existing.own_parties(known))

"""A change whose new day, start or guests are not told yet: what is asked for, or what the party keeps."""

from typing import Any

from hibachi.concierge.local import openings
from hibachi.concierge.local.known import ANSWERED, DONE, Known
from hibachi.concierge.understanding import change_named, comers_told, own_signs, own_words
from hibachi.concierge.understanding.schemas import Pending
from hibachi.kit import lazy_re as re

_CONTACT = re.compile(r"\b(?:name|phone|number(?! of)|e-?mail|contact)\b", re.I)
_HOW_LATE = re.compile(
    r"\b(?:how (?:late|soon|long|early|close)|until when|till when|by when|when do you need|latest|deadline)\b", re.I
)
""" "We may have to postpone, how late can we decide?": no new day is told yet, and none is asked for."""


def ask(known: Known, chosen: dict[str, Any]) -> bool:
    """No change is left: the one that was shown was taken back, or it was not said yet what should change."""
    if openings.other_starts(known, str(chosen["date"]), str(chosen["time"])[:5]):
        return True
    if known.does(comers_told.JOIN):
        known.asks("guests", instead=True)
        return True
    asks_terms = known.frame.question and not known.asked("availability")
    if known.frame.month is not None and not asks_terms:
        known.asks("date")
    elif known.frame.month is not None:
        known.say("topic:reschedule", at=ANSWERED, facts=known.topic("reschedule"))
        known.asks("date")
    elif known.frame.question and own_words.puts_off(known.frame.text) and _HOW_LATE.search(known.frame.text):
        known.say("topic:reschedule", at=ANSWERED, facts=known.topic("reschedule"))
        known.note(goal=None)
    elif own_signs.rather_moved(known.frame.text):
        known.asks("date")
    elif not known.silent and known.frame.question:
        known.note(goal=None)
    elif known.dialogue.pending is not None:
        known.say("kept", at=DONE, booking=chosen)
        known.note(pending=None, goal=None, change={})
    elif _other_contact(known, chosen):
        known.say("team_changes", at=DONE)
        known.note(goal=None, pending=Pending(kind="human"), offered_human=True)
    elif known.frame.answer == "yes" and not (known.does("change") and not known.dialogue.changed_here):
        known.say("as_booked", at=DONE, booking=chosen)
        known.note(goal=None)
    else:
        slot = change_named.slot_of(known.frame.text)
        last = next((one for one in known.dialogue.asked_last if one in ("time", "date", "guests")), None)
        if slot == "change" and last is not None:
            slot = last
        if slot == "time" and openings.starts_that_way(known, str(chosen["date"]), str(chosen["time"])[:5]):
            return True
        known.asks(slot, instead=True)
    return True


def _other_contact(known: Known, chosen: dict[str, Any]) -> bool:
    """Whether a name or a contact is told that the party does not have; a mail's signature tells none."""
    frame, booked = known.frame, str(chosen.get("name") or "").lower()
    other = frame.name is not None and frame.name.lower() not in booked
    return other or bool(frame.phone or frame.email or _CONTACT.search(frame.text))

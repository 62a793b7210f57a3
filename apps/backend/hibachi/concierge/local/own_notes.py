"""What is told for the chef, our team or of diets is noted on the party at once, whatever else the message asks: it changes no price."""

from typing import Any

from hibachi.concierge.local import addresses, diets_told, existing
from hibachi.concierge.local.known import ANSWERED, DONE, Known
from hibachi.concierge.understanding import existing as understood
from hibachi.concierge.understanding import told_for_chef
from hibachi.kit import lazy_re as re


def note_diets(known: Known) -> None:
    """Diets that are told, whatever else is asked, are noted on the party that stands; one that is only asked about is offered."""
    frame = known.frame
    if known.changed("dietary") and not frame.asked_diets and frame.question and party_meant(known) is None:
        known.say("is_noted", at=ANSWERED, diets=list(known.dialogue.dietary), booked=False, lead="Of course.")
        return
    party = party_meant(known) if frame.dietary and known.dialogue.booked is None else None
    if party is None or (known.said("dietary") and not diets_told.tells(frame.text, frame.dietary)):
        return
    if known.said("noted_on", "noted_wish"):
        return
    wanted = diets_told.wanted(known, party)
    if wanted and known.need("change_booking", booking_id=str(party["id"]), dietary=wanted).get("changed"):
        known.say("noted_on", at=DONE, diets=list(frame.dietary))


def note(known: Known) -> None:
    """Note what is told for the chef on the party that stands; of one that is planned it is kept for its booking."""
    if _tells_of_the_day(known):
        known.say("heard", at=ANSWERED)
    if not known.does(told_for_chef.ACT) or not known.frame.notes:
        return
    found = _parties(known)
    wish = "chef" if known.does(told_for_chef.WISHES_CHEF) else "festive" if known.does(told_for_chef.FESTIVE) else ""
    if not found:
        known.say("kept_for_booking", at=ANSWERED, wish=wish, also=told_for_chef.named(known.frame.notes))
        return
    if len(found) > 1 and not _BOTH.search(known.frame.text):
        known.say("heard", at=ANSWERED)
        return
    told = "; ".join(known.frame.notes)
    done = [
        known.need("change_booking", booking_id=str(one["id"]), notes=told, dietary=_diets_beside(known, one))
        for one in found
    ]
    if not all(one.get("changed") for one in done):
        known.say("heard", at=ANSWERED)
        return
    diets = list(known.frame.dietary) if len(found) == 1 and _tells_diet(known, found[0]) else []
    also = told_for_chef.named(known.frame.notes)
    whole = len(also) > 0 or not known.frame.notes  # a note that has no name of its own is only said to be noted
    known.say("noted_wish" if wish else "noted_on", at=DONE, wish=wish, diets=diets if whole else [], also=also)


def _diets_beside(known: Known, party: dict[str, Any]) -> list[str] | None:
    """ "Halal like I said, and no sake": the diet that is told beside a note goes on the party with it."""
    return (diets_told.wanted(known, party) or None) if _tells_diet(known, party) else None


def _tells_diet(known: Known, party: dict[str, Any]) -> bool:
    frame = known.frame
    told = known.dialogue.booked == str(party["id"]) or diets_told.tells(frame.text, frame.dietary)
    return bool(frame.dietary) and told


def note_menu(known: Known) -> bool:
    """Note in the customer's words what somebody eats of what is included; whether it stands on the one party that can be meant."""
    party, told = party_meant(known), "; ".join(known.frame.notes)
    if party is None or not told or known.said("noted_on"):
        return False
    return bool(known.need("change_booking", booking_id=str(party["id"]), notes=told).get("changed"))


def _parties(known: Known) -> list[dict[str, Any]]:
    """The parties that stand and can be meant; none where a new one is planned."""
    own = known.bookings()
    return existing.meant(known) if own and not understood.drafts(known.dialogue) else []


def party_meant(known: Known) -> dict[str, Any] | None:
    """The one party that can be meant."""
    found = _parties(known)
    return found[0] if len(found) == 1 else None


def note_on_booked(known: Known, booking_id: str, noted: list[str], told: list[str]) -> bool:
    """What was told before a party was booked, noted on it at the agreed price; whether a diet was."""
    wanted: dict[str, Any] = {"dietary": told} if told and told != noted else {}
    dialogue = known.dialogue
    kept = addresses.location_of(dialogue.address, dialogue.venue, None)
    place = existing.place_told(known, dialogue.venue, None) if known.frame.address else kept
    if place is not None:
        wanted["location"] = place
    if dialogue.notes:
        wanted["notes"] = "; ".join(dialogue.notes)
    if wanted:
        known.need("change_booking", booking_id=booking_id, **wanted)
    return "dietary" in wanted and bool(dialogue.dietary)


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

"""Diets and choices of the menu that are told later than the owner asks for: noted for the team all the same, never promised."""

from hibachi.concierge.local import diets_told, own_notes
from hibachi.concierge.local.known import DONE, Known
from hibachi.concierge.understanding import told_for_chef
from hibachi.concierge.understanding.schemas import Pending


def diet_is_late(known: Known) -> bool:
    """Whether the one party that can be meant begins sooner than a diet has to be told before."""
    party = own_notes.party_meant(known)
    return party is not None and diets_told.is_sooner(known, party, known.profile.dietary.notice_hours)


def say(known: Known) -> None:
    """That what was told comes too late to be promised, with a person who can say whether it is possible."""
    frame, party = known.frame, own_notes.party_meant(known)
    picks = any(note.startswith((told_for_chef.MENU, told_for_chef.MENU_IN_WORDS)) for note in frame.notes)
    late = bool(frame.dietary or (frame.asked_diets and known.said("dietary"))) and diet_is_late(known)
    if party is not None and not late and picks:
        late = diets_told.is_sooner(known, party, known.profile.policies.menu_change_cutoff_hours)
    if not late:
        return
    topic = "menu_change" if picks and not (frame.dietary or frame.asked_diets) else "diets"
    known.unsay("topic:diet_notice")
    known.say("told_late", at=DONE, facts=known.topic(topic), menu=topic == "menu_change")
    if known.dialogue.pending is None:
        known.note(pending=Pending(kind="human"), offered_human=True, expecting=("human",))

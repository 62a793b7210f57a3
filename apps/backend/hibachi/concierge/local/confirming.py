"""Whether something is noted, said by what the party has and what was told in this talk; what is not yet noted is noted then."""

from hibachi.bookings.rules import NO_DIETS
from hibachi.concierge.local import own_notes
from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding import asked_if_noted, told_for_chef
from hibachi.language.diets import diets
from hibachi.language.spans import fold


def answer(known: Known) -> None:
    """Answer whether what was told is noted, or note it because that is asked for."""
    if not known.does(asked_if_noted.ACT, asked_if_noted.LEFT_OUT, asked_if_noted.NOTE_IT):
        return
    party = own_notes.party_meant(known)
    had = [str(one) for one in (party or {}).get("dietary") or [] if one != NO_DIETS]
    told = [*had, *(one for one in known.dialogue.dietary if one not in had)]
    asked = set(diets(known.frame.text))
    about = [one for one in told if not asked or asked & set(diets(one))] or told
    noted = bool(known.dialogue.notes) and (
        not about or asked_if_noted.overlaps(fold(known.frame.text), known.dialogue) and not asked
    )
    noted = noted or bool(known.frame.notes) and not about
    known.unsay("noted_on")
    known.unsay("noted_diet")
    if not about and not noted:
        known.say("not_noted_yet", at=ANSWERED, booked=party is not None)
        return
    new = bool(about) and not noted and (known.changed("dietary") if party is None else not set(about) <= set(had))
    diets_told = [] if noted else about
    every = not asked and known.does(asked_if_noted.ACT)  # "did you note all of that": diets, drinks and choices
    also = told_for_chef.named(known.dialogue.notes if every or not diets_told else known.frame.notes)
    known.say(
        "is_noted", at=ANSWERED, diets=diets_told, also=also, booked=party is not None, lead=_lead(known, new=new)
    )


def _lead(known: Known, *, new: bool) -> str:
    if known.does(asked_if_noted.LEFT_OUT):
        return "Sorry, I should have said so."
    if not known.does(asked_if_noted.ACT):
        return ""
    return "Not until now." if new else "Yes."

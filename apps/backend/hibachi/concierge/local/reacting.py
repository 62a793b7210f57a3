"""Nothing but a reaction: met in kind, once, and the next step named softly; nothing is sold, nothing defended."""

from typing import Any

from hibachi.concierge.local.known import FELT, GRAVE, Known
from hibachi.concierge.understanding import manner
from hibachi.concierge.understanding.clauses import longest_question

KINDS = (
    "busy",
    "starts_to_say",
    "returns",
    "excited",
    "apologises",
    "waiting",
    "unheard",
    "no_answer_yet",
    "hesitates",
    "pleased",
    "browses",
    "praises",
    "jests",
    "yearns",
    "weather",
    "sports",
    manner.ACT,
)
_WANTS_NOTHING = ("hesitates", "busy", "starts_to_say", "browses", "praises", "jests")
ASKS = 6
"""So many words of a question beside praise ask something."""
_TO_BOOK = ("date", "time", "guests", "zip", "name", "contact", "ages", "which_date")


def plan(known: Known) -> bool:
    """Answer a message that only reacts; a yes to something shown is no mere reaction."""
    kind = next((kind for kind in KINDS if known.does(kind)), None)
    if kind == "yearns" and (known.frame.topics or known.frame.unknown or known.does("book", "hold", "thinking")):
        return False
    told = set(known.reading.changed) - ({"venue"} if kind == "yearns" else set())
    if kind == manner.ACT:
        _sorry(known)
        return True
    if kind is None or told or known.dialogue.pending is not None or known.frame.trouble:
        return False
    if kind in ("praises", "pleased") and longest_question(known.frame.text) >= ASKS:
        return False
    if kind == "pleased" and known.does("thanks", "bye"):
        return False
    party = known.next_party
    if kind in ("pleased", "hesitates") and not (known.dialogue.quoted or party or kind == "pleased"):
        return False
    if kind == "waiting" and known.dialogue.expecting:
        return False
    if kind == "unheard" and known.frame.evidence:
        known.say("reaction_unheard", at=FELT, on=None, grave=False)
        return False
    known.say(
        f"reaction_{kind}",
        at=FELT,
        on=str(party["date"]) if party else None,
        grave=is_grave(known),
        words=known.frame.text,
    )
    known.note(greeted=True)
    if kind in _WANTS_NOTHING:
        known.note(expecting=known.dialogue.expecting)
        return True
    _go_on(known, kind, party)
    return True


def _sorry(known: Known) -> None:
    """Our words came across badly: that is regretted, and what was open is asked again."""
    known.say(f"reaction_{manner.ACT}", at=FELT)
    known.note(answered=(*known.noted("answered"), manner.ACT)[-8:], expecting=known.dialogue.expecting)
    if known.dialogue.pending is None:
        _go_on(known, manner.ACT, known.next_party)


def _go_on(known: Known, kind: str, party: dict[str, Any] | None) -> None:
    """The question that was open, or how one can help; nothing where a party stands."""
    waits = tuple(slot for slot in known.dialogue.expecting if slot in _TO_BOOK)
    if waits and known.dialogue.booked is None:
        known.asks(*waits[:1])
    elif kind == "yearns" and known.counts is None:
        known.asks("guests", "zip")
    elif kind in ("waiting", "unheard", "no_answer_yet", "returns") or (
        kind != "excited" and known.dialogue.turns == 0
    ):
        known.say("how_can_i_help", party=party)
    else:
        known.note(expecting=known.dialogue.expecting)


def leave_alone(known: Known) -> None:
    """ "Only want to know, please don't book anything": answered, and not asked for what a booking would need."""
    if known.does("looks_around"):
        known.unsay("offer_booking")
        known.unsay("suggestion")
        known.unask("name", "contact", "date", "time")


def is_grave(known: Known) -> bool:
    """Whether what was told in this conversation forbids every cheer."""
    return any(trouble in known.dialogue.consoled for trouble in GRAVE)

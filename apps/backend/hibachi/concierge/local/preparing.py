"""What the chef needs once a party is booked: where it is and who eats what, asked once and, unanswered, once more."""

from typing import Any
from zoneinfo import ZoneInfo

from hibachi.concierge.local.known import ANSWERED, GRAVE, Known
from hibachi.kit import lazy_re as re

MOST_ASKED = 2
_ASKED_FOR = ("venue", "dietary")
"""What stays expected after the confirmation: no other question."""
_NOT_NOW = (
    "reaction_busy",
    "reaction_starts_to_say",
    "reaction_hesitates",
    "farewell",
    "condolence",
    "there_for_you",
    "sympathy",
    "privacy",
    "lapsed",
    "cancelled",
    "paid_claim",
)


def ask(known: Known, *, later: bool = False) -> None:
    """Ask for what is not told yet, with the confirmation; later: once more, after another answer."""
    wanted = _open(known)
    if wanted:
        known.asks(*wanted, optional=True, spot=known.dialogue.venue is not None, later=later)


def ask_again(known: Known) -> None:
    """What was asked with the confirmation and not answered is asked once more: a spot in the garden is no address.

    Whoever answers with the spot alone is asked for the street, even when that was asked before.
    """
    dialogue = known.dialogue
    times = dialogue.asked_times.get("venue", 0)
    most = MOST_ASKED if known.frame.venue and not dialogue.address else MOST_ASKED - 1
    if dialogue.booked is None or not 0 < times <= most:
        return
    asks_else = known.asked_anything and known.noted("expecting") not in ((), _ASKED_FOR)
    if known.noted("booked") is None or asks_else or known.mute:
        return
    if dialogue.goal is not None or known.frame.trouble in GRAVE or known.said("handover", *_NOT_NOW):
        return
    if _sends_later(known):
        known.unsay("heard")
        known.say("sent_later", at=ANSWERED)
        known.note(asked_times=dialogue.asked_times | {"venue": MOST_ASKED + 1})
        return
    ask(known, later=not known.changed("venue", "dietary"))


_LATER = re.compile(
    r"\b(?:later|get back|let (?:you|u) know|don'?t (?:have|know)|dont (?:have|know)|not sure|tbd"
    r"|will (?:send|text|tell|give)|'ll (?:send|text|tell|give|get)|ill (?:send|text|tell|give|get)"
    r"|soon|tomorrow|tonight|in a bit|once (?:i|we))\b",
    re.I,
)
_OF_IT = re.compile(r"\b(?:address|street|spot|place|where|location|that|it|those|diets?|allergies|details)\b", re.I)


def _sends_later(known: Known) -> bool:
    """ "I'll get back to you on the address": who says so is not asked for it again."""
    text = known.frame.text
    return "?" not in text and not known.frame.address and bool(_LATER.search(text) and _OF_IT.search(text))


def _open(known: Known) -> list[str]:
    """The street address and the diets, as far as nobody told of them in this conversation."""
    dialogue = known.dialogue
    told = {"venue": dialogue.address, "dietary": dialogue.no_dietary or dialogue.dietary}
    return [slot for slot, there in told.items() if not there]


def team_answers(known: Known) -> dict[str, Any] | None:
    """When people answer, for who books while they do not; None while they do."""
    hours = known.profile.business.hours
    now = known.turn.now.astimezone(ZoneInfo(known.turn.zone)).time()
    if hours.open <= now < hours.close:
        return None
    told: dict[str, Any] = known.topic("hours")["business.hours"]
    return told

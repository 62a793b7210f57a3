"""What the chef needs once a party is booked: where it is and who eats what, asked once and, unanswered, once more."""

from typing import Any
from zoneinfo import ZoneInfo

from hibachi.concierge.local.known import GRAVE, Known

MOST_ASKED = 2
_NOT_NOW = ("farewell", "condolence", "there_for_you", "sympathy", "privacy", "lapsed", "cancelled", "paid_claim")


def ask(known: Known) -> None:
    """Ask for what is not told yet, with the confirmation."""
    wanted = _open(known)
    if wanted:
        known.asks(*wanted, optional=True, spot=known.dialogue.venue is not None)


def ask_again(known: Known) -> None:
    """What was asked with the confirmation and not answered is asked once more: a spot in the garden is no address.

    Whoever answers with the spot alone is asked for the street, even when that was asked before.
    """
    dialogue = known.dialogue
    times = dialogue.asked_times.get("venue", 0)
    most = MOST_ASKED if known.frame.venue and not dialogue.address else MOST_ASKED - 1
    if dialogue.booked is None or not 0 < times <= most:
        return
    if known.noted("booked") is None or known.asked_anything or known.mute:
        return
    if dialogue.goal is not None or known.frame.trouble in GRAVE or known.said("handover", *_NOT_NOW):
        return
    ask(known)


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

"""What the way costs of a party that stands: asked of the own party, its ZIP is known and none is asked for."""

from typing import Any

from hibachi.concierge.local import existing, selling
from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding import existing as understood
from hibachi.kit import lazy_re as re
from hibachi.kit.money import parse

_WHY = re.compile(r"\b(?:why|how come|how (?:is|was|did)|what for|calculat\w*|formula|explain|work(?:ed)? out)\b", re.I)


def travel(known: Known, topic: str) -> None:
    """What the way costs, of the party that stands or of the one that is planned."""
    if not _tell(known):
        selling.travel(known)


def explain(known: Known, topic: str) -> None:
    """How a number came about; that of the way of the own party where it is asked about."""
    if not (known.asked("travel") and _tell(known)) and not _adds_up(known):
        selling.explain(known)


def _adds_up(known: Known) -> bool:
    """The lines of the one party that can be meant, where the prices of today come to its total."""
    if understood.drafts(known.dialogue) or not known.bookings():
        return False
    found = existing.meant(known)
    quote = existing.priced(known, found[0]) if len(found) == 1 else None
    if quote is None:
        return False
    known.say("breakdown", at=ANSWERED, quote=quote)
    return True


def _tell(known: Known) -> bool:
    """The fee of the one party that can be meant; False where another place is asked of, or none is booked."""
    dialogue = known.dialogue
    if dialogue.zip or dialogue.city or understood.drafts(dialogue) or known.frame.zips:
        return False
    if not known.bookings():
        return False
    found = existing.meant(known)
    if len(found) != 1 or not found[0].get("zip"):
        return False
    if known.said("travel", "travel_formula", "no_travel_fee"):
        return True
    fee: dict[str, Any] = known.need("calculate_travel_fee", customer_zipcode=str(found[0]["zip"]))
    if "fee" not in fee:
        return False
    if parse(str(fee["fee"])) == 0:
        known.say("no_travel_fee", at=ANSWERED, fee=fee)
    else:
        kind = "travel_formula" if _WHY.search(known.frame.text) else "travel"
        known.say(kind, at=ANSWERED, fee=fee, city=None, words="")
    return True

"""What each guest has to bring on the day, once the deposit is paid: said by what is left and who shares it.

The share itself is no fact of ours, so it is agreed with or not, and never said.
"""

from typing import Any

from hibachi.concierge.local import selling
from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding import shared_total
from hibachi.kit import lazy_re as re
from hibachi.kit.money import parse

_EACH = (
    r"(?:each|apiece|a ?piece|a head|per (?:person|head|guest|adult)|pp|everyone|everybody"
    r"|every(?: ?one)? of us|each of us)"
)
_REST = (
    r"(?:on the (?:night|day|spot)|that (?:night|day)|day of|at the party|when (?:the chef|you) comes?"
    r"|the rest|balance|remaining|left(?: over)?|after (?:the )?deposit|minus (?:the )?deposit"
    r"|chip(?:s|ped|ping)? in (?:at|on|for) (?:the|that))"
)
_SHARED = re.compile(rf"\b{_EACH}\b[^?!\n]{{0,60}}\b{_REST}\b|\b{_REST}\b[^?!\n]{{0,60}}\b{_EACH}\b", re.I)
_CLAIMED = re.compile(
    r"\$ ?(?P<a>\d{1,4}(?:\.\d\d)?)|\b(?P<b>\d{1,4}(?:\.\d\d)?) ?(?:bucks|dollars|each|a head|apiece"
    r"|pp|per (?:person|head))",
    re.I,
)


def of_the_rest(known: Known) -> bool:
    """ "So 50 bucks each on the night?": yes or no, and how much is left for how many."""
    if not known.dialogue.quoted or known.counts is None or known.changed("guests", "items", "zip"):
        return False
    if known.dialogue.booked is not None or not _SHARED.search(known.frame.text):
        return False
    quote = selling.price(known)
    if quote is None or quote.get("balance") is None:
        return False
    known.say("rest_shared", at=ANSWERED, quote=quote, agreed=_agreed(known, quote))
    return True


def of_one(known: Known) -> None:
    """ "What is that per person?" while a summary waits for its yes."""
    pending, counts = known.dialogue.pending, known.counts
    waits = pending is not None and pending.kind == "book" and not known.changed("guests", "items", "zip")
    if not (waits and known.does("per_person")) or counts is None:
        return
    quote = selling.price(known)
    if quote is None or quote.get("total") is None:
        return
    alike = not counts.children and not counts.toddlers and quote.get("per_person") is not None
    prices = known.profile.prices.model_dump(mode="json")
    known.say("per_person" if alike else "for_everyone", at=ANSWERED, quote=quote, prices=prices)


def of_the_total(known: Known) -> bool:
    """ "Can you split it by 3 families?": the total and what it is for one; who pays how much of it is theirs to say."""
    if not known.does("shares_total") or known.counts is None:
        return False
    quote = selling.price(known)
    if quote is None or quote.get("total") is None:
        return False
    alike = not known.counts.children and not known.counts.toddlers
    two = shared_total.two_shares(known.frame.text)
    adds_up = sum(parse(str(one)) for one in two) == parse(str(quote["total"])) if two else None
    known.say("total_shared", at=ANSWERED, quote=quote, each=alike, adds_up=adds_up)
    return True


def _agreed(known: Known, quote: dict[str, Any]) -> bool | None:
    """Whether the share that was named makes up what is left; None where none was named."""
    said = _CLAIMED.search(known.frame.text)
    counts = known.counts
    if said is None or counts is None:
        return None
    return parse(said["a"] or said["b"]) * counts.total == parse(str(quote["balance"]))

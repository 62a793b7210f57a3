"""Who is counted in the price that was told, and why: the ages that make adults of teenagers and let the smallest eat free."""

from hibachi.concierge.local import selling
from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding import counts_asked
from hibachi.kit import lazy_re as re

_OF_CHILDREN = re.compile(r"\b(?:kids?|child(?:ren)?|kiddos?|little ones)\b", re.I)


def answer(known: Known) -> None:
    """ "So that's 12 adults and 3 kids, right?", "why 13 adults": as it is counted, by the quote engine's own numbers."""
    if not known.does(counts_asked.ASKS) or known.counts is None:
        return
    quote = selling.price(known)
    if quote is None:
        return
    agreed = {counts_asked.AGREES: True, counts_asked.DIFFERS: False}
    party = known.dialogue.party
    known.say(
        "counted_so",
        at=ANSWERED,
        quote=quote,
        agreed=next((so for act, so in agreed.items() if known.does(act)), None),
        grown=sorted(age for age in party.ages if known.bands.of(age) == "adults"),
        free=bool(known.counts.toddlers != (party.toddlers or 0) and _OF_CHILDREN.search(known.frame.text)),
        facts=known.topic("children"),
    )

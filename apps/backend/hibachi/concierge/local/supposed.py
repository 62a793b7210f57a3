"""What a supposed party would cost; nothing of the planned one changes until the customer takes it."""

from hibachi.concierge.local.comparisons import quote_arguments
from hibachi.concierge.local.known import ANSWERED, ASKED, Known
from hibachi.concierge.understanding.parties import counts_of


def plan(known: Known) -> bool:
    """Price what was supposed; False where nothing was, or where it cannot be priced."""
    if known.frame.answer == "no" and "variant" in known.dialogue.expecting and not known.reading.changed:
        known.say("stays_planned", at=ANSWERED)
        known.asks("date" if known.dialogue.day is None else "time" if known.dialogue.time is None else "what_else")
        return True
    if not known.changed("variant") or known.counts is None:
        return False
    party = known.dialogue.variants[-1]
    counts = counts_of(party, known.bands)
    if counts is None:
        return False
    quote = known.need("calculate_party_quote", **quote_arguments(known, counts, party=party))
    if "error" in quote:
        return False
    known.say("supposed", at=ANSWERED, quote=quote)
    known.say("take_supposed", at=ASKED)
    known.note(expecting=("variant",))
    return True

"""Follow-ups about what was only supposed, and two versions of a party side by side."""

from hibachi.concierge.local.comparisons import quote_arguments
from hibachi.concierge.local.known import ANSWERED, ASKED, Known
from hibachi.concierge.understanding.following.turns import BOTH, OF_SUPPOSED
from hibachi.concierge.understanding.parties import counts_of


def lean_on_supposed(known: Known) -> None:
    """A question about a part of the quote right after a supposition is about the supposed party; the planned one stays."""
    if not known.does(OF_SUPPOSED) or not known.dialogue.variants:
        return
    planned = known.dialogue.party
    known.settle(party=known.dialogue.variants[-1])
    known.note(party=planned)


def still_supposed(known: Known) -> None:
    """What was supposed can still be taken after a question about it."""
    if known.does(OF_SUPPOSED) and "variant" not in known.noted("expecting"):
        known.note(expecting=("variant", *known.noted("expecting")))


def with_and_without(known: Known) -> bool:
    """Price both versions of the party; False where none are compared."""
    if not known.does(BOTH):
        return False
    parties = known.dialogue.variants[-2:]
    counted = [(party, counts) for party in parties if (counts := counts_of(party, known.bands)) is not None]
    quotes = [
        known.need("calculate_party_quote", **quote_arguments(known, counts, party=party)) for party, counts in counted
    ]
    if len(quotes) < 2 or any("error" in quote for quote in quotes):
        return False
    same = counted[0][1] == counted[1][1]
    known.say("compare_dishes" if same else "compare", at=ANSWERED, quotes=quotes, places=False, first=False)
    known.say("which_of_them", at=ASKED)
    known.note(expecting=("variant",), variants=tuple(parties), quoted=True)
    return True

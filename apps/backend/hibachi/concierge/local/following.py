"""Follow-ups about what was only supposed, two versions of a party side by side, and amounts that are to be right or not."""

from typing import Any

from hibachi.concierge.local import selling
from hibachi.concierge.local.comparisons import quote_arguments
from hibachi.concierge.local.known import ANSWERED, ASKED, FELT, Known
from hibachi.concierge.understanding.following.turns import BOTH, OF_SUPPOSED
from hibachi.concierge.understanding.parties import counts_of
from hibachi.kit.money import parse


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


def check_amounts(known: Known) -> None:
    """ "55 each, right?": yes or no by the quote; what it really is is said by the plan that answers the part."""
    checked = known.frame.checked
    booked = known.does("about_own") or known.dialogue.goal in ("change", "cancel") or known.dialogue.booked
    if not checked or known.counts is None or booked or known.changed("guests", "items"):
        return
    quote = selling.price(known)
    if quote is None:
        return
    right = _right_amounts(known, quote)
    others = {parse(str(quote[name])) for name in ("total", "balance", "deposit") if quote.get(name)} - right
    if right and not others & set(checked):  # "what's the 770 per person": an amount that is named, not asked about
        shared = known.does("each_left")
        known.say(
            "amount_checked", at=FELT, right=all(one in right for one in checked), quote=quote if shared else None
        )


def _right_amounts(known: Known, quote: dict[str, Any]) -> set[int]:
    """The amounts, in cents, that are right for the parts which were asked about."""
    counts, frame = known.counts, known.frame
    figures = {
        name: parse(str(quote[name])) for name in ("total", "balance", "deposit", "per_person") if quote.get(name)
    }
    if "total" not in figures or counts is None:
        return set()
    if known.does("each_left"):
        share, rest = divmod(figures.get("balance", 0), counts.total)
        return {share} if not rest else {share, share + 1}
    if known.does("per_person"):
        return {figures["per_person"]} if "per_person" in figures else set()
    if len(frame.checked) > 1:
        return set(figures.values())
    part = next((name for name in ("balance", "deposit") if name in frame.topics), "total")
    return {figures[part]} if part in figures else set()

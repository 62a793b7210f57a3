"""Two sizes, two places or two menus in one question: each is quoted by the engine, and nothing is taken for the party."""

from typing import Any

from hibachi.concierge.local.known import ANSWERED, ASKED, Known
from hibachi.concierge.understanding.parties import counts_of, merged
from hibachi.concierge.understanding.schemas import Counts, ItemWords, PartyState
from hibachi.concierge.understanding.shelves import numbers_of


def quote_arguments(
    known: Known, counts: Counts, zip_code: str | None = None, party: PartyState | None = None
) -> dict[str, Any]:
    """The arguments of a quote, with nothing in them that was not said. zip_code, party: others than those planned."""
    dialogue = known.dialogue
    party = party or dialogue.party
    return {
        "adults": counts.adults,
        "children": counts.children,
        "toddlers": counts.toddlers,
        "protein_selections": dict(party.upgrades),
        "extra_proteins": dict(party.extra_proteins),
        "addons": dict(party.addons),
        "customer_zipcode": zip_code or dialogue.zip,
        "event_date": dialogue.day.isoformat() if dialogue.day else None,
    }


_SHELVES = {"upgrade": "upgrades", "extra": "extra_proteins", "addon": "addons"}


def _with_dishes(party: PartyState, plan: tuple[ItemWords, ...], others: set[str], counts: Counts) -> PartyState | None:
    """The party with the dishes of one plan and none of the others'; None where a share does not come out even."""
    shelves = {
        shelf: {key: n for key, n in getattr(party, shelf).items() if key not in others} for shelf in _SHELVES.values()
    }
    for item, count in zip(plan, numbers_of(plan, counts), strict=True):
        if count is None:
            return None
        shelves[_SHELVES[item.role]][item.key] = count
    return party.model_copy(update=shelves)


def _dishes(known: Known) -> bool:
    """Price one party with each of the menus that are compared."""
    plans, counts, planned = known.frame.plans, known.counts, known.dialogue.party
    if counts is None or len(plans) < 2:
        return False
    others = {item.key for plan in plans for item in plan}
    parties = [_with_dishes(planned, plan, others, counts) for plan in plans]
    if None in parties:
        return False
    quotes = [known.need("calculate_party_quote", **quote_arguments(known, counts, party=party)) for party in parties]
    if any("error" in quote for quote in quotes):
        return False
    known.say("compare_dishes", at=ANSWERED, quotes=quotes)
    known.say("which_of_them", at=ASKED)
    known.note(expecting=("variant",), variants=tuple(parties), quoted=True)
    return True


def plan(known: Known) -> bool:
    """Price what is compared; False where nothing is, or where it cannot be priced yet."""
    if _dishes(known):
        return True
    sizes = [counts_of(merged(PartyState(), size), known.bands) for size in known.frame.sizes]
    places: list[str | None] = list(known.frame.zips) or [None]
    parties = [counts for counts in sizes if counts is not None] or ([known.counts] if known.counts else [])
    if len(parties) * len(places) < 2:
        return False
    quotes = [
        known.need("calculate_party_quote", **quote_arguments(known, counts, place))
        for place in places
        for counts in parties
    ]
    if any("error" in quote for quote in quotes):
        return False
    known.say("compare", at=ANSWERED, quotes=quotes, places=len(places) > 1, first=not known.dialogue.quoted)
    known.say("which_of_them", at=ASKED)
    if len(places) == 1:
        sized = [merged(PartyState(), size) for size in known.frame.sizes]
        known.note(variants=tuple(one for one in sized if counts_of(one, known.bands) is not None))
    known.note(expecting=("guests", "variant") if len(parties) > 1 else ("zip",))
    return True

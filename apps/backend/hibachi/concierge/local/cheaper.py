"""How a priced party costs less without a discount: what is on top of it left out, for fewer, or something smaller instead."""

from typing import Any

from hibachi.concierge.local.comparisons import quote_arguments
from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.kit.money import parse

BARE: dict[str, dict[str, int]] = {"upgrades": {}, "extra_proteins": {}, "addons": {}}


def plan(known: Known) -> bool:
    """Answer "what could we do to make it cheaper?"; False where that was not asked, or where the minimum is the answer."""
    if not known.does("ways_down") or known.counts is None:
        return False
    bare, quote = bare_and_planned(known)
    if quote is None or "error" in quote:
        return False
    saves = bare is not None and parse(str(bare["food_total"])) < parse(str(quote["food_total"]))
    if not saves and quote.get("minimum_applied"):
        return False
    known.say(
        "ways_down",
        at=ANSWERED,
        prices=known.profile.prices.model_dump(mode="json"),
        menu=known.profile.menu.model_dump(mode="json"),
        quote=quote,
        bare=bare if saves else None,
    )
    known.note(objected=(*known.dialogue.objected, "price")[-6:])
    return True


def bare_and_planned(known: Known) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The price without anything on top, None where nothing is; and of the party as planned, asked last: it stays the one."""
    counts, party = known.counts, known.dialogue.party
    if counts is None:
        return None, None
    bare = None
    if party.upgrades or party.extra_proteins or party.addons:
        bare = known.need(
            "calculate_party_quote", **quote_arguments(known, counts, party=party.model_copy(update=BARE))
        )
    return bare, known.need("calculate_party_quote", **quote_arguments(known, counts))

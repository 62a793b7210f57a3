"""What so much money pays for: how many adults, and whether a party that is counted fits it."""

from typing import Any

from hibachi.concierge.local import cheaper, objections, selling
from hibachi.concierge.local.comparisons import quote_arguments
from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding.schemas import Counts, PartyState
from hibachi.kit.money import parse


def plan(known: Known) -> bool:
    """Answer what a budget pays for; False where none was told."""
    return _within_budget(known) or _against_budget(known)


def asked(known: Known) -> bool:
    """ "How many does 600 get me", in the middle of a booking: answered before anything of it is asked for."""
    return known.frame.budget is not None and not known.changed("date", "time", "name") and _within_budget(known)


def _within_budget(known: Known) -> bool:
    """ "My budget is 800, how many could I invite?": as many adults as the money pays for, with their price."""
    dollars = known.frame.budget
    if dollars is None:
        return False
    prices, zip_code = known.profile.prices, known.dialogue.zip
    way = 0
    if zip_code:
        fee = known.need("calculate_travel_fee", customer_zipcode=zip_code)
        way = parse(str(fee.get("fee") or "0"))
    money = parse(f"{dollars}") - way
    if money < prices.party_minimum:
        known.say("topic:minimum", at=ANSWERED, facts=known.topic("minimum"), words=known.frame.text, asks=False)
        return True
    quote = known.need(
        "calculate_party_quote", adults=money // prices.adult.amount, children=0, toddlers=0, customer_zipcode=zip_code
    )
    if "error" in quote:
        return False
    known.say("within_budget", at=ANSWERED, quote=quote)
    if known.counts is None:
        known.asks("guests") if zip_code else known.asks("guests", "zip")
    return True


def _against_budget(known: Known) -> bool:
    """ "My budget is 700" of a party that is counted: whether its price fits, and else how many adults it would pay for."""
    said = objections.MY_BUDGET.search(known.frame.text)
    if said is None or known.counts is None or known.dialogue.booked:
        return False
    most = parse(next(one for one in (said["a"], said["b"], said["c"], said["d"], said["e"]) if one))
    bare, quote = cheaper.bare_and_planned(known)
    if quote is None or "error" in quote or selling.too_far(known, quote.get("travel")):
        return quote is not None or known.said("cannot_price")
    fits = parse(str(quote["total"])) <= most
    plain = bare if not fits and bare and parse(str(bare["total"])) <= most else None
    fewer = None if fits or plain else _as_many_as(known, most, quote)
    facts = None if fits or plain or fewer else known.topic("guests")
    known.say("against_budget", at=ANSWERED, quote=quote, fits=fits, plain=plain, fewer=fewer, facts=facts)
    known.note(quoted=True)
    return True


def _as_many_as(known: Known, most: int, quote: dict[str, Any]) -> dict[str, Any] | None:
    """The largest party of adults alone that this much pays for; None where the minimum alone is more."""
    prices = known.profile.prices
    left = most - parse(str(quote.get("travel_fee") or "0"))
    if left < prices.party_minimum:
        return None
    return _of_adults(known, left // prices.adult.amount)


def _of_adults(known: Known, adults: int) -> dict[str, Any]:
    """The price of so many adults with nothing on top."""
    counts = Counts(adults=adults, children=0, toddlers=0)
    return known.need("calculate_party_quote", **quote_arguments(known, counts, party=PartyState()))

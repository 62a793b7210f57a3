"""A price that we are said to have told: where our price list knows no such amount, that is said, with what it really is."""

from typing import Any

from hibachi.concierge.local import existing, selling
from hibachi.concierge.local.known import ANSWERED, FELT, Known
from hibachi.kit.money import parse

_OF_A_QUOTE: tuple[str, ...] = ("total", "balance", "deposit", "food_total", "travel_fee", "per_person", "subtotal")


def contradict(known: Known) -> None:
    """ "You told me 400 yesterday": silence would be taken for consent."""
    claimed = known.frame.claimed
    if claimed and known.does("about_own") and existing.own_parties(known):
        _of_own(known, set(claimed))
    if not claimed or known.does("about_own") or known.dialogue.goal in ("change", "cancel") or known.dialogue.booked:
        return
    quote = selling.price(known) if known.counts is not None else None
    if known.said("handover", "cannot_price") or set(claimed) <= _ours(known, quote):
        return
    told_below = known.changed("guests", "zip", "items") or known.asked("price")
    earlier = bool(known.dialogue.versions)
    known.say("price_not_ours", at=FELT, quote=None if told_below else quote, earlier=earlier)
    if quote is None and not known.does("injection"):
        prices = known.profile.prices.model_dump(mode="json")
        known.say("price_list", at=ANSWERED, prices=prices, minimum_told=False)


def _of_own(known: Known, claimed: set[int]) -> None:
    """ "The girl on the phone told me 500", of a party that is booked: what it really is stands beside it."""
    amounts = {
        parse(str(party[name])) for party in existing.own_parties(known) for name in _OF_A_QUOTE if party.get(name)
    }
    if not claimed <= _ours(known, None) | {int(one) for one in amounts}:
        known.say("price_not_ours", at=FELT, quote=None, earlier=False)


def _ours(known: Known, quote: dict[str, Any] | None) -> set[int]:
    """Every amount, in cents, that stands in our price list or in the quote of the party."""
    profile = known.profile
    menu, prices = profile.menu, profile.prices
    listed = {prices.adult.amount, prices.child.amount, prices.party_minimum, prices.deposit}
    listed |= {*menu.upgrades_per_person.values(), *menu.addons_each.values(), menu.extra_protein}
    listed |= {profile.policies.reschedule_fee, profile.travel.per_mile}
    of_quote = {parse(str(quote[name])) for name in _OF_A_QUOTE if quote.get(name) is not None} if quote else set()
    if of_quote and not known.asked("minimum"):
        listed -= {prices.party_minimum}
    return ({int(amount) for amount in listed} | of_quote) - {0}

"""The one price function. Pure: a party and a profile in, lines that add up to the total out; integer cents."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from hibachi.kit import money
from hibachi.menu.rules import Menu
from hibachi.policies.schemas import PricingRule, Profile
from hibachi.quotes import parties
from hibachi.quotes.errors import InvalidParty
from hibachi.quotes.parties import bands
from hibachi.quotes.schemas import Component, Party, PricedParty, ProteinCosts, QuoteLine, Unpriced
from hibachi.quotes.sentences import sentences
from hibachi.travel import rules as ways
from hibachi.travel.schemas import TravelFee, UnknownFee

__all__ = ["bands", "certificate", "price", "proteins", "sentences"]


def price(
    party: Party,
    profile: Profile,
    *,
    travel: TravelFee | UnknownFee | None = None,
    event_date: date | None = None,
    reschedule_fees: int = 0,
) -> PricedParty:
    """What a party costs by a profile; the only place where a price is made.

    travel: the fee of the way, an UnknownFee (then there is no total), or None (the price before travel). Of a fee
    only its miles are believed: what they cost is this profile's rule.
    reschedule_fees: how many times the fee for moving the party is due. Raises InvalidParty.
    """
    settled = parties.settled(party, profile)
    travel = ways.fee(ways.distance_of(travel), profile.travel) if isinstance(travel, TravelFee) else travel
    ordered = [*_guests(settled, profile), *_dishes(settled, profile)]
    food = [*ordered, *_minimum(_sum(ordered), profile)]
    food += _surcharges(settled, profile, event_date, _sum(food))
    lines = (*food, *_tax(_sum(food), profile), *_reschedules(reschedule_fees, profile), *_way(travel))
    if _sum(lines) > money.LARGEST:
        raise InvalidParty("This party comes to more than can be written on a bill.")
    return _priced(settled, profile, lines, travel, event_date)


def _line(component: Component, key: str, label: str, rule: str, quantity: int, unit: int) -> QuoteLine:
    amount = quantity * unit
    if amount > money.LARGEST:
        raise InvalidParty(f"{quantity} {label} come to more than can be written on a bill.")
    return QuoteLine(key=key, label=label, component=component, rule=rule, quantity=quantity, unit=unit, amount=amount)


def _sum(lines: Iterable[QuoteLine], *components: Component) -> int:
    return sum(line.amount for line in lines if not components or line.component in components)


def _guests(party: Party, profile: Profile) -> list[QuoteLine]:
    prices = profile.prices
    counted = [
        ("adult", "adult" if party.adults == 1 else "adults", party.adults, prices.adult),
        ("child", "child" if party.children == 1 else "children", party.children, prices.child),
        ("toddler", "toddler" if party.toddlers == 1 else "toddlers", party.toddlers, prices.toddler),
    ]
    return [
        _line("base", key, f"{label} ({band.ages})", f"prices.{key}", count, band.amount)
        for key, label, count, band in counted
        if count
    ]


def _dishes(party: Party, profile: Profile) -> list[QuoteLine]:
    menu = Menu.of(profile)
    upgrades = [
        _line(
            "upgrades", key, f"{menu.label(key)} upgrade", f"menu.upgrades_per_person.{key}", count, _price(menu, key)
        )
        for key, count in party.upgrades.items()
    ]
    addons = [
        _line("addons", key, menu.label(key), f"menu.addons_each.{key}", count, _price(menu, key))
        for key, count in party.addons.items()
    ]
    return [*upgrades, *_extras(party.extra_proteins, menu), *addons]


def _price(menu: Menu, key: str) -> int:
    return menu.by_key[key].price


def _extras(wanted: Mapping[str, int], menu: Menu) -> list[QuoteLine]:
    return [_extra(key, count, menu) for key, count in wanted.items()]


def _extra(key: str, count: int, menu: Menu) -> QuoteLine:
    base, premium = menu.profile.menu.extra_protein, 0 if key == parties.ANY else _price(menu, key)
    dish = "included protein" if key == parties.ANY else menu.label(key)
    rule = f"menu.extra_protein + menu.upgrades_per_person.{key}" if premium else "menu.extra_protein"
    return _line("extra_proteins", key, f"extra {dish}", rule, count, base + premium)


def _minimum(subtotal: int, profile: Profile) -> list[QuoteLine]:
    missing = profile.prices.party_minimum - subtotal
    label = f"up to the party minimum of {money.spoken(profile.prices.party_minimum)}"
    return [_line("minimum", "party_minimum", label, "prices.party_minimum", 1, missing)] if missing > 0 else []


def _surcharges(party: Party, profile: Profile, day: date | None, food: int) -> list[QuoteLine]:
    valid = [rule for rule in profile.pricing_rules if day is not None and rule.first <= day <= rule.last]
    return [_surcharge(rule, party, food) for rule in valid]


def _surcharge(rule: PricingRule, party: Party, food: int) -> QuoteLine:
    """A percent of the food with its minimum, rounded half up to the cent, or so much for each adult."""
    named = f"pricing_rules.{rule.key}"
    if rule.per_adult is not None:
        return _line("surcharge", rule.key, f"{rule.label} (adults)", named, party.adults, rule.per_adult)
    added = money.share(food, Decimal(rule.percent or 0) / 100)
    return _line("surcharge", rule.key, f"{rule.label} ({rule.percent} %)", named, 1, added)


def _tax(food: int, profile: Profile) -> list[QuoteLine]:
    rate = profile.tax.sales_tax_rate
    due = money.share(food, rate)
    label = f"sales tax on food ({(rate * 100).normalize():f} %)"
    return [_line("tax", "sales_tax", label, "tax.sales_tax_rate", 1, due)] if due else []


def _reschedules(count: int, profile: Profile) -> list[QuoteLine]:
    if count < 0:
        raise ValueError("a number of reschedule fees is not negative")
    label = "reschedule fee" if count == 1 else "reschedule fees"
    fee = profile.policies.reschedule_fee
    return [_line("reschedule", "reschedule_fee", label, "policies.reschedule_fee", count, fee)] if count else []


def _way(travel: TravelFee | UnknownFee | None) -> list[QuoteLine]:
    if not isinstance(travel, TravelFee) or not travel.served:
        return []
    label = f"miles of travel beyond {travel.free_miles} free ones"
    return [_line("travel", "travel", label, "travel.per_mile", travel.billed_miles, travel.per_mile)]


def _priced(
    party: Party,
    profile: Profile,
    lines: tuple[QuoteLine, ...],
    travel: TravelFee | UnknownFee | None,
    event_date: date | None,
) -> PricedParty:
    unpriced = _unpriced(travel)
    total = _sum(lines) if unpriced is None else None
    driven = isinstance(travel, TravelFee) and unpriced is None
    base = _sum(lines, "base", "minimum", "surcharge")
    dishes, addons = _sum(lines, "upgrades", "extra_proteins"), _sum(lines, "addons")
    return PricedParty(
        party=party,
        event_date=event_date,
        lines=lines,
        food_subtotal=_sum(lines, "base") + dishes + addons,
        minimum_applied=_sum(lines, "minimum") > 0,
        food_total=base + dishes + addons,
        tax=_sum(lines, "tax"),
        reschedule_fee=_sum(lines, "reschedule"),
        travel=travel,
        travel_fee=_sum(lines, "travel") if driven else None,
        travel_included=driven,
        total=total,
        unpriced=unpriced,
        deposit=profile.prices.deposit,
        balance=None if total is None else total - profile.prices.deposit,
        per_person=None if total is None else _each(total, party.paying),
        base_revenue=base,
        protein_upgrade_cost=dishes,
        addon_cost=addons,
    )


def _each(total: int, people: int) -> int:
    """A share of the total for one paying guest, rounded half up to the cent."""
    return (2 * total + people) // (2 * people)


def _unpriced(travel: TravelFee | UnknownFee | None) -> Unpriced | None:
    if isinstance(travel, UnknownFee):
        return "travel_unknown"
    return "not_served" if isinstance(travel, TravelFee) and not travel.served else None


def proteins(
    guest_count: int,
    protein_selections: Mapping[str, int],
    profile: Profile,
    *,
    extra_proteins: Mapping[str, int] | None = None,
) -> ProteinCosts:
    """What proteins cost beyond the guests' own: included ones nothing, upgrades and extra portions their price.

    guest_count: guests who choose (adults and children). Raises InvalidParty.
    """
    party = parties.settled(
        Party(adults=guest_count, upgrades=dict(protein_selections), extra_proteins=dict(extra_proteins or {})), profile
    )
    menu = Menu.of(profile)
    free = [
        _line("upgrades", key, menu.label(key), "menu.included_proteins", count, 0)
        for key, count in party.proteins.items()
    ]
    lines = (*free, *_dishes(party, profile))
    return ProteinCosts(
        guest_count=guest_count,
        lines=lines,
        portions_included=guest_count * profile.menu.proteins_per_guest,
        portions_chosen=sum(party.proteins.values()) + sum(party.upgrades.values()),
        upgrade_cost=_sum(lines, "upgrades"),
        extra_protein_cost=_sum(lines, "extra_proteins"),
        total_protein_cost=_sum(lines),
    )


def certificate(priced: PricedParty, *, policy_version: int) -> str:
    """The sha256 of a price's arithmetic: version, party, date, way, lines, total, as canonical JSON."""
    arithmetic = priced.model_dump(mode="json", include={"party", "event_date", "travel", "lines", "total"})
    canonical = json.dumps({"policy_version": policy_version, **arithmetic}, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()

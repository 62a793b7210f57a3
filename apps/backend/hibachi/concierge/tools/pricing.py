"""Tools for prices: the quote engine is the only source of an amount (PRC-01)."""

from datetime import date
from typing import Any, Protocol

from pydantic_ai import RunContext

from hibachi.concierge import results
from hibachi.concierge.tools.arguments import QuoteArguments
from hibachi.concierge.tools.fields import Count, Line, Place, Selections
from hibachi.concierge.tools.toolbox import Toolbox
from hibachi.kit.db import Tx
from hibachi.kit.errors import InvalidInput
from hibachi.menu import service as menu
from hibachi.menu.schemas import Kind
from hibachi.policies.schemas import Profile
from hibachi.quotes import service as quotes
from hibachi.quotes.schemas import Party
from hibachi.travel import service as travel
from hibachi.travel.schemas import TravelFee, UnknownFee


class Choices(Protocol):
    """What the larger tools take of guests' choices: dishes by key or by what people call them."""

    @property
    def protein_selections(self) -> dict[str, int] | None: ...
    @property
    def extra_proteins(self) -> dict[str, int] | None: ...
    @property
    def addons(self) -> dict[str, int] | None: ...


class UnknownDish(InvalidInput):
    """A dish that is not on the menu."""

    code = "unknown_dish"
    message = "That dish is not on the menu."
    next_step = "Choose from the menu."


def extras_of(profile: Profile, wanted: Choices) -> dict[str, dict[str, int] | None]:
    """Chosen dishes by the menu's own keys, as a Party takes them; None stays None (not said). Raises UnknownDish."""
    dishes = menu.Menu.of(profile)
    chosen = _by_key(dishes, wanted.protein_selections)
    return {
        "proteins": _of_kind(dishes, chosen, "included"),
        "upgrades": _of_kind(dishes, chosen, "upgrade"),
        "extra_proteins": _by_key(dishes, wanted.extra_proteins),
        "addons": _by_key(dishes, wanted.addons),
    }


def _by_key(dishes: menu.Menu, named: dict[str, int] | None) -> dict[str, int] | None:
    if named is None:
        return None
    found: dict[str, int] = {}
    for name, count in named.items():
        dish = dishes.find(name)
        if dish is None:
            raise UnknownDish(f"“{name}” is not on the menu; there are {', '.join(sorted(dishes.by_key))}.")
        if count:
            found[dish.key] = found.get(dish.key, 0) + count
    return found


def _of_kind(dishes: menu.Menu, chosen: dict[str, int] | None, kind: Kind) -> dict[str, int] | None:
    if chosen is None:
        return None
    return {key: count for key, count in chosen.items() if dishes.by_key[key].kind == kind}


async def travel_of(toolbox: Toolbox, place: str) -> TravelFee | UnknownFee:
    """The way to a place and its fee, without an open transaction; the turn then lives in the place's zone."""
    fee = await travel.fee_to(place, profile=toolbox.turn.profile, maps=toolbox.maps)
    if isinstance(fee, TravelFee) and fee.zone:
        toolbox.turn.zone = fee.zone
    return fee


async def calculate_party_quote(context: RunContext[Toolbox], party: QuoteArguments) -> dict[str, Any]:
    """Calculate accurate hibachi party quote with travel fees and protein upgrades"""
    toolbox, place = context.deps, party.customer_zipcode
    fee = await travel_of(toolbox, place) if place else None

    async def work(tx: Tx) -> dict[str, Any]:
        profile = toolbox.turn.profile
        wanted = Party(
            adults=party.adults, children=party.children, toddlers=party.toddlers, **extras_of(profile, party)
        )
        day = date.fromisoformat(party.event_date) if party.event_date else None
        priced = await quotes.quote(tx, party=wanted, book=toolbox.turn.book, travel=fee, event_date=day)
        return results.quote(priced)

    return await toolbox.run("calculate_party_quote", party.model_dump(mode="json"), work)


async def calculate_travel_fee(context: RunContext[Toolbox], customer_zipcode: Place) -> dict[str, Any]:
    """What the chef's way to a place costs, and how it is computed.

    Args:
        customer_zipcode: A ZIP code, or a full address with one.
    """
    toolbox = context.deps
    fee = await travel_of(toolbox, customer_zipcode)

    async def work(tx: Tx) -> dict[str, Any]:
        return {"place": customer_zipcode, **results.travel(fee)}

    return await toolbox.run("calculate_travel_fee", {"customer_zipcode": customer_zipcode}, work)


async def calculate_protein_costs(
    context: RunContext[Toolbox], guest_count: Count, protein_selections: Selections
) -> dict[str, Any]:
    """What chosen proteins cost on top of the guests' price.

    Args:
        guest_count: How many guests eat.
        protein_selections: Proteins and upgrades: name to number of guests.
    """
    toolbox, profile = context.deps, context.deps.turn.profile

    async def work(tx: Tx) -> dict[str, Any]:
        costs = quotes.protein_costs(profile, guest_count=guest_count, protein_selections=protein_selections)
        return costs.model_dump(mode="json")

    arguments = {"guest_count": guest_count, "protein_selections": protein_selections}
    return await toolbox.run("calculate_protein_costs", arguments, work)


async def check_service_area(context: RunContext[Toolbox], city: Line, state: Line | None = None) -> dict[str, Any]:
    """Whether the chef comes to a city; never a fee, which needs the ZIP code.

    Args:
        city: The city's name.
        state: Two letters of the state, if the customer named it.
    """
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        return travel.area_of(city, state, toolbox.turn.profile).model_dump(mode="json", exclude={"zips"})

    return await toolbox.run("check_service_area", {"city": city, "state": state}, work)

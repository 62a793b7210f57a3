"""Tools for prices: the quote engine is the only source of an amount (PRC-01)."""

from datetime import date
from typing import Any, Protocol

from pydantic_ai import RunContext

from hibachi.concierge import results
from hibachi.concierge.tools.arguments import QuoteArguments
from hibachi.concierge.tools.fields import Count, Line, Place, Selections
from hibachi.concierge.tools.toolbox import Toolbox, Way
from hibachi.kit.db import Tx
from hibachi.quotes import service as quotes
from hibachi.quotes.schemas import Party
from hibachi.travel import service as travel


class Choices(Protocol):
    """What the larger tools take of guests' choices: dishes by key or by what people call them."""

    @property
    def protein_selections(self) -> dict[str, int] | None: ...
    @property
    def extra_proteins(self) -> dict[str, int] | None: ...
    @property
    def addons(self) -> dict[str, int] | None: ...


def extras_of(wanted: Choices) -> dict[str, dict[str, int] | None]:
    """What guests chose, as parties take it: dishes by key or by what people call them; None is not said."""
    return {
        "upgrades": wanted.protein_selections,
        "extra_proteins": wanted.extra_proteins,
        "addons": wanted.addons,
    }


async def calculate_party_quote(context: RunContext[Toolbox], party: QuoteArguments) -> dict[str, Any]:
    """Calculate accurate hibachi party quote with travel fees and protein upgrades"""
    toolbox = context.deps

    async def work(tx: Tx, fee: Way) -> dict[str, Any]:
        wanted = Party(adults=party.adults, children=party.children, toddlers=party.toddlers, **extras_of(party))
        day = date.fromisoformat(party.event_date) if party.event_date else None
        priced = await quotes.quote(
            tx, party=wanted, book=toolbox.turn.book, travel=fee, event_date=day, zip=fee.zip if fee else None
        )
        return results.quote(priced)

    arguments = party.model_dump(mode="json")
    return await toolbox.run_with_way("calculate_party_quote", arguments, party.customer_zipcode, work)


async def calculate_travel_fee(context: RunContext[Toolbox], customer_zipcode: Place) -> dict[str, Any]:
    """What the chef's way to a place costs, and how it is computed.

    Args:
        customer_zipcode: A ZIP code, or a full address with one.
    """
    arguments = {"customer_zipcode": customer_zipcode}

    async def work(tx: Tx, fee: Way) -> dict[str, Any]:
        return {"place": customer_zipcode, **(results.travel(fee) if fee else {})}

    return await context.deps.run_with_way("calculate_travel_fee", arguments, customer_zipcode, work)


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
        costs = quotes.proteins(guest_count, protein_selections, profile).model_dump(mode="json")
        return {**costs, "breakdown": costs.pop("lines")}

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

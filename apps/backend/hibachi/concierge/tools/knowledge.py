"""Tools that read: the business's facts by topic, the menu, and what is known of diets."""

from typing import Annotated, Any

from pydantic import Field
from pydantic_ai import RunContext

from hibachi.concierge.tools.fields import Line
from hibachi.concierge.tools.toolbox import Toolbox
from hibachi.concierge.tools.topics import TOPICS, facts_of
from hibachi.kit.db import Tx
from hibachi.menu import service as menu

Topic = Annotated[Line, Field(description=f"One of: {', '.join(TOPICS)}.")]


async def business_facts(context: RunContext[Toolbox], topic: Topic) -> dict[str, Any]:
    """What the business says about a topic; an empty answer means that nothing is known."""
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        return {"topic": topic, "facts": facts_of(toolbox.turn.profile, topic)}

    return await toolbox.run("business_facts", {"topic": topic}, work)


async def get_menu(context: RunContext[Toolbox]) -> dict[str, Any]:
    """The menu: what is included, upgrades, extra portions and add-ons with their prices."""
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        return {"menu": toolbox.turn.profile.menu.model_dump(mode="json")}

    return await toolbox.run("get_menu", {}, work)


async def dietary_facts(context: RunContext[Toolbox], asked: list[Line]) -> dict[str, Any]:
    """What is known to be present in which dish, what is not used, and which options there are.

    Args:
        asked: The allergens or diets that the customer named.
    """
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        return menu.dietary_facts(toolbox.turn.profile, asked).model_dump(mode="json")

    return await toolbox.run("dietary_facts", {"asked": asked}, work)

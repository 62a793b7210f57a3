"""Tools that read: the business's facts by topic, its passages, the menu, and what is known of diets."""

from typing import Annotated, Any

from pydantic import Field
from pydantic_ai import RunContext

from hibachi.concierge.tools.fields import Line
from hibachi.concierge.tools.toolbox import Toolbox
from hibachi.concierge.tools.topics import TOPICS, facts_of
from hibachi.kit.db import Tx
from hibachi.knowledge import service as passages
from hibachi.knowledge.rules import CERTAIN, nested
from hibachi.knowledge.schemas import Found
from hibachi.menu import service as menu

DIETARY = "dietary"
Topic = Annotated[Line, Field(description=f"One of: {', '.join(TOPICS)}.")]


async def business_facts(context: RunContext[Toolbox], topic: Topic) -> dict[str, Any]:
    """What the business says about a topic; an empty answer means that nothing is known."""
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        return {"topic": topic, "facts": facts_of(toolbox.turn.profile, topic)}

    return await toolbox.run("business_facts", {"topic": topic}, work)


async def search_knowledge(context: RunContext[Toolbox], question: Line) -> dict[str, Any]:
    """The business's own passages that answer a question; where known is false nothing is known: say so, offer a person.

    Where `ask` names another tool, that one knows.

    Args:
        question: The customer's question, in their words.
    """
    toolbox = context.deps
    vector = await toolbox.searcher.vector(question) if toolbox.searcher else None

    async def work(tx: Tx) -> dict[str, Any]:
        if toolbox.searcher is None:
            return {"known": False, "passages": [], "facts": {}}
        found = await toolbox.searcher.find(tx, question, vector=vector)
        await passages.retrieved(tx, found)
        return told(found)

    return await toolbox.run("search_knowledge", {"question": question}, work)


def told(found: Found) -> dict[str, Any]:
    """What a model is told of passages: each by its id, so that the reply's facts cite it.

    None below the certainty, and none of diets and allergens: of these the facts of the menu speak.
    """
    if found.known and found.hits[0].category == DIETARY:
        return {"known": False, "passages": [], "facts": {}, "ask": "dietary_facts"}
    hits = [hit for hit in found.hits if hit.certainty >= CERTAIN and hit.category != DIETARY] if found.known else []
    shown = [
        {
            "id": str(hit.id),
            "title": hit.title,
            "text": hit.text,
            "category": hit.category,
            "of_policies": hit.source_type == "profile",
        }
        for hit in hits
    ]
    facts = {path: value for hit in hits for path, value in hit.facts.items()}
    return {"known": found.known, "passages": shown, "facts": nested(facts)}


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

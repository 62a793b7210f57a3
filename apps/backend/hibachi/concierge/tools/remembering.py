"""Tools of what is remembered: keeping a day that the customer agreed to have remembered, and their own earlier words."""

from typing import Any, Literal

from pydantic_ai import RunContext

from hibachi.concierge.recalled import as_result
from hibachi.concierge.tools.consent import NotAgreed
from hibachi.concierge.tools.fields import Day, Line
from hibachi.concierge.tools.toolbox import Toolbox
from hibachi.kit import lazy_re as re
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.kit.errors import InvalidInput
from hibachi.memory import service as memory
from hibachi.memory.recall.service import find
from hibachi.memory.rules import hearing
from hibachi.memory.schemas import Said

_ASKS_TO = re.compile(
    r"\b(?:remember|remind|note (?:it|that|down)|save (?:it|that|the date)|keep (?:it|that) in mind)\b", re.I
)


class DayNotSaid(InvalidInput):
    """The customer named no such day."""

    code = "day_not_said"
    message = "The customer has not said that this is the day of their birthday or anniversary."
    next_step = "Use the day, the kind and the name exactly as the customer said them."


async def remember_date(
    context: RunContext[Toolbox], type: Literal["birthday", "anniversary"], date: Day, name: str | None = None
) -> dict[str, Any]:
    """Remember a birthday or anniversary, once the customer agreed to it ("Shall I remember that ...?" and a yes).

    Args:
        type: What the day is.
        date: The day, YYYY-MM-DD, as the customer said it.
        name: Whose it is, as the customer said it; nothing where it is their own.
    """
    toolbox = context.deps
    turn = toolbox.turn

    async def work(tx: Tx) -> dict[str, Any]:
        if turn.reading.frame.answer != "yes" and not any(_ASKS_TO.search(text) for text in turn.new):
            raise NotAgreed()
        now = wall(turn.now, turn.zone)
        told = [one for text in turn.said for one in hearing.important_dates(text, now)]
        said = next((one for one in reversed(told) if _same(one, type, date, name)), None)
        if said is None:
            raise DayNotSaid()
        await memory.confirm_date(tx, customer_id=turn.customer_id, said=said, message_id=turn.inbound_id)
        return {"remembered": True, "day": said.value}

    return await toolbox.run("remember_date", {"type": type, "date": date, "name": name}, work)


async def recall_words(context: RunContext[Toolbox], question: Line) -> dict[str, Any]:
    """What this customer told us before that answers a question of theirs, in their own words with the day, and their last party.

    Only their own words: no price, date or availability is told from them. Where known is false nothing is noted: say so.

    Args:
        question: What the customer asks about their earlier words, in their words.
    """
    toolbox = context.deps
    turn = toolbox.turn
    vector = await toolbox.recall.vector(question) if toolbox.recall else None

    async def work(tx: Tx) -> dict[str, Any]:
        proven = turn.contact.proven
        found = await find(
            tx,
            customer_id=turn.customer_id,
            question=question,
            vector=vector,
            within=None if proven else turn.conversation_id,
            but=turn.answers,
        )
        last = await memory.last_party(tx, customer_id=turn.customer_id) if proven else None
        return as_result(found, zone=turn.zone, last=last)

    return await toolbox.run("recall_words", {"question": question}, work)


def _same(said: Said, kind: str, day: str, name: str | None) -> bool:
    of = (said.value.get("name") or "").lower()
    return said.value["type"] == kind and str(said.value["date"])[5:] == str(day)[5:] and of == (name or "").lower()

"""The tool that every agent has: give the conversation to a human."""

from typing import Any

from pydantic_ai import RunContext

from hibachi.concierge.tools.fields import Line, Summary
from hibachi.concierge.tools.toolbox import Toolbox
from hibachi.concierge.turn import Escalation
from hibachi.kit.db import Tx


async def hand_over_to_human(context: RunContext[Toolbox], reason: Line, summary: Summary) -> dict[str, Any]:
    """Hand the conversation to a human colleague; say so to the customer, then be silent.

    Args:
        reason: What it is about, in a few words.
        summary: What the colleague needs to know: who, what, the facts so far.
    """
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        return {"handed_over": True, "reason": reason}

    result = await toolbox.run("hand_over_to_human", {"reason": reason, "summary": summary}, work)
    toolbox.turn.escalation = Escalation(reason, summary)
    return result

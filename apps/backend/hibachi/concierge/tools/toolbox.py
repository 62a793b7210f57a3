"""How a tool runs: allowed by the matrix, in a transaction of its own, once per (inbound message, call number)."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from hibachi.concierge import repository
from hibachi.concierge.facts import Fact
from hibachi.concierge.models import ToolCallRow
from hibachi.concierge.tools.matrix import may_use
from hibachi.concierge.turn import Turn
from hibachi.concierge.validator import Verdict
from hibachi.kit.auth import AI
from hibachi.kit.db import Database, Tx
from hibachi.kit.errors import HibachiError
from hibachi.travel.service import Maps

log = logging.getLogger(__name__)
Work = Callable[[Tx], Awaitable[dict[str, Any]]]


@dataclass(slots=True)
class Toolbox:
    """What one turn's agents and tools share: the turn, the database, the maps provider, and what was refused."""

    turn: Turn
    db: Database
    maps: Maps | None = None
    strict: bool = True
    verdict: Verdict | None = None
    refusals: list[tuple[str, Verdict]] = field(default_factory=list)

    def refused(self, text: str, verdict: Verdict) -> None:
        """Remember a reply that may not leave, and tell the next attempt why."""
        self.refusals.append((text, verdict))
        self.turn.rejections.append([f"{problem.kind}: {problem.words}" for problem in verdict.errors])

    async def run(self, name: str, arguments: dict[str, Any], work: Work) -> dict[str, Any]:
        """Run one call and keep its result as a fact. A refusal of the house is a result, not an exception."""
        if not may_use(self.turn.agent, name):
            log.warning("agent %s may not call %s", self.turn.agent, name)
            return {"error": "forbidden_tool", "message": f"The agent {self.turn.agent} has no tool {name}."}
        self.turn.tell(name)
        number = self.turn.calls
        self.turn.calls += 1
        result = await self._once(number, name, arguments, work)
        self.turn.facts.append(Fact(f"{self.turn.inbound_id}:{number}", name, arguments, result, at=_stamp(self.turn)))
        return result

    async def _once(self, number: int, name: str, arguments: dict[str, Any], work: Work) -> dict[str, Any]:
        turn = self.turn
        try:
            async with self.db.transaction(AI) as tx:
                earlier = await repository.tool_call(tx, turn.inbound_id, number)
                if earlier is not None and (earlier.name, earlier.arguments) == (name, arguments):
                    return earlier.result
                result = await work(tx)
                if earlier is None:
                    row = ToolCallRow(
                        inbound_id=turn.inbound_id,
                        number=number,
                        conversation_id=turn.conversation_id,
                        agent=turn.agent,
                        name=name,
                        arguments=arguments,
                        result=result,
                        at=tx.now,
                    )
                    await repository.add_tool_call(tx, row)
                return result
        except HibachiError as refusal:
            log.info("tool %s refused: %s", name, refusal.code)
            return {"error": refusal.code, "message": refusal.message, "next_step": refusal.next_step}


def _stamp(turn: Turn) -> str:
    return turn.now.isoformat()

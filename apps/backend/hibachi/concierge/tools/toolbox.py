"""How a tool runs: allowed by the matrix, in a transaction of its own, once for the messages that a turn answers."""

import json
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from hibachi.concierge import repository
from hibachi.concierge.facts import Fact
from hibachi.concierge.tools.matrix import may_use
from hibachi.concierge.turn import Turn
from hibachi.concierge.validator import Verdict
from hibachi.kit.auth import AI
from hibachi.kit.db import Database, Tx
from hibachi.kit.errors import HibachiError
from hibachi.knowledge.service import Searcher
from hibachi.memory.recall.service import Recall
from hibachi.travel import service as travel
from hibachi.travel.schemas import TravelFee, UnknownFee
from hibachi.travel.service import Maps

log = logging.getLogger(__name__)
Result = dict[str, Any]
Work = Callable[[Tx], Awaitable[Result]]
Way = TravelFee | UnknownFee | None
WorkWithWay = Callable[[Tx, Way], Awaitable[Result]]
FAILED: Result = {
    "error": "tool_failed",
    "message": "This did not work; nothing was changed.",
    "next_step": "Say that it cannot be done now, or hand over to a human.",
}


@dataclass(slots=True)
class Toolbox:
    """What one turn's agents and tools share: the turn, the database, the maps provider, what finds passages and earlier words, the refused.

    prompted: whether the model reads a prompt; the built-in one reads the turn.
    """

    turn: Turn
    db: Database
    maps: Maps | None = None
    strict: bool = True
    verdict: Verdict | None = None
    refusals: list[tuple[str, Verdict]] = field(default_factory=list)
    searcher: Searcher | None = None
    recall: Recall | None = None
    made: Counter[str] = field(default_factory=Counter)
    prompted: bool = True

    def refused(self, text: str, verdict: Verdict) -> None:
        """Remember a reply that may not leave, and tell the next attempt why."""
        self.refusals.append((text, verdict))
        self.turn.rejections.append([f"{problem.kind}: {problem.words}" for problem in verdict.errors])

    async def run(self, name: str, arguments: dict[str, Any], work: Work) -> Result:
        """Run one call and keep its result as a fact. A refusal of the house is a result, not an exception."""

        async def act() -> Result:
            return await self._once(name, arguments, work)

        return await self._recorded(name, arguments, act)

    async def run_with_way(self, name: str, arguments: dict[str, Any], place: str | None, work: WorkWithWay) -> Result:
        """The same, after measuring the way to a place (None: there is none) without an open transaction."""

        async def act() -> Result:
            way = await self._way(place) if place else None
            return await self._once(name, arguments, lambda tx: work(tx, way))

        return await self._recorded(name, arguments, act)

    async def _recorded(self, name: str, arguments: dict[str, Any], act: Callable[[], Awaitable[Result]]) -> Result:
        turn = self.turn
        if not may_use(turn.agent, name):
            log.warning("agent %s may not call %s", turn.agent, name)
            return {"error": "forbidden_tool", "message": f"The agent {turn.agent} has no tool {name}."}
        turn.tell(name)
        fact_id = f"{turn.inbound_id}:{turn.calls}"
        turn.calls += 1
        result = await self._safely(name, act)
        turn.facts.append(Fact(fact_id, name, arguments, result, at=turn.now.isoformat()))
        return result

    async def _safely(self, name: str, act: Callable[[], Awaitable[Result]]) -> Result:
        try:
            result = await act()
            log.info("tool %s answered", name)
            return result
        except HibachiError as refusal:
            log.info("tool %s refused: %s", name, refusal.code)
            return {"error": refusal.code, "message": refusal.message, "next_step": refusal.next_step}
        except Exception:  # a tool that breaks is a result for the model, never the end of a customer's turn (ORC-08)
            log.exception("tool %s failed", name)
            return dict(FAILED)

    async def _way(self, place: str) -> TravelFee | UnknownFee:
        """The way to a place and its fee; the turn then lives in the place's zone."""
        fee = await travel.fee_to(place, profile=self.turn.profile, maps=self.maps)
        if isinstance(fee, TravelFee) and fee.zone:
            self.turn.zone = fee.zone
        return fee

    async def _once(self, name: str, arguments: dict[str, Any], work: Work) -> Result:
        """The stored result where this call was made for the same messages before, by a dead process, an overtaken
        draft or another model; the n-th like call of a run is the n-th stored one."""
        turn, call = self.turn, json.dumps([name, arguments], sort_keys=True)
        async with self.db.transaction(AI) as tx:
            stored = await repository.tool_calls(tx, turn.answers)
            like = [row.result for row in stored if (row.name, row.arguments) == (name, arguments)]
            if self.made[call] < len(like):
                result = like[self.made[call]]
            else:
                result = await work(tx)
                row = {
                    "inbound_id": turn.inbound_id,
                    "number": sum(row.inbound_id == turn.inbound_id for row in stored),
                    "conversation_id": turn.conversation_id,
                    "agent": turn.agent,
                    "name": name,
                    "arguments": arguments,
                    "result": result,
                    "at": tx.now,
                }
                await repository.add_tool_call(tx, row)
        self.made[call] += 1
        return result

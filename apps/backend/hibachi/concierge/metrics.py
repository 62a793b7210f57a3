"""Numbers of the agents, from the logged turns."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from statistics import median

from pydantic import BaseModel

from hibachi.concierge import repository
from hibachi.concierge.models import Interaction
from hibachi.kit.db import Tx


class AgentMetrics(BaseModel):
    """One agent. Rates are 0..1: success = turns without a hand-over and without a refused reply; containment =
    conversations without a hand-over; milliseconds are medians."""

    agent: str
    turns: int
    conversations: int
    success_rate: float
    containment_rate: float
    fallback_rate: float
    median_milliseconds: float
    total_cost_usd: Decimal


async def agents(tx: Tx, *, since: datetime) -> list[AgentMetrics]:
    """Every agent that answered since then, by success, containment and speed, the best first."""
    by_agent: dict[str, list[Interaction]] = defaultdict(list)
    for row in await repository.interactions_since(tx, since):
        by_agent[row.agent].append(row)
    measured = [_measure(agent, rows) for agent, rows in by_agent.items()]
    return sorted(measured, key=lambda row: (-row.success_rate, -row.containment_rate, row.median_milliseconds))


def _measure(agent: str, rows: list[Interaction]) -> AgentMetrics:
    conversations = {row.conversation_id for row in rows}
    handed_over = {row.conversation_id for row in rows if row.escalated}
    return AgentMetrics(
        agent=agent,
        turns=len(rows),
        conversations=len(conversations),
        success_rate=_rate(not row.escalated and not row.rejections for row in rows),
        containment_rate=1 - len(handed_over) / len(conversations),
        fallback_rate=_rate(row.fallback for row in rows),
        median_milliseconds=median(row.milliseconds for row in rows),
        total_cost_usd=sum((row.cost_usd for row in rows), Decimal(0)),
    )


def _rate(flags: Iterable[bool]) -> float:
    listed = list(flags)
    return sum(listed) / len(listed)

"""How the agents do: success, response time, containment, and their comparison (AGT-14, AGT-16)."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from hibachi.concierge import metrics
from hibachi.concierge.metrics import AgentMetrics
from hibachi.kit.auth import requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute

router = APIRouter(route_class=TransactionalRoute, prefix=f"{API}/admin/concierge", tags=["concierge"])
Days = Annotated[int, Query(ge=1, le=366)]


@router.get("/agents", dependencies=[Depends(requires("metrics:read"))])
async def agents(tx: CurrentTx, days: Days = 7) -> list[AgentMetrics]:
    """Each agent's numbers over the last days, the best first."""
    return await metrics.agents(tx, since=tx.now - timedelta(days=days))

"""What a customer wants to hear, over HTTP, for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from hibachi.conversations import service
from hibachi.conversations.consent_schemas import ConsentOverview
from hibachi.conversations.requests import Stop
from hibachi.kit.auth import Principal, requires
from hibachi.kit.errors import NotFound
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(
    prefix=f"{API}/admin/customers/{{customer_id}}", tags=["customers"], route_class=TransactionalRoute,
    responses=error_responses(NotFound),
)  # fmt: skip


@router.get("/consent")
async def consent(
    tx: CurrentTx, who: Annotated[Principal, Depends(requires("customers:read"))], customer_id: UUID
) -> ConsentOverview:
    """What a person opted out of, and the ledger of what they agreed to and withdrew."""
    return await service.consent_overview(tx, customer_id=customer_id)


@router.post("/opt-outs", status_code=201)
async def opt_out(
    tx: CurrentTx, who: Annotated[Principal, Depends(requires("customers:write"))], customer_id: UUID, said: Stop
) -> ConsentOverview:
    """Note that they want nothing more on a channel. Only their own START ends it."""
    return await service.stop_for(tx, customer_id=customer_id, channel=said.channel, words=said.words)

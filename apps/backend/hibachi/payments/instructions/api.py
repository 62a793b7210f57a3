"""Payment instructions over HTTP, for staff: who waits for them, and that they were sent."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, status

from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.payments.instructions.errors import NobodyWaits
from hibachi.payments.instructions.schemas import InstructionsAwaited
from hibachi.payments.service import instructions as service

router = APIRouter(
    prefix=f"{API}/admin/payments/instructions", tags=["payments (staff)"], route_class=TransactionalRoute
)
Reader = Annotated[Principal, Depends(requires("payments:read"))]


@router.get("")
async def waiting(
    tx: CurrentTx, who: Reader, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> list[InstructionsAwaited]:
    """Parties that wait to be told how to pay, the longest first."""
    return await service.waiting(tx, limit=limit)


@router.post("/{booking_id}/sent", status_code=status.HTTP_204_NO_CONTENT, responses=error_responses(NobodyWaits))
async def sent(tx: CurrentTx, who: Reader, booking_id: UUID) -> None:
    """Say that a party was told how to pay. Audited."""
    await service.mark_sent(tx, receivable_id=booking_id)

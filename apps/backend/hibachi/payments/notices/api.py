"""Notices over HTTP, for staff: what waits with what it may be for, and the two decisions."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from hibachi.kit.auth import Principal, requires
from hibachi.kit.errors import Conflict
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.payments.notices.errors import UnknownNotice
from hibachi.payments.notices.schemas import Accepting, Dismissing, Proposal, State
from hibachi.payments.service import notices as service

router = APIRouter(prefix=f"{API}/admin/payments/notices", tags=["payments (staff)"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("payments:read"))]
Writer = Annotated[Principal, Depends(requires("payments:write"))]


@router.get("")
async def notices(
    tx: CurrentTx,
    who: Reader,
    state: State = "waiting",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    before: UUID | None = None,
) -> list[Proposal]:
    """Payment e-mails in a state, the latest first; those that wait come with what they may be for."""
    return await service.proposals(tx, state=state, limit=limit, before=before)


@router.post("/{notice_id}/accept", responses=error_responses(Conflict, UnknownNotice))
async def accept(tx: CurrentTx, who: Writer, notice_id: UUID, wanted: Accepting) -> Proposal:
    """Record a payment that waits for a party."""
    return await service.accept(tx, notice_id=notice_id, **dict(wanted))


@router.post("/{notice_id}/dismiss", responses=error_responses(Conflict, UnknownNotice))
async def dismiss(tx: CurrentTx, who: Writer, notice_id: UUID, wanted: Dismissing) -> Proposal:
    """Say that nothing of a notice is to be recorded, and why."""
    return await service.dismiss(tx, notice_id=notice_id, reason=wanted.reason)

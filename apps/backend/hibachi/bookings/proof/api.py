"""What the proof found, over HTTP, for staff."""

from typing import Annotated

from fastapi import APIRouter, Depends

from hibachi.bookings.proof import service
from hibachi.bookings.proof.schemas import Findings
from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute

router = APIRouter(prefix=f"{API}/admin/findings", tags=["the nightly proof"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("payments:read"))]


@router.get("")
async def findings(tx: CurrentTx, who: Reader) -> Findings:
    """What is not as it has to be, each with what to do, the urgent first."""
    return await service.findings(tx)

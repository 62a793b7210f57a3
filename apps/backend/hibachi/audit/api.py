"""The audit log over HTTP: read only."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from hibachi.audit import service
from hibachi.audit.schemas import Filter, Page
from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute

router = APIRouter(prefix=f"{API}/admin/audit", tags=["audit"], route_class=TransactionalRoute)


@router.get("")
async def audit_log(
    tx: CurrentTx, who: Annotated[Principal, Depends(requires("audit:read"))], wanted: Annotated[Filter, Query()]
) -> Page:
    """Who did what, newest first; filters narrow, `before` pages."""
    return await service.page(tx, wanted=wanted)

"""Who is told of hand-overs, over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from hibachi.channels.notices import service
from hibachi.channels.notices.errors import CannotTell, NoSuchRecipient, RecipientThere
from hibachi.channels.notices.schemas import NewRecipient, Notice, Recipient
from hibachi.channels.notices.telling import Teller
from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix=f"{API}/admin/notices", tags=["notices"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("conversations:read"))]
Owner = Annotated[Principal, Depends(requires("users:write"))]


@router.get("/recipients")
async def recipients(tx: CurrentTx, who: Reader) -> list[Recipient]:
    """Everybody who is told when a customer needs a person."""
    return await service.recipients(tx)


@router.post("/recipients", status_code=201, responses=error_responses(RecipientThere, CannotTell))
async def add_recipient(tx: CurrentTx, who: Owner, request: Request, new: NewRecipient) -> Recipient:
    """Tell somebody from now on; refused where nothing is connected that could."""
    teller: Teller = request.app.state.runtime.teller
    if not teller.can_tell(new.kind):
        raise CannotTell(kind=new.kind)
    return await service.add_recipient(tx, new=new)


@router.delete("/recipients/{recipient_id}", status_code=204, responses=error_responses(NoSuchRecipient))
async def remove_recipient(tx: CurrentTx, who: Owner, recipient_id: UUID) -> Response:
    """Tell somebody nothing any more."""
    await service.remove_recipient(tx, recipient_id=recipient_id)
    return Response(status_code=204)


@router.get("")
async def notices(tx: CurrentTx, who: Reader, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> list[Notice]:
    """The newest notices, and whether they arrived."""
    return await service.notices(tx, limit=limit)

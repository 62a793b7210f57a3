"""Openings over HTTP for everybody, blocks for staff."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from hibachi.calendar import service
from hibachi.calendar.errors import ChefTaken, InvalidRange, UnknownBlock
from hibachi.calendar.schemas import Block, NewBlock, OpeningsPage
from hibachi.crew.errors import UnknownChef
from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.policies import service as policies
from hibachi.travel import service as travel

router = APIRouter(prefix=API, tags=["calendar"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("calendar:read"))]
Writer = Annotated[Principal, Depends(requires("calendar:write"))]


@router.get("/openings", dependencies=[Depends(public)], responses=error_responses(InvalidRange))
async def openings(
    tx: CurrentTx,
    first: Annotated[date, Query(alias="from")],
    last: Annotated[date, Query(alias="to")],
    zip: Annotated[str | None, Query(pattern=r"^\d{5}$")] = None,
) -> OpeningsPage:
    """The starts that can be booked, in the zone of the ZIP (the business's own without one)."""
    book = await policies.current(tx)
    zone = (travel.zone_of(zip) if zip else None) or book.profile.business.timezone
    found = await service.openings(tx, first=first, last=last, zone=zone, book=book)
    return OpeningsPage(zone=zone, openings=found)


@router.get("/admin/blocks")
async def blocks(tx: CurrentTx, who: Reader) -> list[Block]:
    """The blocks in force that are not over."""
    return await service.blocks(tx)


@router.post("/admin/blocks", status_code=201, responses=error_responses(InvalidRange, UnknownChef, ChefTaken))
async def block(tx: CurrentTx, who: Writer, new: NewBlock) -> Block:
    """Keep a chef free of parties for a time."""
    return await service.block(tx, chef_id=new.chef_id, start=new.start, end=new.end, note=new.note)


@router.delete("/admin/blocks/{block_id}", status_code=204, responses=error_responses(UnknownBlock))
async def unblock(tx: CurrentTx, who: Writer, block_id: UUID) -> Response:
    """Lift a block."""
    await service.unblock(tx, block_id=block_id)
    return Response(status_code=204)

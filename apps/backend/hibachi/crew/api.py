"""Stations and chefs over HTTP, for staff."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path

from hibachi.crew import service
from hibachi.crew.errors import StationExists, UnknownChef, UnknownStation
from hibachi.crew.schemas import Chef, ChefChange, NewChef, NewStation, Station
from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix=f"{API}/admin", tags=["crew"], route_class=TransactionalRoute)

Reader = Annotated[Principal, Depends(requires("crew:read"))]
Writer = Annotated[Principal, Depends(requires("crew:write"))]


@router.get("/stations")
async def list_stations(tx: CurrentTx, who: Reader) -> list[Station]:
    """Every station."""
    return await service.stations(tx)


@router.post("/stations", status_code=201, responses=error_responses(StationExists))
async def add_station(tx: CurrentTx, who: Writer, new: NewStation) -> Station:
    """Open a station."""
    return await service.add_station(tx, new=new)


@router.get("/chefs")
async def list_chefs(tx: CurrentTx, who: Reader) -> list[Chef]:
    """Every chef, the inactive ones too."""
    return await service.everyone(tx)


@router.post("/chefs", status_code=201, responses=error_responses(UnknownStation))
async def add_chef(tx: CurrentTx, who: Writer, new: NewChef) -> Chef:
    """Take on a chef: one more party in each slot."""
    return await service.add_chef(tx, new=new)


@router.patch("/chefs/{chef_id}", responses=error_responses(UnknownChef))
async def change_chef(
    tx: CurrentTx, who: Writer, chef_id: Annotated[int, Path(ge=1, le=2**62)], change: ChefChange
) -> Chef:
    """Rename a chef, or stop or resume sending them new parties."""
    return await service.change_chef(tx, chef_id=chef_id, change=change)

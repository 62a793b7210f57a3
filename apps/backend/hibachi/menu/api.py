"""The menu over HTTP."""

from fastapi import APIRouter, Depends

from hibachi.kit.auth import public
from hibachi.kit.http import CurrentTx, TransactionalRoute
from hibachi.menu import service
from hibachi.menu.schemas import MenuPage

router = APIRouter(tags=["menu"], route_class=TransactionalRoute)


@router.get("/menu", dependencies=[Depends(public)])
async def menu(tx: CurrentTx) -> MenuPage:
    """Every dish with its price and known allergens, as in force now."""
    return await service.current(tx)

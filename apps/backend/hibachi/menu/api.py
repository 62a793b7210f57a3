"""The menu over HTTP."""

from fastapi import APIRouter, Depends

from hibachi.kit.auth import public
from hibachi.kit.http import API, CurrentTx, TransactionalRoute
from hibachi.menu import service
from hibachi.menu.schemas import MenuPage

router = APIRouter(prefix=API, tags=["menu"], route_class=TransactionalRoute)


@router.get("/menu", dependencies=[Depends(public)])
async def menu(tx: CurrentTx) -> MenuPage:
    """Every dish with its price and known allergens, as in force now."""
    return await service.current(tx)

"""People over HTTP, for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from hibachi.customers import service
from hibachi.customers.errors import InvalidPhone
from hibachi.customers.schemas import Customer, CustomerChange, CustomerDetail, CustomerPage, CustomerSearch
from hibachi.kit.auth import Principal, requires
from hibachi.kit.errors import NotFound
from hibachi.kit.http import CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix="/admin/customers", tags=["customers"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("customers:read"))]
Writer = Annotated[Principal, Depends(requires("customers:write"))]


@router.get("", responses=error_responses(InvalidPhone))
async def customers(tx: CurrentTx, who: Reader, wanted: Annotated[CustomerSearch, Query()]) -> CustomerPage:
    """People, newest first; `q` finds by part of a name, by number or by e-mail address."""
    return await service.page(tx, wanted=wanted)


@router.get("/{customer_id}", responses=error_responses(NotFound))
async def customer(tx: CurrentTx, who: Reader, customer_id: UUID) -> CustomerDetail:
    """One person, with the addresses that they are known by."""
    return await service.detail(tx, customer_id=customer_id)


@router.patch("/{customer_id}", responses=error_responses(NotFound, InvalidPhone))
async def change_customer(tx: CurrentTx, who: Writer, customer_id: UUID, wanted: CustomerChange) -> Customer:
    """Correct a name, a number, an address or the preferred channel."""
    return await service.change(tx, customer_id=customer_id, wanted=wanted)

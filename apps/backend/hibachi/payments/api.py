"""Money over HTTP that belongs to no single party; that of a party is at its booking."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute
from hibachi.payments import service
from hibachi.payments.schemas import AccountFilter, AccountPage, LedgerFilter, LedgerPage, Span

router = APIRouter(prefix=f"{API}/admin/payments", tags=["payments (staff)"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("payments:read"))]
Exporter = Annotated[Principal, Depends(requires("payments:export"))]


class Csv(Response):
    """A table for a spreadsheet."""

    media_type = "text/csv"


@router.get("")
async def ledger(tx: CurrentTx, who: Reader, wanted: Annotated[LedgerFilter, Query()]) -> LedgerPage:
    """Every entry of the ledger, newest first."""
    return await service.ledger_page(tx, wanted=wanted)


@router.get("/accounts")
async def accounts(tx: CurrentTx, who: Reader, wanted: Annotated[AccountFilter, Query()]) -> AccountPage:
    """The accounts of which money is still to come, or has to go back."""
    return await service.accounts(tx, wanted=wanted)


@router.get("/export.csv", response_class=Csv)
async def export(tx: CurrentTx, who: Exporter, span: Annotated[Span, Query()]) -> Csv:
    """The ledger of some days as CSV. The look is audited."""
    name = f"payments-{span.first}-{span.last}.csv"
    return Csv(await service.export(tx, span=span), headers={"Content-Disposition": f'attachment; filename="{name}"'})

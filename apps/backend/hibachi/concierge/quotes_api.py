"""The prices that were told, for staff."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from hibachi.concierge import quote_list
from hibachi.concierge.quote_list import QuotePage, QuoteSearch
from hibachi.kit.auth import requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute

router = APIRouter(route_class=TransactionalRoute, prefix=f"{API}/admin/quotes", tags=["quotes"])


@router.get("", dependencies=[Depends(requires("bookings:read"))])
async def told_quotes(tx: CurrentTx, wanted: Annotated[QuoteSearch, Query()]) -> QuotePage:
    """Every price that was told, the newest first: whose, in which conversation, and the party that came of it."""
    return await quote_list.page(tx, wanted=wanted)

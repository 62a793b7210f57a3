"""Travel over HTTP: what the way to a place costs."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from hibachi.kit.auth import public
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.policies import service as policies
from hibachi.travel import service
from hibachi.travel.errors import InvalidPlace
from hibachi.travel.schemas import Fee, TravelFee, UnknownFee

router = APIRouter(prefix=API, tags=["travel"], route_class=TransactionalRoute)


@router.get("/travel-fee", dependencies=[Depends(public)], response_model=Fee, responses=error_responses(InvalidPlace))
async def travel_fee(
    tx: CurrentTx, request: Request, place: Annotated[str, Query(min_length=1, max_length=service.LONGEST_PLACE)]
) -> TravelFee | UnknownFee:
    """The travel fee to a ZIP or an address with a ZIP, with its computation; or why it is not known."""
    book = await policies.current(tx)
    maps: service.Maps | None = getattr(request.app.state, "maps", None)
    return await service.fee_to(place, profile=book.profile, maps=maps)

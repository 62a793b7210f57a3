"""Quotes over HTTP: the public calculator, and a quote read again."""

from uuid import UUID

from fastapi import APIRouter, Depends, Request

from hibachi.kit.auth import public
from hibachi.kit.http import CurrentTx, TransactionalRoute, error_responses
from hibachi.quotes import service
from hibachi.quotes.errors import InvalidParty, UnknownQuote
from hibachi.quotes.schemas import Quote, QuoteRequest

router = APIRouter(prefix="/quotes", tags=["quotes"], route_class=TransactionalRoute)


@router.post("", status_code=201, dependencies=[Depends(public)], responses=error_responses(InvalidParty))
async def make_quote(tx: CurrentTx, request: Request, wanted: QuoteRequest) -> Quote:
    """Price a party by the policy in force, itemised. A place that is not known gives a quote without a total."""
    return await service.quote_request(tx, request=wanted, maps=getattr(request.app.state, "maps", None))


@router.get("/{quote_id}", dependencies=[Depends(public)], responses=error_responses(UnknownQuote))
async def read_quote(tx: CurrentTx, quote_id: UUID) -> Quote:
    """A quote as it was told."""
    return await service.get(tx, quote_id=quote_id)

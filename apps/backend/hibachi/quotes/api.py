"""Quotes over HTTP: the public calculator, and a quote read again."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.policies.errors import DatedInThePast, InvalidPolicy
from hibachi.quotes import service, trying
from hibachi.quotes.errors import InvalidParty, UnknownQuote
from hibachi.quotes.schemas import PolicyEffect, PolicyTrialRequest, Quote, QuoteRequest

router = APIRouter(prefix=API, tags=["quotes"], route_class=TransactionalRoute)
Owner = Annotated[Principal, Depends(requires("policies:write"))]


@router.post("/quotes", status_code=201, dependencies=[Depends(public)], responses=error_responses(InvalidParty))
async def make_quote(tx: CurrentTx, request: Request, wanted: QuoteRequest) -> Quote:
    """Price a party by the policy in force, itemised. A place that is not known gives a quote without a total."""
    return await service.quote_request(tx, request=wanted, maps=getattr(request.app.state, "maps", None))


@router.get("/quotes/{quote_id}", dependencies=[Depends(public)], responses=error_responses(UnknownQuote))
async def read_quote(tx: CurrentTx, quote_id: UUID) -> Quote:
    """A quote as it was told."""
    return await service.get(tx, quote_id=quote_id)


@router.post(
    "/admin/policies/preview",
    tags=["policies"],
    responses=error_responses(InvalidPolicy, DatedInThePast, InvalidParty),
)
async def try_policies(tx: CurrentTx, who: Owner, wanted: PolicyTrialRequest) -> PolicyEffect:
    """What a change of the owner's numbers would do to the price of a party. Nothing is written."""
    return await trying.effect(tx, request=wanted)

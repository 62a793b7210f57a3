"""Payments by card over HTTP: whether they are on, Stripe's events, and what staff see and give back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request, Response

from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.errors import Conflict
from hibachi.kit.http import API, AuthenticatedRoute, error_responses
from hibachi.payments.cards import service
from hibachi.payments.cards.schemas import CardAccount, CardConfig, CardRefund, NewCardRefund
from hibachi.payments.cards.service import Cards
from hibachi.payments.errors import UnknownPayment

router = APIRouter(prefix=API, tags=["payments by card"], route_class=AuthenticatedRoute)
Reader = Annotated[Principal, Depends(requires("payments:read"))]
Writer = Annotated[Principal, Depends(requires("payments:write"))]
Key = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=100)]


async def _cards(request: Request) -> Cards:
    cards: Cards = request.app.state.cards
    return cards


CurrentCards = Annotated[Cards, Depends(_cards)]
"""The card payments of this installation."""


@router.get("/stripe/config", dependencies=[Depends(public)])
async def config(cards: CurrentCards) -> CardConfig:
    """Whether payment by card is on; without Stripe's keys it is off."""
    return CardConfig(enabled=cards.enabled)


@router.post("/stripe/webhook", include_in_schema=False, dependencies=[Depends(public)])
async def webhook(request: Request, cards: CurrentCards) -> Response:
    """An event of Stripe: verified, kept once with the job that looks, and only then acknowledged."""
    await cards.hear(await request.body(), request.headers.get("stripe-signature"))
    return Response()


@router.get("/admin/payments/cards/{receivable_id}")
async def card_account(request: Request, who: Reader, receivable_id: UUID) -> CardAccount:
    """The pages and refunds by card of one party, and how far each is."""
    async with request.app.state.db.transaction(who.actor) as tx:
        return await service.account(tx, receivable_id=receivable_id)


@router.post("/admin/payments/card-refunds", status_code=201, responses=error_responses(Conflict, UnknownPayment))
async def refund(cards: CurrentCards, who: Writer, wanted: NewCardRefund, key: Key = None) -> CardRefund:
    """Give money back to the card by which it came. "asked" or "pending": it is settled within the hour."""
    return await cards.refund(wanted, who.actor, key)

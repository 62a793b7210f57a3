"""Paying for a party by card: the customer by the party's token, staff by permission. Stripe's page takes the card."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from hibachi.bookings import service
from hibachi.bookings.errors import UnknownBooking
from hibachi.bookings.schemas import CheckoutRequest, StaffCheckout
from hibachi.kit.auth import ANONYMOUS, Actor, Principal, public, requires
from hibachi.kit.db import Database
from hibachi.kit.errors import Conflict
from hibachi.kit.http import API, AuthenticatedRoute, error_responses
from hibachi.payments.cards.errors import CardsDown, CardsOff
from hibachi.payments.cards.schemas import Checkout, Due
from hibachi.payments.cards.service import Cards

router = APIRouter(
    prefix=API,
    tags=["payments by card"],
    route_class=AuthenticatedRoute,
    responses=error_responses(Conflict, UnknownBooking, CardsDown),
)


async def _cards(request: Request) -> Cards:
    cards: Cards = request.app.state.cards
    return cards


CurrentCards = Annotated[Cards, Depends(_cards)]
Writer = Annotated[Principal, Depends(requires("payments:write"))]


@router.post("/stripe/checkout", status_code=201, dependencies=[Depends(public)])
async def checkout(request: Request, cards: CurrentCards, wanted: CheckoutRequest) -> Checkout:
    """The page where the deposit or the balance of a party is paid, for whoever holds its token."""
    db: Database = request.app.state.db
    async with db.transaction(ANONYMOUS.actor) as tx:
        await service.by_token(tx, booking_id=wanted.booking_id, token=wanted.token)
    return await _opened(request, cards, wanted.booking_id, wanted.purpose, ANONYMOUS.actor)


@router.post("/admin/bookings/{booking_id}/payments/checkout", status_code=201)
async def checkout_for_staff(
    request: Request, cards: CurrentCards, who: Writer, booking_id: UUID, wanted: StaffCheckout
) -> Checkout:
    """The same page for staff, to be sent to whoever pays."""
    return await _opened(request, cards, booking_id, wanted.purpose, who.actor)


async def _opened(request: Request, cards: Cards, booking_id: UUID, purpose: Due, actor: Actor) -> Checkout:
    if not cards.enabled:
        raise CardsOff()
    db: Database = request.app.state.db
    site: str = getattr(request.app.state, "public_url", None) or str(request.base_url).rstrip("/")
    async with db.transaction(actor) as tx:
        wanted = await service.to_pay(tx, booking_id=booking_id, purpose=purpose, site=site)
    return await cards.checkout(wanted, actor)

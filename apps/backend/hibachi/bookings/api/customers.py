"""Parties over HTTP, for customers: a hold's token is the key."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from hibachi.bookings import service
from hibachi.bookings.api.answers import REFUSALS, STAFF_ONLY, answer, fee_to
from hibachi.bookings.errors import UnknownBooking, UnknownHold
from hibachi.bookings.schemas import (
    Acceptance,
    Booking,
    CancelPreview,
    CancelRequest,
    ChangePreview,
    ChangeRequest,
    Held,
    HoldRequest,
    NewHold,
)
from hibachi.customers import service as customers
from hibachi.customers.schemas import Contact
from hibachi.kit.auth import public
from hibachi.kit.db import Tx
from hibachi.kit.errors import Conflict
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.quotes.errors import InvalidParty

router = APIRouter(prefix=API, tags=["bookings"], route_class=TransactionalRoute)
Token = Annotated[str, Query(min_length=1, max_length=200)]


@router.post(
    "/holds",
    status_code=201,
    dependencies=[Depends(public)],
    response_model=Held,
    response_model_exclude={"booking": STAFF_ONLY},
    responses=error_responses(Conflict, InvalidParty),
)
async def hold(tx: CurrentTx, request: Request, wanted: NewHold) -> Held | Response:
    """Hold a time with its price. The token that comes back is what booking it needs."""
    fee = await fee_to(tx, request, wanted.zip)
    asked = HoldRequest(
        customer_id=await _visitor(tx, wanted),
        party=wanted.party(),
        day=wanted.date,
        at=wanted.time,
        travel=fee,
        **wanted.model_dump(include={"zip", "name", "phone", "email", "dietary", "event_type", "location"}),
    )
    return answer(await service.hold(tx, request=asked))


@router.post(
    "/bookings",
    status_code=201,
    dependencies=[Depends(public)],
    response_model=Booking,
    response_model_exclude=STAFF_ONLY,
    responses=error_responses(Conflict, UnknownHold),
)
async def accept(tx: CurrentTx, said: Acceptance) -> Booking | Response:
    """Book what was held: the yes to its price. Then the deposit is awaited."""
    return answer(await service.accept(tx, **said.model_dump(), by_form=True))


@router.get(
    "/bookings/{booking_id}",
    dependencies=[Depends(public)],
    response_model_exclude=STAFF_ONLY,
    responses=error_responses(UnknownBooking),
)
async def booking(tx: CurrentTx, booking_id: UUID, token: Token) -> Booking:
    """A party as it is now, for whoever holds its token."""
    return await service.by_token(tx, booking_id=booking_id, token=token)


@router.post("/bookings/{booking_id}/change-preview", dependencies=[Depends(public)], responses=REFUSALS)
async def preview_change(
    tx: CurrentTx, request: Request, booking_id: UUID, token: Token, wanted: ChangeRequest
) -> ChangePreview:
    """What a change would cost and mean; nothing is changed."""
    await service.by_token(tx, booking_id=booking_id, token=token)
    way = await fee_to(tx, request, wanted.zip) if wanted.zip else None
    return await service.preview_change(tx, booking_id=booking_id, change=wanted.change(way))


@router.post(
    "/bookings/{booking_id}/change",
    dependencies=[Depends(public)],
    response_model=Booking,
    response_model_exclude=STAFF_ONLY,
    responses=REFUSALS,
)
async def change(
    tx: CurrentTx, request: Request, booking_id: UUID, token: Token, wanted: ChangeRequest
) -> Booking | Response:
    """Change a party, as its preview said."""
    await service.by_token(tx, booking_id=booking_id, token=token)
    way = await fee_to(tx, request, wanted.zip) if wanted.zip else None
    changed = await service.change(tx, booking_id=booking_id, change=wanted.change(way), revision=wanted.revision)
    return answer(changed)


@router.post("/bookings/{booking_id}/cancel-preview", dependencies=[Depends(public)], responses=REFUSALS)
async def preview_cancel(tx: CurrentTx, booking_id: UUID, token: Token) -> CancelPreview:
    """What cancelling would do with the deposit; nothing is cancelled."""
    await service.by_token(tx, booking_id=booking_id, token=token)
    return await service.preview_cancel(tx, booking_id=booking_id)


@router.post(
    "/bookings/{booking_id}/cancel",
    dependencies=[Depends(public)],
    response_model=Booking,
    response_model_exclude=STAFF_ONLY,
    responses=REFUSALS,
)
async def cancel(tx: CurrentTx, booking_id: UUID, token: Token, wanted: CancelRequest) -> Booking | Response:
    """Cancel a party, as its preview said."""
    await service.by_token(tx, booking_id=booking_id, token=token)
    return answer(await service.cancel(tx, booking_id=booking_id, reason=wanted.reason, revision=wanted.revision))


async def _visitor(tx: Tx, wanted: NewHold) -> UUID:
    """Whoever held a time with the token before, or somebody new: what a visitor says of themselves is no proof."""
    known = await service.holder(tx, token=wanted.earlier_token) if wanted.earlier_token else None
    if known is not None:
        return known
    contact = Contact(channel="web_chat", name=wanted.name, phone=wanted.phone, email=wanted.email)
    return (await customers.resolve(tx, contact=contact, proven=False)).id

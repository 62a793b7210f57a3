"""Guests' choices over HTTP: by the link for guests, by the party's token for the host, by permission for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from hibachi.bookings import service
from hibachi.bookings.api.answers import REFUSALS, STAFF_ONLY, answer
from hibachi.bookings.api.customers import Token
from hibachi.bookings.errors import UnknownBooking
from hibachi.bookings.guests.errors import InvalidChoice, UnknownChoice, UnknownGuestLink
from hibachi.bookings.guests.schemas import (
    ChoosingPage,
    DeviceKey,
    Gathered,
    GuestWish,
    OwnChoice,
    TakeOver,
    TakeOverPreview,
    TakeOverYes,
)
from hibachi.bookings.schemas import Booking
from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.errors import Conflict, TooMany
from hibachi.kit.guarding import Ceiling, count_address
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix=API, tags=["guests' choices"], route_class=TransactionalRoute)
Link = Annotated[str, Path(min_length=1, max_length=100)]
Keys = Annotated[list[DeviceKey], Query(max_length=20)]
Reader = Annotated[Principal, Depends(requires("bookings:read"))]
ANYBODY = [Depends(public)]
BY_NETWORK = Ceiling("guest_choices", most=60, seconds=600)
"""How often one address may write: a whole family on one network chooses and corrects."""


@router.get("/choices/{link}", dependencies=ANYBODY, responses=error_responses(UnknownGuestLink))
async def choosing_page(tx: CurrentTx, link: Link, key: Keys = []) -> ChoosingPage:  # noqa: B006 (FastAPI copies it)
    """What guests see: whose party, which day, the menu, and the entries of their own device by its keys."""
    return await service.choosing_page(tx, link=link, keys=key)


@router.put(
    "/choices/{link}",
    dependencies=ANYBODY,
    responses=error_responses(UnknownGuestLink, Conflict, InvalidChoice, TooMany),
)
async def choose(tx: CurrentTx, request: Request, link: Link, wish: GuestWish) -> OwnChoice:
    """A guest's choice, or its correction by the same key."""
    await count_address(tx, request, BY_NETWORK)
    return await service.choose(tx, link=link, wish=wish)


@router.get("/bookings/{booking_id}/guests", dependencies=ANYBODY, responses=error_responses(UnknownBooking))
async def gathered(tx: CurrentTx, booking_id: UUID, token: Token) -> Gathered:
    """The link to share, and who chose what, for whoever holds the party's token."""
    await service.by_token(tx, booking_id=booking_id, token=token)
    return await service.gathered(tx, booking_id=booking_id)


@router.post("/bookings/{booking_id}/guests/link", dependencies=ANYBODY, responses=REFUSALS)
async def share(tx: CurrentTx, booking_id: UUID, token: Token) -> Gathered:
    """Make the link, or another one: the old one then opens nothing any more."""
    await service.by_token(tx, booking_id=booking_id, token=token)
    return await service.share(tx, booking_id=booking_id)


@router.delete(
    "/bookings/{booking_id}/guests/{choice_id}",
    dependencies=ANYBODY,
    responses=error_responses(UnknownBooking, UnknownChoice),
)
async def strike(tx: CurrentTx, booking_id: UUID, choice_id: UUID, token: Token) -> Gathered:
    """Take a guest's entry out."""
    await service.by_token(tx, booking_id=booking_id, token=token)
    return await service.strike(tx, booking_id=booking_id, choice_id=choice_id)


@router.post("/bookings/{booking_id}/guests/take-over-preview", dependencies=ANYBODY, responses=REFUSALS)
async def preview_take_over(tx: CurrentTx, booking_id: UUID, token: Token, wanted: TakeOver) -> TakeOverPreview:
    """What taking the choices over would cost and mean; nothing is changed."""
    await service.by_token(tx, booking_id=booking_id, token=token)
    return await service.preview_take_over(tx, booking_id=booking_id, declined=wanted.declined)


@router.post(
    "/bookings/{booking_id}/guests/take-over",
    dependencies=ANYBODY,
    response_model=Booking,
    response_model_exclude=STAFF_ONLY,
    responses=REFUSALS,
)
async def take_over(tx: CurrentTx, booking_id: UUID, token: Token, yes: TakeOverYes) -> Booking | Response:
    """Take the choices over, as the preview said."""
    await service.by_token(tx, booking_id=booking_id, token=token)
    return answer(await service.take_over(tx, booking_id=booking_id, **yes.model_dump()))


@router.get("/admin/bookings/{booking_id}/guests", responses=error_responses(UnknownBooking))
async def gathered_for_staff(tx: CurrentTx, who: Reader, booking_id: UUID) -> Gathered:
    """The same for staff."""
    return await service.gathered(tx, booking_id=booking_id)

"""The money of one party over HTTP, for staff: what is owed, what came, what went back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from hibachi.bookings import service
from hibachi.bookings.errors import UnknownBooking
from hibachi.bookings.schemas import PaymentTaken
from hibachi.kit.auth import Principal, requires
from hibachi.kit.errors import Conflict
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.payments.schemas import Account, NewPayment, NewRefund

router = APIRouter(
    prefix=f"{API}/admin/bookings/{{booking_id}}/payments",
    tags=["payments (staff)"],
    route_class=TransactionalRoute,
    responses=error_responses(Conflict, UnknownBooking),
)
Reader = Annotated[Principal, Depends(requires("payments:read"))]
Writer = Annotated[Principal, Depends(requires("payments:write"))]


@router.get("")
async def payments(tx: CurrentTx, who: Reader, booking_id: UUID) -> Account:
    """The account of a party: paid - refunded + owed is its current price."""
    return await service.payments_of(tx, booking_id=booking_id)


@router.post("", status_code=201)
async def record(tx: CurrentTx, who: Writer, booking_id: UUID, paid: NewPayment) -> PaymentTaken:
    """Record cash, Venmo, Zelle, a card. Money that came is always recorded; `to_do` says when it found no party."""
    return await service.record_payment(tx, booking_id=booking_id, **dict(paid))


@router.post("/{entry_id}/refunds", status_code=201)
async def refund(tx: CurrentTx, who: Writer, booking_id: UUID, entry_id: UUID, wanted: NewRefund) -> PaymentTaken:
    """Record that money of one payment went back, and why."""
    return await service.record_refund(tx, booking_id=booking_id, entry_id=entry_id, **dict(wanted))

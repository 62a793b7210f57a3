"""Parties over HTTP, for staff: the week, the list, and everything that only staff do."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from hibachi.audit import service as audit
from hibachi.bookings import service
from hibachi.bookings.api.answers import REFUSALS, answer, fee_to
from hibachi.bookings.schemas import (
    Booking,
    BookingFilter,
    BookingPage,
    CancelPreview,
    CancelRequest,
    ChangePreview,
    DepositRequest,
    Ending,
    Import,
    ImportedParty,
    Placement,
    StaffChange,
    Week,
)
from hibachi.customers import service as customers
from hibachi.customers.schemas import Contact
from hibachi.kit.auth import Principal, requires
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.kit.http import API, CurrentTx, TransactionalRoute
from hibachi.policies import service as policies

router = APIRouter(prefix=f"{API}/admin", tags=["bookings (staff)"], route_class=TransactionalRoute)
Calendar = Annotated[Principal, Depends(requires("calendar:read"))]
Reader = Annotated[Principal, Depends(requires("bookings:read"))]
Writer = Annotated[Principal, Depends(requires("bookings:write"))]
NOTHING_HIDDEN: set[str] = set()


@router.get("/weekly")
async def weekly(
    tx: CurrentTx, who: Calendar, week: Annotated[date | None, Query(ge=date(2000, 1, 3), le=date(2200, 1, 1))] = None
) -> Week:
    """The parties of the week of a day (this week without one), in the business's zone. The look is audited."""
    zone = (await policies.current(tx)).profile.business.timezone
    day = week or wall(tx.now, zone).date()
    monday = day - timedelta(days=day.weekday())
    await audit.record(tx, action="calendar_week_view", resource="week", resource_id=monday.isoformat(), changes={})
    return Week(monday=monday, zone=zone, bookings=await service.week(tx, monday=monday, zone=zone))


@router.get("/bookings")
async def bookings(tx: CurrentTx, who: Reader, wanted: Annotated[BookingFilter, Query()]) -> BookingPage:
    """Parties, newest first."""
    return await service.page(tx, wanted=wanted)


@router.post("/bookings/import", status_code=201, response_model=Booking, responses=REFUSALS)
async def import_party(tx: CurrentTx, request: Request, who: Writer, wanted: Import) -> Booking | Response:
    """Bring in a party that exists already; one that is to come claims a chef like any other."""
    fee = await fee_to(tx, request, wanted.zip)
    said = {"zip", "name", "phone", "email", "dietary", "event_type", "location", "notes", "status"}
    party = ImportedParty(
        customer_id=await _customer(tx, wanted),
        party=wanted.party(),
        day=wanted.date,
        at=wanted.time,
        travel=fee,
        **wanted.model_dump(include=said),
    )
    return answer(await service.import_party(tx, party=party), hidden=NOTHING_HIDDEN)


@router.get("/bookings/{booking_id}", responses=REFUSALS)
async def booking(tx: CurrentTx, who: Reader, booking_id: UUID) -> Booking:
    """One party."""
    return await service.get(tx, booking_id=booking_id)


@router.post("/bookings/{booking_id}/change-preview", responses=REFUSALS)
async def preview_change(
    tx: CurrentTx, request: Request, who: Writer, booking_id: UUID, wanted: StaffChange
) -> ChangePreview:
    """What a change would cost and mean; nothing is changed."""
    way = await fee_to(tx, request, wanted.zip) if wanted.zip else None
    return await service.preview_change(tx, booking_id=booking_id, change=wanted.change(way), by_staff=True)


@router.patch("/{booking_id:uuid}", response_model=Booking, responses=REFUSALS)
async def change(
    tx: CurrentTx, request: Request, who: Writer, booking_id: UUID, wanted: StaffChange
) -> Booking | Response:
    """Change a party from the calendar: deadlines do not bind staff, a chef's time does. Audited, old → new."""
    way = await fee_to(tx, request, wanted.zip) if wanted.zip else None
    changed = await service.change(
        tx,
        booking_id=booking_id,
        change=wanted.change(way),
        revision=wanted.revision,
        by_staff=True,
        waive_fee=wanted.waive_fee,
        reason=wanted.reason,
    )
    return answer(changed, hidden=NOTHING_HIDDEN)


@router.post("/bookings/{booking_id}/deposit", response_model=Booking, responses=REFUSALS)
async def record_deposit(tx: CurrentTx, who: Writer, booking_id: UUID, paid: DepositRequest) -> Booking | Response:
    """Record a deposit that arrived: the party is confirmed, or the answer is "refund or move"."""
    done = await service.record_deposit(
        tx, booking_id=booking_id, amount=paid.amount, method=paid.method, note=paid.note
    )
    return answer(done, hidden=NOTHING_HIDDEN)


@router.post("/bookings/{booking_id}/place", response_model=Booking, responses=REFUSALS)
async def place(tx: CurrentTx, who: Writer, booking_id: UUID, wanted: Placement) -> Booking | Response:
    """Give a party whose deposit met a taken time another one, without a fee."""
    placed = await service.place(tx, booking_id=booking_id, day=wanted.date, at=wanted.time)
    return answer(placed, hidden=NOTHING_HIDDEN)


@router.post("/bookings/{booking_id}/cancel-preview", responses=REFUSALS)
async def preview_cancel(tx: CurrentTx, who: Writer, booking_id: UUID) -> CancelPreview:
    """What cancelling would do with the deposit; nothing is cancelled."""
    return await service.preview_cancel(tx, booking_id=booking_id)


@router.post("/bookings/{booking_id}/cancel", response_model=Booking, responses=REFUSALS)
async def cancel(tx: CurrentTx, who: Writer, booking_id: UUID, wanted: CancelRequest) -> Booking | Response:
    """Cancel a party."""
    done = await service.cancel(tx, booking_id=booking_id, reason=wanted.reason, revision=wanted.revision)
    return answer(done, hidden=NOTHING_HIDDEN)


@router.post("/bookings/{booking_id}/no-show", response_model=Booking, responses=REFUSALS)
async def no_show(tx: CurrentTx, who: Writer, booking_id: UUID, ending: Ending) -> Booking | Response:
    """Say that nobody was there."""
    done = await service.set_status(tx, booking_id=booking_id, status="no_show", reason=ending.reason)
    return answer(done, hidden=NOTHING_HIDDEN)


@router.post("/bookings/{booking_id}/complete", response_model=Booking, responses=REFUSALS)
async def complete(tx: CurrentTx, who: Writer, booking_id: UUID, ending: Ending) -> Booking | Response:
    """Say that the party took place."""
    done = await service.set_status(tx, booking_id=booking_id, status="completed", reason=ending.reason)
    return answer(done, hidden=NOTHING_HIDDEN)


async def _customer(tx: Tx, wanted: Import) -> UUID:
    if wanted.customer_id is not None:
        return (await customers.get(tx, customer_id=wanted.customer_id)).id
    contact = Contact(channel="phone", name=wanted.name, phone=wanted.phone, email=wanted.email)
    return (await customers.resolve(tx, contact=contact, proven=False)).id

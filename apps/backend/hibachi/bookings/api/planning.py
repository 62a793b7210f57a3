"""The calendar and the run sheet over HTTP, for staff."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from hibachi.bookings import service
from hibachi.bookings.plans import CalendarRange, RunSheet
from hibachi.calendar.errors import InvalidRange
from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix=f"{API}/admin", tags=["bookings (staff)"], route_class=TransactionalRoute)
Planner = Annotated[Principal, Depends(requires("calendar:read"))]
Day = Annotated[date, Query(ge=date(2000, 1, 1), le=date(2200, 1, 1))]


@router.get("/calendar", responses=error_responses(InvalidRange))
async def calendar(tx: CurrentTx, who: Planner, first: Day, last: Day) -> CalendarRange:
    """Chefs, claims and parties of at most six weeks, days of the business's zone."""
    return await service.calendar_range(tx, first=first, last=last)


@router.get("/run-sheet")
async def run_sheet(tx: CurrentTx, who: Planner, day: Day) -> RunSheet:
    """The parties of a day in their order: where, who, dishes, allergies, what is still owed."""
    return await service.run_sheet(tx, day=day)

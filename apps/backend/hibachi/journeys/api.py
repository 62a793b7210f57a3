"""What is said unasked over HTTP, for staff. A kind is switched by the policies (follow_ups.says), which audits it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from hibachi.journeys import service
from hibachi.journeys.errors import UnknownJourney
from hibachi.journeys.schemas import JourneyFilter, JourneyPage, JourneyWords, Plan, PlanFilter, WordsFilter
from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix=f"{API}/admin/journeys", tags=["journeys"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("conversations:read"))]


@router.get("")
async def journeys(tx: CurrentTx, who: Reader, wanted: Annotated[JourneyFilter, Query()]) -> JourneyPage:
    """Messages that were due, newest first: sent, held back, expired, stopped, failed, and why."""
    return await service.page(tx, wanted=wanted)


@router.get("/plan")
async def plan(tx: CurrentTx, who: Reader, wanted: Annotated[PlanFilter, Query()]) -> Plan:
    """The kinds with their switches, and what will go out in the days to come."""
    return await service.plan(tx, wanted=wanted)


@router.get("/words", responses=error_responses(UnknownJourney))
async def words(request: Request, tx: CurrentTx, who: Reader, wanted: Annotated[WordsFilter, Query()]) -> JourneyWords:
    """What a planned message would say now."""
    return await service.words(tx, wanted=wanted, pages=request.app.state.runtime.journeys.pages)

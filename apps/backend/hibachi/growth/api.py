"""Leads over HTTP, for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import AwareDatetime

from hibachi.growth import service
from hibachi.growth.errors import LeadClosed, UnknownLead, Unreachable
from hibachi.growth.schemas import Conversion, FollowUp, Lead, LeadFilter, LeadPage, Lost, NewLead
from hibachi.kit.auth import Principal, requires
from hibachi.kit.errors import NotFound
from hibachi.kit.http import CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix="/admin/leads", tags=["leads"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("leads:read"))]
Writer = Annotated[Principal, Depends(requires("leads:write"))]


@router.get("")
async def leads(tx: CurrentTx, who: Reader, wanted: Annotated[LeadFilter, Query()]) -> LeadPage:
    """Leads, newest first."""
    return await service.page(tx, wanted=wanted)


@router.post("", status_code=201, responses=error_responses(Unreachable, NotFound))
async def create_lead(tx: CurrentTx, who: Writer, new: NewLead) -> Lead:
    """Make a lead; a customer's open lead is updated instead."""
    return await service.create_lead(tx, new=new)


@router.get("/conversion")
async def conversion(tx: CurrentTx, who: Reader, start: AwareDatetime, end: AwareDatetime) -> Conversion:
    """What became of the leads of a span of time."""
    return await service.conversion(tx, start=start, end=end)


@router.get("/{lead_id}", responses=error_responses(UnknownLead))
async def lead(tx: CurrentTx, who: Reader, lead_id: UUID) -> Lead:
    """One lead."""
    return await service.get(tx, lead_id=lead_id)


@router.post("/{lead_id}/follow-up", responses=error_responses(UnknownLead, LeadClosed))
async def follow_up(tx: CurrentTx, who: Writer, lead_id: UUID, done: FollowUp) -> Lead:
    """Note that a lead was contacted."""
    return await service.follow_up(tx, lead_id=lead_id, done=done)


@router.post("/{lead_id}/lost", responses=error_responses(UnknownLead, LeadClosed))
async def lost(tx: CurrentTx, who: Writer, lead_id: UUID, given_up: Lost) -> Lead:
    """Give a lead up."""
    return await service.mark_lost(tx, lead_id=lead_id, reason=given_up.reason)

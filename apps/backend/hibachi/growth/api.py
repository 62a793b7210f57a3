"""Leads over HTTP, for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import AwareDatetime

from hibachi.growth import service
from hibachi.growth.errors import LeadClosed, UnknownLead, Unreachable
from hibachi.growth.schemas import Conversion, FollowUp, Inquiry, Lead, LeadFilter, LeadPage, Lost, NewLead, Taken
from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.errors import NotFound, TooMany
from hibachi.kit.guarding import Ceiling, count, count_address
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix=f"{API}/admin/leads", tags=["leads"], route_class=TransactionalRoute)
visitors = APIRouter(prefix=f"{API}/leads", tags=["leads"], route_class=TransactionalRoute)
BY_NETWORK = Ceiling("lead_network", most=10, seconds=600)
BY_PERSON = Ceiling("lead_person", most=5, seconds=86_400)
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


@visitors.post("", status_code=201, dependencies=[Depends(public)], responses=error_responses(Unreachable, TooMany))
async def ask_for_an_answer(tx: CurrentTx, request: Request, said: Inquiry) -> Taken:
    """Leave one's wish and a way to be answered; the same person again brings it up to date."""
    await count_address(tx, request, BY_NETWORK)
    await count(tx, request, BY_PERSON, (said.email or said.phone or "").strip().lower())
    await service.capture_form(tx, inquiry=said)
    return Taken(taken=True)

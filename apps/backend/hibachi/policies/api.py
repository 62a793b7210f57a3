"""Policies over HTTP: what a customer may know, and the owner's versions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request

from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.policies import service
from hibachi.policies.errors import DatedInThePast, InvalidPolicy, NoPolicyInForce, UnknownVersion
from hibachi.policies.processors import Processor, processors
from hibachi.policies.public import PublicPolicies
from hibachi.policies.schemas import PolicyBook, PolicyChange, PolicyVersionInfo

router = APIRouter(prefix=API, tags=["policies"], route_class=TransactionalRoute)

Reader = Annotated[Principal, Depends(requires("policies:read"))]
Writer = Annotated[Principal, Depends(requires("policies:write"))]
VersionNumber = Annotated[int, Path(ge=1, le=2**31 - 1)]


@router.get("/policies/public", dependencies=[Depends(public)], responses=error_responses(NoPolicyInForce))
async def public_policies(tx: CurrentTx) -> PublicPolicies:
    """Prices, menu, slots and policies as they are in force now."""
    return PublicPolicies.of(await service.current(tx))


@router.get("/policies/processors", dependencies=[Depends(public)])
async def services_of_others(request: Request) -> list[Processor]:
    """Which services this installation is connected to, and what each gets of a visitor's data."""
    return list(processors(request.app.state.settings))


@router.get("/admin/policies", responses=error_responses(NoPolicyInForce))
async def policies_in_force(tx: CurrentTx, who: Reader) -> PolicyBook:
    """The whole profile in force now, with its version."""
    return await service.current(tx)


@router.patch("/admin/policies", responses=error_responses(InvalidPolicy, DatedInThePast))
async def change_policies(tx: CurrentTx, who: Writer, wanted: PolicyChange) -> PolicyBook:
    """Put a JSON merge patch over the profile: validated whole, stored as a new dated version, audited."""
    return await service.change(tx, changes=wanted.changes, effective_from=wanted.effective_from, note=wanted.note)


@router.get("/admin/policies/versions")
async def policy_versions(tx: CurrentTx, who: Reader) -> list[PolicyVersionInfo]:
    """Every version: its date, who made it and why; the newest first."""
    return await service.history(tx)


@router.get("/admin/policies/versions/{version}", responses=error_responses(UnknownVersion))
async def policy_version(tx: CurrentTx, who: Reader, version: VersionNumber) -> PolicyBook:
    """One version with its profile."""
    return await service.at_version(tx, version=version)

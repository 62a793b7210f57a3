"""Scripts over HTTP: whoever talks to customers proposes, whoever may change the policies releases and takes back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.learning.scripts import service
from hibachi.learning.scripts.errors import (
    NoSuchProposal,
    NoSuchScript,
    ProposalDecided,
    ScriptChanged,
    ScriptNotReleased,
    ScriptUnsupported,
)
from hibachi.learning.scripts.schemas import (
    NewScript,
    ProposalFilter,
    ProposalPage,
    ScriptBook,
    ScriptProposal,
    ScriptReason,
    ScriptRelease,
    ScriptRemoval,
)
from hibachi.policies.errors import DatedInThePast

router = APIRouter(prefix=f"{API}/admin/scripts", tags=["scripts"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("conversations:read"))]
Writer = Annotated[Principal, Depends(requires("conversations:write"))]
Owner = Annotated[Principal, Depends(requires("policies:write"))]
DECIDED = error_responses(NoSuchProposal, ProposalDecided)


@router.get("")
async def scripts(tx: CurrentTx, who: Reader) -> ScriptBook:
    """The scripts in force, the situations, and the facts that a script may name."""
    return await service.book(tx)


@router.get("/proposals")
async def proposals(tx: CurrentTx, who: Reader, wanted: Annotated[ProposalFilter, Query()]) -> ProposalPage:
    """Changes of scripts that wait, or that were decided, newest first."""
    return await service.page(tx, wanted=wanted)


@router.post("/proposals", status_code=201, responses=error_responses(ScriptUnsupported, NoSuchScript))
async def propose(tx: CurrentTx, who: Writer, new: NewScript) -> ScriptProposal:
    """Propose a new script, or other words for one; it waits for a yes."""
    return await service.propose(tx, new=new)


@router.post("/{key}/removal", status_code=201, responses=error_responses(NoSuchScript))
async def propose_removal(tx: CurrentTx, who: Writer, key: str, wanted: ScriptRemoval) -> ScriptProposal:
    """Propose that a script goes."""
    return await service.propose_removal(tx, key=key, note=wanted.note)


@router.post(
    "/proposals/{proposal_id}/release",
    responses=DECIDED | error_responses(ScriptChanged) | error_responses(ScriptUnsupported, DatedInThePast),
)
async def release(tx: CurrentTx, who: Owner, proposal_id: UUID, wanted: ScriptRelease) -> ScriptProposal:
    """Say yes: the words are a version of the policies, at once or from a day on."""
    return await service.release(tx, proposal_id=proposal_id, wanted=wanted)


@router.post("/proposals/{proposal_id}/reject", responses=DECIDED)
async def reject(tx: CurrentTx, who: Owner, proposal_id: UUID, wanted: ScriptReason) -> ScriptProposal:
    """Say no."""
    return await service.reject(tx, proposal_id=proposal_id, reason=wanted.reason)


@router.post("/proposals/{proposal_id}/undo", responses=error_responses(NoSuchProposal, ScriptNotReleased))
async def undo(tx: CurrentTx, who: Owner, proposal_id: UUID, wanted: ScriptReason) -> ScriptProposal:
    """Take a release back: the words before it are in force again."""
    return await service.undo(tx, proposal_id=proposal_id, reason=wanted.reason)

"""Knowledge over HTTP, for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request

from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.knowledge import service
from hibachi.knowledge.errors import (
    ContradictsPolicy,
    MayNotEnter,
    NothingToLearn,
    NotWaiting,
    NoWayBack,
    PersonalData,
    RenderedEntry,
    SaidAlready,
    UnknownCandidate,
    UnknownEntry,
    UnknownVersion,
)
from hibachi.knowledge.schemas import (
    Found,
    KnowledgeBuilt,
    KnowledgeCandidate,
    KnowledgeEntry,
    KnowledgeFilter,
    KnowledgePage,
    KnowledgePromotion,
    KnowledgeVersion,
    LearntWords,
    NewKnowledge,
    VersionDetail,
)
from hibachi.knowledge.service import Searcher

router = APIRouter(prefix=f"{API}/admin/knowledge", tags=["knowledge"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("knowledge:read"))]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
Writer = Annotated[Principal, Depends(requires("knowledge:write"))]
WORDS = (ContradictsPolicy, PersonalData, SaidAlready)


def searcher(request: Request) -> Searcher:
    """The process's searcher."""
    found: Searcher = request.app.state.searcher
    return found


Search = Annotated[Searcher, Depends(searcher)]


@router.get("")
async def entries(tx: CurrentTx, who: Reader, wanted: Annotated[KnowledgeFilter, Query()]) -> KnowledgePage:
    """The passages in force."""
    return await service.page(tx, wanted=wanted)


@router.get("/search")
async def search(
    tx: CurrentTx, who: Reader, knows: Search, question: Annotated[str, Query(min_length=1, max_length=500)]
) -> Found:
    """What a customer's question would find, with the scores."""
    return await service.look_up(tx, knows, question=question)


@router.post("", status_code=201, responses=error_responses(*WORDS))
async def add_entry(tx: CurrentTx, who: Writer, knows: Search, new: NewKnowledge) -> KnowledgeEntry:
    """Add an entry of your own; it is in force at once."""
    return await service.add(tx, knows, new=new)


@router.get("/versions")
async def versions(tx: CurrentTx, who: Reader) -> list[KnowledgeVersion]:
    """The newest versions, newest first."""
    return await service.listed(tx)


@router.get("/versions/{number}", responses=error_responses(UnknownVersion))
async def version(tx: CurrentTx, who: Reader, number: Number) -> VersionDetail:
    """A version beside the one in force."""
    return await service.detail(tx, number=number)


@router.post("/versions", status_code=202)
async def build_version(tx: CurrentTx, who: Writer, knows: Search) -> KnowledgeBuilt:
    """Build a version with what was learnt now; it is compared in the background and then waits for a decision."""
    return KnowledgeBuilt(version=await service.build_now(tx, knows))


@router.post("/versions/{number}/approve", responses=error_responses(UnknownVersion, NotWaiting))
async def approve_version(tx: CurrentTx, who: Writer, number: Number) -> KnowledgeVersion:
    """Put a version that waits in force."""
    return await service.approve(tx, number=number)


@router.post("/versions/{number}/reject", responses=error_responses(UnknownVersion, NotWaiting))
async def reject_version(tx: CurrentTx, who: Writer, number: Number) -> KnowledgeVersion:
    """Say no to a version that waits."""
    return await service.reject(tx, number=number)


@router.post("/versions/{number}/roll-back", responses=error_responses(UnknownVersion, NoWayBack))
async def roll_back_version(tx: CurrentTx, who: Writer, number: Number) -> KnowledgeVersion:
    """Go back to a version that was in force before."""
    return await service.roll_back(tx, number=number)


@router.get("/candidates")
async def candidates(tx: CurrentTx, who: Reader) -> list[KnowledgeCandidate]:
    """What was learnt and waits for a person."""
    return await service.candidates(tx)


@router.post("/candidates", responses=error_responses(NothingToLearn))
async def promote_reply(tx: CurrentTx, who: Writer, knows: Search, wanted: KnowledgePromotion) -> KnowledgeCandidate:
    """Make a candidate of a reply and the question that it answered."""
    return await service.promote_conversation_to_kb(tx, knows, message_id=wanted.message_id, approved_by=tx.actor.id)


@router.post("/candidates/{candidate_id}/accept", responses=error_responses(UnknownCandidate, MayNotEnter, *WORDS))
async def accept_candidate(
    tx: CurrentTx, who: Writer, knows: Search, candidate_id: UUID, words: LearntWords
) -> KnowledgeEntry:
    """Put a candidate in force, as it stands or in better words."""
    return await service.accept(tx, knows, candidate_id=candidate_id, words=words)


@router.post("/candidates/{candidate_id}/dismiss", status_code=204, responses=error_responses(UnknownCandidate))
async def dismiss_candidate(tx: CurrentTx, who: Writer, candidate_id: UUID) -> None:
    """Say that a candidate is not worth keeping."""
    await service.dismiss(tx, candidate_id=candidate_id)


@router.put("/{entry_id}", responses=error_responses(UnknownEntry, RenderedEntry, *WORDS))
async def change_entry(tx: CurrentTx, who: Writer, knows: Search, entry_id: UUID, new: NewKnowledge) -> KnowledgeEntry:
    """Change the words of an entry."""
    return await service.change(tx, knows, entry_id=entry_id, new=new)


@router.post("/{entry_id}/confirm", responses=error_responses(UnknownEntry, RenderedEntry, ContradictsPolicy))
async def confirm_entry(tx: CurrentTx, who: Writer, entry_id: UUID) -> KnowledgeEntry:
    """Say that an entry still holds."""
    return await service.confirm(tx, entry_id=entry_id)


@router.delete("/{entry_id}", status_code=204, responses=error_responses(UnknownEntry, RenderedEntry))
async def retire_entry(tx: CurrentTx, who: Writer, entry_id: UUID) -> None:
    """Take an entry out."""
    await service.retire(tx, entry_id=entry_id)

"""Knowledge over HTTP, for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import CurrentTx, TransactionalRoute, error_responses
from hibachi.knowledge import service
from hibachi.knowledge.errors import ContradictsPolicy, PersonalData, RenderedEntry, SaidAlready, UnknownEntry
from hibachi.knowledge.schemas import Found, KnowledgeEntry, KnowledgeFilter, KnowledgePage, NewKnowledge
from hibachi.knowledge.service import Searcher

router = APIRouter(prefix="/admin/knowledge", tags=["knowledge"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("knowledge:read"))]
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


@router.put("/{entry_id}", responses=error_responses(UnknownEntry, RenderedEntry, *WORDS))
async def change_entry(tx: CurrentTx, who: Writer, knows: Search, entry_id: UUID, new: NewKnowledge) -> KnowledgeEntry:
    """Change the words of an entry."""
    return await service.change(tx, knows, entry_id=entry_id, new=new)


@router.post("/{entry_id}/confirm", responses=error_responses(UnknownEntry, RenderedEntry))
async def confirm_entry(tx: CurrentTx, who: Writer, entry_id: UUID) -> KnowledgeEntry:
    """Say that an entry still holds."""
    return await service.confirm(tx, entry_id=entry_id)


@router.delete("/{entry_id}", status_code=204, responses=error_responses(UnknownEntry, RenderedEntry))
async def retire_entry(tx: CurrentTx, who: Writer, entry_id: UUID) -> None:
    """Take an entry out."""
    await service.retire(tx, entry_id=entry_id)

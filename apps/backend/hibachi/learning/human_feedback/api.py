"""Human feedback over HTTP, for staff: what needs review, better words, and the corpus of pairs."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from hibachi.conversations.errors import NoSuchMessage, StepRefused
from hibachi.conversations.schemas import Message
from hibachi.conversations.second_look.schemas import LookFilter, LookPage
from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.learning.human_feedback import service
from hibachi.learning.human_feedback.errors import ImprovedMeanwhile, ImprovementUnsupported, NothingImproved
from hibachi.learning.human_feedback.schemas import CorpusPage, Edit, Improved, Improvement, NewImprovement

router = APIRouter(prefix=f"{API}/admin/human-feedback", tags=["human feedback"], route_class=TransactionalRoute)
in_threads = APIRouter(prefix=f"{API}/admin/conversations", tags=["conversations"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("conversations:read"))]
Writer = Annotated[Principal, Depends(requires("conversations:write"))]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]
Limit = Annotated[int, Query(ge=1, le=200)]
REFUSALS = error_responses(NoSuchMessage, StepRefused, ImprovedMeanwhile, ImprovementUnsupported, NothingImproved)


@router.get("/needing-review")
async def needing_review(tx: CurrentTx, who: Reader, wanted: Annotated[LookFilter, Query()]) -> LookPage:
    """Texts of the concierge that people should look at, newest first; filters narrow, `before` pages."""
    return await service.needing_review(tx, wanted=wanted)


@router.get("/messages/{ai_message_id}")
async def revisions(tx: CurrentTx, who: Reader, ai_message_id: UUID) -> list[Improvement]:
    """What people made of one text, the newest first; an improvement names the newest revision."""
    return await service.revisions(tx, subject_id=ai_message_id)


@router.post("", status_code=201, responses=REFUSALS)
async def improve(tx: CurrentTx, who: Writer, new: NewImprovement) -> Improved:
    """Write how one reply should have been, or say that nothing is to be improved; what the customer read stays."""
    return await service.improve(tx, new=new)


@in_threads.patch("/{conversation_id}/messages/{message_id}", responses=REFUSALS)
async def edit(tx: CurrentTx, who: Writer, conversation_id: UUID, message_id: UUID, wanted: Edit) -> Message:
    """Write how a reply should have been; what the customer read stays. An older form of improving one."""
    return await service.rewrite(
        tx, conversation_id=conversation_id, message_id=message_id, better=wanted.content, reason=wanted.reason
    )


@router.get("/corpus")
async def corpus(tx: CurrentTx, who: Reader, offset: Offset = 0, limit: Limit = 50) -> CorpusPage:
    """The pairs to train on, without personal data."""
    return await service.corpus(tx, offset=offset, limit=limit)

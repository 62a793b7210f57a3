"""Drafts over HTTP, for who may review them: all channels, under the names that were given for e-mail."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from hibachi.channels.reviews import service
from hibachi.channels.reviews.schemas import Reviewed
from hibachi.conversations import service as conversations
from hibachi.conversations.errors import (
    AmountsUnconfirmed,
    CustomerOptedOut,
    DraftChanged,
    DraftEnded,
    MessageEmpty,
    NoSuchDraft,
)
from hibachi.conversations.schemas import (
    Approval,
    Autonomy,
    Draft,
    DraftDetail,
    DraftEdit,
    DraftFilter,
    DraftMode,
    DraftPage,
    ModeOrder,
    Rejection,
)
from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix="/api/admin/emails", tags=["drafts"], route_class=TransactionalRoute)
modes = APIRouter(prefix=f"{API}/admin/drafts", tags=["drafts"], route_class=TransactionalRoute)
Reviewer = Annotated[Principal, Depends(requires("drafts:review"))]
Owner = Annotated[Principal, Depends(requires("policies:write"))]
Counting = Annotated[Principal, Depends(requires("metrics:read"))]
REFUSALS = error_responses(NoSuchDraft, DraftEnded, CustomerOptedOut)


@router.get("/pending")
async def pending(tx: CurrentTx, who: Reviewer, wanted: Annotated[DraftFilter, Query()]) -> DraftPage:
    """Drafts, the most urgent and then the oldest first; those that wait, unless another status is asked for."""
    return await conversations.drafts(tx, wanted=wanted)


@router.get("/{draft_id}", responses=error_responses(NoSuchDraft))
async def draft(tx: CurrentTx, who: Reviewer, draft_id: UUID) -> DraftDetail:
    """One draft: the question, the machine's text with what it rests on, the person's, and the digest that approving names."""
    return await conversations.draft_detail(tx, draft_id=draft_id)


@router.post("/{draft_id}/open", responses=error_responses(NoSuchDraft))
async def open_draft(tx: CurrentTx, who: Reviewer, draft_id: UUID) -> Draft:
    """Begin to read: the time until the decision is measured from here."""
    return await conversations.open_draft(tx, draft_id=draft_id)


@router.post("/{draft_id}/approve", responses=REFUSALS | error_responses(DraftChanged, AmountsUnconfirmed))
async def approve(tx: CurrentTx, who: Reviewer, draft_id: UUID, approval: Approval | None = None) -> Reviewed:
    """Approve and send; a second time changes nothing. Name the digest of what you read where others edit too."""
    return await service.approve(tx, draft_id=draft_id, approval=approval or Approval())


@router.put("/{draft_id}/edit", responses=REFUSALS | error_responses(MessageEmpty))
async def edit(tx: CurrentTx, who: Reviewer, draft_id: UUID, wanted: DraftEdit) -> Reviewed:
    """Write it better; it waits on. `unsupported` names the amounts that no fact holds, to be confirmed when approving."""
    return await service.edit(tx, draft_id=draft_id, wanted=wanted)


@router.post("/{draft_id}/reject", responses=REFUSALS)
async def reject(tx: CurrentTx, who: Reviewer, draft_id: UUID, wanted: Rejection) -> Reviewed:
    """Never send it, and answer the customer yourself."""
    return await service.reject(tx, draft_id=draft_id, reason=wanted.reason)


@modes.get("/modes")
async def autonomy(tx: CurrentTx, who: Counting) -> Autonomy:
    """Where drafts are asked for, and how they fared by channel and topic ("143 of 150 sent unchanged")."""
    return await conversations.autonomy(tx)


@modes.put("/modes")
async def set_mode(tx: CurrentTx, who: Owner, order: ModeOrder) -> DraftMode:
    """Turn the switch of a channel and topic: from here on replies wait for a person, or leave by themselves."""
    return await conversations.set_mode(tx, order=order)

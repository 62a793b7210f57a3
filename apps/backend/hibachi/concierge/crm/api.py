"""Notes about conversations over HTTP, for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from hibachi.concierge.crm import service
from hibachi.concierge.crm.errors import UnknownNote
from hibachi.concierge.crm.schemas import CrmNote, NoteEdit
from hibachi.conversations.errors import NoSuchConversation
from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix=f"{API}/admin", tags=["crm notes"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("conversations:read"))]
Writer = Annotated[Principal, Depends(requires("conversations:write"))]


@router.get("/conversations/{conversation_id}/notes", responses=error_responses(NoSuchConversation))
async def notes(tx: CurrentTx, who: Reader, conversation_id: UUID) -> list[CrmNote]:
    """Every version of a conversation's note, the newest first."""
    return await service.of_conversation(tx, conversation_id=conversation_id)


@router.get("/customers/{customer_id}/notes")
async def notes_of_customer(tx: CurrentTx, who: Reader, customer_id: UUID) -> list[CrmNote]:
    """The newest note of each of a person's conversations."""
    return await service.of_customer(tx, customer_id=customer_id)


@router.patch("/crm-notes/{note_id}", responses=error_responses(UnknownNote))
async def edit(tx: CurrentTx, who: Writer, note_id: UUID, change: NoteEdit) -> CrmNote:
    """Say a note better; what was written stays beside it."""
    return await service.edit(tx, note_id=note_id, change=change)

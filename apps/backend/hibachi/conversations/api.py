"""Conversations over HTTP, for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from hibachi.conversations import service
from hibachi.conversations.errors import MessageEmpty, NoSuchConversation, StepRefused
from hibachi.conversations.requests import Closing, Rating, Reason, StaffReply
from hibachi.conversations.schemas import (
    Conversation,
    ConversationDetail,
    ConversationFilter,
    ConversationPage,
    Inbox,
    InboxFilter,
    Message,
    MultiChannel,
    SmsConversation,
    SmsMetrics,
    Undelivered,
    Waiting,
)
from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix=f"{API}/admin/conversations", tags=["conversations"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("conversations:read"))]
Writer = Annotated[Principal, Depends(requires("conversations:write"))]
REFUSALS = error_responses(NoSuchConversation, StepRefused, MessageEmpty)


@router.get("")
async def conversations(tx: CurrentTx, who: Reader, wanted: Annotated[ConversationFilter, Query()]) -> ConversationPage:
    """Conversations, newest first; filters narrow, `before` pages."""
    return await service.page(tx, wanted=wanted)


@router.get("/inbox")
async def inbox(tx: CurrentTx, who: Reader, wanted: Annotated[InboxFilter, Query()]) -> Inbox:
    """Threads with names, last words and what waits in them, the newest talk first; filters narrow, `before` pages."""
    return await service.inbox(tx, wanted=wanted)


@router.get("/waiting")
async def waiting(tx: CurrentTx, who: Reader) -> Waiting:
    """How much waits for staff: hand-overs by urgency, drafts, messages that did not arrive."""
    return await service.waiting_for_staff(tx)


@router.get("/undelivered")
async def undelivered(tx: CurrentTx, who: Reader) -> list[Undelivered]:
    """Messages of the last two weeks that did not arrive, and after which nothing was sent, newest first."""
    return await service.undelivered(tx)


@router.get("/multi-channel")
async def multi_channel(tx: CurrentTx, who: Reader) -> MultiChannel:
    """How many customers write to us on more than one channel."""
    return await service.multi_channel(tx)


@router.get("/sms-metrics")
async def sms_metrics(tx: CurrentTx, who: Reader, days: Annotated[int, Query(ge=1, le=366)] = 7) -> SmsMetrics:
    """How SMS did: delivery, time to reply, conversion."""
    return await service.track_sms_metrics(tx, days=days)


@router.get("/{conversation_id}/sms-metrics", responses=error_responses(NoSuchConversation))
async def sms_conversation(tx: CurrentTx, who: Reader, conversation_id: UUID) -> SmsConversation:
    """The same of one conversation, with its history."""
    return await service.sms_conversation(tx, conversation_id=conversation_id)


@router.get("/{conversation_id}", responses=error_responses(NoSuchConversation))
async def conversation(tx: CurrentTx, who: Reader, conversation_id: UUID) -> ConversationDetail:
    """One conversation: the person, the numbers, and the messages with the facts that the replies rest on."""
    return await service.detail(tx, conversation_id=conversation_id)


@router.post("/{conversation_id}/take-over", responses=REFUSALS)
async def take_over(tx: CurrentTx, who: Writer, conversation_id: UUID, wanted: Reason) -> Conversation:
    """Speak to the customer yourself; the AI is silent from here on."""
    return await service.take_over(tx, conversation_id=conversation_id, reason=wanted.reason)


@router.post("/{conversation_id}/reply", status_code=201, responses=REFUSALS)
async def reply(tx: CurrentTx, who: Writer, conversation_id: UUID, wanted: StaffReply) -> Message:
    """Write to the customer, after taking over."""
    return await service.staff_reply(tx, conversation_id=conversation_id, text=wanted.text)


@router.post("/{conversation_id}/hand-back", responses=REFUSALS)
async def hand_back(tx: CurrentTx, who: Writer, conversation_id: UUID) -> Conversation:
    """Let the AI speak again."""
    return await service.hand_back(tx, conversation_id=conversation_id)


@router.post("/{conversation_id}/close", responses=REFUSALS)
async def close(tx: CurrentTx, who: Writer, conversation_id: UUID, wanted: Closing) -> Conversation:
    """End the conversation; the customer's next message starts a new one."""
    return await service.close(tx, conversation_id=conversation_id, successful=wanted.successful, reason=wanted.reason)


@router.post("/{conversation_id}/satisfaction", responses=REFUSALS)
async def rate(tx: CurrentTx, who: Writer, conversation_id: UUID, wanted: Rating) -> Conversation:
    """Enter what the customer answered to the survey."""
    return await service.rate(tx, conversation_id=conversation_id, score=wanted.score)

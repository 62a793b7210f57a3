"""The web chat's public door. What a visitor says of themselves is a claim and opens nothing personal."""

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request
from fastapi.responses import StreamingResponse

from hibachi.concierge.doors import WEB_CHAT, Door, public_answer
from hibachi.concierge.entry import InquiryContext, process_inquiry
from hibachi.concierge.errors import OnlyWebChat
from hibachi.concierge.schemas import MESSAGE_ID, ChatAnswer, ChatMessage
from hibachi.concierge.streaming import events
from hibachi.kit.auth import public
from hibachi.kit.errors import InvalidInput, NotFound
from hibachi.kit.http import API, error_responses

router = APIRouter(prefix=f"{API}/chat", tags=["chat"])
EVENTS: dict[str, Any] = {"description": "Events", "content": {"text/event-stream": {}}}
IdempotencyKey = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=100)]


@router.post("/messages", dependencies=[Depends(public)], responses=error_responses(InvalidInput, NotFound))
async def say(request: Request, message: ChatMessage, idempotency_key: IdempotencyKey = None) -> ChatAnswer:
    """Say something to the concierge; answers when the reply is decided (null where a human has taken over)."""
    wanted = _public(message, idempotency_key)
    answered = await process_inquiry(_door(request), wanted.text, wanted.channel, _context(wanted))
    return ChatAnswer(
        conversation_id=answered.conversation_id,
        message_id=answered.message_id,
        speaker=answered.speaker,
        reply=answered.reply,
    )


@router.post(
    "/stream",
    dependencies=[Depends(public)],
    response_class=StreamingResponse,
    responses={**error_responses(InvalidInput, NotFound), 200: EVENTS},
)
async def stream(request: Request, message: ChatMessage, idempotency_key: IdempotencyKey = None) -> StreamingResponse:
    """The same as server-sent events: `status` while the concierge works, the checked reply in `piece`s, `done`."""
    wanted, door = _public(message, idempotency_key), _door(request)

    async def decide(tell: Callable[[str], None]) -> ChatAnswer:
        return public_answer(await door.public_turn(wanted, tell=tell))

    return StreamingResponse(events(decide), media_type="text/event-stream", headers={"Cache-Control": "no-cache"})


def _context(message: ChatMessage) -> InquiryContext:
    who = {f"customer_{name}": value for name, value in message.customer.model_dump().items()}
    return InquiryContext(conversation_id=message.conversation_id, message_id=message.message_id, **who)


def _public(message: ChatMessage, idempotency_key: str | None) -> ChatMessage:
    if message.channel != WEB_CHAT:
        raise OnlyWebChat()
    if message.message_id is None and idempotency_key is not None:
        return message.model_copy(update={"message_id": _as_id(idempotency_key)})
    return message


def _as_id(key: str) -> str:
    """A key as a message's id: the key itself where an id may look like it, otherwise (it has spaces) its digest."""
    return key if re.fullmatch(MESSAGE_ID, key) else sha256(key.encode()).hexdigest()


def _door(request: Request) -> Door:
    door: Door = request.app.state.runtime.door
    return door

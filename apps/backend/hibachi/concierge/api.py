"""The web chat's public door. What a visitor says of themselves is a claim and opens nothing personal."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request

from hibachi.concierge.doors import WEB_CHAT, Door, public_answer
from hibachi.concierge.errors import OnlyWebChat
from hibachi.concierge.schemas import ChatAnswer, ChatMessage
from hibachi.kit.auth import public
from hibachi.kit.errors import InvalidInput, NotFound
from hibachi.kit.http import error_responses

router = APIRouter(prefix="/api/v1/chat", tags=["chat"])
IdempotencyKey = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=100)]


@router.post("/messages", dependencies=[Depends(public)], responses=error_responses(InvalidInput, NotFound))
async def say(request: Request, message: ChatMessage, idempotency_key: IdempotencyKey = None) -> ChatAnswer:
    """Say something to the concierge; answers when the reply is decided (null where a human has taken over)."""
    if message.channel != WEB_CHAT:
        raise OnlyWebChat()
    if message.message_id is None and idempotency_key is not None:
        message = message.model_copy(update={"message_id": idempotency_key})
    door: Door = request.app.state.runtime.door
    return public_answer(await door.public_turn(message))

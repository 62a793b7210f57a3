"""Which messages wait for their reply, and what became of one."""

from datetime import timedelta
from uuid import UUID

from hibachi.conversations import repository
from hibachi.conversations import turns_repository as turns
from hibachi.conversations.errors import NoSuchConversation
from hibachi.conversations.schemas import Conversation, Message, ReplyState
from hibachi.conversations.service.drafting import is_drafted
from hibachi.kit.db import Tx


async def waiting(tx: Tx, *, longer_than: timedelta, limit: int = 100) -> list[UUID]:
    """Threads in which a message has waited for the AI that long and nobody is thinking about it."""
    return list(await turns.waiting(tx, since=tx.now - longer_than, limit=limit))


async def reply_to(tx: Tx, *, message_id: UUID) -> ReplyState:
    """What became of a customer's message: decided once it has a reply or a draft, or when no machine may
    speak there."""
    message, reply, thread = await repository.with_reply(tx, message_id)
    if message is None or thread is None:
        raise NoSuchConversation()
    conversation = Conversation.model_validate(thread)
    if reply is not None:
        return ReplyState(decided=True, reply=Message.model_validate(reply), conversation=conversation)
    silent = thread.status != "ai" or await repository.opted_out(tx, thread.customer_id, thread.channel)
    drafted = silent or await is_drafted(tx, conversation_id=thread.id, sequences=[message.sequence])
    return ReplyState(decided=drafted, reply=None, conversation=conversation)

"""A customer's message comes in: stored once, in the right thread."""

import logging

from hibachi.conversations import repository, rules
from hibachi.conversations.errors import MessageIdReused, NoSuchConversation
from hibachi.conversations.models import ConversationRow, MessageRow
from hibachi.conversations.schemas import Conversation, Inbound, Message, Received
from hibachi.kit.db import Tx

log = logging.getLogger(__name__)


async def receive(tx: Tx, *, inbound: Inbound) -> Received:
    """Store a customer's message: two statements in a new, a living or a named thread, and one for a provider's id.

    The thread is the one named, or the customer's open one on this channel (ai or escalated, its last message younger
    than rules.CONTINUES_FOR), or a new one; a closed thread that is named is not continued either. A provider's id
    that is known gives the first message back with duplicate=True, and nothing is written.
    Raises MessageEmpty, MessageTooLong, MessageUnreadable, MessageIdReused (the id belongs to another text, thread or
    person) and NoSuchConversation (not this customer's on this channel).
    """
    content = rules.readable(inbound.text)
    known = await _known(tx, inbound, content)
    if known is not None:
        return known
    thread = await _thread(tx, inbound)
    stored = await repository.add_inbound(tx, thread, inbound, content)
    if stored is None:
        return await _known(tx, inbound, content) or _reused()
    moved = {
        "last_message_at": tx.now,
        "updated_at": tx.now,
        "channel_metadata": {**thread.channel_metadata, **inbound.channel_metadata},
    }
    conversation = Conversation.model_validate(thread).model_copy(update=moved)
    return _received(conversation, stored, duplicate=False)


async def _known(tx: Tx, inbound: Inbound, content: str) -> Received | None:
    if inbound.provider_message_id is None:
        return None
    earlier = await repository.earlier(tx, inbound.channel, inbound.provider_message_id)
    if earlier is None:
        return None
    thread = await repository.read(tx, earlier.conversation_id)
    same_thread = inbound.conversation_id in (None, earlier.conversation_id)
    if thread is None or thread.customer_id != inbound.customer_id or not same_thread or earlier.content != content:
        raise MessageIdReused()
    return _received(Conversation.model_validate(thread), earlier, duplicate=True)


def _reused() -> Received:
    raise MessageIdReused()


async def _thread(tx: Tx, inbound: Inbound) -> ConversationRow:
    named = await _named(tx, inbound)
    if named is not None and named.status != "closed":
        return named
    silent_since = tx.now - rules.CONTINUES_FOR
    thread = await _open(tx, inbound)
    if thread.last_message_at >= silent_since:
        return thread
    await repository.abandon_stale(tx, inbound, silent_since=silent_since)
    return await _open(tx, inbound)


async def _open(tx: Tx, inbound: Inbound) -> ConversationRow:
    return await repository.open_thread(
        tx, channel=inbound.channel, customer_id=inbound.customer_id, channel_metadata=inbound.channel_metadata
    )


async def _named(tx: Tx, inbound: Inbound) -> ConversationRow | None:
    if inbound.conversation_id is None:
        return None
    named = await repository.lock(tx, inbound.conversation_id)
    if named is None or named.customer_id != inbound.customer_id or named.channel != inbound.channel:
        raise NoSuchConversation()
    return named


def _received(conversation: Conversation, row: MessageRow, *, duplicate: bool) -> Received:
    message = Message.model_validate(row)
    seen = {
        "conversation_id": str(conversation.id),
        "customer_id": str(conversation.customer_id),
        "channel": conversation.channel,
        "message_id": str(message.id),
        "duplicate": duplicate,
    }
    log.info("message received", extra=seen)
    return Received(conversation=conversation, message=message, duplicate=duplicate)

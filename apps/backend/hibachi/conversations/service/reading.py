"""What was said, by whom, and how it went."""

from collections.abc import Collection, Sequence
from uuid import UUID

from hibachi.conversations import repository, rules
from hibachi.conversations.errors import NoSuchConversation
from hibachi.conversations.escalations import repository as escalations
from hibachi.conversations.models import MessageRow
from hibachi.conversations.schemas import (
    Analytics,
    Context,
    Conversation,
    ConversationDetail,
    ConversationFilter,
    ConversationPage,
    Message,
    Packet,
    Speaker,
)
from hibachi.conversations.service.moods import felt
from hibachi.conversations.service.reviewing import pending_draft
from hibachi.customers import service as customers
from hibachi.customers.schemas import ChannelName, Customer
from hibachi.kit.db import Tx

SHOWN = 200
"""Messages of a thread that staff see at once."""


async def get(tx: Tx, *, conversation_id: UUID) -> Conversation:
    """A conversation of an id; raises NoSuchConversation."""
    thread = await repository.read(tx, conversation_id)
    if thread is None:
        raise NoSuchConversation()
    return Conversation.model_validate(thread)


async def some(tx: Tx, *, conversation_ids: Collection[UUID]) -> dict[UUID, Conversation]:
    """Conversations of these ids, by their id."""
    rows = await repository.some(tx, conversation_ids) if conversation_ids else ()
    return {row.id: Conversation.model_validate(row) for row in rows}


async def speaker(tx: Tx, *, conversation_id: UUID) -> Speaker:
    """Who speaks now: "human" from the escalation until it is handed back; raises NoSuchConversation."""
    return rules.speaker((await get(tx, conversation_id=conversation_id)).status)


async def history(tx: Tx, *, conversation_id: UUID, limit: int = 20) -> list[Message]:
    """The last messages of a thread, oldest first."""
    return _messages(await repository.newest_of_thread(tx, conversation_id, limit))


async def unanswered(tx: Tx, *, conversation_id: UUID) -> list[Message]:
    """The customer's messages that have no reply yet, oldest first."""
    return _messages(await repository.unanswered(tx, conversation_id))


async def find_message(tx: Tx, *, channel: ChannelName, provider_message_id: str) -> Message | None:
    """The message that a channel's provider gave this id; None when it never came."""
    row = await repository.earlier(tx, channel, provider_message_id)
    return None if row is None else Message.model_validate(row)


async def threads(tx: Tx, *, customer_id: UUID) -> list[Conversation]:
    """A person's conversations on every channel, the newest talk first."""
    return [Conversation.model_validate(row) for row in await repository.threads(tx, customer_id)]


async def customer_history(tx: Tx, *, customer_id: UUID, limit: int = 50) -> list[Message]:
    """The last messages of a person across their threads, oldest first; each names its thread."""
    return _messages(await repository.newest(tx, repository.of_customer(customer_id), limit))


async def get_context(tx: Tx, *, phone: str | None = None, email: str | None = None, limit: int = 20) -> Context | None:
    """Who writes from a proven e-mail address, else number, and their newest thread; None when they are not known.

    Only the channel's provider may vouch for the address given. Raises InvalidPhone, InvalidEmail.
    """
    person = await _person(tx, phone=phone, email=email)
    found = await threads(tx, customer_id=person.id) if person else []
    if person is None or not found:
        return None
    said = await history(tx, conversation_id=found[0].id, limit=limit)
    return Context(id=found[0].id, customer=person, conversation=found[0], history=said)


async def numbers(tx: Tx, *, conversation_id: UUID) -> Analytics:
    """The numbers of a conversation; raises NoSuchConversation."""
    await get(tx, conversation_id=conversation_id)
    return Analytics.model_validate(await repository.analytics(tx, conversation_id))


async def page(tx: Tx, *, wanted: ConversationFilter) -> ConversationPage:
    """Conversations that fit, newest first, a page at a time."""
    rows = await repository.page(tx, wanted)
    found = [Conversation.model_validate(row) for row in rows[: wanted.limit]]
    return ConversationPage(conversations=found, next=found[-1].id if len(rows) > wanted.limit else None)


async def packet(tx: Tx, *, escalation_id: UUID) -> Packet | None:
    """What was handed over with a conversation; None for no such hand-over."""
    row = await escalations.get(tx, escalation_id)
    return Packet.model_validate(row) if row else None


async def detail(tx: Tx, *, conversation_id: UUID) -> ConversationDetail:
    """A conversation as staff see it: the person, the numbers, and the messages with their facts."""
    thread = await get(tx, conversation_id=conversation_id)
    handed = await escalations.newest(tx, conversation_id)
    return ConversationDetail(
        conversation=thread,
        customer=await customers.get(tx, customer_id=thread.customer_id),
        analytics=await numbers(tx, conversation_id=conversation_id),
        speaker=rules.speaker(thread.status),
        opted_out=await repository.opted_out(tx, thread.customer_id, thread.channel),
        escalation=Packet.model_validate(handed) if handed else None,
        draft=await pending_draft(tx, conversation_id=conversation_id),
        messages=await felt(tx, messages=await history(tx, conversation_id=conversation_id, limit=SHOWN)),
    )


async def _person(tx: Tx, *, phone: str | None, email: str | None) -> Customer | None:
    found = await customers.known_by(tx, kind="email", value=email) if email else None
    if found is None and phone:
        found = await customers.known_by(tx, kind="phone", value=phone)
    return found


def _messages(rows: Sequence[MessageRow]) -> list[Message]:
    return [Message.model_validate(row) for row in rows]

"""How a message of the chat becomes a turn: the public web chat's claims, and the sandbox's proven channels."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from pydantic import JsonValue

from hibachi.concierge.errors import MessageIdTooShort, StillThinking
from hibachi.concierge.orchestrator import Concierge
from hibachi.concierge.schemas import ChatAnswer, ChatMessage, ChatReplyText
from hibachi.concierge.turn import silently
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Conversation, Inbound, Message, Received
from hibachi.customers import service as customers
from hibachi.customers.schemas import ChannelName, Contact
from hibachi.kit.auth import Actor
from hibachi.kit.db import Database, Tx
from hibachi.kit.errors import NotFound

WEB_CHAT: ChannelName = "web_chat"
VISITOR = Actor("customer", name="web chat visitor")
CLAIMED: dict[str, JsonValue] = {"proven": False, "pulled": True}
"""Of a thread whose writer nobody proves: its replies are the answers to their own requests."""
SHORTEST_FIRST_ID = 16
WAIT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Decided:
    """A message and what became of it."""

    conversation: Conversation
    message: Message
    message_id: str
    reply: Message | None


class Door:
    """Stores what comes in, lets the concierge answer, and waits for the decision."""

    def __init__(self, db: Database, concierge: Concierge) -> None:
        self._db = db
        self._concierge = concierge

    async def public_turn(self, said: ChatMessage, *, tell: Callable[[str], None] = silently) -> Decided:
        """A visitor's message: their customer is that of the conversation, or a new one whose claims prove nothing."""
        return await self.decide(await self.receive_public(said), said, tell=tell)

    async def receive_public(self, said: ChatMessage) -> Received:
        """Store a visitor's message; whatever happens now, it is answered."""
        async with self._db.transaction(VISITOR) as tx:
            return await self._receive_claimed(tx, said)

    async def decide(self, received: Received, said: ChatMessage, *, tell: Callable[[str], None] = silently) -> Decided:
        """Answer what waits, or wait for who is answering it; raises StillThinking when that takes too long."""
        return await self._decide(received, said, tell)

    async def proven_turn(self, said: ChatMessage, customer_id: UUID) -> Decided:
        """A message of a customer whom the channel proves (the sandbox; channels have this door later)."""
        async with self._db.transaction(Actor("customer", customer_id)) as tx:
            metadata: dict[str, JsonValue] = {"proven": True, "handle": said.customer.handle, "pulled": True}
            received = await self._concierge.receive(tx, _inbound(said, customer_id, said.message_id, metadata))
        return await self._decide(received, said)

    async def _receive_claimed(self, tx: Tx, said: ChatMessage) -> Received:
        message_id = said.message_id
        if said.conversation_id is not None:
            conversation = await conversations.get(tx, conversation_id=said.conversation_id)
            if conversation.channel != said.channel:
                raise NotFound()
            customer_id = conversation.customer_id
            message_id = message_id and f"{conversation.id}:{message_id}"
        else:
            customer_id = await self._visitor(tx, said)
        return await self._concierge.receive(tx, _inbound(said, customer_id, message_id, CLAIMED))

    async def _visitor(self, tx: Tx, said: ChatMessage) -> UUID:
        if said.message_id is not None:
            if len(said.message_id) < SHORTEST_FIRST_ID:
                raise MessageIdTooShort()
            await tx.lock(f"{said.channel}:{said.message_id}")
            earlier = await conversations.find_message(tx, channel=said.channel, provider_message_id=said.message_id)
            if earlier is not None:
                conversation = await conversations.get(tx, conversation_id=earlier.conversation_id)
                return conversation.customer_id
        contact = Contact(channel=said.channel, **said.customer.model_dump())
        return (await customers.resolve(tx, contact=contact, proven=False)).id

    async def _decide(self, received: Received, said: ChatMessage, tell: Callable[[str], None] = silently) -> Decided:
        message_id = said.message_id or str(received.message.id)
        replies: dict[UUID, Message] = {}
        if received.message.answered_by is None and received.conversation.status == "ai":
            await self._concierge.answer(received.conversation.id, tell=tell, replies=replies)
        if reply := replies.get(received.message.id):
            return Decided(received.conversation, received.message, message_id, reply)
        state = await self._concierge.decided(received.message.id, within=WAIT_SECONDS)
        if not state.decided:
            raise StillThinking()
        return Decided(state.conversation, received.message, message_id, state.reply)


def _inbound(said: ChatMessage, customer_id: UUID, message_id: str | None, metadata: dict[str, JsonValue]) -> Inbound:
    return Inbound(
        channel=said.channel,
        customer_id=customer_id,
        text=said.text,
        provider_message_id=message_id,
        conversation_id=said.conversation_id,
        channel_metadata=metadata,
    )


def public_answer(decided: Decided) -> ChatAnswer:
    """What a visitor gets to see of a decided message."""
    return ChatAnswer(
        conversation_id=decided.conversation.id,
        message_id=decided.message_id,
        speaker="human" if decided.conversation.status == "escalated" else "ai",
        reply=ChatReplyText(id=decided.reply.id, text=decided.reply.content) if decided.reply else None,
    )

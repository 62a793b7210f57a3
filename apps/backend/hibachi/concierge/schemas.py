"""What goes in and out of the chat."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from hibachi.customers.schemas import Channel, Said

LONGEST = 4000
MESSAGE_ID = r"^[\x21-\x7e]+$"
MessageId = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=MESSAGE_ID)]


class ChatCustomer(BaseModel):
    """What is said of the customer. On the public web chat it is a claim that opens nothing."""

    model_config = ConfigDict(extra="forbid")
    name: Said = None
    phone: Said = None
    email: Said = None
    handle: Said = None


class ChatMessage(BaseModel):
    """One message of a customer."""

    model_config = ConfigDict(extra="forbid")
    conversation_id: UUID | None = None
    message_id: MessageId | None = Field(None, description="Makes the message idempotent; make it unguessable.")
    channel: Channel = "web_chat"
    customer: ChatCustomer = Field(default_factory=ChatCustomer)
    text: str = Field(min_length=1, max_length=LONGEST)


class ChatReplyText(BaseModel):
    """The words that answer; `id` is what a vote on them names."""

    id: UUID
    text: str


class ChatAnswer(BaseModel):
    """The public answer: the words, and whether a machine or a human speaks."""

    conversation_id: UUID
    message_id: str
    speaker: str
    reply: ChatReplyText | None


class Amount(BaseModel):
    """An amount that the reply says, and the fact that it traces to."""

    value: str
    source: str


class TracedReply(BaseModel):
    """The words, and where each amount comes from."""

    text: str
    amounts: list[Amount]


class TracedAnswer(BaseModel):
    """The sandbox's answer: everything that the reply rests on."""

    conversation_id: UUID
    message_id: str
    speaker: str
    reply: TracedReply | None
    intent: str | None
    agent: str | None
    emotion: dict[str, Any] | None
    tools: list[dict[str, Any]]
    escalation: dict[str, str] | None

"""The frames of the web chat's WebSocket, as JSON objects that name their type."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from hibachi.concierge.schemas import LONGEST, ChatCustomer, MessageId


class Frame(BaseModel):
    """Base of what a browser sends."""

    model_config = ConfigDict(extra="forbid")


class Hello(Frame):
    """Go on with a conversation: what came after the last sequence that this browser has seen follows."""

    type: Literal["hello"]
    conversation_id: UUID
    after: int = Field(0, ge=0)


class Say(Frame):
    """Say something. The same message_id again is the same message."""

    type: Literal["say"]
    message_id: MessageId
    text: str = Field(min_length=1, max_length=LONGEST)
    customer: ChatCustomer = Field(default_factory=ChatCustomer)


class Ping(Frame):
    """Is anybody there?"""

    type: Literal["ping"]


FRAMES: TypeAdapter[Hello | Say | Ping] = TypeAdapter(Annotated[Hello | Say | Ping, Field(discriminator="type")])
Incoming = Hello | Say | Ping

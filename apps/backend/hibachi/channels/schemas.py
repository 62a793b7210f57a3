"""What goes in: a message that a provider vouches for."""

from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue

from hibachi.customers.schemas import Channel, Contact


class Arrived(BaseModel):
    """A customer's message as its provider delivered it, verified and stored raw before.

    contact: proven addresses only. addressed_to: which of ours they wrote to (number, page, mailbox); the reply leaves
    from there. metadata: what the way back needs, such as {"subject", "message_id", "references"} or {"page_id"}.
    """

    model_config = ConfigDict(frozen=True)
    channel: Channel
    contact: Contact
    text: str
    provider_message_id: Annotated[str, Field(min_length=1, max_length=200)]
    received_at: AwareDatetime
    metadata: dict[str, JsonValue] = Field(default_factory=dict)
    addressed_to: str | None = None

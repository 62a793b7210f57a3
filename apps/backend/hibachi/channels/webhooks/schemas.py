"""What goes in and out of a door: a request as it came, an event as it is kept, what an event says happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, JsonValue

Provider = Literal["twilio", "ringcentral", "meta"]
DeliveryState = Literal["sent", "delivered", "read", "failed"]


@dataclass(frozen=True, slots=True)
class RawRequest:
    """A request before anything of it was read. url: as the provider knows it, with the query; address: who calls."""

    url: str
    headers: Mapping[str, str]
    body: bytes
    address: str


@dataclass(frozen=True, slots=True)
class NewEvent:
    """One verified event. event_id: unique at the provider; at: when it happened, as the provider says, if it does."""

    provider: Provider
    event_id: str
    kind: str
    payload: dict[str, JsonValue]
    at: datetime | None = None


class StoredEvent(BaseModel):
    """An event as it is kept."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    provider: Provider
    event_id: str
    kind: str
    payload: dict[str, JsonValue]
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Reported:
    """A provider says what became of a message that we sent."""

    provider: str
    provider_message_id: str
    state: DeliveryState
    code: str | None = None

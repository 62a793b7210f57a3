"""What goes in and out of a door: a request as it came, an event as it is kept, what an event says happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, JsonValue

from hibachi.channels.schemas import Arrived
from hibachi.customers.schemas import ChannelName

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
    """One verified event. event_id: unique at the provider; at: when it happened, as the provider says, if it does.

    wait: act on it so much later, because what it is about may not be known here yet.
    """

    provider: Provider
    event_id: str
    kind: str
    payload: dict[str, JsonValue]
    at: datetime | None = None
    wait: timedelta | None = None


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
    """A provider says what became of a message that we sent.

    outbox_id: our own id of it, where the provider gives it back: then it also tells of a sending that had no answer.
    """

    provider: str
    provider_message_id: str
    state: DeliveryState
    code: str | None = None
    outbox_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ReportedUntil:
    """A provider says what became of all that somebody was sent until an instant, and names no message."""

    provider: str
    recipient: str
    until: datetime
    state: DeliveryState


@dataclass(frozen=True, slots=True)
class Echoed:
    """Something was written to a customer in our name, at the provider's: by us, or by a person in its own inbox."""

    channel: ChannelName
    handle: str
    provider_message_id: str
    text: str


Happening = Arrived | Reported | ReportedUntil | Echoed

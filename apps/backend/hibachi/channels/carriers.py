"""What carries a message to a customer: one carrier a provider, all with the same answers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from hibachi.customers.schemas import ChannelName


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One part of one message on its way out. id: the outbox row, the idempotency key at the provider."""

    id: UUID
    channel: ChannelName
    to: str
    text: str
    sender: str | None = None
    subject: str | None = None
    html: str | None = None
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    quick_replies: tuple[str, ...] = ()
    tag: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A provider took the message over, under this id of its own."""

    provider: str
    provider_message_id: str


class CarrierBusy(Exception):
    """Not now (429, 5xx, refused connection): nothing was accepted; try again, after `retry_after` seconds if told."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class CarrierRefused(Exception):
    """Never (bad number, blocked, outside the window): trying again would not help. code: the provider's own."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class CarrierUncertain(Exception):
    """Unknown (time-out or a cut connection after the request was sent): it may have been accepted."""


class Carrier(Protocol):
    """Speaks to one provider. `send` raises the three exceptions above and no other for what a provider does."""

    name: str
    channels: frozenset[ChannelName]
    safe_to_repeat: bool

    async def send(self, outgoing: Outgoing) -> Accepted:
        """Hand one message over. safe_to_repeat: sending the same id again is one message at the provider."""
        ...

    async def find(self, outgoing: Outgoing, *, others: Collection[str] = ()) -> Accepted | None:
        """What became of a send whose outcome is unknown; None when the provider holds no such message.

        others: the provider's ids of our other messages to the same person: the same words may be said twice.
        """
        ...

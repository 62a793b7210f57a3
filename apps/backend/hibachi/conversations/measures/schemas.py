"""The numbers of conversations."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from hibachi.customers.schemas import ChannelName
from hibachi.kit.money import Money


class Counted(BaseModel):
    """Base of what is only read."""

    model_config = ConfigDict(frozen=True)


class Analytics(Counted):
    """The numbers of one conversation."""

    model_config = ConfigDict(from_attributes=True)

    conversation_id: UUID
    total_messages: int
    avg_confidence: float | None
    resolution_status: str
    customer_satisfaction: int | None
    first_response_time_seconds: float | None
    total_cost_usd: Decimal
    booking_converted: bool
    booking_value_usd: Money | None
    tone_score: float | None
    successful_outcome: bool


class Spoken(Counted):
    """How often the AI spoke, and in how many conversations."""

    replies: int
    conversations: int


class MultiChannel(Counted):
    """Customers by the number of channels that they wrote on; rate: the share of those with more than one, 0..1."""

    customers: int
    by_channels: dict[int, int]
    multi_channel: int
    rate: float | None


class SmsNumbers(Counted):
    """Parts that left, arrived and failed; delivery_rate: of those that left, 0..1. Seconds from question to reply."""

    sent: int
    delivered: int
    failed: int
    delivery_rate: float | None
    replies: int
    median_response_seconds: float | None
    p95_response_seconds: float | None


class SmsMetrics(SmsNumbers):
    """How SMS did over some days: the conversations that were talked in, and how many led to a party."""

    days: int
    conversations: int
    booked: int
    conversion_rate: float | None
    booking_value: Money


class SmsLine(Counted):
    """One message; state: of its last part on its way out, None for what came in."""

    role: str
    content: str
    at: datetime
    state: str | None


class SmsConversation(SmsNumbers):
    """One conversation by SMS, with its history, oldest first."""

    conversation_id: UUID
    booking_converted: bool
    booking_value: Money | None
    history: list[SmsLine]


class ChannelLife(Counted):
    """The pulse of a channel: the last words of a customer and to one, and the parts that wait or failed of late."""

    channel: ChannelName
    last_in: datetime | None
    last_out: datetime | None
    waiting: int
    failed: int

"""What happened to parties."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from hibachi.calendar.schemas import WallTime
from hibachi.kit.events import Event
from hibachi.kit.money import Money


class BookingEvent(Event):
    """Something happened to one party of one customer."""

    booking_id: UUID
    customer_id: UUID


class BookingHeld(BookingEvent):
    """A time is kept for a customer who has not said yes yet."""

    expires_at: datetime


class BookingRequested(BookingEvent):
    """The customer said yes; the deposit is awaited until expires_at."""

    total: Money
    deposit: Money
    expires_at: datetime


class BookingConfirmed(BookingEvent):
    """The deposit is there, or staff brought the party in as confirmed."""

    total: Money


class BookingChanged(BookingEvent):
    """Staff or customer changed the party; old and new value by field, amounts as "1100.00"."""

    changes: dict[str, tuple[Any, Any]]
    revision: int


class BookingCancelled(BookingEvent):
    """The party will not happen. refund: what of the deposit is owed back."""

    reason: str
    refund: Money


class BookingCompleted(BookingEvent):
    """The party is over."""


class BookingNoShow(BookingEvent):
    """The chef came and nobody was there."""


class HoldExpired(BookingEvent):
    """The time ran out before the yes (held) or before the deposit (deposit_pending)."""

    was: Literal["held", "deposit_pending"]


class DepositPaid(BookingEvent):
    """Money for the deposit arrived. Not placed: the time was gone, so it is to be refunded or moved."""

    amount: Money
    method: str
    placed: bool


class GuestChose(BookingEvent):
    """A guest of the party said, or said anew, what they eat. What of it staff must know is read where it is kept."""

    choice_id: UUID


class BookingRefused(Event):
    """Somebody wanted a party and could not have it then."""

    customer_id: UUID
    name: str | None
    phone: str | None
    email: str | None
    code: str
    sentence: str
    event_date: date
    event_time: WallTime
    zip: str
    adults: int
    children: int
    toddlers: int
    event_type: str | None

"""What happened to leads."""

from uuid import UUID

from hibachi.kit.events import Event


class LeadCaptured(Event):
    """Somebody wants a party and has none yet."""

    lead_id: UUID
    customer_id: UUID | None
    source: str


class LeadConverted(Event):
    """A lead has a party."""

    lead_id: UUID
    booking_id: UUID

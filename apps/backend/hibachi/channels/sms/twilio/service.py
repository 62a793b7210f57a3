"""Use cases of Twilio: what a signed request says, as an event; what an event says happened."""

from uuid import UUID

from pydantic import SecretStr

from hibachi.channels.schemas import Arrived
from hibachi.channels.sms.twilio import rules
from hibachi.channels.webhooks.rules import single
from hibachi.channels.webhooks.schemas import NewEvent, RawRequest, Reported, StoredEvent
from hibachi.customers.schemas import Contact

__all__ = ["happened", "message_event", "status_event"]


def message_event(token: SecretStr, request: RawRequest) -> list[NewEvent]:
    """The message that a request hands over; none where it is about something else.

    Raises Unverified, and Unreadable for what was signed and is no message.
    """
    fields = single(rules.verified(token.get_secret_value(), request))
    if not rules.is_message(fields):
        return []
    return [NewEvent("twilio", fields["MessageSid"], "message", dict(fields))]


def status_event(token: SecretStr, request: RawRequest, outbox_id: UUID) -> list[NewEvent]:
    """What became of a message that we sent, once for each state; none where that says nothing new."""
    fields = single(rules.verified(token.get_secret_value(), request))
    status = fields.get("MessageStatus", "")
    if not fields.get("MessageSid") or status not in rules.STATES:
        return []
    payload = {**fields, "outbox_id": str(outbox_id)}
    return [NewEvent("twilio", f"{fields['MessageSid']}:{status}", "status", dict(payload))]


def happened(event: StoredEvent) -> list[Arrived | Reported]:
    """What an event says: one message arrived, or one was sent, delivered, read or failed."""
    fields = {name: str(value) for name, value in event.payload.items()}
    if event.kind == "status":
        return [
            Reported("twilio", fields["MessageSid"], rules.STATES[fields["MessageStatus"]], fields.get("ErrorCode"))
        ]
    return [
        Arrived(
            channel="sms",
            contact=Contact(channel="sms", phone=fields["From"]),
            text=rules.text_of(fields),
            provider_message_id=fields["MessageSid"],
            received_at=event.received_at,
            metadata=rules.noted(fields),
            addressed_to=fields.get("To"),
        )
    ]

"""Use cases of Twilio: what a signed request says, as an event; what an event says happened."""

from datetime import datetime
from uuid import UUID

from pydantic import JsonValue, SecretStr

from hibachi.channels.schemas import Arrived
from hibachi.channels.sms.twilio import rules
from hibachi.channels.sms.twilio.gateway import Twilio
from hibachi.channels.sms.twilio.schemas import Message
from hibachi.channels.webhooks.rules import instant, single
from hibachi.channels.webhooks.schemas import NewEvent, RawRequest, Reported, StoredEvent
from hibachi.customers.schemas import Contact

__all__ = ["happened", "message_event", "missed", "status_event"]


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
        own = UUID(fields["outbox_id"]) if fields.get("outbox_id") else None
        state = rules.STATES[fields["MessageStatus"]]
        return [Reported("twilio", fields["MessageSid"], state, fields.get("ErrorCode"), own)]
    return [
        Arrived(
            channel="sms",
            contact=Contact(channel="sms", phone=fields["From"]),
            text=rules.text_of(fields),
            provider_message_id=fields["MessageSid"],
            received_at=instant(fields.get("DateSent")) or event.received_at,
            metadata=rules.noted(fields),
            addressed_to=fields.get("To"),
        )
    ]


async def missed(api: Twilio, since: datetime) -> list[NewEvent]:
    """What webhooks should have brought since an instant, as the events that they would have been, the oldest first.

    Each has the id that its webhook has, so that whichever comes second is nothing. Raises what the API's exchange raises.
    """
    found = [message for message in reversed(await api.sent_since(since)) if api.is_ours(message)]
    return [event for message in found for event in await _events(api, message)]


async def _events(api: Twilio, message: Message) -> list[NewEvent]:
    if message.direction == "inbound":
        return [NewEvent("twilio", message.sid, "message", await _as_webhook(api, message))]
    if message.status not in rules.STATES:
        return []
    payload: dict[str, JsonValue] = {"MessageSid": message.sid, "MessageStatus": message.status}
    payload |= {"ErrorCode": str(message.error_code)} if message.error_code else {}
    return [NewEvent("twilio", f"{message.sid}:{message.status}", "status", payload)]


async def _as_webhook(api: Twilio, message: Message) -> dict[str, JsonValue]:
    media = await api.media(message.sid) if message.num_media else []
    fields: dict[str, JsonValue] = {
        "MessageSid": message.sid,
        "From": message.sender or "",
        "To": message.to or "",
        "Body": message.body or "",
        "NumMedia": str(len(media)),
        "DateSent": message.at.isoformat() if message.at else "",
    }
    for number, file in enumerate(media):
        fields |= {f"MediaContentType{number}": file.content_type, f"MediaUrl{number}": file.uri.removesuffix(".json")}
    return fields

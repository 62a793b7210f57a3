"""Pure decisions about Meta: whether it signed a request, which events one request brings, what an error means.

The signature: "sha256=" and the hex HMAC-SHA256 of the raw body with the app's secret, of Meta's "Webhooks: getting
started". One request brings events of several accounts and people; each is kept and acted upon by itself.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import timedelta

from pydantic import JsonValue

from hibachi.channels.meta.schemas import Json, Kind
from hibachi.channels.webhooks.errors import Unreadable, Unverified
from hibachi.channels.webhooks.rules import instant, json_object, media_type, same
from hibachi.channels.webhooks.schemas import DeliveryState, NewEvent, RawRequest
from hibachi.customers.schemas import ChannelName

CHANNEL_OF: dict[str, ChannelName] = {
    "page": "facebook",
    "instagram": "instagram",
    "whatsapp_business_account": "whatsapp",
}
STATES: dict[str, DeliveryState] = {"sent": "sent", "delivered": "delivered", "read": "read", "failed": "failed"}
LONGEST_ID = 180
ECHO_WAITS = timedelta(seconds=15)
"""An echo of our own message may come before we have noted that Meta took it over."""

MEDIA = ("image", "video", "audio", "voice", "document", "sticker", "location", "contacts")
"""The types of a WhatsApp message that a person wrote and that are no text."""

RATE_LIMITED = frozenset({"1", "2", "4", "17", "32", "341", "613", "80007", "130429", "131016", "131056", "133016"})
"""Codes of the Graph API that mean: not now (unknown for a moment, or too many requests)."""


def signature(secret: str, body: bytes) -> str:
    """What Meta writes into X-Hub-Signature-256."""
    return f"sha256={hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}"


def verified(secret: str, request: RawRequest) -> list[NewEvent]:
    """The events of a request that Meta signed. Raises Unverified, and Unreadable for what is no such request."""
    if not same(request.headers.get("x-hub-signature-256"), signature(secret, request.body)):
        raise Unverified()
    if media_type(request.headers.get("content-type")) != "application/json":
        raise Unverified()
    return list(events(json_object(request.body)))


def challenge(token: str, *, mode: str | None, given: str | None, wanted: str | None) -> str:
    """What Meta's question at set-up is answered with. Raises Unverified."""
    if mode != "subscribe" or not same(given, token) or not wanted or not wanted.isalnum() or len(wanted) > 100:
        raise Unverified()
    return wanted


def events(payload: Json) -> Iterator[NewEvent]:
    """Every event of a request, in its order; none of an object that we know nothing of."""
    channel = CHANNEL_OF.get(str(payload.get("object")))
    if channel is None:
        return
    for entry in _objects(payload.get("entry")):
        account = str(entry.get("id") or "")
        for item in _objects(entry.get("messaging")):
            yield _event(channel, account, kind_of(item), item)
        for item in _objects(entry.get("standby")):
            yield _event(channel, account, "standby", item)
        for change in [*_objects(entry.get("changes")), *([entry] if "field" in entry else [])]:
            yield from _changed(channel, account, change)


def kind_of(item: Json) -> Kind:
    """What an item of Messenger or Instagram is."""
    message = item.get("message")
    if isinstance(message, dict):
        return _kind_of_message(message)
    kinds: dict[str, Kind] = {"postback": "postback", "delivery": "delivery", "read": "read", "reaction": "reaction"}
    kinds |= {"referral": "referral", "optin": "optin", "app_roles": "thread_control"}
    kinds |= dict.fromkeys(("pass_thread_control", "take_thread_control", "request_thread_control"), "thread_control")
    return next((kind for name, kind in kinds.items() if name in item), "other")


def _kind_of_message(message: Json) -> Kind:
    for mark, kind in MARKS.items():
        if message.get(mark):
            return kind
    attached = [one.get("type") for one in _objects(message.get("attachments"))]
    if attached == ["story_mention"]:
        return "mention"
    if message.get("text") or attached:
        return "message"
    return "referral" if message.get("referral") else "unsupported"


MARKS: dict[str, Kind] = {"is_echo": "echo", "is_deleted": "deleted", "is_unsupported": "unsupported"}


def _changed(channel: ChannelName, account: str, change: Json) -> Iterator[NewEvent]:
    value = change.get("value")
    if not isinstance(value, dict):
        raise Unreadable()
    if channel != "whatsapp":
        kind: Kind = "comment" if "comment_id" in value or change.get("field") == "comments" else "other"
        yield _event(channel, account, kind, value)
        return
    metadata = value.get("metadata")
    number = str(metadata.get("phone_number_id")) if isinstance(metadata, dict) else account
    names = {str(one.get("wa_id")): one.get("profile") for one in _objects(value.get("contacts"))}
    for message in _objects(value.get("messages")):
        kind = _kind_on_whatsapp(message)
        yield _event(channel, number, kind, {**message, "profile": names.get(str(message.get("from")))})
    for status in _objects(value.get("statuses")):
        yield _event(channel, number, "status", status)


def _kind_on_whatsapp(message: Json) -> Kind:
    kind = message.get("type")
    if kind in ("text", "interactive", "button", *MEDIA):
        return "message"
    return "reaction" if kind == "reaction" else "unsupported"


def _event(channel: ChannelName, account: str, kind: Kind, item: Json) -> NewEvent:
    payload: Json = {"channel": channel, "account": account, "item": item}
    at = item.get("timestamp")
    happened_at = instant(at if isinstance(at, str | int) else None)
    wait = ECHO_WAITS if kind == "echo" else None
    return NewEvent("meta", event_id(kind, payload), kind, payload, happened_at, wait)


def event_id(kind: Kind, payload: Json) -> str:
    """One id for one event, however often and in whatever company it is delivered."""
    item = payload["item"]
    assert isinstance(item, dict)
    message = item.get("message") or item.get("postback")
    own = message.get("mid") if isinstance(message, dict) else item.get("id")
    if kind == "status":
        own = f"{own}:{item.get('status')}"
    elif not own or kind not in ("message", "postback", "echo", "deleted", "standby"):
        own = hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
    return short(f"{payload['channel']}:{kind}:{own}")


def short(identifier: str) -> str:
    """An id that is not longer than may be stored; a longer one by its digest."""
    return identifier if len(identifier) <= LONGEST_ID else hashlib.sha256(identifier.encode()).hexdigest()


def _objects(value: JsonValue) -> list[Json]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise Unreadable()
    return [item for item in value if isinstance(item, dict)]

"""Pure decisions about RingCentral: where its door is, whether an event is its own, what an event hints at.

RingCentral signs nothing ("Creating webhooks" of its documentation): the address is a secret, a token is sent with
each event, and an event is only a hint; what happened is read back from the API.
"""

import hmac
from datetime import timedelta
from hashlib import sha256
from typing import Literal

from pydantic import JsonValue

from hibachi.channels.webhooks.errors import Unreadable, Unverified
from hibachi.channels.webhooks.rules import instant, json_object, media_type, same
from hibachi.channels.webhooks.schemas import DeliveryState, NewEvent, RawRequest
from hibachi.kit import lazy_re as re

STATES: dict[str, DeliveryState] = {
    "Sent": "sent",
    "Delivered": "delivered",
    "Read": "read",
    "SendingFailed": "failed",
    "DeliveryFailed": "failed",
}
"""RingCentral's states of an outgoing message that say more than that it is queued."""

FILTERS = (
    "/restapi/v1.0/account/~/extension/~/message-store/instant?type=SMS",
    "/restapi/v1.0/account/~/extension/~/message-store?type=SMS",
)
"""What we subscribe to: each message that comes in, and every change of those that went out."""

INSTANT = re.compile(r"/extension/[^/]+/message-store/instant(\?|$)")
CHANGES = re.compile(r"/extension/[^/]+/message-store(\?|$)")
RENEW_BEFORE = timedelta(days=1)
SUBSCRIBED_FOR = timedelta(days=7)
Hint = Literal["message", "changes", "other"]


def path_secret(token: str) -> str:
    """The part of the door's address that nobody guesses, the same for as long as the token is."""
    return hmac.new(token.encode(), b"ringcentral webhook path", sha256).hexdigest()[:40]


def verified(token: str, request: RawRequest) -> list[NewEvent]:
    """The event of a request that carries our token. Raises Unverified, and Unreadable for what is no event."""
    if not same(request.headers.get("verification-token"), token):
        raise Unverified()
    if media_type(request.headers.get("content-type")) != "application/json":
        raise Unverified()
    event = json_object(request.body)
    uuid, kind = event.get("uuid"), hint(str(event.get("event")))
    if kind == "other":
        return []
    if not isinstance(uuid, str) or not uuid or not isinstance(event.get("body"), dict):
        raise Unreadable()
    return [NewEvent("ringcentral", uuid, kind, event, instant(event.get("timestamp")))]


def hint(path: str) -> Hint:
    """What an event is about, by the path that it was filtered by."""
    if INSTANT.search(path):
        return "message"
    return "changes" if CHANGES.search(path) else "other"


def message_id(payload: dict[str, JsonValue]) -> str:
    """Which message an event is about; raises Unreadable."""
    body = payload.get("body")
    found = str(body.get("id") or "") if isinstance(body, dict) else ""
    if not re.fullmatch(r"[0-9]{1,30}", found):
        raise Unreadable()
    return found


def concerns_texts(payload: dict[str, JsonValue]) -> bool:
    """Whether the changes that an event tells of are of text messages."""
    body = payload.get("body")
    changes = body.get("changes") if isinstance(body, dict) else None
    if not isinstance(changes, list):
        return False
    return any(isinstance(change, dict) and change.get("type") == "SMS" for change in changes)


def printable_token(echoed: str) -> str:
    """A token that may be echoed in a header; raises Unverified for what is no token."""
    if not re.fullmatch(r"[\x21-\x7e]{1,256}", echoed):
        raise Unverified()
    return echoed

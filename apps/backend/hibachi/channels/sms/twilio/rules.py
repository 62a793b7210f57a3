"""Pure decisions about Twilio: whether it signed a request, what an event says, what an error means.

The signature: base64(HMAC-SHA1(auth token, address + each field's name and value, sorted)), of Twilio's documentation
"Webhooks security"; a body that is no form is covered by its SHA-256 in the address.
"""

import base64
import hashlib
import hmac
from collections.abc import Iterable
from urllib.parse import parse_qs, urlsplit

from pydantic import JsonValue

from hibachi.channels.webhooks.errors import Unverified
from hibachi.channels.webhooks.rules import FORM, form_fields, media_type, same
from hibachi.channels.webhooks.schemas import DeliveryState, RawRequest

STATES: dict[str, DeliveryState] = {
    "sent": "sent",
    "delivered": "delivered",
    "read": "read",
    "undelivered": "failed",
    "failed": "failed",
    "canceled": "failed",
}
"""Twilio's states of an outgoing message that say more than that it was accepted."""

RATE_LIMITED = frozenset({"20429", "14107", "63017", "63119"})
"""Error codes that mean: not now."""

LARGEST_MEDIA = 10
PORTS = {"https": 443, "http": 80}
Fields = list[tuple[str, str]]


def door(callback: str) -> str:
    """Where a number has to send its messages, by where its reports go."""
    return f"{callback.removesuffix('/status')}/sms"


def signature(token: str, url: str, fields: Iterable[tuple[str, str]]) -> str:
    """What Twilio writes into X-Twilio-Signature for a request to an address with these fields of a form."""
    signed = url + "".join(name + value for name, value in sorted(set(fields)))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()


def addresses(url: str) -> tuple[str, str]:
    """An address with its port and without: Twilio signs the one or the other, as it is configured."""
    parts = urlsplit(url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    user = f"{parts.netloc.rpartition('@')[0]}@" if "@" in parts.netloc else ""
    port = parts.port or PORTS.get(parts.scheme, 443)
    return parts._replace(netloc=f"{user}{host}:{port}").geturl(), parts._replace(netloc=user + host).geturl()


def signed(token: str, url: str, fields: Fields, given: str | None) -> bool:
    """Whether a signature is Twilio's for this address, with or without its port, and these fields."""
    return any(same(given, signature(token, address, fields)) for address in addresses(url))


def verified(token: str, request: RawRequest) -> Fields:
    """The fields of a form that Twilio signed, none where it signed a body of another kind. Raises Unverified."""
    given = request.headers.get("x-twilio-signature")
    is_form = media_type(request.headers.get("content-type")) == FORM
    digest = parse_qs(urlsplit(request.url).query).get("bodySHA256")
    fields = form_fields(request.body) if is_form else []
    covered = is_form or (digest is not None and same(digest[0], hashlib.sha256(request.body).hexdigest()))
    if not signed(token, request.url, fields, given) or not covered:
        raise Unverified()
    return fields


def text_of(fields: dict[str, str]) -> str:
    """What a person wrote; of a message that holds media alone, what it holds."""
    return fields.get("Body", "").strip() or " ".join(f"[{kind.split('/')[0]}]" for kind in media_types(fields))


def media_types(fields: dict[str, str]) -> list[str]:
    """The types of the media of a message, such as "image/jpeg"."""
    said = fields.get("NumMedia", "0")
    count = min(int(said), LARGEST_MEDIA) if said.isdigit() else 0
    return [fields.get(f"MediaContentType{number}", "file") for number in range(count)]


def noted(fields: dict[str, str]) -> dict[str, JsonValue]:
    """What is kept beside a message: its media, and where the number is at home."""
    media: list[JsonValue] = [
        {"type": kind, "url": fields.get(f"MediaUrl{number}")} for number, kind in enumerate(media_types(fields))
    ]
    places = {"from_city": "FromCity", "from_state": "FromState", "from_zip": "FromZip", "opt_out_type": "OptOutType"}
    found: dict[str, JsonValue] = {name: fields[field] for name, field in places.items() if fields.get(field)}
    return {**found, **({"attachments": media} if media else {})}


def is_message(fields: dict[str, str]) -> bool:
    """Whether a request hands over a message of a person (a call or a status does not)."""
    return (
        bool(fields.get("MessageSid"))
        and bool(fields.get("From"))
        and fields.get("SmsStatus", "received") == "received"
    )

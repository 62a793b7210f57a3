"""Delivery status notifications (RFC 3464): which of our mails did not arrive, and why."""

from collections.abc import Iterator
from email.message import EmailMessage

from hibachi.channels.mail.reading import headers
from hibachi.channels.mail.reading.bodies import content, leaves
from hibachi.channels.mail.schemas import Bounce
from hibachi.kit import lazy_re as re

_FIELD = re.compile(r"^([A-Za-z-]{1,40}):[ \t]*(.{0,500})$", re.MULTILINE)
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_ORIGINAL_ID = re.compile(r"^message-id:\s*<([^<>\s]{1,250})>", re.IGNORECASE | re.MULTILINE)
STATES = {"failed": "failed", "delayed": "delayed", "delivered": "delivered", "relayed": "delivered"}


def bounce_of(message: EmailMessage, text: str) -> Bounce:
    """What a notification says, by its machine-readable part, else by its words: those are a failure."""
    said = dict(_fields(message))
    code = (
        _STATUS.search(said.get("status", ""))
        or _STATUS.search(said.get("diagnostic-code", ""))
        or _STATUS.search(text)
    )
    action = STATES.get(said.get("action", "failed").strip().lower(), "failed")
    recipient = said.get("original-recipient") or said.get("final-recipient") or ""
    return Bounce(
        original_id=_original_id(message, text),
        recipient=recipient.rpartition(";")[2].strip().lower() or None,
        state="delayed" if action == "delayed" else "delivered" if action == "delivered" else "failed",
        code=code[1] if code else None,
        reason=said.get("diagnostic-code", "").rpartition(";")[2].strip()[:300] or None,
    )


def _fields(message: EmailMessage) -> Iterator[tuple[str, str]]:
    """The fields of the status part; the parser makes one part of each of its paragraphs."""
    for part in leaves(message):
        if headers.content_type(part) == "message/delivery-status":
            for block in leaves(part):
                yield from ((name.lower(), headers.readable(str(value))) for name, value in block.raw_items())
                yield from ((name.lower(), value.strip()) for name, value in _FIELD.findall(content(block)))


def _original_id(message: EmailMessage, text: str) -> str | None:
    for part in leaves(message):
        if part is not message and (found := headers.ids(part, "message-id")):
            return found[0]
        if headers.content_type(part) == "text/rfc822-headers" and (named := _ORIGINAL_ID.search(content(part))):
            return named[1]
    quoted = _ORIGINAL_ID.search(text)
    return quoted[1] if quoted else next(iter(headers.ids(message, "in-reply-to")), None)

"""Headers as strangers write them: 8-bit, folded wrongly, encoded in anything, a megabyte long."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header
from email.message import EmailMessage
from email.utils import collapse_rfc2231_value, getaddresses, parsedate_to_datetime

from hibachi.channels.mail.reading.charsets import decoded
from hibachi.channels.mail.schemas import Address
from hibachi.kit import lazy_re as re

LONGEST_HEADER = 4000
MOST_HEADERS = 500
MOST_IDS = 50
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError, MessageError)
"""What the standard library raises over headers that no standard allows."""
_ID = re.compile(r"<([^<>\s]{1,250})>")
_BARE_ID = re.compile(r"[^\s<>;,()]{1,200}@[^\s<>;,()]{1,200}")
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]{1,64}@[A-Za-z0-9\u0080-\uffff](?:[A-Za-z0-9.\u0080-\uffff-]{0,252})")
_SPACES = re.compile(r"\s+")


def all_of(message: EmailMessage, name: str) -> Iterator[str]:
    """The values of a header as they stand in the mail, unfolded and undecoded, the topmost first."""
    wanted = name.lower()
    for number, (known, value) in enumerate(message.raw_items()):
        if number >= MOST_HEADERS:
            return
        if known.lower() == wanted:
            yield _SPACES.sub(" ", _unescaped(str(value)[:LONGEST_HEADER])).strip()


def first(message: EmailMessage, name: str) -> str:
    """The topmost value of a header as it stands in the mail; empty when there is none."""
    return next(all_of(message, name), "")


def text(message: EmailMessage, name: str) -> str:
    """A header as a person reads it, on one line: encoded words decoded, whatever they claim to be encoded in."""
    return readable(first(message, name))


def readable(value: str) -> str:
    """Encoded words (RFC 2047) and raw 8-bit text as plain characters, on one line."""
    value = plain = _unescaped(value)
    try:
        if "=?" in value:
            plain = "".join(_piece(piece, charset) for piece, charset in decode_header(value))
    except UNREADABLE:
        plain = value
    clean = "".join(letter if letter.isprintable() else " " for letter in plain)
    return _SPACES.sub(" ", clean).strip()


def addresses(message: EmailMessage, name: str) -> list[Address]:
    """The mail addresses of a header, in lower case, with the names before them."""
    found = []
    for value in all_of(message, name):
        try:
            pairs = getaddresses([value])
        except UNREADABLE:
            pairs = []
        pairs = [pair for pair in pairs if _ADDRESS.fullmatch(pair[1])] or [("", at) for at in _ADDRESS.findall(value)]
        found += [Address(address.lower(), readable(called).strip(" '\"")[:200] or None) for called, address in pairs]
    return found


def ids(message: EmailMessage, name: str) -> tuple[str, ...]:
    """Message-IDs of a header without their brackets, in order, each once."""
    found = list(dict.fromkeys(one for value in all_of(message, name) for one in _ids(value)))
    return tuple(found if len(found) <= MOST_IDS else found[:1] + found[1 - MOST_IDS :])


def sent_at(message: EmailMessage) -> datetime | None:
    """The instant of the Date header in UTC, when it can be read."""
    try:
        said = parsedate_to_datetime(first(message, "date"))
        return (said if said.tzinfo else said.replace(tzinfo=UTC)).astimezone(UTC)
    except (*UNREADABLE, OverflowError):
        return None


def parameter(part: EmailMessage, header: str, name: str) -> str:
    """A parameter of a structured header, such as the report-type of Content-Type; empty when there is none."""
    try:
        value = part.get_param(name, header=header)
        plain = collapse_rfc2231_value(value) if isinstance(value, tuple) else value or ""
    except UNREADABLE:
        return ""
    return readable(str(plain)[:LONGEST_HEADER])


def content_type(part: EmailMessage) -> str:
    """The type of a part, in lower case; text/plain where none can be read."""
    try:
        return str(part.get_content_type()).lower()
    except UNREADABLE:
        return "text/plain"


def _ids(value: str) -> list[str]:
    return _ID.findall(value) or _BARE_ID.findall(value)


def _piece(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    return decoded(piece, charset) if charset else piece.decode("raw-unicode-escape")


def _unescaped(value: str) -> str:
    """Raw 8-bit octets, which the parser keeps as lone surrogates, read as what they most likely are."""
    if not any("\udc80" <= letter <= "\udcff" for letter in value):
        return value.encode("utf-8", "replace").decode()
    return decoded(value.encode("utf-8", "surrogateescape"), "utf-8")

"""Pure decisions of a door: equal secrets, bodies that may be read, how old is too old."""

import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from pydantic import JsonValue

from hibachi.channels.webhooks.errors import Unreadable, Unverified

STALE_AFTER = timedelta(days=2)
"""Providers give up trying to deliver within a day and a half (Meta: 36 hours); what is older is a replay."""

REMEMBERED_FOR = timedelta(days=30)
"""How long a raw event is kept: longer than STALE_AFTER, so that no replay is old enough to be forgotten."""

MOST_FIELDS = 200
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
SECONDS_END = 100_000_000_000
"""A number of seconds below it, of milliseconds from it on (the year 5138 or 1973)."""


def same(given: str | bytes | None, expected: str | bytes) -> bool:
    """Whether a given secret or signature is the expected one, in a time that does not tell how much of it is."""
    left, right = (part.encode() if isinstance(part, str) else part for part in (given or "", expected))
    return hmac.compare_digest(left, right) and bool(right)


def media_type(header: str | None) -> str:
    """The type of a Content-Type header; raises Unverified where it names a charset other than UTF-8."""
    kind, *parameters = (part.strip().lower() for part in (header or "").split(";"))
    charsets = [
        value.strip(" \"'") for name, _, value in (part.partition("=") for part in parameters) if name == "charset"
    ]
    if any(charset not in ("utf-8", "utf8", "us-ascii") for charset in charsets):
        raise Unverified()
    return kind


def json_object(body: bytes) -> dict[str, Any]:
    """A body that is one JSON object in UTF-8, each key once at every depth; raises Unreadable."""
    try:
        read = json.loads(body.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise Unreadable() from None
    if not isinstance(read, dict):
        raise Unreadable()
    return read


def form_fields(body: bytes) -> list[tuple[str, str]]:
    """The fields of a form in UTF-8, in their order; raises Unverified, since no signature covers what is not one."""
    try:
        text = body.decode("ascii")
        return parse_qsl(
            text, keep_blank_values=True, strict_parsing=bool(text), errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError:
        raise Unverified() from None


def single(fields: list[tuple[str, str]]) -> dict[str, str]:
    """Fields of which each name stands once; raises Unreadable."""
    return _once(fields)


def storable(value: JsonValue) -> JsonValue:
    """The same without what no database takes: NUL, and halves of surrogate pairs."""
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "ignore").decode()
    if isinstance(value, list):
        return [storable(item) for item in value]
    if isinstance(value, dict):
        return {str(storable(key)): storable(item) for key, item in value.items()}
    return value


def instant(written: str | float | None) -> datetime | None:
    """An instant as providers write it: ISO 8601, or seconds or milliseconds since 1970; None for anything else."""
    try:
        if isinstance(written, str) and not written.isdigit():
            read = datetime.fromisoformat(written)
            return read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)
        number = float(written or 0)
        seconds = number if number < SECONDS_END else number / 1000
        return datetime.fromtimestamp(seconds, UTC) if number else None
    except (ValueError, OverflowError, OSError):
        return None


def stale(at: datetime | None, now: datetime) -> bool:
    """Whether an event is too old to be a late delivery. One without a time is judged by its id alone."""
    return at is not None and now - at > STALE_AFTER


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable()
    return found


def _no_number(constant: str) -> NoReturn:
    raise Unreadable()

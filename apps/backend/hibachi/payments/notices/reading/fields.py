"""The labelled parts of a notice: "Amount", "Memo", "Transaction number", the label and its value on one line or two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.payments.notices.reading.money import Said, amount_of

Label = Literal["amount", "memo", "id", "date", "payer", "other"]
LABELS: dict[Label, tuple[str, ...]] = {
    "amount": ("amount", "amount received", "amount sent", "payment amount", "amount paid", "payment", "total amount"),
    "memo": (
        "memo", "note", "notes", "message", "personal message", "payment note", "what's it for", "for", "description",
        "memo (optional)", "sender message",
    ),
    "id": (
        "transaction id", "transaction number", "transaction #", "payment id", "confirmation", "confirmation code",
        "confirmation number", "confirmation #", "reference number", "reference #", "reference", "reference id",
        "identifier", "payment reference", "zelle reference number", "trace number", "transaction code",
    ),
    "date": (
        "date", "transaction date", "sent on", "payment date", "date sent", "date received", "received on",
        "transfer date and amount", "deposited on", "date and time", "payment received",
    ),
    "payer": ("from", "sender", "sender name", "sent by", "paid by", "payer", "received from", "customer", "customer name"),
    "other": (
        "to", "fee", "fees", "net amount", "you received", "status", "payment method", "source", "destination", "deposited to",
        "deposited into", "deposit account", "account", "bank account", "sent to", "sent from", "receipt number", "total",
        "net total", "invoice id", "here are the details", "transaction details", "payment details", "details", "available on",
        "balance", "type",
    ),
}  # fmt: skip
_BY_WORDS = {word: label for label, words in LABELS.items() for word in words}
_LABEL = re.compile(
    rf"(?P<label>{'|'.join(re.escape(word) for word in sorted(_BY_WORDS, key=len, reverse=True))})(?P<colon>\s?[:：])?"
    r"(?:\s+(?P<value>\S.*))?",
    re.IGNORECASE,
)
_NOTE_FROM = re.compile(
    r"(?:note|message|memo) from (?P<who>[^:]{1,120}?)\s?:?(?:\s*[:：]\s*(?P<value>\S.*))?", re.IGNORECASE
)
_ID = re.compile(r"#?\s?(?P<id>(?=[A-Za-z0-9_-]*\d)[A-Za-z0-9][A-Za-z0-9_-]{3,63})\.?")
_NOTHING = {"n/a", "none", "na", "-", "--", "no memo", "no note", "no message", "not provided", "(none)"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN_DAY = re.compile(r"\b(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})\b")
_EUROPEAN_DAY = re.compile(r"\b(?P<day>\d{1,2}) (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})\b")
_NUMBERS_DAY = re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})\b")
_ISO_DAY = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its value; lines: which lines they stand on, the value's last."""

    label: Label
    value: str
    lines: tuple[int, ...]


def fields_of(lines: Sequence[str]) -> list[Field]:
    """The labelled values, in their order. The line of a memo is read as nothing else: it is a stranger's text."""
    found: list[Field] = []
    at, in_two = 0, any(map(_is_value_label, lines))
    while at < len(lines):
        field = _field_at(lines, at, in_two=in_two)
        if field is not None:
            found.append(field)
            at = field.lines[-1]
        at += 1
    return found


def is_label(line: str) -> bool:
    """Whether a line is a label alone."""
    found = _LABEL.fullmatch(line)
    return found is not None and not found["value"]


def amounts(fields: Sequence[Field]) -> Iterator[Said]:
    """What is labelled as the amount."""
    for field in fields:
        if field.label == "amount" and (said := amount_of(field.value)) is not None:
            yield said


def identifiers(fields: Sequence[Field]) -> Iterator[str]:
    """What is labelled as the transaction's id; a sign of a number before it is not part of it."""
    for field in fields:
        if field.label == "id" and (found := _ID.fullmatch(field.value)) is not None:
            yield found["id"]


def memo_of(fields: Sequence[Field]) -> str | None:
    """The labelled memo; None where the label says that there is none."""
    return next((memo_text(field.value) for field in fields if field.label == "memo"), None)


def memo_text(said: str | None) -> str | None:
    """A memo without the quotation marks around it; None for a word that stands for none."""
    bare = (said or "").strip()
    if len(bare) > 1 and bare[0] in "\"“'«" and bare[-1] in "\"”'»":
        bare = bare[1:-1].strip()
    return None if not bare or bare.lower() in _NOTHING else bare


def day_of(text: str) -> date | None:
    """The first day that a text names, month before day where both are numbers; None for one that does not exist."""
    for pattern in (_WRITTEN_DAY, _ISO_DAY, _NUMBERS_DAY, _EUROPEAN_DAY):
        if found := pattern.search(text):
            return _day(found["year"], found["month"], found["day"])
    return None


def _is_value_label(line: str) -> bool:
    """Whether a line is the label of an amount, an id or a day alone: then this mail puts values on lines of their own."""
    found = _LABEL.fullmatch(line)
    return found is not None and not found["value"] and _BY_WORDS[found["label"].lower()] in ("amount", "id", "date")


def _field_at(lines: Sequence[str], at: int, *, in_two: bool) -> Field | None:
    line = lines[at]
    noted = _NOTE_FROM.fullmatch(line)
    found = noted or _LABEL.fullmatch(line)
    if found is None:
        return None
    label: Label = "memo" if noted else _BY_WORDS[found["label"].lower()]
    value = (found["value"] or "").strip()
    if value:
        return Field(label, value, (at,)) if _fits(label, value, found, bool(noted)) else None
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if not below or is_label(below) or (not in_two and _is_field(below)):
        return Field(label, "", (at,))
    return Field(label, below, (at, at + 1)) if _fits(label, below, found, True) else None


def _is_field(line: str) -> bool:
    """A label with a value that fits it: no value of the label above, where both stand on one line."""
    found = _LABEL.fullmatch(line)
    return found is not None and (
        not found["value"]
        or bool(found["colon"])
        or _fits(_BY_WORDS[found["label"].lower()], found["value"], found, False)
    )


def _fits(label: Label, value: str, found: re.Match[str], sure: bool) -> bool:
    """Whether a value can be this label's; words behind a label without a colon are a sentence, but for "Memo"."""
    if label == "amount":
        return amount_of(value) is not None
    if label == "id":
        return _ID.fullmatch(value) is not None
    if label == "date":
        return day_of(value) is not None
    colon = sure or bool(found["colon"])
    return colon or (label == "memo" and found["label"].lower() == "memo")


def _day(year: str, month: str, day: str) -> date | None:
    number = (
        int(month) if month.isdigit() else 1 + _MONTHS.index(month[:3].lower()) if month[:3].lower() in _MONTHS else 0
    )
    try:
        return datetime(int(year) + (2000 if len(year) == 2 else 0), number, int(day)).date()
    except ValueError:
        return None

"""Days told without their month once the month was: "it's in september", and then "week of the 14th", "the second weekend". Pure."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.date_mentions import DateMention
from hibachi.language.dates import find_dates
from hibachi.language.spans import Span, fold

_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_BARE = re.compile(
    rf"(?:(?:the|this|that) )?(?:week(?:end)?|days?|fri(?:day)?|sat(?:urday)?|sun(?:day)?) (?:of|around|near|before|after) "
    rf"(?:the )?(?:{_NTH}|\d{{1,2}})|(?:the )?{_NTH}"
)
""" "Week of the 14th": a day, or days about it, whose month is not told with it."""
_PART = re.compile(
    r"(?:the )?\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:full |whole )?(?:week|weekend|half)\b"
    r"(?! (?:of|in|after|before|from))|\b(?:the )?(?:end|beginning|start|middle|first half|second half) of (?:the|that) month\b"
)
_WEEK_OF = re.compile(r"(?:(?:the|this|that) )?week(?:end)? (?:of|around) (?:the )?(?P<n>\d{1,2})(?:st|nd|rd|th)?")
_BOUNDS = re.compile(r"\b(?:before|after|until|till) $")
""" "In may, before the 15th": the month stays open, and the 15th is no party's day."""
_FORTNIGHT = 14
_OF_MONTH = re.compile(r"(?:the )?(?P<part>end|beginning|start|middle|first half|second half) of (?:the|that) month")
_PARTS = {
    "end": "late", "beginning": "early", "start": "early", "middle": "mid", "first half": "first half of",
    "second half": "second half of",
}  # fmt: skip
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def told(days: tuple[DateMention, ...], text: str, dialogue: Dialogue, now_local: datetime) -> tuple[DateMention, ...]:
    """The days of a message, those without a month in the one that it names before them, or that was named before it."""
    month = next((day.first for day in days if day.kind == "month" and day.role != "not"), None)
    named = month
    if month is None and not dialogue.dates:
        month = dialogue.date_month
    if month is None:
        return tuple(_beside(day, dialogue.day, now_local) for day in days) if dialogue.day is not None else days
    before = fold(text)
    moved = [
        _in(day, month, now_local) if _is_bare(day) and not _BOUNDS.search(before[: day.span.start]) else day
        for day in days
    ]
    parts = [part for part in _parts(text, month, now_local) if not any(part.span.overlaps(day.span) for day in moved)]
    if named is not None and (parts or moved != list(days)):
        moved = [day for day in moved if day.kind != "month"]
    return tuple(sorted((*moved, *parts), key=lambda day: day.span.start))


def _beside(day: DateMention, planned: date, now_local: datetime) -> DateMention:
    """ "What about the weekend of the 19th" of a party in September: of its month, or of the next."""
    number = _WEEK_OF.fullmatch(fold(day.span.text).strip())
    if number is None:
        return day
    behind = planned.day - int(number["n"]) > _FORTNIGHT
    month = planned.replace(day=1) + timedelta(days=monthrange(planned.year, planned.month)[1] * behind)
    return _in(day, month, now_local)


def _is_bare(day: DateMention) -> bool:
    words = fold(day.span.text).strip()
    return bool(_BARE.fullmatch(words) or _PART.fullmatch(words))


def _in(day: DateMention, month: date, now_local: datetime) -> DateMention:
    again = _read(day.span.text, month, now_local)
    return replace(again, span=day.span, role=day.role) if again is not None else day


def _parts(text: str, month: date, now_local: datetime) -> Iterator[DateMention]:
    """ "The second week", "end of the month": a part of the month that is talked of."""
    for part in _PART.finditer(fold(text)):
        again = _read(part.group(), month, now_local)
        if again is not None:
            yield replace(again, span=Span(*part.span(), text[part.start() : part.end()]))


def _read(words: str, month: date, now_local: datetime) -> DateMention | None:
    """What the words say with the month behind them."""
    name, part = _MONTHS[month.month - 1], _OF_MONTH.fullmatch(fold(words).strip())
    said = f"{_PARTS[part['part']]} {name}" if part else f"{words} of {name} {month.year}"
    found = find_dates(said, now_local)
    if len(found) != 1 or (found[0].kind == "month" and (found[0].first, found[0].last) == _whole(month)):
        return None
    return (
        found[0]
        if found[0].first is None or (found[0].first.year, found[0].first.month) >= (month.year, month.month)
        else None
    )


def _whole(month: date) -> tuple[date, date]:
    return month.replace(day=1), month.replace(day=monthrange(month.year, month.month)[1])

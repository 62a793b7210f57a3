"""How money, days, times, counts and lists are written. Pure; what comes in are fields of facts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from hibachi.kit import lazy_re as re
from hibachi.language.written import clock, hours, label, listed, number, plural, telephone

__all__ = [
    "FAR_DAYS",
    "clock",
    "counted",
    "dated",
    "day",
    "for_the_chef",
    "guests",
    "hours",
    "is_zero",
    "label",
    "listed",
    "miles",
    "money",
    "number",
    "of_party",
    "plain",
    "plural",
    "sentence",
    "telephone",
]

_SMALL = "zero one two three four five six seven eight nine ten".split()


def money(amount: str | Decimal) -> str:
    """ "1100.00" → "$1,100", "57.50" → "$57.50"."""
    value = Decimal(str(amount))
    return f"${value:,.0f}" if value == value.to_integral_value() else f"${value:,.2f}"


def is_zero(amount: str | None) -> bool:
    return amount is None or Decimal(str(amount)) == 0


def day(written: str | date, *, year: bool = False) -> str:
    """ "2026-06-13" → "Saturday, June 13"."""
    value = date.fromisoformat(written) if isinstance(written, str) else written
    return f"{value:%A}, {value:%B} {value.day}" + (f", {value.year}" if year else "")


FAR_DAYS = 120
"""A day of another year that lies further ahead is said with its year."""


def dated(written: str | date, today: str | date | None) -> str:
    """A day as it is first read back: with its year where that is not this one and the day is far away."""
    value = date.fromisoformat(written) if isinstance(written, str) else written
    now = date.fromisoformat(today) if isinstance(today, str) else today
    return day(value, year=now is not None and value.year != now.year and (value - now).days > FAR_DAYS)


def counted(number: int, key: str) -> str:
    """ "4 lobster tails", "2 gyoza"."""
    name = label(key)
    return f"{number} {name}s" if number > 1 and name.endswith("tail") else f"{number} {name}"


def guests(adults: int, children: int, toddlers: int) -> str:
    """ "10 adults, 3 children and 2 toddlers"."""
    parts = []
    if adults:
        parts.append(plural(adults, "adult"))
    if children:
        parts.append(plural(children, "child", "children"))
    if toddlers:
        parts.append(plural(toddlers, "toddler"))
    return listed(parts)


def of_party(party: dict[str, Any]) -> str:
    return guests(int(party.get("adults") or 0), int(party.get("children") or 0), int(party.get("toddlers") or 0))


def miles(value: float | str) -> str:
    """Whole miles, a begun one counted, as the fee counts them: 90.39 → "91"."""
    return str(ceil(float(value)))


def plain(words: str) -> str:
    """An owner's sentence as part of one of ours: one line, no full stop at its end."""
    return " ".join(str(words).split()).rstrip(". ")


_ECHO = re.compile(r"[a-z ,'-]{3,90}", re.I)
_NO_ECHO = re.compile(
    r"\b(?:free|safe\w*|guarantee\w*|no|never|without|contain\w*|refund\w*|confirm\w*|booked|paid|hundred|dollars?|everything|all|entire(?:ly)?|whole|completely|fully|totally|always|certified)\b",
    re.I,
)


def for_the_chef(notes: Sequence[str]) -> str:
    """What was noted of diets, in the customer's words where they claim nothing of ours, else only that it is noted."""
    told = [plain(note) for note in notes]
    if all(_ECHO.fullmatch(note) and not _NO_ECHO.search(note) for note in told):
        return f"Noted for the chef: {listed(told)}."
    return "The dietary needs are noted for the chef."


def sentence(words: str) -> str:
    """An owner's phrase as a sentence of its own."""
    flat = plain(words)
    return flat[:1].upper() + flat[1:] + "."

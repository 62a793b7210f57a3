"""How numbers, times, keys and lists are written in a sentence for a person."""

from collections.abc import Sequence
from datetime import time
from decimal import Decimal

import phonenumbers

AMERICA = 1


def listed(items: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    return "".join(items) if len(items) < 2 else f"{', '.join(items[:-1])} {last} {items[-1]}"


def label(key: str) -> str:
    """A key as a person reads it: ny_strip_steak → NY strip steak."""
    return " ".join("NY" if word == "ny" else word for word in key.replace("_", " ").split())


def clock(written: str | time) -> str:
    """ "18:00" → "6 PM", "12:00" → "noon", "18:30" → "6:30 PM"."""
    value = time.fromisoformat(written) if isinstance(written, str) else written
    if value == time(12):
        return "noon"
    hour, half = value.hour % 12 or 12, "PM" if value.hour >= 12 else "AM"
    return f"{hour}:{value.minute:02d} {half}" if value.minute else f"{hour} {half}"


def number(value: float | str) -> str:
    """68.3 → "68.3", 30.0 → "30"."""
    exact = Decimal(str(value))
    return f"{exact:f}" if exact != exact.to_integral_value() else str(int(exact))


def plural(count: float, one: str, many: str | None = None) -> str:
    """ "1 adult", "2 adults", "2 children"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def hours(minutes: int) -> str:
    """120 → "2 hours", 60 → "1 hour", 90 → "90 minutes"."""
    return plural(minutes // 60, "hour") if minutes and minutes % 60 == 0 else plural(minutes, "minute")


def telephone(number: str) -> str:
    """ "+19165550148" → "(916) 555-0148"; another country's number keeps its prefix."""
    parsed = phonenumbers.parse(number)
    is_ours = parsed.country_code == AMERICA
    spelled = phonenumbers.PhoneNumberFormat.NATIONAL if is_ours else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, spelled)

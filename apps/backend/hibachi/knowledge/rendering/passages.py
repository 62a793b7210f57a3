"""One passage, and the words that all of them share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from hibachi.kit import lazy_re as re

_ASIDE = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Passage:
    """An answer with the question it answers. asks: other ways to ask it; paths: the keys of the profile that it tells.

    inside: for the model's eyes alone, never told to a customer in these words. valid_until: its last day.
    """

    key: str
    category: str
    title: str
    text: str
    asks: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    inside: bool = False
    valid_until: date | None = None


def plain(words: str) -> str:
    """The owner's words without what stands in brackets."""
    return _ASIDE.sub("", words).strip()


def listed(items: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    return "".join(items) if len(items) < 2 else f"{', '.join(items[:-1])} {last} {items[-1]}"


def label(key: str) -> str:
    """A key as a person reads it: ny_strip_steak → NY strip steak."""
    return " ".join("NY" if word == "ny" else word for word in key.split("_"))


def clock(moment: time) -> str:
    """18:00 → "6 PM"."""
    if moment == time(12):
        return "noon"
    hour, half = moment.hour % 12 or 12, "PM" if moment.hour >= 12 else "AM"
    return f"{hour}:{moment.minute:02d} {half}" if moment.minute else f"{hour} {half}"


def sentence(words: str) -> str:
    """The owner's words as a sentence of their own."""
    bare = words.strip().rstrip(".")
    return f"{bare[:1].upper()}{bare[1:]}."


def number(value: float) -> str:
    """68.3 → "68.3", 27.0 → "27"."""
    return f"{value:g}"


def times(count: int) -> str:
    """1 → "once", 2 → "twice"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")

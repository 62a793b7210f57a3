"""One passage, and the words that all of them share."""

from dataclasses import dataclass
from datetime import date

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
    paths: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    inside: bool = False
    valid_until: date | None = None


def plain(words: str) -> str:
    """The owner's words without what stands in brackets."""
    return _ASIDE.sub("", words).strip()


def sentence(words: str) -> str:
    """The owner's words as a sentence of their own."""
    bare = words.strip().rstrip(".")
    return f"{bare[:1].upper()}{bare[1:]}."


def times(count: int) -> str:
    """1 → "once", 2 → "twice"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def aside(words: str) -> str:
    """What stands in brackets in the owner's words: "other alcohol (guests may bring their own)" → "guests may …"."""
    found = _ASIDE.search(words)
    return found.group().strip().strip("()") if found else ""

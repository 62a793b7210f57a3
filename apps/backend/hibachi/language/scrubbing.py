"""Takes personal data out of texts: before anything is logged, exported or learnt from."""

from collections.abc import Iterable
from dataclasses import dataclass

from hibachi.language.contacts import find_contacts
from hibachi.language.identifiers import find_identifiers
from hibachi.language.places import find_places
from hibachi.language.spans import Span, overlaps_any
from hibachi.language.tagging import STREET_WORDS, known_names, tag

LABELS = {"PERSON": "NAME", "ADDRESS": "ADDRESS"}
REFUSALS = frozenset({"no", "not"})
"""No part of a name: the tagger takes "no salmon" for one, since there are people called Salmon."""
BETWEEN = {"ADDRESS": " ,\n"}
SAFE = frozenset({"EMAIL", "PHONE"})
"""Kinds whose labels leave nothing to guess: a text that held no other kind is safe to train on (PII-03)."""


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """A text without personal data. pii_found: the kinds that were there, once each, in order of appearance."""

    cleaned_text: str
    pii_found: tuple[str, ...]
    is_safe_for_training: bool


@dataclass(frozen=True, slots=True)
class Personal:
    """A kind (EMAIL, PHONE, SSN, CARD, IBAN, LICENSE, IP, ADDRESS, NAME) and where it stands."""

    kind: str
    span: Span


class PIIScrubber:
    """Replaces personal data by labels such as [NAME].

    keep: words and places that are never a name or an address (a menu's dishes, the towns of a service area), in any
    case; a name or address made of nothing else stays.
    """

    def __init__(self, keep: Iterable[str] = ()) -> None:
        self._phrases = [_words(phrase) for phrase in keep]
        self._keep = frozenset(word for phrase in self._phrases for word in phrase)

    def scrub(self, text: str, names: Iterable[str] = ()) -> Scrubbed:
        """The text without personal data. names: people who are known to be spoken of, whatever the tagger sees."""
        found = self.find(text, names)
        cleaned = text
        for one in reversed(found):
            cleaned = f"{cleaned[: one.span.start]}[{one.kind}]{cleaned[one.span.end :]}"
        kinds = tuple(dict.fromkeys(one.kind for one in found))
        return Scrubbed(cleaned, kinds, self._is_safe(cleaned, kinds))

    def find(self, text: str, names: Iterable[str] = ()) -> tuple[Personal, ...]:
        """All personal data in a text, in order, without overlaps."""
        found = [Personal(one.kind, one.span) for one in find_identifiers(text)]
        found = [*found, *_beside(found, _known(text, names))]
        found = [*found, *_beside(found, self._tagged(text))]
        return tuple(_joined(text, sorted(found, key=lambda one: one.span.start)))

    def _tagged(self, text: str) -> list[Personal]:
        seen = [Personal("ADDRESS", mention.span) for mention in find_places(text).addresses]
        seen += [Personal(LABELS[one.kind], one.span) for one in tag(text) if one.kind in LABELS]
        seen += [Personal("NAME", mention.span) for mention in find_contacts(text).names]
        return [one for one in seen if not self._is_kept(one)]

    def _is_kept(self, one: Personal) -> bool:
        """Whether it is a dish or a place of the business, with nothing of a person or a street beside it."""
        words = [word for word in _words(one.span.text) if word not in REFUSALS]
        rest = [word for word in words if word not in self._keep]
        if len(rest) == len(words):
            return False
        if one.kind == "NAME":
            own = words if not self._stands_together(words) else rest  # "Jose" is a person though "San Jose" is a town
            return not any(word in known_names() for word in own)
        return not any(word in STREET_WORDS or (word.isdigit() and len(word) > 1) for word in rest)

    def _stands_together(self, words: list[str]) -> bool:
        """Whether these are two or more words of a kept phrase, in its order, or the whole of one."""
        size = len(words)
        return any(
            words == phrase or (size > 1 and any(phrase[at : at + size] == words for at in range(len(phrase))))
            for phrase in self._phrases
        )

    def _is_safe(self, cleaned: str, kinds: tuple[str, ...]) -> bool:
        return SAFE.issuperset(kinds) and not find_identifiers(cleaned)


def _words(phrase: str) -> list[str]:
    return "".join(char.lower() if char.isalnum() else " " for char in phrase).split()


def _known(text: str, names: Iterable[str]) -> list[Personal]:
    low = text.lower()
    parts = {part for name in names for part in (name.strip(), *name.split()) if len(part) > 2}
    found: list[Personal] = []
    for part in sorted(parts, key=lambda part: (-len(part), part)):
        found += [Personal("NAME", span) for span in _whole(text, low, part.lower()) if not _within(span, found)]
    return found


def _whole(text: str, low: str, part: str) -> Iterable[Span]:
    at = low.find(part)
    while at >= 0 and len(low) == len(text):
        end = at + len(part)
        if not (low[at - 1 : at].isalnum() or low[end : end + 1].isalnum()):
            yield Span(at, end, text[at:end])
        at = low.find(part, end)


def _within(span: Span, found: Iterable[Personal]) -> bool:
    return overlaps_any(span.start, span.end, (one.span for one in found))


def _beside(found: Iterable[Personal], more: Iterable[Personal]) -> list[Personal]:
    kept: list[Personal] = []
    for one in sorted(more, key=lambda one: one.span.start - one.span.end):
        if not _within(one.span, [*found, *kept]):
            kept.append(one)
    return kept


def _joined(text: str, found: list[Personal]) -> Iterable[Personal]:
    """Neighbours of one kind are one: "[NAME] [NAME]" says no more than "[NAME]"; an address goes on after a comma."""
    held: Personal | None = None
    for one in found:
        if (
            held
            and held.kind == one.kind
            and not text[held.span.end : one.span.start].strip(BETWEEN.get(one.kind, " "))
        ):
            start, end = held.span.start, one.span.end
            held = Personal(one.kind, Span(start, end, text[start:end]))
            continue
        if held:
            yield held
        held = one
    if held:
        yield held

"""Which kind of guest a noun is, and what several counts of a message come to."""

import re
from collections.abc import Sequence

from hibachi.language import guest_words as say
from hibachi.language.party import Headcount, Kind


def old_noun(which: int) -> int:
    return (2, 3, 5)[which - 1]


def new_noun(which: int) -> int:
    return (1, 4, 6)[which - 1]


def matched_kind(match: re.Match[str]) -> tuple[Kind, int]:
    """The kind of the noun that was matched, and how many guests one of it is (a couple is two)."""
    if match["adults"]:
        return "adults", 1
    if match["children"]:
        return "children", 1
    if match["toddlers"]:
        return "toddlers", 1
    return ("people", 2) if match["couples"] else ("people", 1)


def kind_of(nouns: str) -> Kind:
    kinds: tuple[tuple[Kind, str], ...] = (
        ("adults", say.ADULTS),
        ("children", say.CHILDREN),
        ("toddlers", say.TODDLERS),
        ("people", say.PEOPLE),
    )
    for kind, words in kinds:
        if re.search(rf"\b{words}\b", nouns):
            return kind
    return "people" if nouns.strip() else "unsaid"


def last(heads: Sequence[Headcount], kind: Kind) -> Headcount | None:
    return next((head for head in reversed(heads) if head.kind == kind), None)


def changes(heads: Sequence[Headcount]) -> tuple[Headcount, ...]:
    """Relative changes; one that only explains the count stated after it ("4 bailed so we're 8 adults now") is left out."""
    kept = []
    for at, head in enumerate(heads):
        grown: tuple[Kind, ...] = ("adults", "people") if head.kind in ("adults", "people") else (head.kind,)
        explained = any(other.operation == "set" and other.kind in grown for other in heads[at + 1 :])
        if head.operation != "set" and not explained:
            kept.append(head)
    return tuple(kept)

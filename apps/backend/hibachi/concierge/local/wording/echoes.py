"""The same fact is said once in a message: of two answers that say it, the fuller one stays. Pure."""

from hibachi.concierge.local.wording.voice import VITAL, Part
from hibachi.kit import lazy_re as re

ENOUGH = 0.7
"""How many of a sentence's words another one has to hold before it says the same."""
LONG = 7
"""Without a number only what names so many things says the same ("you provide tables, chairs, plates ...")."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[a-z]{2,}", re.I)
_EMPTY = frozenset("the an is are it its that this to of for in on at or and so you your we our as by be with".split())


def without_echoes(groups: list[list[Part]]) -> list[list[Part]]:
    """The parts of a message without those whose numbers and words a part of another answer says too.

    One answer says nothing twice: "filet is $5 more", "scallops are $5 more" are two facts.
    """
    flat = [(at, part) for at, group in enumerate(groups) for part in group]
    gone: set[int] = set()
    for later in range(len(flat)):
        for earlier in range(later):
            if earlier in gone or later in gone or flat[earlier][0] == flat[later][0]:
                continue
            a, b = flat[earlier][1], flat[later][1]
            if _echoes(b, a):
                gone.add(later)
            elif _echoes(a, b):
                gone.add(earlier)
    kept: list[list[Part]] = [[] for _ in groups]
    for index, (at, part) in enumerate(flat):
        if index not in gone:
            kept[at].append(part)
    return kept


def _echoes(part: Part, other: Part) -> bool:
    """Whether a part says nothing that another does not say: its numbers are there, and most of its words."""
    if part.weight > other.weight or part.weight == VITAL or "?" in part.text:
        return False
    numbers, words = set(_NUMBER.findall(part.text)), _words(part.text)
    if not numbers <= set(_NUMBER.findall(other.text)) or len(words) < (1 if numbers else LONG):
        return False
    return len(words & _words(other.text)) >= ENOUGH * len(words)


def _words(text: str) -> set[str]:
    return {word.lower().removesuffix("s") for word in _WORD.findall(text)} - _EMPTY

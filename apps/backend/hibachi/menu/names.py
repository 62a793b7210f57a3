"""What people call a dish, derived from its key: "filet_mignon" is filet mignon, filet, filets. Any owner's keys work."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import product

TOO_GENERAL = frozenset({"extra", "ny", "new", "york", "tail", "strip", "fresh", "side", "of", "and", "with"})
"""Words that name no dish by themselves."""

SAME = {
    "ny": ("ny", "new york"),
    "vegetable": ("vegetable", "veggie", "veg"),
    "shrimp": ("shrimp", "prawn"),
    "calamari": ("calamari", "squid"),
    "filet": ("filet", "fillet"),
    "gyoza": ("gyoza", "dumpling", "potsticker"),
    "steak": ("steak",),
    "lobster": ("lobster", "lobsta", "lobstah", "lobstr"),
    "chicken": ("chicken", "chx", "chkn", "chikn"),
    "scallop": ("scallop", "scallp"),
}
"""English words, and spellings, for the same food; a word of a key stands for all of them."""


def folded(text: str) -> str:
    """A name as it is compared: small letters without accents, punctuation and plural endings."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return " ".join(singular(word) for word in re.findall(r"[a-z0-9]+", plain.replace("_", " ")))


def singular(word: str) -> str:
    """A word without its plural ending: scallops → scallop, radishes → radish, veggies → veggie."""
    if len(word) < 4 or word.endswith("ss"):
        return word
    if word.endswith(("shes", "ches", "xes")):
        return word[:-2]
    return word.removesuffix("s")


def plural(phrase: str) -> str:
    """A phrase with the plural of its last word."""
    return phrase + ("es" if phrase.endswith(("sh", "ch", "x")) else "s")


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    for length in range(2, len(words)):
        for start in range(len(words) - length + 1):
            yield words[start : start + length]
    if len(words) > 2:
        yield words[0], words[-1]
    yield from ((word,) for word in (words[0], words[-1]) if word not in TOO_GENERAL)


def _spelled(part: tuple[str, ...]) -> Iterator[str]:
    for spelling in product(*(SAME.get(word, (word,)) for word in part)):
        yield " ".join(spelling)


def alias_table(keys: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """Folded phrase → key, for the phrases that name one key alone; `taken` are texts that name something else.

    A full label always names its key; a part of one does not when it is also part of a taken text or of another key.
    """
    labels = {key: tuple(folded(key).split()) for key in keys}
    others = " | ".join(f" {folded(text)} " for text in taken)
    claims: dict[str, set[str]] = {}
    for key, words in labels.items():
        for part in _parts(words):
            if f" {' '.join(part)} " not in others:
                for phrase in _spelled(part):
                    claims.setdefault(phrase, set()).add(key)
    table = {phrase: next(iter(claimed)) for phrase, claimed in claims.items() if len(claimed) == 1}
    return {**table, **{phrase: key for key, words in labels.items() for phrase in _spelled(words)}}

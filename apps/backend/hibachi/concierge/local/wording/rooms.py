"""Whether a spot that is told by its measures has room for the grill."""

from decimal import Decimal
from typing import Any

from hibachi.kit import lazy_re as re

_FEET = r"(?: ?(?:ft|feet|foot|')\.?)?"
_MEASURES = re.compile(
    rf"(?<![\d.$])(?P<a>\d{{1,3}}(?:\.\d)?){_FEET} ?(?:by|x|×"
    rf"|\*) ?(?P<b>\d{{1,3}}(?:\.\d)?)(?![\d%]){_FEET}(?! ?(?:in\b|inch|\"|cm|m\b|met))",
    re.I,
)
""" "10 by 12", "7x5 ft": no inches."""
_INSIDE = re.compile(
    r"\b(?:indoors?|inside|garage|kitchen|(?:living|dining|family|bed|play) ?room|basement|balcon(?:y|ies))\b", re.I
)


def answer(words: str, space: tuple[Any, Any]) -> str | None:
    """What is said first of a spot whose measures are told; None where none are, or a person decides."""
    wide, deep = space
    told = _MEASURES.search(words)
    if told is None or _INSIDE.search(words):
        return None
    short, long = sorted((Decimal(told["a"]), Decimal(told["b"])))
    if short >= min(wide, deep) and long >= max(wide, deep):
        return f"Yes, that's enough room: the chef needs about {wide} by {deep} feet."
    return f"I'm afraid that is too small: the chef needs about {wide} by {deep} feet."

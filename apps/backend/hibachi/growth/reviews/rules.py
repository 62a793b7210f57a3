"""Pure decisions on reviews: what of them anybody may read, and who has to hear of them."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from hibachi.language.heads.schemas import Mood
from hibachi.language.scrubbing import PIIScrubber

NOBODY = "A guest"
PUBLIC = frozenset({"NAME"})
"""What may stand in a published review: whom a guest praises by name."""
GOOD_FROM = 4


def shown_name(name: str | None) -> str:
    """First name and initial: "Maria S."; "A guest" where nothing is known."""
    words = [word for word in (name or "").split() if any(letter.isalpha() for letter in word)]
    if not words:
        return NOBODY
    first, rest = words[0], words[1:]
    return f"{first} {rest[-1][0].upper()}." if rest else first


def shown_words(words: str) -> str:
    """The words without addresses, numbers and the like: they are somebody's, and the page is everybody's."""
    shown = words
    for one in reversed(PIIScrubber().find(words)):
        if one.kind not in PUBLIC:
            shown = f"{shown[: one.span.start]}[…]{shown[one.span.end :]}"
    return shown


def calls_a_person(rating: int, low: int) -> bool:
    """Whether somebody should hear of a review at once: the owner says from how many stars down."""
    return rating <= low


def disagrees(rating: int, sentiment: str | None) -> bool:
    """Whether stars and words say different things: good stars with bad words, or the other way round."""
    return sentiment == ("negative" if rating >= GOOD_FROM else "positive") and rating != GOOD_FROM - 1


def is_angry(mood: Mood, anger: Decimal) -> bool:
    """Whether the words are so angry that a person should hear of them whatever the stars."""
    return mood.label == "angry" and mood.intensity >= float(anger)


def average(by_rating: Mapping[int, int]) -> Decimal | None:
    """The mean of stars to one decimal, halves up; None without any."""
    number = sum(by_rating.values())
    if not number:
        return None
    stars = Decimal(sum(rating * count for rating, count in by_rating.items()))
    return (stars / number).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)

"""So many times as many in a follow-up: "double that", "half the lobster", "if only half of us come". Pure."""

from collections.abc import Sequence

from hibachi.concierge.understanding.following.lexing import FILLING
from hibachi.concierge.understanding.following.schemas import Times
from hibachi.kit import lazy_re as re

_TWO = r"(?:doubl(?:e|ed|es|ing)|twice|2 ?x|x ?2|(?:two|2) times|times (?:two|2)|twofold)"
_THREE = r"(?:tripl(?:e|ed|es|ing)|3 ?x|x ?3|(?:three|3) times|times (?:three|3)|thrice)"
_HALF = r"(?:half|halv(?:e|ed|es|ing)|50 ?%|0\.5x)"
_FACTORS = ((_TWO, 2, 1), (_THREE, 3, 1), (_HALF, 1, 2))
_WORDS = FILLING | frozenset(
    """that those the people ppl guests guest headcount head count group party number amount many much of as come comes coming show shows up can't cant cannot
    don't dont won't wont make makes it join joins cut only just half if what would how for orders order order's upgrades tails us attend attends bring size everything
    all in on want wants order have again total price cost into""".split()
)
_MONEY = re.compile(
    r"\b(?:price|cost|money|fee|bill|deposit|portions?|meat|protein|rice|sauce|booked|check(?:ing)?|date)\b"
)
_BARE = re.compile(r"\W*(?:(?:and|so|the|other|or|ok)\W+)*half(?: (?:is|was|now|then|due))*\W*")
""" "Half is?", of money: who would be half as many is not told."""
_SHARED = re.compile(
    r"\bhalf (?:of )?(?:us|them|(?:the|our|my) (?:group|party|guests|people|adults|gang|crew|table)"
    r"|want|wants|get|gets|have)\b"
)
""" "Filet for half of us": a share of the guests has the dish, no number of a dish is halved."""
_HALF_OF_IT = re.compile(r"\b(?:halv\w+|half as (?:many|much)|in half|half (?:of )?(?:the|those|these|my|our|that))\b")


def read(text: str, dishes: Sequence[str | None]) -> Times | None:
    """How many times as many a text wishes or supposes; None where it says anything else."""
    folded, factor = text, None
    for words, number, of in _FACTORS:
        pattern = rf"(?<![\w.]){words}(?!\w)"
        if re.search(pattern, folded):
            if factor is not None:
                return None
            factor, folded = (number, of), re.sub(pattern, " ", folded)
    if (
        factor is None
        or _BARE.fullmatch(text)
        or _MONEY.search(re.sub(r"^\W*(?:\w+ ){0,2}(?:price|cost|total|quote)\b", "", text))
    ):
        return None
    places = re.findall(r"@\d+", folded)
    rest = re.sub(r"@\d+s?", " ", folded)
    if len(places) > 1 or re.search(r"\d", rest) or set(re.findall(r"[a-z']+", rest)) - _WORDS:
        return None
    if not places:
        return Times(*factor)
    key = dishes[int(places[0][1:])]
    shared = factor == (1, 2) and (_SHARED.search(text) or not _HALF_OF_IT.search(text))
    return Times(*factor, key=key) if key is not None and not shared else None

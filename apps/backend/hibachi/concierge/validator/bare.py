"""Amounts that are said without a dollar: "eleven hundred for the food", "sixty for the lobster", a column of lines."""

from collections.abc import Iterator, Sequence

from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.roles import lexicon
from hibachi.kit import lazy_re as re
from hibachi.language.amounts import Amount
from hibachi.language.numbers import WORDS, to_int
from hibachi.language.spans import Span, overlaps_any

_SPELLED = re.compile(
    rf"(?<![\w$-])(?P<n>{WORDS})\b(?!-| (?:adults?|guests?|people|kids|children|miles?|feet|of us|percent))"
)
_LINE = re.compile(r"^[^\w$\n]*(?P<label>[a-z][a-z /&'-]{2,24}?)[: -]+(?P<n>\d{2,4}(?:\.\d\d)?) *$", re.MULTILINE)
_FEWEST_LINES = 3


def find_bare(ground: Ground, found: Sequence[Amount], items: tuple[str, ...]) -> Iterator[Amount]:
    """The amounts that only their words or their place show to be money; those already found are left out."""
    taken = [amount.span for amount in found]
    words = lexicon(items)
    for match in _SPELLED.finditer(ground.folded):
        behind = re.match(r" for (?:the |all )?", ground.folded[match.end() :])
        priced = behind and words.match(ground.folded, match.end() + behind.end())
        value = to_int(match["n"])
        large = re.search(r"hundred|thousand", match["n"])
        if value and (large or priced) and not overlaps_any(*match.span("n"), taken):
            yield _amount(ground, *match.span("n"), value * 100)
    lines = [match for match in _LINE.finditer(ground.folded) if words.fullmatch(match["label"].strip())]
    for match in lines if len(lines) >= _FEWEST_LINES else []:
        if not overlaps_any(*match.span("n"), taken):
            yield _amount(ground, *match.span("n"), round(float(match["n"]) * 100))


def _amount(ground: Ground, start: int, end: int, cents: int) -> Amount:
    return Amount(cents, "USD", False, Span(start, end, ground.text[start:end]))

"""What stands in front of the words at a change that was shown: a no to our answer is none to the change. Pure.

"No!! Please do move it" orders it, "no, I mean cancel" puts right what was asked, "then no, let's cancel" wishes the end of the party.
"""

from collections.abc import Sequence

from hibachi.concierge.understanding import wish_repeated
from hibachi.concierge.understanding.schemas import Pending
from hibachi.kit import lazy_re as re
from hibachi.language.openers import OPENERS

_LED = rf"^\W*(?:(?:{OPENERS})\W+)*"
_NO = r"(?:no+|nope|nah|noo+)\b[\s,.!?]*"
_DEED = (
    r"(?:do (?:it|that|so)|go (?:right )?ahead|change|move|switch|update|add|swap|make|put|book|reschedule|take|set)"
)
_ORDERS = re.compile(
    rf"{_LED}(?:{_NO})+(?=(?:(?:i|we) (?:do |did |really |still )*(?:want|wanted|need|said|meant)\b(?! (?:to )?(?:keep|cancel|nothing|no\b"
    rf"|not|it (?:as|to stay))).*\b{_DEED}\b|(?:please |pls |yes,? |i said |just )*(?:do )?{_DEED}\b|(?:please |pls )?yes\b))",
    re.I,
)
""" "No!! Please do move it": whatever was said no to, it is not the change."""
_PUTS_RIGHT = re.compile(
    rf"{_LED}(?:{_NO})+(?=(?:i|we) (?:only |just )?(?:mean|meant|asked|(?:was|were|am|'m|m) asking|want(?:ed)? to know"
    r"|was talking)\b|(?:that'?s|thats|it'?s) not (?:what|my)\b|my question\b)",
    re.I,
)
""" "No I mean cancel, not move": our answer missed the question."""
_NEGATED = re.compile(r"\b(?:don'?t|dont|do not|not|never)\b", re.I)
_FRONT_NO = re.compile(
    rf"(?:^|(?<=[.!?,;]))\s*(?:(?:then|so|ok(?:ay)?|well|oh|in that case)[ ,]+)*{_NO}(?=(?:then|so|ok|let'?s|lets|please|pls"
    r"|just|i|we|actually|rather|better|cancel|call)\b)",
    re.I,
)
_RATHER = re.compile(
    r"\b(?:(?:i|we) (?:mean|meant)|actually|rather|better|in that case)\b,?\s*|,? not (?:to )?(?:move|change|reschedule)\b",
    re.I,
)
_THE_CHANGE = re.compile(r"\bcancel (?:that|this|the (?:change|move|order|lobster|add-?ons?))\b", re.I)


def heard(texts: Sequence[str], pending: Pending | None) -> list[str]:
    """The messages without a no in front that is none to the change that was shown."""
    if pending is None or pending.kind != "change" or not texts:
        return list(texts)
    return [_without_no(texts[0]), *texts[1:]]


def _without_no(text: str) -> str:
    if (found := _PUTS_RIGHT.match(text)) is not None:
        return text[found.end() :]
    found = _ORDERS.match(text)
    if found is None:
        return text
    first = re.split(r"[.!?;\n]", text[found.end() :].lstrip(" !.,"), maxsplit=1)[0]
    return text if _NEGATED.search(first) else text[found.end() :]


def cancels_instead(text: str) -> bool:
    """Whether the end of the party is wished where a change of it was shown: "same price? Then no, let's cancel"."""
    rest = _RATHER.sub("", _FRONT_NO.sub(" ", text)).strip()
    return not _THE_CHANGE.search(text) and wish_repeated.cancels(rest)

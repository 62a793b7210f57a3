"""What stands in front of the words at a change that was shown: a no to our answer is none to the change. Pure.

"No!! Please do move it" orders it, "no, I mean cancel" puts right what was asked, "then no, let's cancel" wishes the end of the party.
"""

from collections.abc import Sequence

from hibachi.concierge.understanding import open_questions, wish_repeated
from hibachi.concierge.understanding.schemas import Pending
from hibachi.kit import lazy_re as re
from hibachi.language.openers import OPENERS

_LED = rf"^\W*(?:(?:{OPENERS})\W+)*"
_NO = r"(?:no+|nope|nah|noo+)\b[\s,.!?]*"
_DEED = (
    r"(?:do (?:it|that|so)|go (?:right )?ahead|change|move|switch|update|add|swap|make|put|book|reschedule|take|set)"
)
_ORDERS = re.compile(
    rf"{_LED}(?:{_NO})+(?=(?:(?:i|we) (?:do |did |really |still )*(?:want|wanted|need|said"
    rf"|meant)\b(?! (?:to )?(?:keep|cancel|nothing|no\b"
    rf"|not|it (?:as|to stay))).*\b{_DEED}\b|(?:please |pls |yes,? |i said |just )*(?:do )?{_DEED}\b|(?:please "
    rf"|pls )?yes\b))",
    re.I,
)
""" "No!! Please do move it": whatever was said no to, it is not the change."""
_PUTS_RIGHT = re.compile(
    rf"{_LED}(?:{_NO})+(?=(?:i|we) (?:only |just )?(?:mean|meant|asked|(?:was|were|am|'m|m) asking"
    rf"|want(?:ed)? to know"
    r"|was talking)\b|(?:that'?s|thats|it'?s) not (?:what|my)\b|my question\b)",
    re.I,
)
""" "No I mean cancel, not move": our answer missed the question."""
_NOT_YET = re.compile(
    rf"{_LED}(?:not yet|not so fast|not now|before (?:you do|that|we do))\b[\s,.!:;–—-]*(?:(?:first|please|pls|just"
    rf"|but)\W+)*(?=(?:(?:can|could) (?:you|u) )?(?:tell me (?!when)"
    r"|what\b|how\b|which\b|is\b|are\b|does\b|do\b|will\b|would\b))",
    re.I,
)
""" "Not yet, first tell me what it costs with 23": nothing is turned down, something is asked."""
_NEVER_MIND = re.compile(
    rf"{_LED}(?:never ?mind|nvm|forget (?:it|that)|that'?s ok(?:ay)?|no worries|no problem)(?: then"
    rf"| about that)?[.!,;]+\s*(?=\S)",
    re.I,
)
""" "Never mind. One last thing, when does the chef come?", with nothing on offer: the question is what is said."""
_NEGATED = re.compile(r"\b(?:don'?t|dont|do not|not|never)\b", re.I)
_FRONT_NO = re.compile(
    rf"(?:^|(?<=[.!?,;]))\s*(?:(?:then|so|ok(?:ay)?|well|oh|in that case)[ ,]+)*{_NO}(?=(?:then|so|ok|let'?s|lets"
    rf"|please|pls"
    r"|just|i|we|actually|rather|better|cancel|call)\b)",
    re.I,
)
_RATHER = re.compile(
    r"\b(?:(?:i|we) (?:mean|meant)|actually|rather|better|in that case)\b,?\s*|,? not (?:to )?(?:move|change"
    r"|reschedule)\b",
    re.I,
)
_THE_CHANGE = re.compile(r"\bcancel (?:that|this|the (?:change|move|order|lobster|add-?ons?))\b", re.I)


def heard(texts: Sequence[str], pending: Pending | None) -> list[str]:
    """The messages without a no in front that is none to what was shown, or to nothing at all."""
    if not texts:
        return []
    if pending is None and (idle := _NEVER_MIND.match(texts[0])) and open_questions.is_asked(texts[0][idle.end() :]):
        return [texts[0][idle.end() :], *texts[1:]]
    if pending is not None and (waits := _NOT_YET.match(texts[0])) is not None:
        return [texts[0][waits.end() :], *texts[1:]]
    if pending is None or pending.kind != "change":
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

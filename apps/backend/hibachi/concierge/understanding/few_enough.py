"""Whether so few may book at all: "so five people could still do it?", "would six of us be fine?". Pure."""

from hibachi.concierge.understanding import places_asked
from hibachi.kit import lazy_re as re
from hibachi.language.small_numbers import TWO_TO_NINE

_FEW = (
    rf"(?:only |just |like |about |maybe )*(?:the )?(?:{TWO_TO_NINE}"
    r"|[2-9])\b(?! ?(?:kids?|children|days?|hours?|weeks?|months?|pm|am|years?|more|other|extra"
    r"|weeks)\b)(?: of us| people| ppl| adults| guests| persons| friends)?"
)
_ENOUGH = (
    r"(?:fine|ok(?:ay)?|alright|all right|enough|possible|doable|allowed|welcome|too few|too small"
    r"|too little|not enough|a problem|no problem)"
)
_MAY = r"(?:could|can|would|will|may|is|are)"
ASKS = re.compile(
    rf"\b{_FEW} {_MAY}(?: be)?(?: still| also"
    r"| even)? (?:(?:do (?:it|this|that|one|a party)|book(?: it| you| a party| one)?"
    rf"|have (?:a|the|this|one)(?: \w+)?|work)(?: too| then| though| with you)?\W*$|{_ENOUGH})"
    rf"|\b(?:is|are|would|will|be) {_FEW}(?: be)?(?: still| also)? {_ENOUGH}\b"
    rf"|(?<!what )(?<!how much )(?<!whats )\b{_MAY} (?:we|i|you|u|it|that|this|a party"
    rf"|the chef)(?: be)?(?: still| also| even)?\b(?: \w+){{0,3}} (?:with|for|as) (?:just |only "
    rf"|as few as |a (?:group|party) of )?{_FEW}(?: then| though| too)?\W*$"
    rf"|\b(?:you|u|yall|chef)\b[^.?!\n]{{0,20}}\beven (?:if|when|with|for) (?:it'?s|its|we'?re|we are"
    rf"|there'?s|there are)? ?{_FEW}"
    rf"|\bwe (?:could|can|would)(?: still)? (?:come|do it|do this|book|have it|have a party) with {_FEW}",
    re.I,
)

_IS_IT_BAD = re.compile(r"\b(?:too (?:few|small|little)|not enough|a problem)\b", re.I)


def asks(words: str) -> bool:
    """Whether the words ask if so few are enough for a party, and not whether a place is."""
    return bool(ASKS.search(words)) and not places_asked.is_narrow(words)


def answer(words: str) -> str:
    """What so few are told who ask: no, where they fear to be too few, else yes."""
    return "No, not at all!" if _IS_IT_BAD.search(words) else "Yes, that's fine!"

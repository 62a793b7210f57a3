""" "How does that work" of what was named beside it asks for its terms, not for what we are. Pure."""

from collections.abc import Sequence

from hibachi.concierge.understanding.clauses import clauses
from hibachi.kit import lazy_re as re

_HOW = re.compile(
    r"\bhow (?:does|do|would|will|did) (?:it|this|that|those|these)(?: all| usually| exactly"
    r"| actually)? (?:work|go)s?\b"
)
_OF_US = frozenset(
    "about area comes_to_you show grill included menu price availability whats_next occasions evening why_you".split()
)
"""Topics beside which "how does it work" may ask for the whole thing."""


def without_about(folded: str, topics: Sequence[str]) -> list[str]:
    """The topics without what we are, where "how does that work" only points at another one of them."""
    of_terms = set(topics) - _OF_US
    if "about" not in topics or not of_terms or not (_only_points(folded) or _asks_for_rules(folded)):
        return list(topics)
    return [topic for topic in topics if topic != "about"]


_RULES = re.compile(
    r"\bwhat(?:'?s| is| are| r) (?:your|ur) (?:[a-z]+ ){0,3}(?:rules?|polic(?:y|ies)|terms|conditions"
    r"|fees?|process|procedure|requirements?|hours|prices?|minimum|deposit)\b"
)


def _asks_for_rules(folded: str) -> bool:
    """ "What are your cancellation rules": not what we are."""
    return bool(_RULES.search(folded))


def _only_points(folded: str) -> bool:
    """Whether each "how does it work" stands behind something in its sentence, or goes on in its clause ("... with the fee")."""
    parts = clauses(folded)
    found = [(at, part, match) for at, part in parts if (match := _HOW.search(part))]
    return bool(found) and all(
        "that" in match.group() or _goes_on(part[match.end() :]) or _is_behind(folded[: at + match.start()])
        for at, part, match in found
    )


_ENDS = re.compile(r"[.?!\n]")
_GREETS = re.compile(
    r"(?:hi|hey|hello|so|ok(?:ay)?|and|but|um|uh|well|there|good|morning|evening|afternoon|question|quick"
    r"|first|just|wondering|curious|can you tell me|tell me|explain|i|was|to|wanted|want|know|ask|\W)*"
)


def _goes_on(rest: str) -> bool:
    """Whether more words follow: "how does it work with the deposit"."""
    return len(re.findall(r"\w+", rest)) > 1


def _is_behind(before: str) -> bool:
    """Whether the sentence says something before it asks: "if we cancel, how does it work"."""
    sentence = _ENDS.split(before)[-1]
    return _GREETS.fullmatch(sentence) is None

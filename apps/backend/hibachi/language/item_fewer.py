"""So many of a dish less, the others stay: "drop two of the salmons", "one less lobster", "take one lobster off"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_AWAY = (
    r"(?:drop|remove|skip|cancel|take (?:off|out|away)|minus|scratch|lose|leave (?:out|off)|nix|cut|delete"
    r"|get rid of|ditch)"
)
_SOME_OFF = re.compile(
    rf"\b{_AWAY} (?:just |only )?(?P<n>{NUMBER})(?: (?:orders?|portions?|servings?"
    r"|plates?))?(?: of)?(?: (?:the|those|my|our|these))? ?$"
)
""" "Drop two of the": so many go, the others stay."""
_OFF_AFTER = re.compile(r"^(?: (?:orders?|portions?|tails?|upgrades?))? (?:off|out|away)\b(?! (?:of|the))")
_TAKE = re.compile(
    r"\b(?:take|leave|knock|cut)(?: just"
    rf"| only)?(?: (?P<n>{NUMBER})(?: (?:orders?|portions?))?(?: of)?)?(?: (?:the|those|my|our|these"
    r"|all|all the))? ?$"
)
_FEWER_BEFORE = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:less|fewer)(?: (?:orders?|portions?|servings?))?(?: of)?(?: (?:the|those))? $"
)
_FEWER_AFTER = re.compile(r"^(?: (?:orders?|portions?|tails?|upgrades?))? (?:less|fewer)\b(?! than)")
_ALSO = re.compile(
    r"(?: (?:upgrades?|orders?|tails?))? ?(?:,? (?:and|or|nor|&)|,)(?: (?:also|the|those|our|my|any|no))* "
)
"""Between two dishes of which the first goes: so does the second."""


_THING = r"(?: (?:upgrades?|orders?|portions?|tails?|mignons?|add-?ons?))?"
_NO_MORE = (
    r"(?= ?(?:$|[.,;!?\n]|it\b|them\b|that\b|those\b|any ?more|after all|anyway|now\b|either\b|at all"
    r"|please|pls|thanks|so\b|because))"
)
_GONE_AFTER = re.compile(
    rf"^{_THING},?(?: (?:we|i|they|nobody|no one|you|is|are|'s|really|actually|just|so|can|could"
    rf"|should|please)\b){{0,4}} ?(?:(?:don'?t|do not|doesn'?t|no longer|won'?t|wont"
    r"|didn'?t) (?:really |actually )?(?:want|need|have|take|order|get)s?"
    r"|(?:isn'?t|aren'?t|not|no longer) (?:really )?(?:needed|wanted|necessary|happening|required)"
    r"|(?:skip|drop|remove|cancel|leave (?:out|off)|take (?:off|out)|go away|go|come off"
    rf"|be (?:dropped|removed|left out|taken off|cancell?ed)|off|out)){_NO_MORE}"
)
""" "The gyoza we don't want any more", "lobster isn't needed", "the filet can go": all of it."""


def so_many(before: str, after: str, counted: int | None) -> tuple[int, int, int] | None:
    """How many go, where in before the words begin, and how many characters of after belong to them.

    before, after: the clause on either side of the dish; counted: the number that stands with it.
    """
    less, off = _FEWER_AFTER.match(after), _OFF_AFTER.match(after)
    told = _SOME_OFF.search(before) or _FEWER_BEFORE.search(before) or (_TAKE.search(before) if off else None)
    number = to_int(told["n"] or "") if told else counted if less else None
    behind = less or (off if told else None)
    start = told.start() if told else 0
    return (number, start, behind.end() if behind else 0) if number else None


def taken_off(before: str, after: str) -> bool:
    """Whether all of a dish is taken off: "take the lobster off", "the gyoza we don't want any more"."""
    return bool(_OFF_AFTER.match(after) and _TAKE.search(before)) or bool(_GONE_AFTER.match(after))


_STAYS = re.compile(
    r"^(?: (?:upgrades?|orders?|portions?|tails?|mignons?|noodles))?(?: (?:can|will|should|would|do"
    r"|does|all|both|please|still|is|are|'ll))* (?:stays?|remains?|keeps?|staying|remaining|kept"
    r"|too please|instead|as (?:is|they are|it is)|fine|good|ok|okay)\b"
)
""" "Skip the lobster, filets stay": the second is kept."""


def goes_too(between: str, after: str) -> bool:
    """Whether a dish behind one that goes goes as well, by what stands between the two and behind it."""
    return bool(_ALSO.fullmatch(between)) and not _STAYS.match(after)

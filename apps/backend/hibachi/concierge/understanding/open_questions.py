"""Questions while a change or a cancelling waits for its yes: of what was shown, of the deposit. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.openers import ASKING, OPENERS

_ASKED = re.compile(
    rf"(?:^|[.!,;] ?)(?:(?:{OPENERS}|my \w+|he|she|they)[ ,]+(?:asks?|wants to know"
    rf"|wonders) ?)?(?:(?:{OPENERS})\W+)*(?:{ASKING})(?:'?s)?\b"
)
_OF_SHOWN = re.compile(
    r"\b(?:wh(?:at|ich) (?:day|date|time|weekday)(?: of the week)? (?:is|was|would|will|did)\b|is (?:that|it"
    r"|this) (?:a |an |the |still )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|what (?:time|day|date) (?:was|did) |what (?:was|is) it (?:before"
    r"|now)"
    r"|(?:does|do|will|would|is|are) (?:the |our |my )?(?:\d{1,2}(?::\d\d)? ?(?:am|pm)?|time|start|start time|noon"
    r"|date|day|price|total|menu|food"
    r"|guests?|count|number(?: of (?:guests|people))?|rest|everything(?: else)?|all else|anything else) (?:stays?"
    r"|remains?|changes?|still|kept|be the same|the same)\b"
    r"|(?:stay|stays|remain|keep|kept) the same|(?:so )?what (?:exactly )?(?:would|will) (?:change|be different"
    r"|it be)"
    r"|what (?:are|were) (?:we|you) changing|from (?:when|what)|what (?:is|was|were) (?:the|our|my) (?:number|count"
    r"|guests)"
    r"|how many (?:guests|people|of us|adults|kids|are we)\b|what(?:'?s| is) (?:the|our|my) (?:number|head ?count"
    r"|count|guest count)"
    r"|(?:are|is) (?:you|u|that|it) (?:sure|certain|really)|sure (?:that'?s|its|it is|that is) (?:open|free"
    r"|available))\b"
)
_ASKS_AT_ALL = re.compile(r"\b(?:what|which|where|when|who|whose|why|how|wdym)\b")
_DEPOSIT = re.compile(
    r"\b(?:another|new|second|more|extra|again|same|old|our|my|the)\b[^.?!\n]{0,12}\bdeposit\b[^.?!\n]*"
    r"|\bdeposit\b[^.?!\n]{0,30}"
    r"\b(?:again|move|moves|transfer\w*|carr(?:y|ies)|roll\w*|go(?:es)? (?:with|along|over)|appl(?:y|ies)|stays?"
    r"|still|count\w*|keep|kept|lost?)\b"
)
_OF_DEPOSIT = re.compile(
    r"\b(?:another|new|second|again|transfer\w*|mov\w+|carr\w+|roll\w*|go(?:es)?|appl\w+|stay\w*|still|count\w*|kept"
    r"|keep|lose|lost|extra)\b"
)


def is_asked(text: str) -> bool:
    """Whether a message asks, also without its mark."""
    return "?" in text or bool(_ASKED.search(text.lower()))


def is_of_shown(text: str) -> bool:
    """ "Which day is that", "does the 6pm stay": what the preview tells."""
    return bool(_OF_SHOWN.search(text.lower()))


def may_ask(text: str) -> bool:
    """Whether a message may be a question, wherever its asking word stands: no question is a yes."""
    return is_asked(text) or bool(_ASKS_AT_ALL.search(text.lower()))


def is_of_deposit(text: str) -> bool:
    """ "Does my deposit move with it": it stays, and comes off the new total."""
    said = _DEPOSIT.search(text.lower())
    return is_asked(text) and said is not None and bool(_OF_DEPOSIT.search(text.lower()))

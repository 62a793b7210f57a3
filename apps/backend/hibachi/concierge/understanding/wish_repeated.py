"""A cancellation that is wished once more after its terms were told: as good as a yes, where nothing beside it doubts. Pure."""

from hibachi.concierge.understanding import shown_asked, yes_doubted
from hibachi.concierge.understanding.own_words import objects
from hibachi.concierge.understanding.schemas import Pending
from hibachi.kit import lazy_re as re
from hibachi.language.openers import ASKING, OPENERS

_IT = (
    r"(?:it|that|this|us|them|everything"
    r"|(?:the|our|my|that|this) (?:[\w']+ ){0,3}?(?:party|booking|reservation|event|dinner|lunch|one|date"
    r"|celebration|thing|order))"
)
_DEED = rf"(?:cancel(?: {_IT})?|call {_IT} off|call off {_IT}|withdraw {_IT})"
_WISHES = re.compile(
    r"(?:^\W*|\b(?:then|so|and|ok(?:ay)?|fine|yes+|yea+h*|yep|yup|sure|please|pls|plz|kindly|just|do"
    rf"|to|ahead(?: and)?|you(?: can| may)?|let'?s)\s+){_DEED}\b"
    rf"|\b(?:want|like|need|prefer|have|get|see) (?:{_IT} )(?:to be )?(?:cancell?ed|called off)\b"
    r"|\b(?:proceed|go (?:ahead|on|through)) with (?:the |that |this |my |our )?cancell?ation\b"
    r"|\bconsider (?:it|this|us) cancell?ed\b",
    re.I,
)
"""Words that want it done: "I ask you to cancel the booking", "cancel it pls", "I'd like it cancelled"."""
_PART = re.compile(rf"(?<=[.!?\n])\s+|\n+|,\s*(?=(?:{ASKING}|and|so|also)\b)")
_CANCEL = Pending(kind="cancel")
_TELLS = re.compile(
    r"\b(?:(?:had|have|has) to|used to|wanted|tried|already|yesterday|instead|should (?:i|we)|would (?:i|we))\b", re.I
)
"""What tells of a deed, or weighs it, where it stands beside it."""
_CLAUSE = re.compile(r"[,;:]+|\s-+\s")
_ASKS = re.compile(
    rf"^\W*(?:(?:{OPENERS})[\s,]+)*(?:{ASKING})\b|\?\W*$",
    re.I,
)
_POLITE = re.compile(
    r"\b(?:can|could|would|will) (?:you|u|ya)(?: guys)?(?: please| pls| just| then| go ahead and)*\s+(?:cancel|call)",
    re.I,
)
_OF_MONEY = re.compile(
    r"\b(?:deposit|money|refund\w*|reimburs\w*|return\w*|\$?\d{2,3}(?: dollars| bucks)?"
    r"|get (?:it|that|anything|something|the \w+) back|back)\b",
    re.I,
)


def cancels(text: str) -> bool:
    """Whether a text wants a cancellation done without a doubt; a question beside it may only ask after the money."""
    if objects(text) or yes_doubted.left_open(text, _CANCEL) or shown_asked.echoes(text):
        return False
    parts = [part for part in _PART.split(text) if part and part.strip()]
    asked = [part for part in parts if _ASKS.search(part) and not _POLITE.search(part)]
    said = [clause for part in parts if part not in asked for clause in _CLAUSE.split(part)]
    wished = [clause for clause in said if _WISHES.search(clause)]
    return bool(wished) and not any(_TELLS.search(part) for part in wished) and all(asks_back(part) for part in asked)


def asks_back(part: str) -> bool:
    """Whether a part of a text asks whether the money comes back."""
    return bool(_OF_MONEY.search(part))

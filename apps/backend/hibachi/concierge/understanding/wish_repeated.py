"""A cancellation that is wished once more after its terms were told: as good as a yes, where nothing beside it doubts. Pure."""

from hibachi.concierge.understanding.own_words import objects
from hibachi.kit import lazy_re as re

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
_DOUBTS = re.compile(
    r"\b(?:maybe|perhaps|(?:i|we) (?:guess|think|suppose)|probably|might|if|unless|whether"
    r"|should (?:i|we)|would (?:i|we)|how|why|suppose|thinking|considering|not sure|unsure|instead|but"
    r"|however|except|first)\b",
    re.I,
)
"""What takes the certainty from all that is said."""
_NOT_NOW = re.compile(
    r"\b(?:before|until|till|when|once|after|later|tomorrow|(?:had|have|has) to|need to|used to|wanted"
    r"|tried|already|yesterday)\b",
    re.I,
)
"""What puts a deed off, or tells of one, where it stands beside it: "cancel it later", not "cancel it, we'll book later"."""
_CLAUSE = re.compile(r"[,;:]+|\s-+\s")
_PART = re.compile(r"(?<=[.!?\n])\s+|\n+|,\s*(?=(?:and|so|also|do|does|will|would|can|could|is|are|when|how|what)\b)")
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|also|then|um+|uh+|ok(?:ay)?|well)[\s,]+)*(?:what|how|when|where|why|who|which"
    r"|is|are|do|does|did|will|would|should|can|could)\b|\?\W*$",
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
    parts = [part for part in _PART.split(text) if part and part.strip()]
    if objects(text):
        return False
    asked = [part for part in parts if _ASKS.search(part) and not _POLITE.search(part)]
    said = [part for part in parts if part not in asked]
    if any(not asks_back(part) or _DOUBTS.search(part) for part in asked):
        return False
    if any(_DOUBTS.search(part) for part in said):
        return False
    wished = [clause for part in said for clause in _CLAUSE.split(part) if _WISHES.search(clause)]
    return bool(wished) and not any(_NOT_NOW.search(clause) for clause in wished)


def asks_back(part: str) -> bool:
    """Whether a part of a text asks whether the money comes back."""
    return bool(_OF_MONEY.search(part))

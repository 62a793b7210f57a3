"""A short question that goes on from what was just answered: "and the day before?", "he's 19, him too?". Pure."""

from hibachi.concierge.understanding import cues
from hibachi.kit import lazy_re as re

_DAYS_BEFORE = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|and|or|so|but|what about|how about|what if it'?s)\W+)*(?:if it'?s )?(?:on |at )?(?:the )?(?:(?:very )?(?:same )?day (?:before|of)|night before|same day|last[- ]minute|morning of|(?:\d{1,2}|one|two|three|four|five|six|a|a few) (?:days?|weeks?|hours?) (?:before|ahead|out|prior))\b[^.!\n]{0,15}$"
)
_WHO = re.compile(r"\b\d{1,2}\b|\b(?:he|she|they|kids?|teens?|minors?)\b")
_NOTICE = re.compile(
    r"\b(?:how (?:early|soon|far|long|late)|when|by when|until when)\b[^.?!\n]{0,20}\b(?:need|have|want|must|should)\b[^.?!\n]{0,12}\b(?:know|tell|say|hear|told)\b"
)
MOST_WORDS = 12


def topic_of(folded: str, answered: tuple[str, ...]) -> str | None:
    """The topic that such a question is about; None where it asks something of its own."""
    just = answered[-1] if answered else None
    if just is None or len(folded.split()) > MOST_WORDS:
        return None
    if {"cancellation", "refund_when"} & set(answered[-2:]) and _DAYS_BEFORE.match(folded):
        return "cancellation"
    if (
        just == "alcohol"
        and _WHO.search(folded)
        and re.search(r"\b(?:some|too|also|it|ok|okay|allowed|have|drink)\b", folded)
    ):
        return "alcohol"
    if just in ("dietary", "diet_notice") and _NOTICE.search(folded):
        return "diet_notice"
    if just == "minimum" and cues.elliptical(folded) == "travel":
        return "minimum"
    return None

"""A short question that goes on from what was just answered: "and the day before?", "he's 19, him too?". Pure."""

from hibachi.concierge.understanding import cues, next_questions
from hibachi.kit import lazy_re as re
from hibachi.language.openers import OPENERS

_DAYS_BEFORE = re.compile(
    rf"^\W*(?:(?:{OPENERS}|or|what about|how about|what if it'?s)\W+)*(?:if it'?s )?(?:on "
    r"|at )?(?:the )?(?:(?:very )?(?:same )?day (?:before|of)|night before|same day|last[- ]minute"
    rf"|morning of|(?:\d{{1,2}}|one|two|three|four|five|six|a|a few) (?:days?|weeks?|hours?) (?:before"
    rf"|ahead|out|prior))\b[^.!\n]{{0,15}}$"
)
_WHO = re.compile(r"\b\d{1,2}\b|\b(?:he|she|they|kids?|teens?|minors?)\b")
_NOTICE = re.compile(
    r"\b(?:how (?:early|soon|far|long|late)|when|by when|until when)\b[^.?!\n]{0,20}\b(?:need|have"
    r"|want|must|should)\b[^.?!\n]{0,12}\b(?:know|tell|say|hear|told)\b"
)
_ENOUGH = re.compile(
    r"\b(?:is|would|will|'s) (?:that|this|it|(?:an?|one|two|\w+) (?:days?|weeks?))(?: still| be| going to be)*"
    r" (?:(?:enough|plenty|sufficient)\b|too (?:late|soon|short|tight)|in time|early enough|soon enough)"
    r"|\bdo (?:we|you|i)(?: still)? have (?:enough )?time\b"
)
""" "It's next Wednesday, is that enough time?" after a diet."""
_IN_PRICE = re.compile(
    r"\b(?:is|are|does|do|was|will)\b[^.?!\n]{0,20}\b(?:that|it|this|those|they|the price"
    r"|the total)\b[^.?!\n]{0,30}\b(?:in (?:the|that|this|your|our)|includ\w*|part of|on top|extra"
    r"|separate\w*|added|covered|built in)\b"
    r"|^\W*(?:so |and |ok |or |is |oh )*(?:already |not )?(?:that'?s |it'?s |thats |its )?(?:already "
    r"|not )?(?:included|on top|extra|separate|in the price)\W*$"
)
""" "Is that already in the price?" after the tip."""
_UNPAID = re.compile(
    rf"^\W*(?:(?:{OPENERS}|what|what happens)\W+)*(?:if|when|what if) (?:i|we) (?:don'?t|dont|do not"
    r"|can'?t|cant|cannot|miss (?:it|that)|forget|am late|are late"
    rf"|pay (?:it )?(?:late|later))\b[^.!\n]{{0,25}}$"
)
""" "And if I don't?" after how long the deposit is waited for."""
_MOVED_INSTEAD = re.compile(
    r"\b(?:need|want|have|like|prefer|only|just|take)\b[^.?!\n]{0,12}\b(?:another|a different|other"
    r"|a new|a later) (?:date|day|time|weekend)s?\b"
    r"|\b(?:chang\w*|mov\w*|switch\w*|push\w*|go(?:ing)?)\b[^.?!\n]{0,25}\b(?:another|a different"
    r"|other|a new|a later) (?:date|day|time|weekend)s?\b|\b(?:only|just) (?:the )?(?:date|day)\b"
    r"|\b(?:date|day)\b[^.?!\n]{0,15}\b(?:mov(?:e|ing)|chang(?:e|ing)|switch(?:ing)?|shift(?:ing)?)\b"
    r"|\b(?:mov(?:e|ing)|chang(?:e|ing)|switch(?:ing)?|shift(?:ing)?) (?:it|the (?:date|day|party))\b"
    r"|\b(?:mov(?:e|ing)|resched\w*|postpon\w*)\b[^.?!\n]{0,20}\binstead\b"
    r"|\binstead\b[^.?!\n]{0,20}\b(?:mov(?:e|ing)|resched\w*|postpon\w*)\b"
)
""" "And changing to another date instead?" after what a cancellation costs."""
_COVER_TOLD = re.compile(
    r"\b(?:have|has|got|get|getting|rent|renting|buy|buying|borrow|put up|set up|use|there'?s|is|are)\b[^.?!\n]{0,30}\b(?:canop(?:y|ies)"
    r"|tents?|umbrellas?|tarps?|awnings?|pop[- ]?ups?|gazebos?|pergolas?|carports?|pavilion|covered|overhang|roof)\b"
)
""" "We have a pergola with a cloth", "ok I'll get a tent" after the rule for rain."""
_IN_THE_RAIN = re.compile(
    r"\b(?:cancel\w*|call(?:ed|ing)? (?:it|this|the party) off|still (?:come|cook|happen\w*|do it|on)|go ahead|show up)\b"
)
""" "Do we have to cancel?", "will you still come?" after the rule for rain."""
MOST_WORDS = 15
MOST_WORDS_OF_A_MOVE = 28
"""Words of a spoken sentence that ends in another day instead."""


def topic_of(folded: str, answered: tuple[str, ...]) -> str | None:
    """The topic that such a question is about; None where it asks something of its own."""
    just = answered[-1] if answered else None
    words = len(folded.split())
    if just is None or words > MOST_WORDS_OF_A_MOVE:
        return None
    if {"cancellation", "refund_when"} & set(answered[-2:]) and _MOVED_INSTEAD.search(folded):
        return "reschedule"
    if words > MOST_WORDS:
        return None
    if {"cancellation", "refund_when"} & set(answered[-2:]) and _DAYS_BEFORE.match(folded):
        return "cancellation"
    if (
        just == "alcohol"
        and _WHO.search(folded)
        and re.search(r"\b(?:some|too|also|it|ok|okay|allowed|have|drink)\b", folded)
    ):
        return "alcohol"
    if just in ("dietary", "diet_notice") and (_NOTICE.search(folded) or _ENOUGH.search(folded)):
        return "diet_notice"
    if just == "gratuity" and _IN_PRICE.search(folded):
        return "gratuity"
    if just == "rain" and (
        _COVER_TOLD.search(folded) or (cues.SUPPOSED.search(folded) and _IN_THE_RAIN.search(folded))
    ):
        return "rain"
    if "hold_time" in answered[-2:] and _UNPAID.match(folded):
        return "hold_time"
    if just == "minimum" and cues.elliptical(folded) == "travel":
        return "minimum"
    return next_questions.topic_of(folded, answered)

"""An amount that was told is asked about by its bare number: "how come it's 22", "what's the 100 for", "770?? why". Pure.

Such a number counts no guests, names no day and no hour; it is the price that is to be explained.
"""

from collections.abc import Sequence

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.openers import OPENERS
from hibachi.language.spans import Span, fold, span_of

_OF_ELSE = (
    r"(?![\d/:]|[.,]\d| ?(?:people|ppl|guests?|adults?|persons?|heads?|kids?|children|of (?:us|them)"
    r"|friends|am|pm|a\.m|p\.m|o'?clock|th|st|nd|rd|miles?|feet|ft|inch\w*|hours?|hrs?|minutes?|mins?"
    r"|days?|weeks?|months?|years?|percent|proteins?|chefs?|tables?|%)\b)"
)
_N = rf"(?<![\d/:.,#-])\$?(?P<n>\d{{2,4}}(?:\.\d\d)?)\b{_OF_ELSE}(?: ?(?:dollars|bucks))?"
_MONEY = (
    r"(?:travel|driving|drive|mileage|fee|deposit|price|total|cost|minimum|charge|quote|food|bill|it|that"
    r"|this|they|we|i|you|he|she)"
)
_BESIDE = (
    r"(?: (?:the|a|an|so|now|still|exactly|even|suddenly|extra|another|is|are|was|do|does|would|should|be"
    r"|have to|need to|pay|paying|charging|charged?|asking|costs?|adding|want|being|me|us|for"
    rf"|{_MONEY})(?:'s|'re)?){{0,6}}"
)
_PATTERNS = (
    rf"\bwhy(?:'s)?{_BESIDE} {_N}",
    rf"\bhow come{_BESIDE} {_N}",
    (
        r"\b(?:what|whats)(?:'s|s| is| was"
        r"| are)? (?:(?:the|that|this|those|these|with|up|about) )+(?:extra |other |additional "
        rf"|whole )?{_N} (?:for|about|from|all about|supposed)\b"
    ),
    rf"\bwhat (?:do|does|did|would|will|is|are) (?:the|that|this|those) {_N} (?:cover|include|pay|go|stand|mean|get)\b",
    rf"(?:^|[.?!,;\n] ?|\b(?:so|and|ok|wait|the|that) ){_N} (?:is |was )?(?:for|covers?) what\b",
    (
        rf"\bwhere (?:do|does|did|is|are|was) (?:the|that|this|those|these|your) {_N} (?:even "
        r"|all )?(?:com(?:e|es|ing)|came|go|goes)\b"
    ),
    (
        r"\b(?:how)(?:'?d| did| do| does| have| has| is| was| are)? (?:you|u|ya|yall|they|we|that|it"
        r"|this)(?:'ve)?(?: guys| all| even| just)? [a-z]+ (?:at|to|up with|up to|on|with|out at) (?:the"
        rf"|that|this|those)? ?{_N}"
    ),
    (
        r"\b(?:explain|justify|break down|itemi[sz]e|walk me through)(?: to me| again| please)? (?:the"
        rf"|that|this|those|how) (?:total of |price of |sum of )?{_N}"
    ),
    (
        rf"^\W*(?:(?:{OPENERS}|what)\W+)*{_N}\s?[?!]{{1,4}}\W*(?:how come|why|what for|for what|how so"
        r"|how|really|what|wow|seriously|omg|jeez|lol)\b"
    ),
    (
        r"\b(?:so|and|plus|then|that'?s|its|it'?s|an?) (?:an? )?(?:extra |additional "
        rf"|another )?{_N} (?:extra )?(?:on top(?! of)"
        r"|(?:just |only )?(?:to|for) (?:the |you |him |them |to )*(?:driv\w+|com(?:e|ing)|travel\w*|trip"
        r"|gas|mileage|way))\b"
    ),
)
_LARGE = re.compile(
    r"(?:^|[.?!,] ?|\b(?:for|at|only|just|like|about|around|under|over|was|is|paid|pay|charged?|got"
    r"|cost|dude|bro|man|wow|wait|what|jeez|omg|seriously|really|ok|uh|um"
    rf"|so) )(?<![\d/:.,#-])\$?(?P<n>(?!100\b|20[2-4]\d\b)\d{{3,4}})\b{_OF_ELSE}(?=\s*(?:[?!.,;]|$"
    r"|(?:for (?:that|it|this)|i|we|you|he|she|they|tops|max|flat|total|instead|lol|haha|all|bucks"
    r"|and|but|from|with)\b))"
)
""" "Dude 660? For 200 I buy steaks", "my homie got it for 400": so large a number without a noun is money, once a price was told."""
_COUNTS = re.compile(
    r"\b(?:make it|we'?re|we are|there'?s|there are|party of|count|invit\w+|guests?|people|heads?)\b[^.?!\n]{0,15}\d{3}"
)
_FEW_WORDS = 9
_CROWD = 150
"""More people than a home holds: such a number without a noun is money."""
_ASKED = tuple(re.compile(pattern) for pattern in _PATTERNS)


def spans(text: str, dialogue: Dialogue) -> list[Span]:
    """Where a bare number is an amount that we told: a price was told in this talk, and the words ask for its reason."""
    if not (dialogue.quoted or dialogue.travel_told or dialogue.answered):
        return []
    sure = dialogue.quoted and "time" not in dialogue.expecting and not _COUNTS.search(fold(text))
    large = (_LARGE,) if sure else ()
    return _found(text, (*_ASKED, *large))


def _found(text: str, patterns: Sequence[re.Pattern[str]]) -> list[Span]:
    folded = fold(text)
    return [span_of(text, *match.span("n")) for pattern in patterns for match in pattern.finditer(folded)]


def is_asked(frame: Frame, dialogue: Dialogue) -> bool:
    """Whether a frame asks about such an amount, so that no number of it is a change."""
    told_before = dialogue.quoted or dialogue.travel_told or dialogue.answered
    return bool(told_before and _found(frame.text, _ASKED)) and not frame.guests.stated


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame as the question why it is so much, where it says nothing else."""
    frame = _sized(frame) if dialogue.quoted else frame
    if "asks_total" in frame.acts and frame.unknown and len(frame.text.split()) <= _FEW_WORDS:
        frame = frame.model_copy(update={"unknown": ()})
    if not is_asked(frame, dialogue) or {"explain", "deposit", "balance"} & set(frame.topics):
        return frame.model_copy(update={"unknown": ()}) if is_asked(frame, dialogue) else frame
    topics = ("explain", *(topic for topic in frame.topics if topic not in ("price", "minimum")))
    return frame.model_copy(update={"topics": topics, "unknown": ()})


def _sized(frame: Frame) -> Frame:
    """ "825, that's steep. What would 10 cost?": of the sizes that were read, the one that is no amount."""
    few = tuple(one for one in frame.sizes if (one.people or 0) <= _CROWD)
    if len(few) == len(frame.sizes) or len(few) > 1:
        return frame
    return frame.model_copy(update={"sizes": (), "guests": few[0] if few else frame.guests})

"""Who has to agree before anything is booked, and how many share the bill: they are no size of the party. Pure.

"I have to run it by my sisters, there's five of us and nobody ever agrees", "we're a committee of 6", "the other four
need to sign off", "we split it five ways".
"""

from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY_STEMS
from hibachi.language.numbers import NUMBER
from hibachi.language.spans import Span, fold, span_of

_DECIDE = (
    r"(?:agree\w*|decid\w+|vot(?:e|es|ing)|sign(?:ing)? off|weigh(?:ing)? in|plan(?:s|ning)?|organi[sz]\w+"
    r"|chip(?:ping)? in|on board|on the same page|(?:a|their|its|some) say|approv\w+|split(?:ting)?"
    r"|shar(?:e|ing) the (?:cost|bill)|pitch(?:ing)? in|okay it|ok it|in charge|host(?:s|ing)?)"
)
_PEOPLE = (
    r"(?:(?:there'?s|there are|there is|it'?s|we'?re|we are|all|the|us|among"
    rf"|between) )+(?:{NUMBER})(?: of us| people)?"
)
_PATTERNS = (
    rf"\b{_PEOPLE}\b[^.?!\n]{{0,35}}\b{_DECIDE}\b",
    rf"\b(?:committee|board|panel|council|crew|team) of (?:{NUMBER})\b",
    (
        rf"\bthe other (?:{NUMBER})(?: \w+)? (?:need|needs|have|has|must|want|wants|say|says|think|thinks"
        r"|are|still|also|gotta)\b"
    ),
    (
        rf"\b(?:{NUMBER}) other (?:quotes?|offers?|caterers?|bids?|compan\w+|places?|chefs?|vendors?"
        rf"|options?)\b|\b(?:{NUMBER}) (?:caterers?|quotes|bids|offers|vendors|companies|other\w*)\b"
    ),
)
_DECIDERS = tuple(re.compile(pattern) for pattern in _PATTERNS)
_BY_WHEN = re.compile(
    r"\b(?:decid\w+|choos\w+|know|answer|respond|reply|tell you|book|confirm|let you know|get back"
    rf"|think|mull|sleep)\b[^.?!,;\n]{{0,25}}\b(?P<when>(?:by|until|till?|over|before|after) (?:the "
    rf"|this |next )?(?:{WEEKDAY_STEMS})?(?:day|weekend|week|month|tomorrow|tonight)\b)"
)
""" "Will decide by Friday", "let me mull it over til the weekend": when the answer comes."""
_THINKS = re.compile(
    r"\b(?:mull(?:ing)?|think(?:ing)?|chew(?:ing)?|talk(?:ing)?|ponder(?:ing)?|look(?:ing)?|go(?:ing)?"
    r"|read(?:ing)?)(?: (?:it|this|that|them|everything|things?))? (?:over|through|on it)\b"
    r"|\b(?:need|have|want|like|got|gotta|going|gonna) (?:to |some time to "
    r"|a (?:little|bit of)? ?(?:time|day|minute|sec\w*) to )?(?:think|consider|reflect"
    r"|digest)\b(?! (?:of|that|the))"
    r"|\b(?:have|need|want|got|gotta|like|going|gonna|let me|lemme)(?: to)? (?:first )?(?:check"
    r"|measure|see|find out|figure out|make sure)(?: first)? (?:if|whether|how|what|that|when|who"
    r"|with)\b(?![^.?!\n]*\byou)"
    r"|\bnot (?:quite |yet |really )?(?:ready|able|prepared|in a position) to (?:commit|book|decide"
    r"|pay|say)\b|\b(?:can'?t|cannot|don'?t want to|won'?t|hesitant to|not going to|not gonna"
    r"|nothing to) (?:commit|decide|promise"
    r"|make (?:a |any |the |that )?decision)(?: to anything)?(?: (?:yet|now|today|right now|just yet"
    r"|tonight|right away))?\W*(?:$|[.,;:!])"
    r"|\b(?:will|'ll|gonna|going to|let me|lemme|have to|need to|gotta|want to|wanna|should"
    r"|must) (?:\w+ ){0,2}?(?:decide|show (?:it|this|that|them|him|her)|forward (?:it|this|that)"
    r"|share (?:it|this|that)|present (?:it|this)|bring (?:it|this) up"
    r"|run (?:it|this|that|the \w+) (?:by|past)|do (?:some|the|my) math|crunch (?:the |some )?numbers"
    r"|look at (?:our|my|the) (?:budget|finances|calendar|numbers)"
    r"|see what (?:\w+ ){1,3}(?:says?|thinks?)|come back to (?:you|this))\b"
    r"|\b(?:needs?|have|has|want|wants) to (?:sign off|agree|approve|weigh in|vote|ok it|okay it"
    r"|decide)\b|\b(?:nobody|no one|none of us|we) (?:ever |never |can'?t |cannot )+agree\b"
    r"|\b(?:on the fence|weighing (?:our|my|the|all)|torn\b|undecided|haven'?t decided"
    r"|in charge of the money|holds the purse|controls the money|other quotes"
    r"|looking at (?:other|a few|several|some|two|three|four|2|3|4)(?: \w+)? (?:caterers?|options"
    r"|quotes|companies|places|chefs)|waiting (?:on|for) (?:\w+ )?(?:other|another|more) quotes?)\b",
    re.I,
)
_COUNTS_ANEW = re.compile(
    r"\b(?:actually|now|instead|make it|change|changed|correction|sorry|total|altogether|in all|coming"
    r"|just|only|more|fewer|less|plus|add)\b",
    re.I,
)
_FAR_FEWER = 2


def spans(text: str) -> list[Span]:
    """Where a text counts those who decide or pay, or the offers that are compared, and says by when it is decided."""
    folded = fold(text)
    found = [match.span() for pattern in _DECIDERS for match in pattern.finditer(folded)] if thinks(folded) else []
    return [span_of(text, *place) for place in (*found, *(match.span("when") for match in _BY_WHEN.finditer(folded)))]


def thinks(folded: str) -> bool:
    """Whether somebody has to think, or to ask others, before deciding."""
    return bool(_THINKS.search(folded))


def told(frame: Frame, dialogue: Dialogue, bands: Bands) -> Frame:
    """The frame of who has to think, without the few who decide: "there are four of us, I need to ask everyone" of a quoted party of twenty."""
    if thinks(fold(frame.text)):
        unknown = frame.unknown if "?" in frame.text else ()
        frame = frame.model_copy(update={"acts": (*frame.acts, "thinking"), "unknown": unknown})
    counts = counts_of(dialogue.party, bands)
    plain = frame.guests.model_dump(exclude_defaults=True)
    if "thinking" not in frame.acts or counts is None or not dialogue.quoted or set(plain) - {"people", "on_top"}:
        return frame
    few = (frame.guests.people or counts.total) * _FAR_FEWER <= counts.total
    if not few or frame.question or frame.zip or frame.dates or _COUNTS_ANEW.search(frame.text):
        return frame
    return frame.model_copy(update={"guests": GuestWords()})

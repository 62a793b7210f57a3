"""Whether somebody asks what was told so far ("what date did I say", "you have my ZIP, right?") or what they said and had
in earlier times ("what did I say about the peanut allergy?", "what did we have last time?"). Pure."""

from hibachi.concierge.understanding.clauses import clauses
from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.day_names import WEEKDAY
from hibachi.language.spans import fold

_OURS = (
    r"(?:zip(?: ?code)?|date|day|time|number|guest count|head ?count|name|e-?mail|phone(?: number)?"
    r"|address|details|info\w*)"
)
_ASKS = re.compile(
    rf"\b(?:what|which|how many|when|where)\b[^.?!\n]{{0,25}}\bdid (?:i|we) (?:say|tell|write|give|mention|put)\b"
    rf"|\b(?:my|our) {_OURS}\b[^.?!\n]{{0,25}}\b(?:right|correct|have it|got it|saved|noted|down)\b[^.?!\n]{{0,8}}\?"
    r"|\b(?:do|did) (?:you|u|ya)(?: guys)? (?:still )?(?:have|know|remember|get|got|note"
    rf"|write down) (?:my|our) {_OURS}\b"
    rf"|\bwhat (?:{_OURS} )?do (?:you|u) have (?:so far|down|for (?:me|us)|on (?:file|record))\b"
    r"|\bwhat have (?:i|we) told (?:you|u)\b",
    re.I,
)


_WEEKDAY = re.compile(
    rf"\b(?:is|was|isn'?t) (?:that|it|this) (?:even |actually |really )?(?:a|on a) (?:{WEEKDAY}"
    r"|week ?(?:end|day))\b|\b(?:it'?s|its|is it|is that|that'?s|thats|is this|this is|which is"
    rf"|falls on|(?:\d{{1,2}})(?:st|nd|rd|th)? is"
    rf"|is the (?:\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|(?:twenty-|thirty-)?[a-z]+(?:th|st|nd|rd))) an? {WEEKDAY}\b[^.!\n]{{0,12}}\?"
    r"|\bwh(?:at|ich) (?:day of the week|weekday|day) (?:is|was|does) (?:that|it|this|the \d{1,2}(?:st|nd|rd|th)?)\b"
    rf"|\b(?:is|isn'?t) (?:{MONTH})\.? (?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:even |actually |really |on )*an? (?:{WEEKDAY}|week ?(?:end|day))\b",
    re.I,
)


def asks_weekday(folded: str) -> bool:
    """Whether a folded text asks on which weekday the day that is talked of falls."""
    return bool(_WEEKDAY.search(folded))


def asks(folded: str) -> bool:
    """Whether a folded text asks what was told so far."""
    return bool(_ASKS.search(folded))


_SAY = r"(?:say|said|tell|told|write|written|mention(?:ed)?|explain(?:ed)?|note[d]?)"
_TO_YOU = r"(?: (?:to )?(?:you|u|ya|yall|you guys|your team))?"
_EARLIER_WORDS = re.compile(
    rf"\bwhat (?:all )?(?:did|have|had) (?:i|we) (?:ever |already |once )?{_SAY}{_TO_YOU} (?:about"
    r"|regarding|concerning)\b"
    rf"|\b(?:did|have|had) (?:i|we) (?:ever |already |once )?{_SAY}{_TO_YOU} (?:anything |something )?about\b"
    r"|\bdo (?:you|u|ya)(?: guys)? (?:still )?(?:remember|recall) (?:what|which|where|when|who|how"
    r"|anything|something|my|our)\b"
    r"|\bremind me (?:what|which|where|when|who) (?:i|we) (?:said|told|wrote|mentioned)\b"
    r"|\bwhat do (?:you|u|ya)(?: guys)? (?:know|remember|have (?:noted|written down)) (?:down )?about (?:my|our)\b",
    re.I,
)
_LAST = (
    r"(?:last time(?: around)?|(?:on|at|for) (?:our|my|the) last (?:party|one|event|dinner|visit)"
    r"|(?:our|my) last (?:party|event|dinner))"
)
_LAST_TIME = re.compile(
    rf"\b(?:what|who|which|where|when|how many|how much food)\b[^.?!\n]{{0,40}}\b(?:did|had|have|were"
    rf"|was)\b[^.?!\n]{{0,40}}\b{_LAST}\b"
    rf"|\b{_LAST}\b[^.?!\n]{{0,20}}\b(?:what|who|which|where|when|how many)\b[^.?!\n]{{0,40}}\b(?:did"
    r"|had|have|were|was) (?:we|i|it|the|our|my)\b"
    r"|\bdo (?:you|u|ya)(?: guys)? (?:still )?(?:remember|recall|know) (?:our|my|the) last (?:party"
    r"|event|dinner|time)\b",
    re.I,
)
SAME_PLACE = re.compile(
    r"\bsame (?:place|address|location|house|spot|venue|backyard|yard"
    r"|zip(?: code)?)\b(?: again)?(?: (?:as|like) (?:the )?(?:last (?:time|year|party|one)|before"
    r"|always|usual))?"
    r"|\bat (?:our|the) (?:usual|same old) (?:place|address|house|spot)\b",
    re.I,
)
_OF_THE_PLAN = re.compile(rf"\b(?:about|remember|recall) (?:the |my |our )?{_OURS}\b[^a-z]*$", re.I)
"""What is planned now, which the talk itself knows."""


def parted(text: str) -> tuple[tuple[str, ...], str]:
    """The clauses that ask for what was said or had in earlier times, and the text without them: nothing else is read in them."""
    folded = fold(text)
    starts = [at for at, _ in clauses(folded)]
    if not starts:
        return (), text  # an empty message, or one of marks alone
    asking, rest = [], text[: starts[0]]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        clause = text[start:end]
        if asks_earlier(folded[start:end]):
            asking.append(clause.strip())
        else:
            rest += clause
    return tuple(asking), rest if asking else text


def marked(frame: Frame, asked_back: tuple[str, ...]) -> Frame:
    """The frame with the clauses that ask for earlier times."""
    if not asked_back:
        return frame
    return frame.model_copy(update={"asked_back": asked_back, "acts": (*frame.acts, "asks_back")})


def asks_earlier(folded: str) -> bool:
    """Whether a folded clause asks for earlier words or the last party."""
    return asks_last(folded) or bool(_EARLIER_WORDS.search(folded) and not _OF_THE_PLAN.search(folded))


def asks_last(folded: str) -> bool:
    """Whether a folded clause asks about the last party."""
    return bool(_LAST_TIME.search(folded))

"""A price that is spoken of beside a count or a place: "for 8 adults it's 550, right?", "at Benihana it's 40". Pure.

Its number counts nobody, and names no day and no hour.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.kit.money import parse
from hibachi.language.numbers import NUMBER
from hibachi.language.openers import LED
from hibachi.language.spans import Span, fold, span_of

_NO_NOUN = (
    r"(?![\d/:]|[.,]\d| ?(?:people|ppl|guests?|adults?|persons?|heads|kids?|children|of (?:us|them)"
    r"|friends|am|pm|a\.m|p\.m|o'?clock|th|st|nd|rd|miles?|feet|ft|minutes?|mins?|hours?|days?|weeks?)\b)"
)
_SUM = rf"\$?(?P<n>[1-9]\d{{2,3}}|[1-9],\d{{3}})(?:\.\d\d)?{_NO_NOUN}"
_PEOPLE = (
    rf"(?:(?:{NUMBER}) ?(?:people|ppl|guests?|adults?|persons?|of us|kids|heads)|for (?:{NUMBER})"
    rf"|we(?:'re| are) (?:{NUMBER}))"
)
_IS = (
    r"(?:it'?s|its|it is|is it|that'?s|thats|that is|is that|it'?d be|it would be|would be|comes? to"
    r"|makes?|costs?|is|pay|price is|total is|equals|=|be)"
)
_ABOUT = r"(?: (?:about|around|like|roughly|only|just|still|exactly|then))*"
_COUNTED = (
    rf"\b{_PEOPLE},? (?:and (?:{NUMBER}) (?:kids?|children),? )?(?:then |so |in total )?{_IS}{_ABOUT} {_SUM}",
    (
        rf"\b{_IS}{_ABOUT} {_SUM}(?= (?:dollars |bucks |total )?(?:for|with|if (?:we'?re|we are)) (?:just "
        rf"|the )?(?:{NUMBER})\b)"
    ),
)
_PLACE = (
    r"(?:benihana'?s?|kobe|costco|(?:a|the|our|my|any|some|another|other|that|local|japanese|hibachi|steak"
    r"|nice|good) (?:\w+ )?(?:restaurants?|steak ?houses?|caterers?|caterer|company|compan(?:y|ies)"
    r"|places?|food trucks?|taco (?:trucks?|guy|man)|buffet|chefs?|vendors?|competitor))"
)
_ELSEWHERE = (
    (
        rf"\b(?:at|in|from|with) {_PLACE}(?: (?:near|by|around) \w+(?: \w+)?)?,? (?:it'?s|its|it is|it was"
        r"|it'?d be|they(?:'re| charge| want| ask)?|you pay|we pay|we paid|i paid|i pay)(?: only| just"
        rf"| like| about| around| maybe| for)* \$?(?P<n>\d{{2,4}}){_NO_NOUN}"
    ),
    (
        rf"\b{_PLACE} (?:is|was|are|were|charges?|costs?|wants|asks|does it for|did it for"
        r"|quoted(?: me| us)?|would be|runs"
        rf"|(?:does|has|sells|offers|serves|gives)\b[^.?!\n\d]{{0,25}}? (?:for|at))(?: only| just| like"
        rf"| about| around| maybe| for)* \$?(?P<n>\d{{2,4}}){_NO_NOUN}"
    ),
)
_PATTERNS = tuple(re.compile(pattern) for pattern in (*_COUNTED, *_ELSEWHERE))


def spans(text: str) -> list[Span]:
    """Where a text names such an amount."""
    folded = fold(text)
    return [span_of(text, *match.span("n")) for pattern in _PATTERNS for match in pattern.finditer(folded)]


_ASKED = re.compile(rf"\b{_IS}{_ABOUT} {_SUM}")
_WHAT_IS_IT = re.compile(
    rf"(?:[\s\S]*[,;:.()!\n-])?{LED}what(?:'?s| is| does| would| will)? (?:that|it"
    r"|this)(?: (?:be|come to|make|cost|run(?: me| us)?|all|then|total))*\W*",
    re.I,
)
MOST_WORDS = 14


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame with an amount that is to be right ("so it's 770 for everything?"), or with the price of the party that it tells."""
    if frame.guests.stated and frame.unknown and all(_WHAT_IS_IT.fullmatch(clause) for clause in frame.unknown):
        return frame.model_copy(update={"unknown": (), "topics": tuple(dict.fromkeys((*frame.topics, "price")))})
    if not (dialogue.quoted and frame.question) or dialogue.booked is not None or not _asks_only_that(frame, dialogue):
        return frame
    amount = _ASKED.search(fold(frame.text))
    if amount is None:
        return frame
    sum_asked = parse(amount["n"].replace(",", ""))
    return frame.model_copy(update={
        "topics": ("price",), "acts": (*frame.acts, "asks_total"), "unknown": (), "guests": GuestWords(), "checked": (sum_asked,),
    })  # fmt: skip


def _asks_only_that(frame: Frame, dialogue: Dialogue) -> bool:
    """Whether a message tells and asks nothing beside the amount; those who were counted before may be told again."""
    party = dialogue.party
    known = {(party.adults or 0) + (party.unsplit or 0), party.adults}
    others = frame.items or frame.mentioned or frame.dates or frame.times or frame.zip or frame.sizes or frame.claimed
    same = not frame.guests.stated or (frame.guests.people or frame.guests.adults) in known
    acts = set(frame.acts) - {"thanks", "greeting", "laughs", "item_price"}
    few = len(frame.text.split()) <= MOST_WORDS
    return few and same and not (others or acts or set(frame.topics) - {"price"} or frame.guests.children)

"""A price that is spoken of beside a count or a place: "for 8 adults it's 550, right?", "at Benihana it's 40". Pure.

Its number counts nobody, and names no day and no hour.
"""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.language.spans import Span, fold, span_of

_NO_NOUN = r"(?![\d/:]|[.,]\d| ?(?:people|ppl|guests?|adults?|persons?|heads|kids?|children|of (?:us|them)|friends|am|pm|a\.m|p\.m|o'?clock|th|st|nd|rd|miles?|feet|ft|minutes?|mins?|hours?|days?|weeks?)\b)"
_SUM = rf"\$?(?P<n>[1-9]\d{{2,3}}|[1-9],\d{{3}})(?:\.\d\d)?{_NO_NOUN}"
_PEOPLE = rf"(?:(?:{NUMBER}) ?(?:people|ppl|guests?|adults?|persons?|of us|kids|heads)|for (?:{NUMBER})|we(?:'re| are) (?:{NUMBER}))"
_IS = r"(?:it'?s|its|it is|is it|that'?s|thats|that is|is that|it'?d be|it would be|would be|comes? to|makes?|costs?|is|pay|price is|total is|equals|=|be)"
_ABOUT = r"(?: (?:about|around|like|roughly|only|just|still|exactly|then))*"
_COUNTED = (
    rf"\b{_PEOPLE},? (?:and (?:{NUMBER}) (?:kids?|children),? )?(?:then |so |in total )?{_IS}{_ABOUT} {_SUM}",
    rf"\b{_IS}{_ABOUT} {_SUM}(?= (?:dollars |bucks |total )?(?:for|with|if (?:we'?re|we are)) (?:just |the )?(?:{NUMBER})\b)",
)
_PLACE = r"(?:benihana|kobe|costco|(?:a|the|our|my|any|some|another|other|that|local|japanese|hibachi|steak|nice|good) (?:\w+ )?(?:restaurants?|steak ?houses?|caterers?|caterer|company|compan(?:y|ies)|places?|food trucks?|taco (?:trucks?|guy|man)|buffet|chefs?|vendors?|competitor))"
_ELSEWHERE = (
    rf"\b(?:at|in|from|with) {_PLACE}(?: (?:near|by|around) \w+(?: \w+)?)?,? (?:it'?s|its|it is|it was|it'?d be|they(?:'re| charge| want| ask)?|you pay|we pay|we paid|i paid|i pay)(?: only| just| like| about| around| maybe| for)* \$?(?P<n>\d{{2,4}}){_NO_NOUN}",
    rf"\b{_PLACE} (?:is|was|are|were|charges?|costs?|wants|asks|does it for|did it for|quoted(?: me| us)?|would be|runs)(?: only| just| like| about| around| maybe| for)* \$?(?P<n>\d{{2,4}}){_NO_NOUN}",
)
_PATTERNS = tuple(re.compile(pattern) for pattern in (*_COUNTED, *_ELSEWHERE))


def spans(text: str) -> list[Span]:
    """Where a text names such an amount."""
    folded = fold(text)
    return [span_of(text, *match.span("n")) for pattern in _PATTERNS for match in pattern.finditer(folded)]

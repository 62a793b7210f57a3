"""Numbers and words that are no day to book, though a day was asked for: sums, ages, small talk, the day of an answer. Pure."""

from hibachi.concierge.understanding import whens
from hibachi.kit import lazy_re as re
from hibachi.language.spans import Span, fold

_SUM = re.compile(r"(?<![\w/.-])\$?\d{1,3} ?(?:x|×|\*|times|\+|=) ?\$?\d[\d,.]*(?: ?= ?\$?\d[\d,.]*)?(?![\w/])")
_OF_A_MOOD = re.compile(
    r"\b(?:it'?s|its|it is|(?:the )?(?:weather|traffic|work|school)(?: is|'s)?|i'?m|im|i am|we'?re|(?:the |my )?(?:kids?|bab(?:y|ies)|boss|dog|day)(?: is| are|'s|'re| was| were)?)(?: (?:so|really|super|very|pretty|kinda|just|been|too|all|a bit|soo+))* (?:hot|cold|raining|rainy|windy|snowing|freezing|humid|gorgeous|insane|crazy|nuts|hectic|busy|tired|exhausted|sick|swamped|slammed|stressed|terrible|awful|bad|slow|horrible|wild|off|a lot|beautiful|nice)(?: (?:out|outside|here|at work|rn))* (?P<when>today|tonight|this (?:morning|afternoon|evening|week))\b"
)
""" "Its hot today": small talk, no day of a party."""
_DONE = re.compile(
    r"\b(?:i|we|he|she|they|my \w+|our \w+)(?:'ve| have| has)?(?: just| already)? (?:paid|sent|transferred|venmo'?e?d|zelled|called|e-?mailed|texted|mailed|talked|spoke|wrote|asked|heard|got|saw|tried)\b[^.?!,\n]{0,30}\b(?P<when>today|tonight|this (?:morning|afternoon|evening|week))\b"
)
""" "I paid $560 today": the day of what was done."""
_EFFECTIVE = re.compile(
    r"\b(?:effective|as of|valid(?: from)?|in force|in effect)(?: from| as of)? (?P<when>[a-z]+(?: \d{1,2}(?:st|nd|rd|th)?)?)\b"
)
""" "Effective today": the day of a rule, none of a party."""
_AGES = re.compile(
    r"\b(?:they'?re|they are|they will be|who are|ages?|aged|years old:?|kids are|turning) (?:like |about |now )?(?P<ages>\d{1,2}(?:(?:,? ?(?:and|&|n) ?|, ?| )\d{1,2})+)(?![\w:/]| ?(?:am|pm|adults?|people|guests|kids))"
)


def spans(text: str) -> list[Span]:
    """Where a text says such numbers and days."""
    folded = fold(text)
    found = [Span(*match.span(), match.group()) for match in _SUM.finditer(folded)]
    found += [Span(*match.span("ages"), match["ages"]) for match in _AGES.finditer(folded)]
    found += [
        Span(*match.span("when"), match["when"])
        for one in (_EFFECTIVE, _OF_A_MOOD, _DONE)
        for match in one.finditer(folded)
    ]
    return [*found, *whens.days_of_the_party(text), *whens.of_an_answer(text)]

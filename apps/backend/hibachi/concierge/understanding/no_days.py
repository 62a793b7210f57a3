"""Numbers and words that are no day to book, though a day was asked for: sums, ages, those counted, the day of an answer. Pure."""

from hibachi.concierge.understanding import whens
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.spans import Span, fold

_SUM = re.compile(r"(?<![\w/.-])\$?\d{1,3} ?(?:x|×|\*|times|\+|=) ?\$?\d[\d,.]*(?: ?= ?\$?\d[\d,.]*)?(?![\w/])")
_EFFECTIVE = re.compile(r"\b(?:effective|as of|valid(?: from)?|in force|in effect)(?: from| as of)? (?P<when>[a-z]+(?: \d{1,2}(?:st|nd|rd|th)?)?)\b")
""" "Effective today": the day of a rule, none of a party."""
_AGES = re.compile(
    r"\b(?:they'?re|they are|they will be|who are|ages?|aged|years old:?|kids are|turning) (?:like |about |now )?(?P<ages>\d{1,2}(?:(?:,? ?(?:and|&|n) ?|, ?| )\d{1,2})+)(?![\w:/]| ?(?:am|pm|adults?|people|guests|kids))"
)
_COUNTED = re.compile(
    r"\b(?:just|only|still|all|for) the (?P<n>\d{1,2})\b(?! ?(?:st|nd|rd|th|of|at|in|if|works?|is|pm|am)\b|[:/])"
)


def spans(text: str, dialogue: Dialogue) -> list[Span]:
    """Where a text says such numbers and days."""
    folded = fold(text)
    found = [Span(*match.span(), match.group()) for match in _SUM.finditer(folded)]
    found += [Span(*match.span("ages"), match["ages"]) for match in _AGES.finditer(folded)]
    found += [Span(*match.span("when"), match["when"]) for match in _EFFECTIVE.finditer(folded)]
    party = dialogue.party
    told = {party.adults, party.unsplit, (party.adults or 0) + (party.children or 0) + (party.toddlers or 0)}
    found += [Span(*one.span("n"), one["n"]) for one in _COUNTED.finditer(folded) if int(one["n"]) in told]
    return [*found, *whens.days_of_the_party(text), *whens.of_an_answer(text)]

"""A bare list of ages once a party is known: "14, 9, 7 and a 1 yr old". Said again they change nobody; new, they are the children's. Pure."""

from collections import Counter
from dataclasses import dataclass

from hibachi.concierge.understanding import ages_one_by_one
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import GROWN_AT
from hibachi.language.spans import Span, fold, span_of

TEEN = 13
_MONTHS = r"[ -]?(?:months?|mos?|weeks?|wks?)(?:[ -]olds?)?"
_YEARS = r"[ -]?(?:years?|yrs?|yr|y/?o)\.?(?:[ -]olds?)?"
_ONE = rf"(?:an? )?{NUMBER}(?:{_MONTHS}|{_YEARS})?"
_JOIN = r"(?:,? and (?:an? )?|,? ?& ?|, ?| ?/ ?| )"
_LEAD = (
    r"(?:(?:ok|okay|yes|yeah|yep|so|um|well|oh|sure|right|again|they'?re|they are|it'?s|its|that'?s"
    r"|the|their|our|ages?|kids?|children"
    r"|are|is|aged|like i said|as i said|i said|i told you|:|,) *)*"
)
_LIST = re.compile(
    rf"(?:^|[.!?\n]) *{_LEAD}(?P<list>{_ONE}(?:{_JOIN}{_ONE}){{1,11}})"
    r"(?= *(?:$|[.!;\n]|,(?! ?\d)|(?:like|as) i |again\b|old\b|years?\b|respectively\b|book\b|yes\b"
    r"|so\b|thanks?\b|please\b))"
)
_AGE = re.compile(rf"(?P<age>{NUMBER})(?P<months>{_MONTHS}\b)?")


@dataclass(frozen=True, slots=True)
class Bare:
    """ages: of children who had none; spans: where ages stand, new ones or those that are known."""

    ages: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()


def _ages(told: str) -> tuple[int, ...]:
    """The ages of a list; whoever is counted in months is none."""
    found = [(to_int(one["age"]), one["months"]) for one in _AGE.finditer(told)]
    return tuple(0 if months else age for age, months in found if age is not None)


def find(text: str, dialogue: Dialogue) -> Bare:
    """The lists of a message that are the children's ages, said again or for the first time."""
    party = dialogue.party
    known = Counter(party.ages)
    open_ones = (party.children or 0) + (party.toddlers or 0) - len(party.ages)
    folded = fold(text)
    spans: list[Span] = []
    waits = "ages" in dialogue.expecting or open_ones > 1
    first = ages_one_by_one.told(folded, open_ones) if waits and open_ones else ()
    if first:
        return Bare(first, (span_of(text, 0, len(text)),))
    if (anew := _each_anew(text, folded, dialogue)) is not None:
        return anew
    for match in _LIST.finditer(folded):
        told = _ages(match["list"])
        if not told or max(told) >= GROWN_AT or (len(told) < 3 and _may_be_hours(match[0], dialogue)):
            continue
        if not first and len(told) == open_ones:
            first = told
        elif not known or not _known(Counter(told), known):
            continue
        spans.append(span_of(text, *match.span("list")))
    return Bare(first, tuple(spans))


_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_ONE_BY_ONE = re.compile(
    r"\b(?:one|oldest|eldest|youngest|middle|two|three|four)\b[^.!?\n]*\b(?:is|are"
    r"|turns?)\b[^.!?\n]*\b(?:others?|rest|one|two|three|four|youngest|oldest|middle|baby)\b"
    rf"|^{_LEAD}(?:{NUMBER})\b[^.!?\n]*\b(?:rest|others?|one|oldest|eldest|youngest|big one|little one|baby)(?: one)?"
    rf"(?: (?:just|only|has))* (?:is|are|turn\w*) (?:{NUMBER})\b"
)


def _each_anew(text: str, folded: str, dialogue: Dialogue) -> Bare | None:
    """ "... who read that. One is 6, the other four are 2, 3, 4 and 5": an age for every child who was counted, in a sentence of its own."""
    party = dialogue.party
    young = max((party.children or 0) + (party.toddlers or 0), len(party.ages))
    for sentence in _SENTENCE.finditer(folded):
        said = sentence[0].strip()
        if young < 2 or said.endswith("?") or not _ONE_BY_ONE.search(said):
            continue
        if ages := ages_one_by_one.told(said, young):
            return Bare(ages, (span_of(text, *sentence.span()),))
    return None


def _known(told: Counter[int], known: Counter[int]) -> bool:
    """Whether all of these are of ages that are known; beside all the others a teenager may be one of the adults."""
    new = told - known
    return not new or (not known - told and min(new) >= TEEN)


def _may_be_hours(told: str, dialogue: Dialogue) -> bool:
    """ "6, 7" once the time was asked."""
    others = {"time", "date", "guests", "how_many"} & {*dialogue.expecting}
    return bool(others) and "ages" not in dialogue.expecting and not re.search(r"old|y/?o\b|yrs?\b|year|age", told)

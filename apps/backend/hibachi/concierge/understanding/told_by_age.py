"""A party told by ages alone: "us: 38, 36 and the boys 12 and 4, plus my parents, 68 and 70". Pure.

Each age is a guest. Nothing is read where no grown-up is among them: ages of children beside a count are read elsewhere.
"""

from hibachi.concierge.understanding.schemas import GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, Number, find_numbers
from hibachi.language.party import GROWN_AT
from hibachi.language.roster.words import GROWN_RELATION
from hibachi.language.spans import Span, fold, span_of

OLDEST = 99
NEAR = 48
"""Characters before an age in which the words for whose it is stand."""
LEAST = 3
"""Ages that make a party; two may be anything."""
_PERSON = (
    rf"(?:{GROWN_RELATION}|me|i|myself|parents?|folks"
    r"|grand ?(?:ma|pa|mother|father|parents?|kids?|children|son|daughter)|in-?laws?|brothers?|sisters?"
    r"|siblings?|cousins?|uncles?|aunts?|nephews?|nieces?|sons?|daughters?|kids?|children|boys?|girls?"
    r"|twins|teens?|teenagers?|toddlers?|bab(?:y|ies)|little ones?|he|she)(?:-in-law)?(?:'s)?"
)
_OWN = (
    r"(?:(?:and|plus|&|\+|n|also|then|with|his|her|my|our|their|your|the|both|two|three|four|\d|of|older"
    r"|younger|oldest|youngest|little|big|is|are|another|an?)[ ,:]+)*"
)
_WHO = re.compile(
    rf"(?:^|[\s,;:.(!?])(?P<who>{_OWN}{_PERSON}(?:[ ,]+(?:and|&|n|plus)[ ,]+(?:(?:his|her|my|our|the)[ ])?{_PERSON})*)"
    r"(?:[ ]*[:(,–—-][ ]*|[ ]+(?:is|are|r|aged?|ages|who'?s|who (?:is|are)|turning"
    r"|turns)[: ]+(?:aged? )?|'(?:s|re|m)[ ]+(?:aged? )?|[ ]+(?:am)[ ]+|[ ]+)+$"
)
_CROWD = re.compile(
    r"(?:^|[\s,;.(!?])(?P<who>(?:(?:all of|the|our|my|his|her|their|and|plus|of) )*(?:us|we|you|family"
    r"|families|friends?|guests?|everyone|everybody|people|adults?|grown-?ups|they"
    r"|(?:our|my|the|their)? ?ages?)(?: (?:are|is))?)"
    r"(?:[ ]*[:(][ ]*|[ ]+aged?[: ]+|(?<=ages)[ ]+|(?<=ages are)[ ]+)$"
)
""" "Us: 38, 36", "we are: 44 and 42": a crowd is told by age only where a sign or the word says so; "we are 12, 14" counts."""
_TURNS = re.compile(
    r"(?:\bturn(?:s|ing|ed)?|'s|\bis|\bwas|\bhits?|\bhitting|\bbeing)[: ]+(?:just |now |already )?(?:aged? )?$"
)
""" "My mother turns 80": whose day it is, one of those who are counted, where grown-ups are counted by a number."""
_COUNTED = re.compile(rf"\b(?:{NUMBER}) (?:[a-z]+ )?(?:adults?|adlts|grown[- ]?ups|people|ppl|guests|persons|of us)\b")
_SMALL = re.compile(r"^ ?-?(?:months?|mos?|weeks?|wks?|days?)\b")
_PAIR = re.compile(r"\b(?:twins|both)\b")
_LINK = re.compile(
    r"(?: ?(?:yo|y/o|years? old|yrs?(?: old)?))?(?:[\s]*(?:,|/|&|\+|;|\n)[\s]*(?:and |& |n )?|[ ]+(?:and|n|plus)[ ]+)"
)
_THING = re.compile(
    r"^(?:[ ]?(?:am|pm|th\b|st\b|nd\b|rd\b|%|/|:\d|-\d)"
    r"|[ -](?!(?:and|n|plus|my|his|her|our|their|the|both|zip|years?|yrs?|yo|y/o|old|months?|at|in|for"
    r"|how|what|whats|total|price|with|so|as|also|we|is|all)\b)[a-z])"
)


def find(text: str) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """The ages of everybody that a text lists, and where they stand with the words for whose they are; else nothing."""
    folded = fold(text)
    ages: list[int] = []
    spans: list[Span] = []
    end, pair = -1, False
    counted = bool(_COUNTED.search(folded))
    for number in find_numbers(folded):
        start = _start_of(folded, number, end)
        if start is None or (counted and number.low >= GROWN_AT and _TURNS.search(folded[: number.span.start])):
            continue
        if pair and start < number.span.start:
            ages.append(ages[-1])
        ages.append(0 if _SMALL.match(folded[number.span.end :]) else int(number.low))
        spans.append(span_of(text, start, number.span.end))
        end, pair = number.span.end, bool(_PAIR.search(folded[start : number.span.start]))
    if pair:
        ages.append(ages[-1])
    if len(ages) < LEAST or not any(age >= GROWN_AT for age in ages):
        return (), ()
    return tuple(ages), tuple(spans)


def _start_of(folded: str, number: Number, end: int) -> int | None:
    """Where an age with its person begins; None for a number that is no age."""
    if number.kind != "whole" or not 0 <= number.low <= OLDEST or _THING.match(folded[number.span.end :]):
        return None
    if end >= 0 and _LINK.fullmatch(folded[end : number.span.start]):
        return number.span.start
    start = max(0, end, number.span.start - NEAR)
    before = folded[start : number.span.start]
    who = _WHO.search(before) or _CROWD.search(before)
    return start + who.start("who") if who else None


def told(guests: GuestWords, ages: tuple[int, ...]) -> GuestWords:
    """The guests of a message with everybody that it lists by age; people counted beside them come on top."""
    if not ages:
        return guests
    grown, young = sum(age >= GROWN_AT for age in ages), tuple(age for age in ages if age < GROWN_AT)
    beside = (guests.adults or 0) + (guests.people or 0)
    beside += sum(more for kind, more in guests.add.items() if kind in ("adults", "unsplit") and more > 0)
    if guests.people_is_total or beside == len(ages):
        beside = 0
    return GuestWords(
        adults=grown + beside,
        children=len(young) if young else None,
        ages=young,
        all_adults=not young and not guests.children,
    )

"""Children who are mentioned again with their age: "a kid ... the kid is 4", "the oldest is twelve", "the others are 6 and 3". Pure.

Who was counted is counted once, however often he is spoken of; an age that is new is that of one who had none yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.guests import read_guests
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import GROWN_AT, Party
from hibachi.language.spans import Span, fold, span_of

_SMALL = r"(?: ?-?(?:months?|mos?|weeks?|wks?)\b)"
_UNIT = rf"(?:{_SMALL}|[ -]?(?:years?|yrs?|yr|y/?o)\b)?(?:[ -]?olds?)?"
_ONE = rf"(?:an? )?(?:{NUMBER}){_UNIT}"
_LIST = rf"{_ONE}(?:(?:,? ?and |, ?| ?& ?| ?/ ?)(?!\d{{3}}){_ONE}){{0,7}}"
_NO_MORE = (
    r"(?![\w:/$%]|[.,]\d| ?(?:am|pm|of|o'?clock|people|ppl|guests|adults?|kids|children|friends|orders?|portions?)\b)"
)
_YOUNG = (
    r"(?:kid|kiddo|child|son|daughter|boy|girl|baby|toddler|infant|newborn|little (?:one|guy|man|girl|boy)"
    r"|grand ?(?:son|daughter|kid|child)|nephew|niece|teen|teenager)"
)
_TURNS = r"(?:turning|gonna be|going to be|about to (?:be|turn))"
_IS = (
    rf"(?:(?:'s|s|,? who(?:'?s| is)|,? (?:is|will be|are))? {_TURNS}|'s|s|,? who(?:'?s| is)"
    r"|,? (?:is|will be|would be|being|turns|turned|just turned|(?:he|she)(?:'?s| is))|:|,| =| \()"
)
_LITTLE = r"(?: (?:only|just|about|almost|already|now|like|um+|uh+|aged?))*"
_PLURAL = r"(?:others?|rest|other (?:one|two|three|four|kids|children|boys|girls|ones)|remaining(?: \w+)?)"
_AGAIN = re.compile(
    r"\b(?:(?P<degree>(?:(?:the|my|our|his|her|their) )?(?:oldest|eldest|youngest|middle|older"
    rf"|younger|smallest|littlest|biggest)(?: (?:one|{_YOUNG}|of (?:them|us|the \w+)))?)(?:{_IS})?"
    rf"|(?P<others>(?:the|my|our|his|her|their) {_PLURAL})(?: are| is| were|'s|'re|,|:)(?: all| both| also)?"
    r"|(?P<who>(?:the|that|this|my|our|his|her"
    rf"|their)(?: (?:other|little|big|first|second|only|one))? {_YOUNG})(?:{_IS}))"
    rf"{_LITTLE} ?(?P<ages>{_LIST}){_NO_MORE}"
    rf"|\b(?:the|that|my|our|his|her|their) (?P<aged>{NUMBER})(?P<unit>{_SMALL}"
    r"|[ -]?(?:years?|yrs?|yr|y))[ -]?(?:olds?|/?o)\b"
)
_PRONOUN = re.compile(
    rf"\b(?:(?:he|she)(?:(?:'?s| is| will be)? {_TURNS}|'?s| is| just turned| turned| turns| will be"
    rf"|'ll be)|(?:my|our|his|her|their) {_YOUNG}{_IS}){_LITTLE} "
    rf"?(?P<age>{NUMBER})(?P<unit>{_UNIT}){_NO_MORE}"
)
_OWN_CHILD = re.compile(
    rf"\b(?:my|our) (?:\w+ )?{_YOUNG}(?:'?s| is| just turned| turned| turns"
    rf"| will be)(?: {_TURNS})?{_LITTLE} (?P<age>{NUMBER})\b[^?\n]*\b(?:his|her"
    r"|their) (?:\w+ )?(?:party|birthday|dinner|event)\b"
)
_ASKED_OUT = re.compile(r"\b(?:when|where|what|which|who|tell|give|show|list|send|address|already|booked)\b")
_CHILD = re.compile(
    rf"\b(?:{_YOUNG}s?|kids|children|kiddos|sons|daughters|boys|girls|babies|nephews|nieces|teens|twins)\b"
)


@dataclass(frozen=True, slots=True)
class Again:
    """ages: of children who were counted without one; spans: where somebody is mentioned again, no guests and no days;
    all: each age that is mentioned again, new or not."""

    ages: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    all: tuple[int, ...] = ()


def find(text: str, dialogue: Dialogue, taken: Sequence[Span]) -> Again:
    """Who of the children that a text or the talk before counted is mentioned again in it, and the ages that are new."""
    folded = fold(text)
    matches = list(_AGAIN.finditer(folded))
    if not matches:
        return Again()
    ages: list[int] = []
    spans: list[Span] = []
    named: list[int] = []
    for match in matches:
        count, known = counted_before(folded, match, dialogue, [*taken, *spans])
        told = _ages_of(match)
        if not count or not told or max(told) >= GROWN_AT:
            continue
        fresh = [age for age in told if age not in known and age not in ages]
        room = count - len(known) - len(ages)
        if match["aged"] and fresh:
            continue
        if not match["others"] and fresh and room < len(fresh):
            continue
        ages += (list(told) if match["others"] and len(told) == room else fresh)[: max(room, 0)]
        named += told
        spans.append(span_of(text, *match.span()))
    return Again(tuple(ages), tuple(spans), tuple(named))


def _ages_of(match: re.Match[str]) -> tuple[int, ...]:
    if match["aged"]:
        age = 0 if re.search(_SMALL, match["unit"]) else to_int(match["aged"])
        return () if age is None else (age,)
    found = []
    for one in re.finditer(rf"(?P<age>{NUMBER})(?P<unit>{_UNIT})", match["ages"]):
        age = to_int(one["age"])
        if age is None:
            return ()
        found.append(0 if re.search(_SMALL, one["unit"]) else age)
    return tuple(found)


def counted_before(
    folded: str, match: re.Match[str], dialogue: Dialogue, taken: Sequence[Span]
) -> tuple[int, tuple[int, ...]]:
    """How many children were counted before a mention, and the ages that they have."""
    party = read_guests(folded[: match.start()], taken=[span for span in taken if span.end <= match.start()])
    ages = _each(party)
    count = max((party.children or 0) + (party.toddlers or 0), len(ages))
    if count:
        return count, ages
    known = dialogue.party
    return max((known.children or 0) + (known.toddlers or 0), len(known.ages)), known.ages


def _each(party: Party) -> tuple[int, ...]:
    return tuple(age for group in party.ages for age in group.each)


def told(guests: GuestWords, again: Again) -> GuestWords:
    """The guests of a message with the ages of those who were counted without one."""
    if not again.ages:
        return guests
    young = (guests.children or 0) + (guests.toddlers or 0)
    if young and len(guests.ages) < young:
        return guests.model_copy(update={"ages": (*guests.ages, *again.ages)[:young], "ages_alone": False})
    if guests.stated and (guests.children is not None or guests.ages):
        return guests
    return guests.model_copy(update={"ages": again.ages, "ages_alone": True})


def pronouns(text: str, dialogue: Dialogue) -> list[Span]:
    """Where a child's age is told by a pronoun or by whose it is ("he's 8", "my son is turning 7"): no day of a month, once children were spoken of."""
    folded = fold(text)
    if not dialogue.party.children and not dialogue.party.toddlers and not _CHILD.search(folded):
        return []
    return [span_of(text, *match.span()) for match in _PRONOUN.finditer(folded)]


def for_own_child(folded: str) -> bool:
    """ "My son is turning 9, it's his party": the party of the customer's own child, which nothing is asked out about."""
    match = _OWN_CHILD.search(folded)
    return match is not None and (to_int(match["age"]) or 0) < GROWN_AT and not _ASKED_OUT.search(folded)

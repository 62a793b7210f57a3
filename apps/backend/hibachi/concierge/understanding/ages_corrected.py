"""An age that was told wrong, or that has changed: "the older one isn't 11, she turned 13", "the 8 year old is actually 9". Pure.

Only where every child has an age already; an age for one who had none is read in kids_again.
"""

from dataclasses import dataclass

from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import GROWN_AT
from hibachi.language.spans import Span, fold, span_of

_UNIT = r"(?: ?-?(?:years?(?:[ -]olds?)?|yrs?(?:[ -]old)?|y/?o)\b)?"
_NOW = (
    r"(?:(?:is|'s|s|still|are|was|'re|has|just|already|actually|really|now|only|turned|turns|turning"
    r"|going to be|gonna be|will be|be|almost|in fact|she|he|it|they|but|she's|he's|,|it's) ?)+"
)
_NOT = r"(?:isn'?t|is not|wasn'?t|not|ain'?t|is no longer|no longer)"
_WHO = (
    r"(?:the |my |our |that |his |her )?(?P<who>older|oldest|eldest|younger|youngest|little|big|bigger"
    r"|smaller|other)(?: (?:one|kid|child|boy|girl|son|daughter|of the two|of them))?"
)
_NO_MORE = r"(?![\w:/$%]|[.,]\d| ?(?:am|pm|people|guests|adults|kids|of us)\b)"
_WRONG = re.compile(
    rf"\b{_NOT} (?:a |an )?(?P<old>{NUMBER}){_UNIT}(?: anymore| any more)?[,.;]? ?{_NOW}(?:a "
    rf"|an )?(?P<new>{NUMBER})\b{_NO_MORE}"
    rf"|\b(?:the|my|our) (?P<old2>{NUMBER}){_UNIT} (?:(?:had|has had|just had|celebrated|has|is having"
    rf"|will have) (?:a|his|her|their) birthday (?:[a-z]+ ){{0,4}}?(?:and"
    rf"|so) )?{_NOW}(?:an? )?(?P<new2>{NUMBER})\b{_NO_MORE}"
    rf"|\b(?P<new3>{NUMBER})(?:,| and)? not (?P<old3>{NUMBER})\b{_NO_MORE}"
)
_DEGREE = re.compile(rf"\b{_WHO} ?{_NOW}(?P<new>{NUMBER})\b{_NO_MORE}")
_SOME = re.compile(
    rf"\b(?P<count>{NUMBER}|both) of (?:them|those|these"
    r"|the (?:kids|children|boys|girls|\w+ year olds)|our kids"
    r"|my kids)(?:,? (?:will|have|has|are|is|'ll|just|already|actually|be|now|all))* (?:turn(?:ed|ing"
    rf"|s)?|be|are|is|r)(?: (?:only|just|actually|all|both|still))* (?P<age>{NUMBER})\b{_NO_MORE}"
)
""" "Two of them will have turned 6 by then"."""
_YOUNGER = frozenset(("younger", "youngest", "little", "smaller"))
_AGES_TALK = re.compile(
    r"\b(?:the \d+ is an? \d+|old|age[sd]?|turn\w*|birthday|year|one|kid|child|boy|girl|son|daughter|she|he)\b"
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """ages: those of all children now; spans: where it is said."""

    ages: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()


def find(text: str, dialogue: Dialogue) -> Corrected:
    """The ages of the children once one of them is corrected; nothing where none of theirs is meant."""
    party, folded = dialogue.party, fold(text)
    young = (party.children or 0) + (party.toddlers or 0)
    if not party.ages or young > len(party.ages):
        return Corrected()
    ages = list(party.ages)
    if (some := _SOME.search(folded)) is not None and (older := _of_some(some, ages)):
        return Corrected(older, (span_of(text, *some.span()),))
    match = next((one for one in _WRONG.finditer(folded) if _pair(one)[0] in ages), None)
    if match is not None and _AGES_TALK.search(folded):
        old, new = _pair(match)
    else:
        match = _DEGREE.search(folded)
        new = to_int(match["new"]) if match else None
        old = _of_degree(match["who"], ages) if match else None
    if match is None or old is None or new is None or not 0 <= new < GROWN_AT or new in ages or abs(new - old) > 5:
        return Corrected()
    ages[ages.index(old)] = new
    return Corrected(tuple(ages), (span_of(text, *match.span()),))


MOST_YEARS = 4
"""So far apart, an age is still that of a child that was told otherwise."""


def _of_some(match: re.Match[str], ages: list[int]) -> tuple[int, ...]:
    """The ages once so many of the children are a year or so older; those who are nearest below."""
    count, age = 2 if match["count"] == "both" else to_int(match["count"]), to_int(match["age"])
    if not count or age is None or age >= GROWN_AT or ages.count(age) >= count:
        return ()
    others = (one for one in range(len(ages)) if ages[one] != age)
    nearest = sorted(others, key=lambda one: (abs(age - ages[one]), ages[one]))[: count - ages.count(age)]
    if len(nearest) < count - ages.count(age) or any(abs(age - ages[one]) > MOST_YEARS for one in nearest):
        return ()
    return tuple(age if at in nearest else one for at, one in enumerate(ages))


def _pair(match: re.Match[str]) -> tuple[int | None, int | None]:
    at = next(one for one in ("", "2", "3") if match[f"old{one}"])
    return to_int(match[f"old{at}"]), to_int(match[f"new{at}"])


def _of_degree(who: str, ages: list[int]) -> int | None:
    return None if who == "other" else min(ages) if who in _YOUNGER else max(ages)


def words(corrected: Corrected, dialogue: Dialogue) -> GuestWords:
    """The same as guests of a message."""
    return GuestWords(children=dialogue.party.children, toddlers=dialogue.party.toddlers, ages=corrected.ages)

"""An age that was told wrong, or that has changed: "the older one isn't 11, she turned 13", "the 8 year old is actually 9". Pure.

Only where every child has an age already; an age for one who had none is read in kids_again.
"""

from dataclasses import dataclass

from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import Span, fold, span_of

GROWN_AT = 18
_UNIT = r"(?: ?-?(?:years?(?:[ -]olds?)?|yrs?(?:[ -]old)?|y/?o)\b)?"
_NOW = r"(?:(?:is|'s|s|are|was|'re|has|just|already|actually|really|now|only|turned|turns|turning|going to be|gonna be|will be|be|almost|in fact|she|he|it|they|but|she's|he's|,|it's) ?)+"
_NOT = r"(?:isn'?t|is not|wasn'?t|not|ain'?t|is no longer|no longer)"
_WHO = r"(?:the |my |our |that |his |her )?(?P<who>older|oldest|eldest|younger|youngest|little|big|bigger|smaller|other)(?: (?:one|kid|child|boy|girl|son|daughter|of the two|of them))?"
_NO_MORE = r"(?![\w:/$%]|[.,]\d| ?(?:am|pm|people|guests|adults|kids|of us)\b)"
_WRONG = re.compile(
    rf"\b{_NOT} (?:a |an )?(?P<old>{NUMBER}){_UNIT}(?: anymore| any more)?[,.;]? ?{_NOW}(?:a |an )?(?P<new>{NUMBER})\b{_NO_MORE}"
    rf"|\b(?:the|my|our) (?P<old2>{NUMBER}){_UNIT} {_NOW}(?P<new2>{NUMBER})\b{_NO_MORE}"
    rf"|\b(?P<new3>{NUMBER})(?:,| and)? not (?P<old3>{NUMBER})\b{_NO_MORE}"
)
_DEGREE = re.compile(rf"\b{_WHO} ?{_NOW}(?P<new>{NUMBER})\b{_NO_MORE}")
_YOUNGER = frozenset(("younger", "youngest", "little", "smaller"))
_AGES_TALK = re.compile(r"\b(?:old|age[sd]?|turn\w*|birthday|year|one|kid|child|boy|girl|son|daughter|she|he)\b")


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


def _pair(match: re.Match[str]) -> tuple[int | None, int | None]:
    at = next(one for one in ("", "2", "3") if match[f"old{one}"])
    return to_int(match[f"old{at}"]), to_int(match[f"new{at}"])


def _of_degree(who: str, ages: list[int]) -> int | None:
    return None if who == "other" else min(ages) if who in _YOUNGER else max(ages)


def words(corrected: Corrected, dialogue: Dialogue) -> GuestWords:
    """The same as guests of a message."""
    return GuestWords(children=dialogue.party.children, toddlers=dialogue.party.toddlers, ages=corrected.ages)

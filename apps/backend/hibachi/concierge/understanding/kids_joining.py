"""Children who join, with their ages behind the verb: "my two girls are joining, 7 and 9", "the boys come along (6 and 8)". Pure."""

from dataclasses import dataclass

from hibachi.concierge.understanding import kids_again
from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, find_numbers, to_int
from hibachi.language.party import GROWN_AT
from hibachi.language.spans import Span, fold, span_of

_OWN = r"(?:my|our|his|her|their|the|these|some)"
_MANY = (
    r"(?:kids|kiddos|children|girls|boys|sons|daughters|nephews|nieces"
    r"|grand ?(?:kids|children|sons|daughters)|little ones|toddlers|teens|teenagers|tweens|twins|cousins"
    r"|little cousins)"
)
_COMES = r"(?:joining|join|joins|coming|come|comes|tagging|tag|attending|there)"
_ADVERB = r"(?:us|along|too|as well|now|with us|also|the party|after all|then)"
_LIST = rf"{NUMBER}(?:(?:,? ?and |, ?| ?& ?| ?/ ?)(?!\d{{3}}){NUMBER}){{0,7}}"
_JOINING = re.compile(
    rf"\b(?:(?P<of>{NUMBER}|both|all) (?:of )?)?(?:{_OWN} )?(?:(?P<n>{NUMBER}) )?(?:(?:little|young"
    rf"|small|other|own|older|younger) )*(?P<who>{_MANY})"
    r"(?: (?:are|is|r|will|would|be|also|now|both|all|might|can|want to|wanna|going to|gonna)|'re"
    rf"|'ll)* {_COMES}(?: {_ADVERB})*"
    r"[,;:.]? ?\(? ?(?:(?:they(?:'re| are|re)|who are|that are) )?(?P<all>(?:both|all"
    rf"|each) )?(?:ages?:? |aged )?(?P<ages>{_LIST})"
    r"(?: ?(?:years? old|yrs?(?: old)?|yo|y/o))?\)?(?![\w:/$%]|[.,]\d"
    r"| ?(?:am|pm|of|o'?clock|(?:is|was|would|will|could|might|or|at)\b|in the|people|ppl|guests"
    r"|adults?|kids|children|friends|orders?|portions?)\b)"
)


_ALSO = re.compile(
    r"\b(?:my|our|his|her|their|the|\w+'s)(?: \w+'s)? (?:little |best |older |younger "
    r"|twin )?(?:friend|cousin|brother|sister|buddy|bestie|classmate|kid|son|daughter|boy|girl|nephew"
    r"|niece|neighbou?r),? (?:who(?:'s| is) |he'?s |she'?s |is )?(?:also|too,?"
    rf"|the same age,?) (?P<age>{NUMBER})(?![\w:/$%]|[.,]\d"
    r"| ?(?:am|pm|of|o'?clock|in the|people|guests|adults?)\b)"
)
""" "And my daughter's friend, also 5": one more child of that age."""


_DEFINITE = re.compile(r"(?:both|all)\b|(?:the|these) |(?:my|our) (?:kids|kiddos|children|little ones)\b")
""" "The kids", "both girls": those who were spoken of."""
_NEW = re.compile(r"nephew|niece|grand|cousin")
_BESIDE = re.compile(r"\b(?:too|as well|also|after all)\b")


@dataclass(frozen=True, slots=True)
class Joining:
    """ages: of children who come on top, one for each; counted: of those who were counted before; spans: where they are told."""

    ages: tuple[int, ...] = ()
    counted: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()


def find(text: str, dialogue: Dialogue) -> Joining:
    """The ages of the children who join, and of those counted before who are said to come."""
    folded = fold(text)
    ages: list[int] = []
    counted: list[int] = []
    spans: list[Span] = []
    for match in _JOINING.finditer(folded):
        told = _ages(match)
        if not told or not (place := _place(match, told, kids_again.counted_before(folded, match, dialogue, spans))):
            continue
        (counted if place == "counted" else ages).extend(told)
        spans.append(span_of(text, *match.span()))
    for match in _ALSO.finditer(folded):
        age = to_int(match["age"])
        if age is not None and age < GROWN_AT:
            ages.append(age)
            spans.append(span_of(text, *match.span()))
    return Joining(tuple(ages), tuple(counted), tuple(spans))


def _ages(match: re.Match[str]) -> list[int]:
    """An age for each child of a mention; empty where they do not agree with their number."""
    told = [int(number.low) for number in find_numbers(match["ages"])]
    count = to_int(match["n"] or match["of"] or "") or (2 if match["who"] == "twins" else len(told))
    each = told * count if len(told) == 1 and (match["all"] or match["who"] == "twins") else told
    return [] if len(each) != count or max(each, default=GROWN_AT) >= GROWN_AT else each


def _place(match: re.Match[str], told: list[int], before: tuple[int, tuple[int, ...]]) -> str:
    """Whether children who are said to come were counted before, come beside all who were, or ("") neither is sure."""
    count, known = before
    if not count or _NEW.match(match["who"]):
        return "beside"
    if set(told) <= set(known) or (len(told) <= count - len(known) and _are_those(match, told, count)):
        return "counted"
    return "" if _DEFINITE.match(match.group()) else "beside"


def _are_those(match: re.Match[str], told: list[int], count: int) -> bool:
    if _DEFINITE.match(match.group()):
        return True
    mine = re.match(r"(?:my|our)\b", match.group()) is not None
    return (len(told) == count or mine) and not _BESIDE.search(match.group())


def told(guests: GuestWords, joining: Joining) -> GuestWords:
    """The guests of a message with the children who join, beside all others that it counts, and the ages of those counted."""
    guests = kids_again.told(guests, kids_again.Again(joining.counted))
    ages = joining.ages
    if not ages:
        return guests
    alone = guests.adults is None and guests.people is None
    return guests.model_copy(
        update={
            "ages": (*guests.ages, *ages),
            "children": (guests.children or 0) + len(ages),
            "ages_alone": alone and guests.children is None,
            "on_top": True,
            "joining": True,
        }
    )

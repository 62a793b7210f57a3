"""Children who join, with their ages behind the verb: "my two girls are joining, 7 and 9", "the boys come along (6 and 8)". Pure."""

from hibachi.concierge.understanding.schemas import GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, find_numbers, to_int
from hibachi.language.spans import Span, fold, span_of

GROWN_AT = 18
_OWN = r"(?:my|our|his|her|their|the|these|some)"
_MANY = r"(?:kids|kiddos|children|girls|boys|sons|daughters|nephews|nieces|grand ?(?:kids|children|sons|daughters)|little ones|toddlers|teens|teenagers|tweens|twins|cousins|little cousins)"
_COMES = r"(?:joining|join|joins|coming|come|comes|tagging|tag|attending|there)"
_ADVERB = r"(?:us|along|too|as well|now|with us|also|the party|after all|then)"
_LIST = rf"{NUMBER}(?:(?:,? ?and |, ?| ?& ?| ?/ ?){NUMBER}){{0,7}}"
_JOINING = re.compile(
    rf"\b(?:(?P<of>{NUMBER}|both|all) (?:of )?)?(?:{_OWN} )?(?:(?P<n>{NUMBER}) )?(?:(?:little|young|small|other|own|older|younger) )*(?P<who>{_MANY})"
    rf"(?: (?:are|is|r|will|would|be|also|now|both|all|might|can|want to|wanna|going to|gonna)|'re|'ll)* {_COMES}(?: {_ADVERB})*"
    rf"[,;:.]? ?\(? ?(?:(?:they(?:'re| are|re)|who are|that are) )?(?P<all>(?:both|all|each) )?(?:ages?:? |aged )?(?P<ages>{_LIST})"
    r"(?: ?(?:years? old|yrs?(?: old)?|yo|y/o))?\)?(?![\w:/$%]|[.,]\d| ?(?:am|pm|of|o'?clock|people|ppl|guests|adults?|kids|children|friends|orders?|portions?)\b)"
)


_ALSO = re.compile(
    rf"\b(?:my|our|his|her|their|the|\w+'s)(?: \w+'s)? (?:little |best |older |younger |twin )?(?:friend|cousin|brother|sister|buddy|bestie|classmate|kid|son|daughter|boy|girl|nephew|niece|neighbou?r),? (?:who(?:'s| is) |he'?s |she'?s |is )?(?:also|too,?|the same age,?) (?P<age>{NUMBER})(?![\w:/$%]|[.,]\d| ?(?:am|pm|of|people|guests|adults?)\b)"
)
""" "And my daughter's friend, also 5": one more child of that age."""


def find(text: str) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """The ages of the children who join, one for each, and where they are told."""
    ages: list[int] = []
    spans: list[Span] = []
    for match in _JOINING.finditer(fold(text)):
        told = [int(number.low) for number in find_numbers(match["ages"])]
        count = to_int(match["n"] or match["of"] or "") or (2 if match["who"] == "twins" else len(told))
        each = told * count if len(told) == 1 and (match["all"] or match["who"] == "twins") else told
        if len(each) != count or max(each, default=GROWN_AT) >= GROWN_AT:
            continue
        ages += each
        spans.append(span_of(text, *match.span()))
    for match in _ALSO.finditer(fold(text)):
        age = to_int(match["age"])
        if age is not None and age < GROWN_AT:
            ages.append(age)
            spans.append(span_of(text, *match.span()))
    return tuple(ages), tuple(spans)


def told(guests: GuestWords, ages: tuple[int, ...]) -> GuestWords:
    """The guests of a message with the children who join; they come beside all others that it counts."""
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

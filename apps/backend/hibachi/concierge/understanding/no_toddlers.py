"""No toddlers: "theres no toddler" takes away those who were counted as small, and none of the other children. Pure."""

from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_NO = (
    r"(?:no|zero|0|without(?: any)?|not any|not an?|dont have(?: an?| any)?|don't have(?: an?| any)?"
    r"|do not have(?: an?| any)?|isn'?t an?|aren'?t any|is not an?|remove the|take off the|not)"
)
_SMALL = re.compile(rf"\b{_NO} (?:(?:other|more|such) )?(?:toddlers?|bab(?:y|ies)|infants?|newborns?)\b")
_YOUNG = re.compile(rf"\b{_NO} (?:[a-z]+ )?(?:kids?|kiddos?|child(?:ren)?|minors|little ones)\b")


_NONE_UNDER = re.compile(
    r"\b(?:no|none|nobody|no one)(?: of (?:them|the kids|us))?(?: (?:kids?|children|child))?(?: (?:is"
    rf"|are))? (?:under|below|younger than) (?P<n>{NUMBER})\b"
)
""" "There are no kids under 5": the others come."""


def _are_none_so_small(folded: str, bands: Bands) -> bool:
    """Whether none is so young that the bounds are those of toddlers."""
    told = _NONE_UNDER.search(folded)
    limit = to_int(told["n"]) if told else None
    return limit is not None and 0 < limit and bands.of(limit - 1) == "toddlers"


def told(guests: GuestWords, folded: str, dialogue: Dialogue, bands: Bands) -> GuestWords:
    """The guests of such a message once children were counted: no toddlers, and children as before."""
    party = dialogue.party
    young = party.children or party.toddlers or party.ages
    if _are_none_so_small(folded, bands):
        guests = guests.model_copy(update={"no_children": True, "age_low": None, "age_high": None})
    elif not _SMALL.search(folded) or _YOUNG.search(folded):
        return guests
    if not young or not (guests.no_children or guests.ages):
        return guests.model_copy(update={"no_children": False}) if _NONE_UNDER.search(folded) else guests
    small = tuple(age for age in party.ages if bands.of(age) == "toddlers" and age not in guests.ages)
    return guests.model_copy(update={"no_children": False, "toddlers": 0, "not_aged": small})

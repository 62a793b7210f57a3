"""The age of everybody who was counted: "how much for 14 girls", and then "they are 10", "all between 8 and 11". Pure."""

from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import OPENERS
from hibachi.language.party import GROWN_AT

_THEY = (
    r"(?:(?:they|the (?:girls|boys|guests|guys)|everyone|everybody|all of (?:them|us|the (?:girls|boys|kids))"
    r"|these girls|those girls)(?:'re|'s| are| is| r| will be)?|theyre|all)"
)
_SO_OLD = re.compile(
    rf"^\W*(?:(?:{OPENERS}|well|oh|sorry|actually|no|and|but)\W+)*{_THEY}(?: (?:all|both|about|around|only|just|like"
    rf"|between|from|aged?|ages|turning))* (?P<low>{NUMBER})(?P<list>(?:, ?{NUMBER})*)(?:(?: ?- ?| to | or |/|,? and | ?& ?)(?P<high>{NUMBER}))?"
    r"(?:[ -](?:years?|yrs?|yr|yo|y/o)(?:[ -]olds?)?)?(?: (?:girls|boys|kids|each))?\s*(?=$|[.,!?;)])"
)
_BOUNDS = re.compile(
    rf"^\W*(?:(?:{OPENERS})\W+)*(?:ages?|aged) (?:are |from |between )?(?P<low>{NUMBER}) ?(?:-|to|and|or|thru|through) ?"
    rf"(?P<high>{NUMBER})\s*(?=$|[.,!?;)])"
)
LEAST = 3


def _each_is_told(told: re.Match[str], whole: int) -> bool:
    """Whether as many ages stand there as there are guests: "they are 8, 9 and 10", of three."""
    return len(re.findall(rf"\b{NUMBER}\b", told.group())) >= whole


def span(folded: str, dialogue: Dialogue) -> tuple[int, int] | None:
    """Where the age of all stands: no day and no hour."""
    party = dialogue.party
    told = (
        (_SO_OLD.search(folded) or _BOUNDS.search(folded))
        if not party.adults and (party.unsplit or party.children)
        else None
    )
    return told.span() if told is not None else None


def find(folded: str, dialogue: Dialogue, bands: Bands) -> GuestWords | None:
    """Everybody who was counted, with the age that is told of all of them; None where no such age is told."""
    party = dialogue.party
    whole = (party.unsplit or 0) + (party.children or 0)
    if party.adults or party.toddlers or party.ages or (party.unsplit and party.children) or whole < LEAST:
        return None
    told = _SO_OLD.search(folded) or _BOUNDS.search(folded)
    if told is not None and told["high"] and _each_is_told(told, whole):
        return None
    low, high = (to_int(told["low"]), to_int(told["high"] or told["low"])) if told else (None, None)
    if low is None or high is None or not low <= high < GROWN_AT:
        return None
    if bands.of(low) == bands.of(high) == "adults":
        return GuestWords(people=whole, all_adults=True)
    if bands.of(low) == bands.of(high):
        return GuestWords(people=0, children=whole, ages=(low,) * whole)
    return GuestWords(people=0, children=whole, age_low=low, age_high=high)

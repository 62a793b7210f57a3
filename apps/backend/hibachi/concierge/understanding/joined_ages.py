"""The ages of the young who come on top of those who are booked. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.party import GROWN_AT

_AGES = r"\d{1,2}(?:(?:,? (?:and|n|&) |, ?| ?& ?)\d{1,2})*"
_JOINS = re.compile(r"\b(?:joining|coming|brings?|bringing|adding|add|tagging along|come too|come along)\b", re.I)
_RELATIVES = re.compile(
    r"\b(?:nieces?|nephews?|kids?|child|children|sons?|daughters?|cousins?|grandkids?|grandchild\w*"
    r"|little ones?|toddlers?|boys|girls|babies|twins)\b",
    re.I,
)


def told(text: str) -> tuple[int, ...]:
    """The ages of the young who come on top: "my niece and nephew (6 and 11) are joining"."""
    who = _RELATIVES.search(text)
    if who is None or not _JOINS.search(text):
        return ()
    rest = text[who.end() :]
    said = re.search(rf"(?:\(|\baged? |\bages |\bthey'?re |\bthey are )\s*({_AGES})", rest, re.I)
    said = said or re.search(
        rf"(?:^|[.!?,;:\n-]\s*)({_AGES})(?:\s*(?:years? old|yrs?|yo))?(?=\s*(?:[.!?;\n]|$))", rest, re.I
    )
    ages = tuple(int(age) for age in re.findall(r"\d+", said[1])) if said else ()
    named = len(_RELATIVES.findall(text))
    return ages if len(ages) >= named and all(age < GROWN_AT for age in ages) else ()

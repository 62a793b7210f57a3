"""Children told group by group with their ages: "kids are 6, 8 and 11, babies are 1 and 2", "the boys are 7 and 9, the girls 4". Pure.

Each group told by its ages alone is as many as they are; together they are one row of children.
"""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import GROWN_AT

_MANY = (
    r"kids|kiddos|children|boys|girls|babies|toddlers|teens|teenagers|sons|daughters|nieces|nephews"
    r"|grand ?kids|grandchildren|cousins|little ones|older ones|younger ones|twins|ones"
)
_ONE = r"kid|child|boy|girl|baby|toddler|teen|teenager|son|daughter|niece|nephew|grandchild|little one|infant"
_UNIT = r"(?: ?-?(?P<unit>months?|mos?|weeks?|wks?|years?|yrs?|yr|y/?o)\b\.?(?:[ -]olds?)?)?"
_AGE = rf"\d{{1,2}}{_UNIT.replace('?P<unit>', '?:')}"
_NO_AGE = (
    r"(?![\w:/%$]|[.,]\d| ?(?:am|pm|o'?clock|adults?|people|guests|of (?:us|them|my|our|his|her|their|the)"
    r"|grown|kids?|boys?|girls?|children|bab(?:y|ies)|toddlers?|teens?|th|st|nd|rd)\b)"
)
_LIST = rf"{_AGE}{_NO_AGE}(?:(?:,? and |,? ?& ?|, ?| ){_AGE}{_NO_AGE})*"
_WHOSE = r"(?:the |my |our |his |her |their |mine |and )*(?:(?:little|older|younger|other|big|small|two|three) )?"
_GROUP = (
    rf"{_WHOSE}(?P<who{{0}}>{_MANY}|{_ONE})(?:,? (?:is|are|r|who are|aged?|ages)|'s|:| -"
    rf"| =)*,? ?\(?(?P<ages{{0}}>{_LIST})\)?"
)
_FIRST, _NEXT = _GROUP.replace("{0}", "1"), re.sub(r"\?P<\w+\{0\}>", "?:", _GROUP)
_ROW = re.compile(
    rf"(?P<before>\b(?P<n>{NUMBER}) (?:kids|children|kiddos|little ones|grandchildren"
    rf"|grand ?kids)(?: total| in all)?[,:;.-]+ )?(?<!\d )\b{_FIRST}(?:[,;.]? (?:and |plus |& "
    rf"|then )?{_NEXT})+",
    re.I,
)
_EACH_GROUP = re.compile(_FIRST, re.I)
_EACH = re.compile(rf"(?P<age>\d{{1,2}}){_UNIT}", re.I)
_PAIRS = {"twins": 2}


def in_one(text: str) -> str:
    """The text with several such groups as one row: "7 kids (6, 8, 11, 12, 1, 2, 5)"."""
    return _ROW.sub(_row, text)


def _row(said: re.Match[str]) -> str:
    whole = said.group()[len(said["before"] or "") :]
    ages = [age for group in _EACH_GROUP.finditer(whole) for age in _ages(group["who1"].lower(), group["ages1"])]
    counted = to_int(said["n"].lower()) if said["n"] else len(ages)
    if counted != len(ages) or max(ages) >= GROWN_AT:
        return said.group()
    lead = "and " if whole.lower().startswith("and ") else ""
    return f"{lead}{len(ages)} kids ({', '.join(map(str, ages))})"


def _ages(who: str, listed: str) -> list[int]:
    """The ages of one group; one for all of a pair."""
    ages = [_years(one) for one in _EACH.finditer(listed)]
    return ages * _PAIRS.get(who, 1) if len(ages) == 1 else ages


def _years(one: re.Match[str]) -> int:
    small = (one["unit"] or "").lower().startswith(("mo", "we", "wk"))
    return int(one["age"]) // 12 if small else int(one["age"])

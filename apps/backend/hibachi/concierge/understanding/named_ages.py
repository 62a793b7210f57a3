"""Children told by name with their ages: "Max (12), Ida (9) and baby Lou (1)", "2 kids (Mia 4, Leo 9)". Pure."""

from hibachi.concierge.understanding.schemas import GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTHS, WEEKDAYS
from hibachi.language.numbers import NUMBER, find_numbers, to_int
from hibachi.language.party import OLDEST_CHILD
from hibachi.language.small_numbers import ONE_TO_SEVENTEEN, TWO_TO_NINE
from hibachi.language.spans import Span, fold, span_of

WORDS_TO_SEVENTEEN = f"{ONE_TO_SEVENTEEN}"
_YEARS = r"(?: ?(?:yo|y/o|years? old|yrs?(?: old)?|months?|weeks?))?"
_IS = r"(?:is |'s |’s |aged? |who is |who'?s |just turned |turned |turns |is (?:just|only|now|almost|turning) )?"
_ONE = re.compile(
    r"(?:\b(?:baby|little|our|my)\s+)?\b(?P<name>[A-ZÀ-Þ][a-zß-ÿ'’-]+)(?: "
    rf"?\((?P<bracket>\d{{1,2}}){_YEARS}\)"
    rf"|,? {_IS}(?P<bare>\d{{1,2}}|(?i:{WORDS_TO_SEVENTEEN}))\b{_YEARS}(?![\w:/%$]|[.]\d))"
)
_LINK = re.compile(r"\s*(?:,|;|&|\+|/|\band\b|,\s*and\b|\n)\s*$")
_TELLS = re.compile(r"\b(?:is|turned|turns|turning|aged?|who)\b|'s\b|’s\b", re.I)
""" "Ben is six": a verb between the name and a number in words; "June six" and "Suite nine" have none."""
_KIDS = re.compile(
    r"\b(?:kids?|children|sons?|daughters?|niece|nephew|grand(?:kids|children|son|daughter)|twins"
    r"|little ones|toddlers?|boys?|girls?|baby)\b",
    re.I,
)
_INTRODUCED = re.compile(
    r"\b(?:kids?|child|children|little ones?|grandkids?|grandchildren|toddlers?)\s?(?::|-|is|are) *$", re.I
)
""" "Kids: Ana is 7": a list of one."""
_LISTED = re.compile(
    rf"\b(?:the|our|my|her|his|their|plus|and|with) (?:(?!{TWO_TO_NINE}|ten)[a-z]+ )?(?:kids|kiddos"
    r"|children|little ones|youngsters|(?:great[- ]?)*grand(?:kids|children|babies)|boys|girls|nieces"
    r"|nephews|nieces and nephews|cousins)(?: are)?(?:: ?| \("
    rf"| - )(?P<ages>\d{{1,2}}(?:(?:, ?| ?& ?|,? and )\d{{1,2}})+)(?![\w:/%$]|[.]\d)",
    re.I,
)
""" "And the kids: 3, 6, 9 and 14": an age for each."""
_MONTHS_OLD = re.compile(r"(?:months?|weeks?)\b")
_AGE_OF = rf"(?:an? )?{NUMBER}(?P<unit> ?-?(?:months?|mos?|weeks?|wks?|years?|yrs?|y/?o)\b(?:[ -]?old)?)"
_WITH_UNITS = re.compile(
    r"\b(?:kids?|children|little ones|grandkids|grandchildren|boys|girls|sons|daughters|babies"
    r"|toddlers)\b(?: (?:are|have|is|who are|being|of(?: the)?|aged?|with|that are))*(?: ?(?:ages?"
    r"|aged))?\s?:? ?\(?"
    rf"(?P<ages>{_AGE_OF.replace('?P<unit>', '?:')}(?:(?: ?, ?(?:and )?| ?& ?| and | ?/ ?"
    rf"| plus ){_AGE_OF.replace('?P<unit>', '?:')})+)",
    re.I,
)
""" "The children have: 3 months, 2 years, 5 years": an age with its unit for each."""
_WITH_UNIT = re.compile(_AGE_OF, re.I)


def find(text: str) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """The ages of a list of named children, in order, and where each stands; nothing for a single bare one."""
    lists: list[list[re.Match[str]]] = []
    for match in _ONE.finditer(text):
        if match["name"].lower() in MONTHS or match["name"].lower() in WEEKDAYS or _is_too_old(match):
            continue
        linked = bool(lists) and bool(_LINK.fullmatch(text[lists[-1][-1].end() : match.start()]))
        if linked:
            lists[-1].append(match)
        else:
            lists.append([match])
    named = [
        one
        for one in lists
        if len(one) > 1
        or (one[0]["bracket"] and _KIDS.search(text[: one[0].start()]))
        or _INTRODUCED.search(text[: one[0].start()])
    ]
    found = [match for one in named for match in one]
    if not found and (units := _with_units(text)):
        return units
    listed = _LISTED.search(text) if not found else None
    if listed is not None:
        ages = tuple(int(number) for number in re.findall(r"\d+", listed["ages"]))
        return (ages, (span_of(text, *listed.span()),)) if max(ages) <= OLDEST_CHILD else ((), ())
    return tuple(_age(match) for match in found), tuple(span_of(text, *match.span()) for match in found)


def _with_units(text: str) -> tuple[tuple[int, ...], tuple[Span, ...]] | None:
    """The ages of a list with units, and where they stand; the noun before them stays, it may be counted."""
    match = _WITH_UNITS.search(text)
    if match is None:
        return None
    ages = [
        0 if _MONTHS_OLD.search(one["unit"]) or one["unit"].strip(" -").lower() in _SHORT_SMALL else number
        for one in _WITH_UNIT.finditer(match["ages"])
        if (number := _number(one.group())) is not None
    ]
    return (tuple(ages), (span_of(text, *match.span("ages")),)) if max(ages, default=99) <= OLDEST_CHILD else None


_SHORT_SMALL = ("mo", "mos", "wk", "wks")


def _number(said: str) -> int | None:
    found = find_numbers(fold(said))
    return int(found[0].low) if found else None


def _is_too_old(match: re.Match[str]) -> bool:
    """Whether it is no age of a child; a number in words is an age only behind a verb."""
    if match["bare"] is None:
        return False
    if not match["bare"].isdigit() and not _TELLS.search(match.group()[len(match["name"]) :]):
        return True
    return (to_int(match["bare"].lower()) or 0) > OLDEST_CHILD


def _age(match: re.Match[str]) -> int:
    return 0 if _MONTHS_OLD.search(match.group()) else to_int((match["bracket"] or match["bare"]).lower()) or 0


_BESIDE = re.compile(
    r"\bcouples?\b|(?:\band|\bplus|&|\+) (?:the |our |my |their |some )?(?:kids|children|little ones"
    r"|grandkids|grandchildren)\b",
    re.I,
)
""" "Six couples and the children": the children come beside those who were counted before them."""


def told(guests: GuestWords, ages: tuple[int, ...], text: str = "") -> GuestWords:
    """The guests of a message with these ages, where it tells no others than those; a name is one child.

    Others that only their ages tell ("and the twins are four") come beside those with a name.
    """
    if not ages or (guests.ages and not guests.ages_alone):
        return guests
    if guests.ages:
        return guests.model_copy(update={"ages": (*ages, *guests.ages), "children": None})
    counted = guests.children is not None or guests.toddlers is not None
    if not counted and guests.people and not guests.people_is_total and _BESIDE.search(text):
        return guests.model_copy(update={"ages": ages, "children": len(ages)})
    return guests.model_copy(update={"ages": ages, "ages_alone": not counted})

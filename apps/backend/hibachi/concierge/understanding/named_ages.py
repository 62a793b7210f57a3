"""Children told by name with their ages: "Max (12), Ida (9) and baby Lou (1)", "2 kids (Mia 4, Leo 9)". Pure."""

from hibachi.concierge.understanding.schemas import GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTHS, WEEKDAYS
from hibachi.language.spans import Span, span_of

OLDEST_BARE = 17
"""Years: a bare number after a name is an age of a child up to this; in brackets it is an age whatever it is."""
_YEARS = r"(?: ?(?:yo|y/o|years? old|yrs?(?: old)?|months?))?"
_ONE = re.compile(
    rf"(?:\b(?:baby|little|our|my)\s+)?\b(?P<name>[A-ZÀ-Þ][a-zß-ÿ'’-]+)(?: ?\((?P<bracket>\d{{1,2}}){_YEARS}\)|,? (?:is |aged? )?(?P<bare>\d{{1,2}}){_YEARS}(?![\w:/%$]|[.]\d))"
)
_LINK = re.compile(r"\s*(?:,|;|&|\+|/|\band\b|,\s*and\b|\n)\s*$")
_KIDS = re.compile(
    r"\b(?:kids?|children|sons?|daughters?|niece|nephew|grand(?:kids|children|son|daughter)|twins|little ones|toddlers?|boys?|girls?|baby)\b",
    re.I,
)
_LISTED = re.compile(
    r"\b(?:the|our|my|plus|and) (?:kids|children|little ones|grandkids)(?: are)?: ?(?P<ages>\d{1,2}(?:(?:, ?| ?& ?|,? and )\d{1,2})+)(?![\w:/%$]|[.]\d)",
    re.I,
)
""" "And the kids: 3, 6, 9 and 14": an age for each."""
_MONTHS_OLD = re.compile(r"\d{1,2} ?months?")


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
    named = [one for one in lists if len(one) > 1 or (one[0]["bracket"] and _KIDS.search(text[: one[0].start()]))]
    found = [match for one in named for match in one]
    listed = _LISTED.search(text) if not found else None
    if listed is not None:
        ages = tuple(int(number) for number in re.findall(r"\d+", listed["ages"]))
        return (ages, (span_of(text, *listed.span()),)) if max(ages) <= OLDEST_BARE else ((), ())
    return tuple(_age(match) for match in found), tuple(span_of(text, *match.span()) for match in found)


def _is_too_old(match: re.Match[str]) -> bool:
    return match["bare"] is not None and int(match["bare"]) > OLDEST_BARE


def _age(match: re.Match[str]) -> int:
    return 0 if _MONTHS_OLD.search(match.group()) else int(match["bracket"] or match["bare"])


def told(guests: GuestWords, ages: tuple[int, ...]) -> GuestWords:
    """The guests of a message with these ages, where it tells no others; a name is one child."""
    if not ages or guests.ages:
        return guests
    counted = guests.children is not None or guests.toddlers is not None
    return guests.model_copy(update={"ages": ages, "ages_alone": not counted})

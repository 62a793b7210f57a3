"""Which ZIP an address names: the last five digits that are no house number; a foreign address has none."""

from pathlib import Path

from hibachi.kit import lazy_re as re
from hibachi.travel.schemas import UnknownDistance

_ZIP = re.compile(r"(?:(?<![\w-])|(?<=\b[A-Za-z]{2})|(?<=\b[A-Za-z]{2}-))([0-9]{5})(?:[- ]?[0-9]{4})?(?![\w-])")
_FOREIGN_POSTCODE = re.compile(
    r"\b[ABCEGHJ-NPRSTVXY][0-9][A-Z] ?[0-9][A-Z][0-9]\b"  # Canada
    r"|\b[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}\b",  # United Kingdom
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\s+(?:[NSEW]\.?\s+|north\s+|south\s+|east\s+|west\s+)?(?:[\w.'’-]+\s+){0,3}"
    r"(?:st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|way|ct|court|pl|place|hwy|highway|cir|circle"
    r"|pkwy|parkway|ter|terrace|trl|trail|loop|sq|square|broadway)\b",
    re.IGNORECASE,
)
_COUNTRIES = frozenset(Path(__file__).with_name("countries.txt").read_text(encoding="utf-8").splitlines())
"""Other countries as an address ends with them; Georgia is left out, since it is a state as well."""


def zip_of(place: str) -> str | UnknownDistance:
    """The five-digit ZIP of a ZIP, a ZIP+4 or an address that holds one; the reason where there is none."""
    text = " ".join(place.split())
    if _is_foreign(text):
        return UnknownDistance(reason="foreign_address")
    found = [match for match in _ZIP.finditer(text) if not _is_house_number(text, match)]
    return found[-1][1] if found else UnknownDistance(reason="no_zip")


def _is_foreign(text: str) -> bool:
    """Whether it ends with the name of another country, or holds a postcode of another form."""
    words = re.sub(r"[^\w ]", " ", text).casefold().split()
    ending = {" ".join(words[-count:]) for count in (1, 2, 3)}
    return bool(ending & _COUNTRIES) or (_FOREIGN_POSTCODE.search(text) is not None and _ZIP.search(text) is None)


def _is_house_number(text: str, match: re.Match[str]) -> bool:
    """12345 Main St: five digits before a street's name, with no more than its words between."""
    return _STREET.match(text, match.end()) is not None

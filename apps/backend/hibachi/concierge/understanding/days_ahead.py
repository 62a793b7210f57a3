"""So long before the party as somebody supposes: "what if I cancel 5 days before", "a week ahead", "on the day itself". Pure."""

from dataclasses import dataclass

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_UNITS = {"day": 1, "week": 7, "month": 30}
_BEFORE = r"(?:before(?:hand)?|ahead|prior|in advance|out|away)"
_AHEAD = re.compile(
    rf"\b(?P<n>{NUMBER}|an?) (?P<unit>day|week|month)s? {_BEFORE}\b(?=\W*$|\W*[.,?!;]"
    r"| (?:(?:the |our |my )?(?:party|event|day|date|dinner|time)|it|that|then|do|does|can|could"
    r"|would|will|is|are|and|or|i|we)\b)",
    re.I,
)
_EVE = re.compile(r"\b(?:the )?(?:day|night) before\b", re.I)
_SAME_DAY = re.compile(
    r"\b(?:on the day(?: of| itself)?|(?:the )?(?:same day|day of|morning of)"
    r"|that (?:very )?(?:day|morning))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Ahead:
    """So many days before the party, and the customer's length of time in our words."""

    days: int
    words: str


def told(words: str) -> Ahead | None:
    """The only length of time before the party that is named; None where there is none, or several."""
    lengths = list(_AHEAD.finditer(words))
    if len(lengths) > 1:
        return None
    if lengths:
        number = 1 if lengths[0]["n"].lower() in ("a", "an") else to_int(lengths[0]["n"])
        unit = lengths[0]["unit"].lower()
        return (
            None
            if number is None
            else Ahead(number * _UNITS[unit], f"{number} {unit}s before" if number > 1 else f"a {unit} before")
        )
    if _EVE.search(words):
        return Ahead(1, "the day before")
    return Ahead(0, "on the day") if _SAME_DAY.search(words) else None

"""How many miles away somebody says to be: the town behind them is where we start, and nobody's street or hour. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.spans import Span, fold, span_of

_MILES = r"\d{1,3}(?:\.\d)?[ -]?(?:miles?|mi)\b"
_AWAY = re.compile(
    rf"\b{_MILES}(?:[ -](?:drive|ride|trip|away|out|north|south|east|west|northeast|northwest"
    r"|southeast|southwest))*(?: (?:of|from) (?:the |downtown |your "
    r"|you\b)?(?:[a-z]+(?: (?!and|so|is|but|or|how|what|will|do|can|would)[a-z]+)?)?)?"
)
_COMES = (
    r"(?:(?:will|would|do|can|could|are) (?:you|u|ya|yall|the chefs?|they)(?: guys)?(?: still| even"
    r"| also)? (?:come|drive|travel|go|make it|serve|cover|do (?:it|that|this|parties)|willing|able)"
    r"|too far|within (?:your )?(?:range|reach|area)|in your (?:area|range)"
    r"|is that (?:ok|okay|possible|doable|a problem))"
)
_COSTS = r"(?:how much|what(?:'?s| is| would| does| do)|travel (?:fee|cost|charge)|fee|extra|charge)"
_WHETHER = re.compile(rf"\b{_MILES}[^\n]{{0,60}}\b{_COMES}\b|\b{_COMES}\b[^\n]{{0,40}}\b{_MILES}")
_WHAT = re.compile(rf"\b{_MILES}[^\n]{{0,50}}\b{_COSTS}\b|\b{_COSTS}\b[^\n]{{0,40}}\b{_MILES}")


def spans(text: str) -> list[Span]:
    """Where a text tells a distance: "150 miles from Fremont", "a 60 mile drive"."""
    return [span_of(text, *one.span()) for one in _AWAY.finditer(fold(text))]


def towns(text: str) -> list[str]:
    """What stands behind a distance, which is nobody's name."""
    behind = (one.text.lower().rpartition(" from ")[2] for one in spans(text) if " from " in one.text.lower())
    return [*behind]


def asked(text: str) -> str | None:
    """Whether the way is asked about, and whether we come: of a folded text that tells a distance."""
    if _WHETHER.search(text):
        return "max_distance"
    return "travel" if _WHAT.search(text) else None

"""Which place is asked about: a restaurant of ours that there is not, or a balcony of theirs that may be too small. Pure."""

from hibachi.kit import lazy_re as re

_OURS = re.compile(
    r"\b(?:do|have) (?:you|u|ya|y'?all)(?: guys)?(?: also| even)? (?:have|got|own"
    r"|run)?\b[^.?!\n]{0,30}\b(?:restaurants?|dining room|store ?front|brick and mortar"
    r"|own (?:place|venue|location)|places? (?:to eat|we can (?:go|come)))\b"
    r"|\b(?:is there|are you|do you have) an? (?:actual |real |physical )?(?:restaurant|location)\b"
)
_NARROW = re.compile(r"\b(?:balcon(?:y|ies)|condos?|apartments?|roof ?tops?|townhouses?|fire escape)\b")
_FITS = re.compile(r"\b(?:work|fit|enough|ok(?:ay)?|possible|do it|big|space|room|safe|allowed)\b")


def of_ours_or_theirs(folded: str, topics: list[str]) -> list[str]:
    """The topics with the place that is asked about in them: of ours we only say that we come, of a narrow one what it needs."""
    if _OURS.search(folded):
        return [
            "comes_to_you",
            *(one for one in topics if one not in ("setting", "venue", "space", "comes_to_you", "indoor")),
        ]
    if "minimum" in topics and "minim" not in folded and is_narrow(folded):
        return ["setting", *(one for one in topics if one not in ("minimum", "setting"))]
    return topics


def is_narrow(text: str) -> bool:
    """Whether it is asked if a balcony or a flat will do."""
    return bool(_NARROW.search(text.lower()) and _FITS.search(text.lower()))

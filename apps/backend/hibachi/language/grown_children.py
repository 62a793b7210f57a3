"""Children of their parents who are grown, as the adults that they are: "our 3 children (all in their twenties)"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER

_WHOSE = r"(?:(?:my|our|his|her|their|the) )"
_KIDS = r"(?:kids|children|sons|daughters|boys|girls)"
_ALL = r"(?:(?:who(?:'re| are)?|they'?re|they are|are|all|both|each|of them|already|now|well) )*"
_DECADES = r"(?:twenties|thirties|forties|fifties|20'?s|30'?s|40'?s|50'?s)"
_OLD = (
    rf"(?:(?:in|into|past) their (?:(?:early|mid|late|mid-)[ -]?)?{_DECADES}(?: (?:and|or) {_DECADES})?"
    r"|grown(?:[- ]?ups?)?|adults|(?:over|above) (?:18|21))(?![\w-])"
)
_TAIL = r"(?:,? (?:and )?(?:are )?(?:already )?(?:counted|included)(?: (?:in|below|above|there|that|it|already))*)"
_GROWN = re.compile(
    rf"\b(?P<whose>{_WHOSE})?(?P<n>{NUMBER}) (?P<kids>{_KIDS})(?:,? ?\(| - |, | ){_ALL}{_OLD}(?P<in>{_TAIL})?"
    r"(?P<close>\))?",
    re.I,
)
_GROWN_BEFORE = re.compile(
    rf"\b(?P<in>(?:including|counting|among (?:them|those|us)(?: are)?|incl\.?) )(?:{_WHOSE})?(?:{NUMBER} )?"
    rf"(?:grown(?:[- ]?up)?|adult) {_KIDS}\b(?! ?\(?\d)",
    re.I,
)
""" "30 adults, among them my three grown daughters"."""
_WHOLE = re.compile(
    rf"\b{NUMBER} (?:adults|grown[- ]?ups|people|of us|guests) (?:altogether|all together|in (?:all|total)|all told|total)\b",
    re.I,
)


def as_adults(text: str) -> str:
    """The text with grown children as adults, and as family where they are among a whole that is told."""
    text = _GROWN_BEFORE.sub(r"\g<in>family", text)
    among = bool(_WHOLE.search(text))
    return _GROWN.sub(lambda said: _told(said, among), text)


def _told(said: re.Match[str], among: bool) -> str:
    if among or said["in"]:
        return f"{said['whose'] or ''}family"
    return f"{said['n']} grown-up friends"

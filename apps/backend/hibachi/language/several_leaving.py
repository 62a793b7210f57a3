"""Grown-ups and children who leave a party together, in one form: "we lost 2 adults and a kid" is "minus 2 adults and 1 kid"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_ROW = (
    rf"(?P<grown>{NUMBER}) (?:adults?|grown[- ]?ups?)(?:,| and| &|, and) (?P<young>{NUMBER}"
    r"|an?) (?P<who>kid|child|toddler)(?:s|ren)?\b"
)
_SO = (
    r"(?:[,;:.]? *\b(?:so|and|then)\b)?[,;:]? *(?:\b(?:it'?s|that'?s"
    r"|(?:we|i)(?:'re|'ll|'ve| are| will| have| had)?|just|now|have to|do|please|can you|gotta) )*"
)
_BEFORE = re.compile(
    rf"{_SO}\b(?:minus|lose|lost|losing|down|short|remove|subtract|drop|take off|less) {_ROW}",
    re.I,
)
_BEHIND = re.compile(
    rf"{_SO}\b{_ROW} (?:less|fewer|(?:just "
    r"|also )?(?:(?:can'?t|cannot|won'?t|couldn'?t) (?:come|make it|be there)"
    r"|(?:had to |have |has )?(?:bail(?:ed)?|dropped(?: out)?|cancel(?:l?ed)?|flaked)"
    r"|(?:are|is) (?:out|sick|not coming)|aren'?t coming|dropped out|stay(?:ing)? home))\b(?! of\b)",
    re.I,
)


def plainly(text: str) -> str:
    """The text with everybody who leaves behind one "minus"."""
    return _BEHIND.sub(_minus, _BEFORE.sub(_minus, text))


def _minus(said: re.Match[str]) -> str:
    young = to_int(said["young"].lower()) or 1
    many = "s" if said["who"].lower() != "child" else "ren"
    row = f"minus {said['grown']} adults and {young} {said['who']}{many * (young > 1)}"
    return f", {row}" if said.string[: said.start()].strip() else row

"""A word that a telephone put in another's place, and that its writer put right: "3 kings ... KIDS not kings", "2 kiss (7, 9), *kids"."""

from difflib import SequenceMatcher

from hibachi.kit import lazy_re as re

_NOT = re.compile(
    r"[(,;.…!-]* ?(?:(?:oops|sorry|ugh|lol|argh|damn|stupid|autocorrect|auto-correct|typo|i mean"
    r"|i meant|meant)[,:!. ]*)*\b(?P<new>[a-z]{3,12}),? (?:and )?(?:not"
    r"|nt) (?P<old>[a-z]{3,12})\b[)!.]?",
    re.I,
)
_MEANT = re.compile(r"[(,;.…-]* ?\b(?P<new>[a-z]{3,12}),? (?:i|that is what i|is what i) (?:mean|meant)\b[)!.]?", re.I)
_STAR = re.compile(r" ?\*(?P<new>[a-z]{3,12})\b\*?", re.I)
_HEARD = (
    (re.compile(r"(?<=\d )(?:a ?dolts|a ?dults|add ?ults|adolts)\b", re.I), "adults"),
    (re.compile(r"\bhow munch\b", re.I), "how much"),
    (re.compile(r"(?<=\d )(?:kings|kinds|kits|kisses|kiss)(?= \(?(?:ages?|aged|\d))", re.I), "kids"),
)
""" "16 a dolts": words that telephones make of others, where a number stands before them."""
_WORD = re.compile(r"[a-z]{3,12}", re.I)
_ALIKE = 0.55
"""How alike two words are of which one stands in the other's place."""


def as_meant(text: str) -> str:
    """The text with the word that was meant in place of the one that was written."""
    for heard, meant in _HEARD:
        text = heard.sub(meant, text)
    for pattern in (_NOT, _MEANT, _STAR):
        for said in pattern.finditer(text):
            old = _written(text, said)
            if old is not None:
                before = f"{text[: old.start()]}{said['new'].lower()}{text[old.end() : said.start()]}"
                return as_meant(before + text[said.end() :])
    return text


def _written(text: str, said: re.Match[str]) -> re.Match[str] | None:
    """The word before that is put right; None where none is like the one that was meant."""
    new = said["new"].lower()
    words = [one for one in _WORD.finditer(text, 0, said.start()) if one.group().lower() != new]
    named = said.groupdict().get("old")
    if named is not None:
        words = [one for one in words if one.group().lower() == named.lower()]
    alike = [one for one in words if _likeness(one.group().lower(), new) >= _ALIKE]
    return alike[-1] if alike else None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio() if one[0] == other[0] else 0.0

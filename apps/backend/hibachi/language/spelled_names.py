"""A name that is spelled letter by letter is the name that it spells: "Kim Nguyen, last name is spelled N G U Y E N". Pure."""

from difflib import SequenceMatcher

from hibachi.kit import lazy_re as re
from hibachi.language.tagging import known_names

_LETTERS = r"(?P<letters>(?<![\w'’-])[^\W\d_](?:(?:[ ,.-]|, | - )[^\W\d_])+(?![\w'’]))"
_SPELLED = re.compile(
    r"(?P<lead>[ ,.;:(–—-]*(?:(?:and|so|that'?s|that is|it'?s|its|it is|which is)[ ,]+)*(?:(?:the "
    r"|my |his |her |our )?(?P<which>last|sur|family|first|given|full)? ?(?:name|one)(?:'s"
    r"| is)?[ ,]+)?(?:is |it'?s )?(?:(?:spelled|spelt|spelling(?: is)?|written|that'?s)[ ,:]+(?:like "
    rf"|as )?)?){_LETTERS}\)?",
    re.I,
)
_CUE = re.compile(r"\b(?:name|spelled|spelt|spelling|written|that'?s)\b", re.I)
_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_MISSPOKEN = re.compile(
    r"\b(?P<first>[A-ZÀ-Þ][\w'’-]+) (?P<wrong>[A-ZÀ-Þ][\w'’-]+)[ ,.–—-]+(?:(?:oh|no|wait|sorry|oops"
    r"|i mean|rather|actually)[ ,.]+)+(?:it'?s )?(?P<right>[A-ZÀ-Þ][\w'’-]+)\b"
)
""" "Kathryn Boyle sorry Bowles": the surname behind the slip."""
_TWICE = re.compile(r"\b(?P<name>[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+)[ ,.]+(?P=name)\b")
_ALIKE = 0.6
"""How alike a name and its letters are when the letters put the name right ("Nuygen", N G U Y E N)."""
HALF_ALIKE = 0.5
LEAST = 3
"""Letters of a name that is told by nothing but them."""


def joined(text: str) -> str:
    """The text with spelled names as words: beside the name that they spell they are that name, else they are told."""
    text = _MISSPOKEN.sub(_put_right, text)
    text = _TWICE.sub(r"\g<name>", text)
    for said in _SPELLED.finditer(text):
        plain = _told(text[: said.start()], said, text[said.end() :])
        if plain is not None:
            return joined(_TWICE.sub(r"\g<name>", plain))
    return text


def _put_right(said: re.Match[str]) -> str:
    alike = _likeness(said["wrong"], said["right"]) >= HALF_ALIKE
    return f"{said['first']} {said['right']}" if alike else said.group()


def _told(before: str, said: re.Match[str], rest: str) -> str | None:
    """The text with this name in one word; None where single letters spell none."""
    word = re.sub(r"[^\w]|\d", "", said["letters"]).capitalize()
    if re.sub(r"\W", "", before).lower().endswith(word.lower()):
        return f"{before}{rest}"
    if len(word) < LEAST:
        return None
    near = max(_WORD.finditer(before), key=lambda one: _likeness(one.group(), word), default=None)
    if near is not None and _likeness(near.group(), word) >= _ALIKE:
        return f"{before[: near.start()]}{word}{before[near.end() :]}{rest}"
    if said["which"] or _CUE.search(said["lead"]):
        name = f"{said['which']} name" if said["which"] else "name"
        return f"{before}{', ' if before.strip() else ''}{name} is {word}{rest}"
    first = _WORD.search(before.split()[-1]) if before.split() else None
    return f"{before} {word}{rest}" if first and first.group().lower() in known_names() else None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio()

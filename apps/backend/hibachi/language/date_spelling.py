"""Months and weekdays with a slip of the finger: "jnue 20", "septmeber", "thurdsay", "11thdecmeber".

One rule instead of a list of slips: a word that is one step (two in a long word) away from exactly one name, and no word
of its own, is that name. Short names allow less, because so many words are one letter away from "may" or "march".
"""

from functools import lru_cache

from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTHS, TOMORROW, WEEKDAYS
from hibachi.language.spans import Quiet

LONG, VERY_LONG = 6, 8  # letters from which a name may lose, gain or change one letter, and from which two
_NAMES = (
    "january february march april june july august september october november december".split()
    + "monday tuesday wednesday thursday friday saturday sunday".split()
)
_SHORT = ("sept", "tues", "thurs")
_WORDS = frozenset(
    (
        "marc mach mars sundae sundry frida friar augusta auguste julie julia junta jule monde apron sundries mundane"
    ).split()
)  # words and names of persons of their own
_KNOWN = frozenset({*MONTHS, *WEEKDAYS}) | _WORDS
_WORD = re.compile(r"(?<![@'a-z])(?:(?<=\d)(?:st|nd|rd|th)(?=[a-z]{3}))?(?P<word>[a-z]{4,11})(?!@|[a-z]|'(?!s\b))")


def respelt(clean: Quiet) -> Quiet:
    """The same text with misspelt months and weekdays put right; places stay those of the text that was given."""
    spelt = clean.replacing(_SHORTHAND_SAID, lambda match: _SHORTHAND[match["word"]]).replacing(_WORD, _corrected)
    return spelt.replacing(_JUBILEE, lambda match: f"{match['person']}years")


@lru_cache(maxsize=4096)
def name_meant(word: str) -> str | None:
    """The month or weekday that a misspelt word stands for; None for what is spelt right, another word, or in doubt."""
    if word in _KNOWN or word[0] not in "adfjmnostw" or re.fullmatch(TOMORROW, word):
        return None
    if swapped := [name for name in (*_NAMES, *_SHORT) if _swapped(word, name)]:
        return swapped[0] if len(swapped) == 1 else None
    alike = [name for name in _NAMES if name[0] == word[0] and abs(len(name) - len(word)) <= 2]
    near = {name: steps for name in alike if (steps := _steps(word, name)) <= _allowed(word, name)}
    nearest = [name for name, steps in near.items() if steps == min(near.values())]
    return nearest[0] if len(nearest) == 1 else None


_JUBILEE = re.compile(
    rf"(?P<person>\b(?:my|our|his|her|their|the) (?:\w+ ){{0,2}}?[a-z]+'?s )\d{{1,2}}(?:st|nd|rd|th)\b"
    rf"(?=[^\w.!?\n]{{1,4}}(?:is |on |it'?s )?(?:{'|'.join(MONTHS)})\.? \d{{1,2}}(?!\d| ?(?:am|pm|people|ppl|persons?|adults?|guests?|kids?|children|of us)\b))"
)
""" "My sisters 30th june 20": the years of a person stand before the day."""
_SHORTHAND = {"nxt": "next", "nex": "next", "comin": "coming"}
_SHORTHAND_SAID = re.compile(
    rf"\b(?P<word>{'|'.join(_SHORTHAND)})(?= (?:{'|'.join((*MONTHS, *WEEKDAYS))}|we?e?k|month|mo|year|one)\b)"
)


def _corrected(match: re.Match[str]) -> str:
    name = name_meant(match["word"])
    return match.group().removesuffix(match["word"]) + name if name else match.group()


def _allowed(word: str, name: str) -> int:
    """How many steps a word may be away from a name: none from a short one but a letter twice."""
    if len(name) < LONG:
        return int(re.sub(r"(.)\1", r"\1", word) == name)
    return 2 if len(name) >= VERY_LONG and len(word) >= VERY_LONG - 1 and word[-1] == name[-1] else 1


def _swapped(word: str, name: str) -> bool:
    """Whether two neighbouring letters changed places, the first letter apart."""
    if len(word) != len(name) or word[0] != name[0]:
        return False
    wrong = [at for at, (mine, theirs) in enumerate(zip(word, name, strict=True)) if mine != theirs]
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    return word[wrong[0]] == name[wrong[1]] and word[wrong[1]] == name[wrong[0]]


def _steps(word: str, name: str) -> int:
    """Letters lost, added, changed or swapped with their neighbour (optimal string alignment)."""
    rows = [list(range(len(name) + 1))]
    for at, mine in enumerate(word, 1):
        row = [at]
        for to, theirs in enumerate(name, 1):
            best = min(rows[-1][to] + 1, row[-1] + 1, rows[-1][to - 1] + (mine != theirs))
            if at > 1 and to > 1 and mine == name[to - 2] and word[at - 2] == theirs:
                best = min(best, rows[-2][to - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]

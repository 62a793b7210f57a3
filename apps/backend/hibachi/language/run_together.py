"""Two words that were written into one: "pricefor", "nextsaturday", "kidsat", "muchis".

A word that nobody knows falls apart where both of its parts are plain words, one of them one that joins others ("for",
"in", "is") or both of the field. A second cut is allowed where the first leaves such a word behind.
"""

from functools import lru_cache

from hibachi.kit import lazy_re as re
from hibachi.language.slips import is_known_word, of_the_field

_JOINING = frozenset(
    (
        "for and in with at is are on of the to you can do be we it how much many what my our me us about "
        "need want would all from no have next this that will if or so please hi hello hey"
    ).split()
)
_FIELD = frozenset(
    (
        "saturday sunday friday monday tuesday wednesday thursday zip code book party birthday kids "
        "adults people guests price cost hibachi march april may june july august"
        " lobster salmon scallops filet mignon gyoza noodles shrimp chicken steak noon pm am available "
        "chef quote total deposit dinner lunch tomorrow tonight date time"
    ).split()
)
_WORD = re.compile(r"(?<![\w@./'’_#&-])[A-Za-z]{5,24}(?![\w@_/&-]|['’.][A-Za-z])")
LEAST = 2
"""Letters of the shorter part."""


def told_apart(text: str, keep: frozenset[str] = frozenset()) -> str:
    """The text with words that were run together parted; a capital within a sentence is a name and stays."""

    def parted(match: re.Match[str]) -> str:
        word = match.group()
        named = (
            word[0].isupper() and not text.isupper() and text[: match.start()].strip()[-1:] not in ("", ".", "!", "?")
        )
        return word if named or word.lower() in keep else _parted(word.lower()) or word

    return _WORD.sub(parted, text)


@lru_cache(maxsize=4096)
def _parted(word: str) -> str | None:
    if of_the_field(word) or is_known_word(word):
        return None
    cuts = [(word[:at], word[at:]) for at in range(LEAST, len(word) - LEAST + 1)]
    two = [f"{one} {other}" for one, other in cuts if _fits(one, other)]
    if two:
        return min(two, key=lambda said: abs(len(said.split()[0]) - len(said.split()[1])))
    three = [
        f"{one} {rest}"
        for one, other in cuts
        if one in _JOINING | _FIELD and len(other) > LEAST * 2 and (rest := _two_plain(other))
    ]
    return three[0] if len(three) == 1 else None


def _two_plain(word: str) -> str | None:
    found = [
        f"{word[:at]} {word[at:]}"
        for at in range(LEAST, len(word) - LEAST + 1)
        if word[:at] in _JOINING | _FIELD and word[at:] in _JOINING | _FIELD
    ]
    return found[0] if len(found) == 1 else None


def _fits(one: str, other: str) -> bool:
    plain = _JOINING | _FIELD
    return (
        one in plain
        and other in plain
        or (len(one) > 2 and len(other) > 2 and (one in plain and _is_long(other) or other in plain and _is_long(one)))
    )


def _is_long(word: str) -> bool:
    return of_the_field(word)

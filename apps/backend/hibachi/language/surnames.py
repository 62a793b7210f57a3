"""Words of everyday that are somebody's last name, by the first name before them: "Jo March"."""

from collections.abc import Iterable

from hibachi.kit import lazy_re as re
from hibachi.language.tagging import known_names


def everyday(text: str, pairs: Iterable[re.Match[str]], words: frozenset[str]) -> set[str]:
    """Which of these words stand as a name: behind a known first name, with a capital and no number after them."""
    known = known_names()
    return {
        pair["last"].lower()
        for pair in pairs
        if (pair["first"].lower() in known or _apart(text, pair))
        and pair["last"].lower() in words
        and pair["first"][:1].isupper()
        and pair["last"].istitle()
        and (not (rest := text[pair.end() :].lstrip())[:1].isdigit() or _PHONE.match(rest) is not None)
    }


_NO_FIRST = frozenset("total full best final menu party base good new old the our your my same what any".split())


_PHONE = re.compile(r"\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}\b")
"""A number by which the person is called follows a name as well as a comma does."""
_SPEAKS = re.compile(r"(?:here|speaking|calling)\b", re.I)


def _apart(text: str, pair: re.Match[str]) -> bool:
    """Whether two words stand for themselves between commas or on a line of their own: ", Wendell Price,"."""
    before, after = text[: pair.start()].rstrip(" "), text[pair.end() :].lstrip(" ")
    ends = not after or after[0] in ",;.\n" or bool(_SPEAKS.match(after) or _PHONE.match(after))
    alone = (not before or before[-1] in ",;!\n") and ends
    return alone and pair["first"].lower() not in _NO_FIRST

"""What a payer wrote into a memo to say what the money is for: a reference, nearly one, a telephone number. Pure."""

import unicodedata
from itertools import combinations

from hibachi.kit import lazy_re as re
from hibachi.language.contacts import find_phones

PREFIX = "PB"
DIGITS = 12
GROUP = 4
_LOOKS = str.maketrans("OIL", "011")
_RUN = re.compile(rf"[0-9A-F]{{{DIGITS},}}")
_CLAIMED = re.compile(rf"{PREFIX}[0-9A-F]{{{2 * GROUP},}}")


def references_in(memo: str | None) -> set[str]:
    """Every reference that a memo may name: case, hyphens, spaces, the prefix, O for 0, and I or l for 1 do not matter.

    Twelve digits of something longer are among them too: only what is owed under one of these makes it a reference.
    """
    runs = _RUN.findall(_bare(memo))
    return {_written(run[at : at + DIGITS]) for run in runs for at in range(len(run) - DIGITS + 1)}


def nearly_names(memo: str | None, reference: str) -> bool:
    """Whether two of a reference's three groups stand in a memo in their order: the third is mistyped, or left out."""
    bare, groups = _bare(memo), reference.removeprefix(f"{PREFIX}-").split("-")
    return any(
        (at := bare.find(first)) >= 0 and bare.find(second, at + len(first)) >= 0
        for first, second in combinations(groups, 2)
    )


def claims_reference(memo: str | None) -> bool:
    """Whether a memo says that it names a reference, whosever it is, and whether it is written right or not."""
    return _CLAIMED.search(_bare(memo)) is not None


def phones_in(memo: str | None) -> set[str]:
    """The telephone numbers in a memo, E.164."""
    return {mention.e164 for mention in find_phones(memo or "")}


def _bare(memo: str | None) -> str:
    """The letters and digits of a memo as a reference is written, nothing between them."""
    plain = unicodedata.normalize("NFKC", memo or "").upper()
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum()).translate(_LOOKS)


def _written(digits: str) -> str:
    return "-".join((PREFIX, *(digits[at : at + GROUP] for at in range(0, DIGITS, GROUP))))

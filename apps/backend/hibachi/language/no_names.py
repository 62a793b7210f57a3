"""What stands where a name could stand and is nobody's: a feast, an outcry, a remark, the firm behind a person. Pure."""

from collections.abc import Collection
from typing import Protocol, TypeVar

from hibachi.kit import lazy_re as re
from hibachi.language.roster.words import RELATION
from hibachi.language.slips import is_english
from hibachi.language.spans import Span
from hibachi.language.tagging import known_names

_FEASTS = frozenset(
    (
        "eid ramadan iftar diwali holi nowruz norooz hanukkah chanukah passover purim easter lent "
        "christmas xmas thanksgiving"
        " halloween kwanzaa juneteenth navidad tet vesak shabbat sukkot epiphany quince quinceanera bar bat mitzvah"
    ).split()
)
_OUTCRY = re.compile(r"\b(?:thank(?:s| you)|praise|oh|dear|sweet|for|help me|swear to)[ ,]+$", re.I)
_ON_HIGH = frozenset("jesus god lord christ heaven heavens goodness gawd allah".split())
_SAYS_NAME = re.compile(r"\b(?:name|call me|called|under|spelled|spelt|here|speaking)\b", re.I)
_FROM = re.compile(r"[ ,]+(?:here )?(?:from|with|at|of|over at)[ ]+(?:the )?$", re.I)
_THE = re.compile(r"\bthe\s+$", re.I)
_REMARK = re.compile(r"(?:ly|ing)\W*$| ", re.I)
_CUE = re.compile(r"\b(?:i'?m|i am|this is|it'?s|here is)\s+$", re.I)
_ENDS = re.compile(r"\s*(?:[,.!;(\n]|$|\d|and\b)")
_ONE_OF_SOME = re.compile(rf"(?:,|\band|\+)\s*(?:my|our|his|her) (?:{RELATION})\s+$", re.I)
_AND_MORE = re.compile(r"\s*(?:,|and\b|\+|&)")
""" "Myself, my uncle Bob, my dad and his mom": one who comes, not who books."""
_NEAR = 30


class _Mention(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def span(self) -> Span: ...


M = TypeVar("M", bound=_Mention)


def left_out(found: list[M], text: str, also: Collection[str]) -> list[M]:
    """The names without those that are nobody's; also: words of everyday that people are called by."""
    kept = [one for one in found if not _is_none(one, text, also)]
    return [one for one in kept if not any(_FROM.fullmatch(text[other.span.end : one.span.start]) for other in kept)]


def _is_none(one: _Mention, text: str, also: Collection[str]) -> bool:
    words = [word.strip(".,'’").lower() for word in one.name.split()]
    before = text[max(0, one.span.start - _NEAR) : one.span.start]
    if all(word in _FEASTS for word in words):
        return True
    if words[0] in _ON_HIGH and _OUTCRY.search(before):
        return True
    written = one.span.text
    if _ONE_OF_SOME.search(before) and _AND_MORE.match(text[one.span.end :]):
        return True
    if _THE.search(before) and written.islower():
        return True
    near = before + text[one.span.end : one.span.end + _NEAR]
    if any(word in known_names() or word in also for word in words) or _SAYS_NAME.search(near):
        return False
    if _CUE.search(before) and (written[:1].isupper() or len(words) == 1) and _ENDS.match(text[one.span.end :]):
        return False  # "it's Ken", "im jen, 510-555-0123"
    if written.strip(" .!,") == text.strip(" .!,") and not _REMARK.search(written):
        return False  # "Chip", to whoever asked for a name
    capitals = len(words) > 1 and all(word[:1].isupper() for word in written.split())
    return all(map(is_english, words)) and not capitals

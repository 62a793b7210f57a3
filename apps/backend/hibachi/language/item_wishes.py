"""Where one wish for a dish ends and the next begins: "lobster as a third and 3 swap for scallops", "a third: 2 lobster and 1 filet"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hibachi.kit import lazy_re as re
from hibachi.language import eaters
from hibachi.language import item_words as say
from hibachi.language.numbers import NUMBER

if TYPE_CHECKING:
    from hibachi.language.items import ItemMention

_OTHERS_WISH = re.compile(
    r"(?:,? (?:and|while|whereas|but|then|plus|&)|,) (?:then |also "
    rf"|the )*(?:(?:other|another) )?(?={NUMBER}\b(?! proteins?)|{say.REST}|{eaters.PERSONS})"
)
""" "... as a third, and 3 swap": where the wish of other guests begins."""
_LISTS = re.compile(r"\bproteins? ?(?::|-|,|namely|like|\()")
""" "A third protein: 2 lobster and 1 filet": what is said before holds for all of the row."""
_AND_SO_MANY = re.compile(rf"(?: tails?| mignons?)?(?:,? (?:and|&|plus)|,) (?:{NUMBER} )?")
""" "... 2 lobster and 1": the next of a row."""


def own_part(text: str, start: int, name: re.Match[str], end: int) -> str:
    """What between start and end is said of the item itself, without the wishes of other guests beside it."""
    before, after = text[start : name.start()], text[name.end() : end]
    others = [match for match in _OTHERS_WISH.finditer(before) if say.ASKS_FOR.search(before[match.end() :])]
    if others and not _LISTS.search(before[: others[-1].start()]):
        before = before[others[-1].end() :]
    next_ = _OTHERS_WISH.search(after)
    if next_ and say.ASKS_FOR.search(after[next_.end() :]):
        after = after[: next_.start()]
    return f"{before}{name.group()}{after}"


def rows_of_extras(text: str, names: Sequence[re.Match[str]], found: Sequence["ItemMention"]) -> list["ItemMention"]:
    """ "A third protein: 2 lobster and 1 filet": the second of the row is beyond what is included as the first is."""
    told = list(found)
    for at in range(1, len(told)):
        last, name = names[at - 1], names[at]
        joined = _AND_SO_MANY.fullmatch(text[last.end() : name.start()])
        said = say.EXTRA.search(text[max(0, last.start() - say.REACH) : last.start()])
        if told[at - 1].mode == "extra" and told[at].mode == "set" and joined and said:
            told[at] = replace(told[at], mode="extra")
    return told


_NAMES = re.compile(
    r"[\s.,:;!-]*(?:(?:and|so|which|that|it|they|one|please|pls|just|all|will be|would be|should be"
    r"|'d be|be|is|are|'s|make (?:it|that|them)|namely|like|want|wants|the|an?|some|simply|one|another"
    r"|extra|more|additional|on top|in addition|as well|each|besides)[\s,:'-]+){0,5}"
)
""" "A third protein, and that would be": between it and its kind."""


def kind_behind(rest: str, end: int, found: Sequence["ItemMention"]) -> int | None:
    """The place of the dish that names the kind of a further protein right before it, told without a number of its own."""
    untold = (at for at, one in enumerate(found) if one.quantity is None and one.share is None and one.part is None)
    for at in untold:
        name = found[at].name_span
        if name.start >= end and found[at].mode != "remove" and _NAMES.fullmatch(rest[: name.start - end].lower()):
            return at
    return None

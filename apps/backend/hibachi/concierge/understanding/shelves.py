"""What is ordered beside the included: worked out from what stood and what a message says of it. Pure.

The same for a party that is planned and for one that exists; a shelf holds portions by dish.
"""

from collections.abc import Collection, Mapping, Sequence

from hibachi.concierge.understanding.schemas import Counts, ItemWords
from hibachi.kit import lazy_re as re

Shelves = dict[str, dict[str, int]]
SHELVES = ("upgrade", "extra", "addon")
_INSTEAD = re.compile(r"\binstead\b(?! of)", re.I)
_OF_THOSE = re.compile(
    r"\b(?:make|change|switch|turn|swap|trade|convert)\b[^.?!\n]{0,20}\b(?:of (?:them|those|these|the)|those|them)\b",
    re.I,
)
""" "Make two of those filet": of the dish that was chosen before."""


def ordered(
    stood: Mapping[str, Mapping[str, int]], items: Sequence[ItemWords], counts: Counts | None, text: str
) -> tuple[Shelves, list[ItemWords]]:
    """The shelves after a message, and the dishes that it wishes without telling a number."""
    shelves: Shelves = {shelf: dict(stood.get(shelf) or {}) for shelf in SHELVES}
    named = {item.key for item in items if item.operation != "remove"}
    chosen, open_ = sum(shelves["upgrade"].values()), []
    told: set[str] = set()
    for item, number in zip(items, numbers_of(items, counts, chosen), strict=True):
        again, told = item.key in told, told | {item.key}
        if item.operation == "remove":
            _take_off(shelves, item, number)
            continue
        given_up = _make_room(shelves, item, number, text, named)
        number = given_up if number is None and given_up else number
        if item.role == "included":
            continue
        shelf = shelves[item.role]
        if number is not None:
            more = item.operation == "add" and not (again and number == shelf.get(item.key))
            shelf[item.key] = number + (shelf.get(item.key, 0) if more else 0)
        elif not (item.role == "addon" and shelf.get(item.key)):
            open_.append(item)
    return {shelf: {key: n for key, n in had.items() if n > 0} for shelf, had in shelves.items()}, open_


def _take_off(shelves: Shelves, item: ItemWords, number: int | None) -> None:
    """So many of a dish less, or all of it; a dish is taken off the extra proteins too."""
    shelf = shelves["extra" if item.role == "included" else item.role]
    if number is not None and item.share is None:
        shelf[item.key] = max(0, shelf.get(item.key, 0) - number)
        return
    shelf.pop(item.key, None)
    shelves["extra"].pop(item.key, None)


def _make_room(shelves: Shelves, item: ItemWords, number: int | None, text: str, named: Collection[str]) -> int:
    """How many portions of another dish go for this one; "filet instead" means the only upgrade there is.

    named: the dishes that the same message wishes: they stay ("everyone gets filet but my mom wants scallops instead").
    """
    gone, others = item.instead_of, [key for key in shelves["upgrade"] if key != item.key and key not in named]
    only = item.role == "upgrade" and len(others) == 1
    some = item.instead_count
    if gone is None and only and _INSTEAD.search(text):
        gone = others[0]
    elif gone is None and len(others) == 1 and number and item.operation == "set" and _OF_THOSE.search(text):
        gone, some = others[0], number
    holder = next((shelf for shelf in shelves.values() if gone in shelf), None)
    if gone is None or holder is None:
        return 0
    had = holder[gone]
    moved = had if some is None else min(had, some)
    holder[gone] = had - moved
    return moved


def numbers_of(items: Sequence[ItemWords], counts: Counts | None, chosen: int = 0) -> list[int | None]:
    """How many portions each item comes to, in order; "the rest" are those of whom no other dish was told.

    chosen: the portions that were chosen before this message, where it tells no other number itself.
    """
    told: list[int | None] = []
    taken, among = 0, next((item.among for item in items if item.among), None)
    total = counts.total if counts else 0
    for item in items:
        number = item.count if item.count is not None else share_of(item, counts)
        if item.share == "rest":
            left = (among or total) - (taken or chosen)
            number = left if (taken or chosen) and left > 0 else None
        elif item.role in ("upgrade", "included") and item.operation == "set":
            taken += number or 0
        told.append(number)
    return told


def share_of(item: ItemWords, counts: Counts | None) -> int | None:
    """How many portions a share of the guests is ("lobster for half of us"); None when it does not come out even."""
    total = counts.total if counts else 0
    if item.part is not None:
        portions, guests = item.part
        return total * portions // guests if total and total * portions % guests == 0 else None
    if item.share == "all":
        return max(0, total - item.but) or None
    if item.share == "half":
        return total // 2 or None
    if counts is None or item.share not in ("adults", "children"):
        return None
    return (counts.adults if item.share == "adults" else counts.children + counts.toddlers) or None

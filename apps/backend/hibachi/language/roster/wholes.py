"""What wholes and parts come to: the equation that a message tells is solved, or the message is not read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, product

from hibachi.language.roster import share_words as say
from hibachi.language.roster.families import Group
from hibachi.language.roster.shares import Share, ShareReader, Whole
from hibachi.language.roster.tokens import Token

_MOST_OPEN = 6
"""Parts of which each may be of all or of the children before it."""
_YOUNG = ("children", "toddlers")
_PARTLY = frozenset("but where though although only just with including incl counting".split())
_TEEN = 13
_BESIDE = frozenset((",", "and", "&", "plus", "+", "also", "with"))
_ADDED = frozenset(("plus", "+", "also"))
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Shared:
    """The groups that the parts come to, and where they are told; groups empty where they contradict each other."""

    groups: tuple[Group, ...]
    places: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Sum:
    """Parts of all, each with those of it who are told apart; left: who are in no part."""

    tops: list[tuple[Share, int]]
    inner: list[tuple[Share, int]]
    left: int = 0


def read_shares(tokens: tuple[Token, ...], counted: int | None = None) -> Shared | None:
    """The guests of a text that tells parts of a whole; None where it does not. counted: all who were counted before."""
    reader = ShareReader(tokens)
    elements = list(_elements(reader))
    shares = [one for one in elements if isinstance(one, Share)]
    wholes = {one.count for one in elements if isinstance(one, Whole)}
    wholes |= {one.out_of for one in shares if one.out_of is not None}
    parted = any(share.rest for share in shares) or all(share.told for share in shares)
    if not wholes and counted is not None and parted:
        wholes = {counted}
    if not shares or len(wholes) > 1 or not _is_told(elements, shares, bool(wholes)):
        return None
    said = any(share.told or share.rest or share.less is not None for share in shares)
    if _others(reader, elements, whole=bool(wholes) and said):
        return None
    if _left_over(reader, elements):
        return Shared((), _places(elements, tokens))
    found = _solved(shares, next(iter(wholes), None))
    return Shared(_groups(found, tokens) if found is not None else (), _places(elements, tokens))


def told_apart(tokens: tuple[Token, ...]) -> tuple[int, frozenset[int]]:
    """How many children a text at least tells as a part of all, and what it says that all are; 0 where it tells no part."""
    elements = list(_elements(ShareReader(tokens)))
    if any(_is_beside(before, share) for before, share in pairwise(elements)):
        return 0, frozenset()
    told = [one for one in elements if isinstance(one, Share) and one.kind in _YOUNG and one.told]
    young = [one for one in told if not one.ages or min(one.ages) < _TEEN]
    wholes = {one.count for one in elements if isinstance(one, Whole)}
    wholes |= {one.out_of for one in elements if isinstance(one, Share) and one.out_of is not None}
    return max((one.count or 0 for one in young), default=0), frozenset(wholes)


def _places(elements: list[Share | Whole], tokens: tuple[Token, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((tokens[one.first].start, tokens[one.end - 1].end) for one in elements)


def _left_over(reader: ShareReader, elements: list[Share | Whole]) -> bool:
    """Whether a number of whom something else is said stands between the parts: "three are free, the rest adults"."""
    inside = {at for one in elements for at in range(one.first, one.end)}
    free = [
        at for at in range(elements[0].first, elements[-1].end) if at not in inside and reader.value(at) is not None
    ]
    return any(reader.text(at + 1) in ("are", "is", "will") or reader.text(at + 1) == "of" for at in free)


def _elements(reader: ShareReader) -> Iterator[Share | Whole]:
    """Wholes and parts in order; each part with what stands between it and the one before."""
    at, end = 0, -1
    while at < len(reader.tokens):
        share = reader.share(at)
        found = share if share is not None and (share.told or share.rest) else reader.whole(at) or share
        if found is None:
            at += 1
            continue
        if isinstance(found, Share):
            between = {reader.text(step) for step in range(end, found.first)} if end >= 0 else set()
            found = replace(found, joint=frozenset(between))
        yield found
        at = end = max(found.end, at + 1)


def _is_told(elements: list[Share | Whole], shares: list[Share], whole: bool) -> bool:
    """Whether the words say that some are a part of others: without them two counts are two groups."""
    if any(share.rest or share.less is not None for share in shares):
        return True
    nested = [share for at, share in enumerate(shares) if share.told and any(_holds(one, share) for one in shares[:at])]
    if not whole:
        included = [share for share in shares[1:] if share.joint & {"including", "incl", "counting"} and share.aged]
        return (
            len(nested) > 1
            or any(one.of == "kids" for one in nested)
            or (bool(included) and shares[0].kind == "adults")
        )
    if any(_is_beside(before, share) for before, share in pairwise(elements)):
        return False
    if _is_explained(elements):
        return True
    same = len(shares) > 1 and sum(share.count or 0 for share in shares) in {
        one.count for one in elements if isinstance(one, Whole)
    }
    includes = any(isinstance(one, Whole) and one.includes for one in elements)
    return same or includes or any(share.told or share.joint & _PARTLY for share in shares)


def _is_beside(before: Share | Whole, share: Share | Whole) -> bool:
    """ "20 people and 5 kids": the children come on top of those who were counted."""
    if not isinstance(before, Whole) or not isinstance(share, Share) or before.includes:
        return False
    if share.told and share.noun and not share.of and share.joint & say.ADDING and not share.joint & _PARTLY:
        return True
    if share.told:
        return not share.of and share.low is not None and bool(share.joint & {"plus", "+"})
    return bool(share.joint & say.ADDING) and not share.joint & _PARTLY


def _is_explained(elements: list[Share | Whole]) -> bool:
    """ "We are 12; 5 kids aged seven and two toddlers", "party of 9: 3 kids": a sign opens who they are."""
    first, share = elements[0], elements[1] if len(elements) > 1 else None
    if not isinstance(first, Whole) or not isinstance(share, Share) or share.kind == "adults":
        return False
    signs = frozenset((":", ";", "-", "(", ".")) | (frozenset((",",)) if first.bare and share.aged else frozenset())
    return bool(share.joint & signs) and not share.joint & say.ADDING


def _others(reader: ShareReader, elements: list[Share | Whole], *, whole: bool) -> bool:
    """Whether guests are named beside wholes and parts: they are of those where a whole is told, unless they join it."""
    first, last = elements[0].first, elements[-1].end
    inside = {at for one in elements for at in range(one.first, one.end)}
    at = 0
    while at < len(reader.tokens):
        found = None if at in inside else reader.chains.at(at)
        if found is None:
            at += 1
            continue
        group, end = found
        if group.noun == "clan":
            return True  # "the Kims (4), the Bakers (5, one is 3) and the two of us"
        joins = at >= last and reader.text(at - 1) in _BESIDE
        led = end <= first and reader.text(end) in _BESIDE and first - end < _NEAR
        small = joins and group.kind == "toddlers"  # "10 people incl 2 kids (8, 3) and a baby"
        if (
            small
            or (joins and (whole is False or reader.text(at - 1) in _ADDED))
            or (not whole and (led or first <= at < last))
        ):
            return group.me or group.relation or group.numbered or (joins and group.kind in _YOUNG)
        at = max(end, at + 1)
    return False


# -- the equation ---------------------------------------------------------------------------------------------------


def _solved(shares: list[Share], whole: int | None) -> _Sum | None:
    """The first reading that fits, the likelier ones before: each part is of all, or of the children before it."""
    shares = [
        share
        for at, share in enumerate(shares)
        if not _is_grown_of(share, shares) and not _is_again(share, shares[:at])
    ]
    if shares and shares[0].kind == "adults" and whole is None and _included(shares):
        return _Sum([(shares[0], shares[0].count or 0)], []) if _all_grown(shares[1:]) else None
    likely = [_likely_inner(share, shares[:at], whole) for at, share in enumerate(shares)]
    open_ones = [at for at, share in enumerate(shares) if any(_holds(one, share) for one in shares[:at])]
    if len(open_ones) > _MOST_OPEN:
        return None
    turns = sorted(product((False, True), repeat=len(open_ones)), key=sum)
    for turned in turns:
        inner = list(likely)
        for at, turn in zip(open_ones, turned, strict=True):
            inner[at] = likely[at] != turn
        found = _added(shares, inner, whole)
        if found is not None:
            return found
    return None


def _included(shares: list[Share]) -> bool:
    return len(shares) > 1 and bool(shares[1].joint & {"including", "incl", "counting"})


def _all_grown(shares: list[Share]) -> bool:
    return all(share.kind == "adults" or (share.ages and min(share.ages) >= _TEEN) for share in shares)


def _is_grown_of(share: Share, shares: list[Share]) -> bool:
    """A count that only repeats another: "8 are adults", once more as "the remaining eight"."""
    same = [one for one in shares if one.rest and one.count == share.count and one.kind == share.kind]
    return not share.rest and share.kind == "adults" and bool(same) and not share.aged


def _is_again(share: Share, before: list[Share]) -> bool:
    """ "Two of the 12 are kids, 8 and 9. So 10 adults and 2 kids": the same ones once more."""
    same = [one for one in before if (one.kind, one.count) == (share.kind, share.count) and one.told]
    if share.of == "kids" and share.ages and not any(_holds(one, share) for one in before):
        return any(set(share.ages) <= set(one.ages) for one in before)
    return bool(same) and not share.told and not share.aged and share.count is not None


def _holds(whole: Share, part: Share) -> bool:
    """Whether a part may be of these children: they have no ages, or wider ones."""
    young = whole.kind == "children" or (whole.noun == "little" and part.told)
    if not young or whole.ages or part.kind == "adults" and not part.aged:
        return False
    if whole.low is None or whole.high is None:
        return True
    ages = part.ages or ((part.low, part.high) if part.low is not None and part.high is not None else ())
    return bool(ages) and whole.low <= min(ages) and max(ages) <= whole.high and ages != (whole.low, whole.high)


def _likely_inner(share: Share, before: list[Share], whole: int | None) -> bool:
    holder = next((one for one in reversed(before) if _holds(one, share)), None)
    if holder is None or not (share.aged or share.kind == "children"):
        return False
    if share.of:
        return share.of != "whole"
    if share.kind == "toddlers" and not share.ages and not share.told:
        return False
    return not share.joint & say.ADDING or (share.told and whole is None) or before[-1].told and share.told


def _added(shares: list[Share], inner: list[bool], whole: int | None) -> _Sum | None:
    """The sum of one reading; None where it does not fit the whole."""
    found = _Sum([], [])
    rest: Share | None = None
    for share, within in zip(shares, inner, strict=True):
        if within:
            if not _taken_out(found, share):
                return None
            continue
        if share.rest and share.count is None:
            if rest is not None:
                return None
            rest = share
            continue
        count = _size(share, whole)
        if count is None:
            return None
        found.tops.append((share, count))
    told = sum(count for share, count in found.tops) + sum(count for _, count in found.inner)
    if whole is None:
        return found if rest is None else None
    found.left = whole - told
    if found.left < 0 or not _explained(found, rest):
        return None
    if rest is not None:
        found.tops.append((rest, found.left))
        found.left = 0
    return found


def _explained(found: _Sum, rest: Share | None) -> bool:
    """Whether those in no part may be there: not beside all the adults and children, not beside "the other eight"."""
    if rest is not None or not found.left:
        return True
    sized = any(share.rest for share, _ in found.tops)
    kinds = {share.kind for share, _ in found.tops if not share.aged and share.noun != "teens"}
    aged = any(share.aged for share, _ in found.tops)
    return not sized and not ("adults" in kinds and ("children" in kinds or aged))


def _size(share: Share, whole: int | None) -> int | None:
    """How many a part is of so many; None where that is not known, or comes to no whole person."""
    if share.less is not None:
        return whole - share.less if whole is not None and whole > share.less else None
    return share.count if share.part is None else _fraction(share.part, whole)


def _fraction(part: tuple[int, int], whole: int | None) -> int | None:
    if whole is None or whole * part[0] % part[1]:
        return None
    return whole * part[0] // part[1]


def _taken_out(found: _Sum, share: Share) -> bool:
    """Takes some out of the last children that hold them."""
    for at in range(len(found.tops) - 1, -1, -1):
        holder, count = found.tops[at]
        if not _holds(holder, share):
            continue
        some = _size(share, holder.count)
        some = count if share.rest and some is None else some
        if some is None or some > count or (share.rest and some != count):
            return False
        found.tops[at] = (holder, count - some)
        found.inner.append((share, some))
        return True
    return False


# -- groups ---------------------------------------------------------------------------------------------------------


def _groups(found: _Sum, tokens: tuple[Token, ...]) -> tuple[Group, ...]:
    groups = [_group(share, count, tokens) for share, count in (*found.tops, *found.inner) if count]
    if found.left:
        first = found.tops[0][0]
        grown = all(share.kind == "adults" and share.noun != "teens" for share, _ in found.tops)
        spare = _group(first, found.left, tokens)
        groups.insert(0, replace(spare, kind="children" if grown else "people", ages=(), low=None, high=None))
    return tuple(groups)


def _group(share: Share, count: int, tokens: tuple[Token, ...]) -> Group:
    ages = share.ages if len(share.ages) == count else share.ages[:1] * count
    start, end = tokens[share.first].start, tokens[share.end - 1].end
    return Group(share.kind, count, start, end, ages, share.low, share.high, numbered=True, noun=share.noun or "share")

"""What a row of guests comes to: totals and children told again are nobody more, and who the party is for is one of them."""

from dataclasses import replace

from hibachi.language.roster.chain import Chain
from hibachi.language.roster.families import Group


def summed(chain: Chain) -> tuple[Group, ...] | None:
    """The groups of a row without what only sums them up; None where they contradict their total."""
    _without_grown_total(chain)
    groups = _unless_explained(chain)
    heads = sum(group.count for group in groups)
    if len(groups) > 1 and _has_part(chain) and len(groups) == len(chain.groups):
        young = sum(group.count for group in groups[1:])
        if all(group.kind in ("children", "toddlers") for group in groups[1:]) and young < groups[0].count:
            return (replace(groups[0], count=groups[0].count - young), *groups[1:])
    if any(group.among for group in groups[1:]):
        return None
    mine = [group for group in groups if group.noun == "family" and group.me]
    if mine and any(group.me and group.noun != "family" for group in groups):
        return None
    named = [
        group.noun
        for at, group in enumerate(groups)
        if group.noun in _COUNTED_ONCE
        and not group.ages
        and group.low is None
        and not (len(groups) == len(chain.groups) and _are_besides(chain, at))
    ]
    if len(set(named)) < len(named) and not chain.families:
        return None
    if any(group.whole for group in groups) and len(groups) > 1 and groups[-1].whole and groups[-1].noun == "us":
        return None
    if chain.total is None or chain.total == heads:
        return tuple(groups)
    rest = chain.total - heads
    if chain.total < 0 or rest < 0 or not (chain.includes or chain.marked):
        return None
    spare = replace(groups[0], kind="people", count=rest, ages=(), low=None, high=None, numbered=True, doubtful=False)
    return (spare, *groups)


_GROWN_UPS = frozenset("adults grownups grown-ups grown people ppl".split())


def _without_grown_total(chain: Chain) -> None:
    """ "Me, my wife and her parents, 4 adults": who was named by what he is, or in couples, told once more by their number."""
    for at, group in enumerate(chain.groups):
        if not (group.numbered and group.kind in ("adults", "people") and group.noun in _GROWN_UPS) or group.more:
            continue
        before, others = _named_grown(chain.groups[:at]), chain.groups[1:] if at == 0 else []
        behind = _named_grown(others) if any(one.me for one in others) else None
        sums_up = at > 0 and chain.joints[at] <= {","} and before == group.count
        if sums_up or (behind == group.count and chain.joints[1] <= {","}):
            chain.groups.pop(at)
            chain.joints.pop(at)
            chain.joints[0] = frozenset()
            return


def _named_grown(groups: list[Group]) -> int | None:
    """How many grown-ups are named in a row, where each of them is named and not only counted."""
    grown = [one for one in groups if one.kind in ("adults", "people")]
    named = all(one.me or one.relation or one.noun in ("couple", "couples") for one in grown)
    named = named and not any(one.noun in ("clan", "family") for one in grown)
    return sum(one.count for one in grown) if named and grown else None


def _are_besides(chain: Chain, at: int) -> bool:
    """ "A dozen kids + our 2 kids": somebody's own children beside others, and none of those."""
    group = chain.groups[at]
    joined = at == 0 or not chain.joints[at] <= {","}
    return joined and group.own and group.numbered and group.kind in ("children", "toddlers")


def _has_part(chain: Chain) -> bool:
    """ "22 people, maybe 5 kids", "16 of us, 6 kids": the second number is of the first."""
    first, joint = chain.groups[0], chain.joints[1]
    return first.whole and ("maybe" in joint or (first.noun == "us" and joint == {","}))


def without_occasion(chain: Chain) -> None:
    """ "For my boss, 14 adults": he is whom it is for, and one of them."""
    if chain.total is not None or len(chain.groups) < 2:
        return
    first, second = chain.groups[:2]
    if first.numbered or first.me or not first.relation or chain.joints[1] != {","}:
        return
    if second.numbered and second.noun in _COUNTED_ONCE and second.kind in ("adults", "people"):
        chain.groups.pop(0)
        chain.joints.pop(0)


_COUNTED_ONCE = frozenset(("adults", "people", "ppl", "persons", "pax", "guests", "kids", "children", "us"))
"""Who is counted twice by one of these words is told for two versions of a party, not added up."""


def _unless_explained(chain: Chain) -> list[Group]:
    """ "5 kids, 3 boys and 2 girls", "2 kids, Mia 6 and Leo 8": children who are told again one by one count once."""
    groups = list(chain.groups)
    for at, group in enumerate(groups[:-1]):
        if group.kind != "children" or group.ages or group.low is not None or not group.numbered:
            continue
        young = groups[at + 1 :]
        if (
            chain.joints[at + 1] <= {","}
            and all(one.kind == "children" or (one.kind == "people" and one.relation) for one in young)
            and sum(one.count for one in young) == group.count
        ):
            return groups[:at] + [replace(one, kind="children", doubtful=False) for one in young]
    return groups

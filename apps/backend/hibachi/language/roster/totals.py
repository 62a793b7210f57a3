"""The last of a row that tells all of them once more: "them and me, three adults in total"."""

from collections.abc import Sequence

from hibachi.language.roster.families import Group

_MARKED = frozenset(("total", "altogether"))


def sums_up(groups: Sequence[Group], joint: frozenset[str], behind: tuple[str, str]) -> bool:
    """Whether the last group is all who come. joint: what stands before it; behind: the two words after it."""
    marked = behind[0] in _MARKED or (behind[0] == "in" and behind[1] in ("all", "total"))
    last = groups[-1]
    rest = sum(group.count for group in groups) - last.count
    return marked and last.kind == "adults" and 0 < rest <= last.count and joint <= {","}

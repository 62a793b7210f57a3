"""Groups of guests in one row, with what joins them."""

from dataclasses import dataclass, field

from hibachi.language.roster.families import Group


@dataclass(slots=True)
class Chain:
    """Groups in a row; joints[i] is what stands before groups[i]. opened, closed: a total before or behind them."""

    groups: list[Group]
    joints: list[frozenset[str]]
    first: int
    end: int
    total: int | None = None
    marked: bool = False
    includes: bool = False
    families: bool = False
    ends: list[int] = field(default_factory=list)

    @property
    def heads(self) -> int:
        return sum(group.count for group in self.groups)

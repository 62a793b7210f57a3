"""Who comes, read as a row of people rather than number by number: each group counts once, totals and parts are no guests.

Nothing is told where a text is not plainly such a row; then the plainer patterns of guests.py speak.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hibachi.kit import lazy_re as re
from hibachi.language.guest_spelling import plain
from hibachi.language.numbers import settled
from hibachi.language.roster_families import Group
from hibachi.language.roster_rows import Operation, Row, Rows
from hibachi.language.spans import Span

_OTHER_SIZE = re.compile(r"\b(?:if|what about|how about|how much|or|vs|versus|price|cost|then)\b")
"""Between two rows: the second is another size of the party."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The guests of a text in groups that do not overlap. operation: all of them, those who join, or those who stay away.

    sure: several groups, parts or a total; a single group is read by plainer patterns as well.
    """

    groups: tuple[Group, ...]
    spans: tuple[Span, ...]
    sure: bool
    operation: Operation = "set"
    all_adults: bool = False

    @property
    def total(self) -> int:
        return sum(group.count for group in self.groups)


def read_roster(text: str, *, taken: Iterable[Span] = ()) -> Roster | None:
    """The row of guests that a text tells, None where it tells none plainly."""
    clean = plain(settled(text).hiding(taken))
    rows = Rows(clean).all()
    if not rows or any(row.unsure for row in rows):
        return None
    first, *others = _without_asides(rows)
    between = clean.text[first.place[1] : others[-1].place[0]] if others else ""
    if _OTHER_SIZE.search(between):
        return None
    joining = "remove" if first.operation == "remove" else "add"
    if any(row.operation != joining for row in others):
        return None
    return Roster(
        tuple(group for row in (first, *others) for group in row.groups),
        tuple(clean.span(*row.place) for row in (first, *others)),
        any(row.sure for row in (first, *others)) or bool(others),
        first.operation,
        any(row.all_adults for row in (first, *others)),
    )


def _without_asides(rows: list[Row]) -> list[Row]:
    """The rows without people who are only named before the guests are counted."""
    counted = next((at for at, row in enumerate(rows) if row.operation == "set"), 0)
    return rows[counted:] if all(row.nobody for row in rows[:counted]) else rows

"""What a text says about who comes: a party as a value, before any rule of the business is applied to ages."""

from dataclasses import dataclass
from typing import Literal

from hibachi.language.spans import Span

GROWN_AT = 18
"""Who is younger is somebody's child; up to which age a child pays less is the owner's to say (policies)."""
MOST_GUESTS = 400
"""Of one party; a larger number is a ZIP, an amount or a slip."""
OLDEST_CHILD = GROWN_AT - 1
Kind = Literal["adults", "children", "toddlers", "people", "unsaid"]


@dataclass(frozen=True, slots=True)
class Headcount:
    """One count as it was said; low differs from high for a range. kind "unsaid": a bare number."""

    kind: Kind
    low: int
    high: int
    operation: Literal["set", "add", "remove"]
    span: Span
    counted: bool = True  # False: the number was not said but counted from a list of ages

    @property
    def is_range(self) -> bool:
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Ages:
    """Ages of guests: each one that was said, or the lowest and highest of a group ("4 kids, all 7-9").

    count is how many guests these ages describe (None: a group of unknown size); each is at most that long.
    """

    kind: Literal["children", "toddlers"]
    count: int | None
    each: tuple[int, ...]
    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Correction:
    """ "14 not 12", "15 adults instead of 12"."""

    old: int
    new: int
    kind: Kind
    span: Span


@dataclass(frozen=True, slots=True)
class Party:
    """The guests that a text states. None: not stated. Children include those whose ages are known.

    people is a total or a group without a split: unsplit are those of them not said to be adults or children.
    changes are relative ("3 more kids") and not part of the counts. invalid are impossible counts (-4, 2.5).
    """

    adults: int | None = None
    children: int | None = None
    toddlers: int | None = None
    people: int | None = None
    people_is_total: bool = False
    ages: tuple[Ages, ...] = ()
    no_children: bool = False
    all_adults: bool = False
    unsaid: int | None = None
    changes: tuple[Headcount, ...] = ()
    ranges: tuple[Headcount, ...] = ()
    corrections: tuple[Correction, ...] = ()
    invalid: tuple[Span, ...] = ()
    mentions: tuple[Headcount, ...] = ()

    @property
    def stated(self) -> bool:
        return any(part is not None for part in (self.adults, self.children, self.toddlers, self.people))

    @property
    def unsplit(self) -> int:
        """People of whom neither "adult" nor "child" was said."""
        known = sum(part or 0 for part in (self.adults, self.children, self.toddlers))
        people = self.people or 0
        return max(0, people - known) if self.people_is_total else people

    @property
    def total(self) -> int | None:
        """All guests together, None when no count was stated."""
        if not self.stated:
            return None
        known = sum(part or 0 for part in (self.adults, self.children, self.toddlers))
        return max(known, self.people or 0) if self.people_is_total else known + (self.people or 0)

    @property
    def unaged_children(self) -> int:
        """Children of whom no age and no range of ages was said."""
        known = sum(group.count or 0 for group in self.ages if group.kind == "children")
        return max(0, (self.children or 0) - known)

    @property
    def each_age(self) -> tuple[int, ...]:
        return tuple(age for group in self.ages for age in group.each)

"""What a follow-up says, as typed things: who joins or leaves, who is a child after all, which dish for how many, what is asked."""

from dataclasses import dataclass
from typing import Literal

Who = Literal["people", "adults", "children", "everybody", "half"]
Part = Literal["each", "balance", "each_left", "deposit", "total", "travel", "lines", "both"]


@dataclass(frozen=True, slots=True)
class Heads:
    """So many come on top, stay away, or are all there are; ages: of the children among them; named: a word says that guests are counted."""

    op: Literal["add", "remove", "set"]
    number: int
    who: Literal["people", "adults", "children", "alike"] = "people"
    ages: tuple[int, ...] = ()
    named: bool = True


@dataclass(frozen=True, slots=True)
class NoChildren:
    """The children stay away, all of them."""


@dataclass(frozen=True, slots=True)
class Recast:
    """So many of those counted are children: nobody joins and nobody leaves."""

    number: int
    ages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Dish:
    """A dish for so many (a number or a share of the party), so many more or fewer, none at all, or in place of another.

    key: None for "the upgrade", whichever it is; but: who of the share does not have it; instead: the dish that goes, "" for the only
    one there is (swap: all of it, part: for so many); same: the number told is that of the dish that goes.
    """

    key: str | None
    op: Literal["set", "add", "remove", "off", "swap", "part"] = "set"
    number: int | None = None
    share: Who | None = None
    but: int = 0
    instead: str = ""
    same: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """So many times as many: of a dish, or of the guests where no dish is named; number of is the lower half of the fraction."""

    number: int
    of: int = 1
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """An earlier version of the party: the first one, the one before, the newest one of so many guests or with a dish."""

    first: bool
    guests: int | None = None
    dish: str | None = None


Delta = Heads | NoChildren | Recast | Dish | Times | Back


@dataclass(frozen=True, slots=True)
class Follow:
    """A message that is nothing but a follow-up; supposes: it only asks what would be; bare: a number alone.

    checks: amounts in cents that are to be right or not; shared: between how many they are shared, where that is told.
    """

    deltas: tuple[Delta, ...] = ()
    asks: tuple[Part, ...] = ()
    supposes: bool = False
    asks_price: bool = False
    bare: bool = False
    checks: tuple[int, ...] = ()
    shared: int | None = None

"""An amount of a sentence with what stands around it, and what it is bound to."""

from dataclasses import dataclass

from hibachi.concierge.validator.roles import Mention, Wanted


@dataclass(frozen=True, slots=True)
class Bound:
    """The roles that an amount may have.

    item: what it is the price of, when that is a price each; product: it is such a price times a number;
    used: up to where the words behind it were its own.
    """

    wanted: Wanted
    item: str | None = None
    product: bool = False
    used: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """An amount at [start, end) of a sentence, between the amounts before and after it.

    last: how the one before was bound; known: "lobster_tail+line" for each line of the facts, and "proteins";
    premium: the proteins; included: those without an upgrade; asked: what alone the customer asked the price of.
    """

    text: str
    named: list[Mention]
    start: int
    end: int
    previous: int
    following: int
    last: Bound | None
    known: frozenset[str]
    premium: frozenset[str]
    included: frozenset[str]
    asked: tuple[str, ...] = ()

    @property
    def before(self) -> str:
        return self.text[self.previous : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.following]

    @property
    def earlier(self) -> list[Mention]:
        """What is named between the amount before and this one."""
        first = max(self.previous, self.last.used if self.last else 0)
        return [mention for mention in self.named if first <= mention.start and mention.end <= self.start]

"""A measured figure beside its target and the reference of others; what `make eval` and `make train` print."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement. target None: printed, not judged. at_most: the target is a ceiling, not a floor."""

    name: str
    value: float
    target: float | None = None
    cases: int = 0
    reference: str = ""
    note: str = ""
    at_most: bool = False

    @property
    def missed(self) -> bool:
        """Whether the target was not reached."""
        if self.target is None:
            return False
        return self.value > self.target if self.at_most else self.value < self.target


@dataclass(frozen=True, slots=True)
class Section:
    """What one data set says: a heading, how it was measured, the figures."""

    title: str
    about: str
    figures: Sequence[Figure]


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = ["| figure | value | target | cases | reference | note |", "| --- | --- | --- | --- | --- | --- |"]
    rows += [
        f"| {one.name} | {one.value:.4g}{' **missed**' if one.missed else ''} | {_target(one)} "
        f"| {one.cases or ''} | {one.reference} | {one.note} |"
        for one in figures
    ]
    return "\n".join(rows)


def _target(one: Figure) -> str:
    if one.target is None:
        return ""
    return f"{'≤' if one.at_most else '≥'} {one.target:.4g}"

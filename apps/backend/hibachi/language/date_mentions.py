"""A day as it was said, with every date that it may mean."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from hibachi.language.spans import Span

Kind = Literal["exact", "weekday", "relative", "month", "range", "weekend", "holiday", "impossible"]
Role = Literal["on", "from", "to", "not"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """One day (or stretch of days) that was said.

    candidates: the dates it may mean, the likeliest first; empty for stretches and impossible days.
    first, last: the stretch for kind month, range and weekend, and round an approximate day. role: "from" and "to" of a move, "not" for a day turned down.
    past: every candidate lies before today. mismatch: the weekday that was said does not fit the date.
    """

    kind: Kind
    candidates: tuple[date, ...]
    span: Span
    role: Role = "on"
    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    year_said: bool = False
    past: bool = False
    mismatch: bool = False
    approximate: bool = False

    @property
    def certainty(self) -> Literal["certain", "ambiguous", "vague", "impossible"]:
        if self.kind == "impossible":
            return "impossible"
        if not self.candidates or self.approximate:
            return "vague"
        return "certain" if len(self.candidates) == 1 and not self.mismatch else "ambiguous"

    @property
    def only(self) -> date | None:
        """The date, when there is no doubt about it."""
        return self.candidates[0] if self.certainty == "certain" else None


def days_through(start: DateMention, last: date) -> DateMention:
    """ "June 12-14": a stretch of at most a fortnight, every day of it a candidate."""
    first = start.candidates[0]
    days = tuple(first + timedelta(days=off) for off in range(min((last - first).days, 14) + 1))
    return replace(start, kind="range", candidates=days, first=first, last=last)

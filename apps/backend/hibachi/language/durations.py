"""Spans of time said from now on: "in 2 hours", "half an hour from now", "1 day 2 hours later"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from hibachi.language.calendar_rules import add_months, how_many
from hibachi.language.numbers import NUMBER
from hibachi.language.spans import Quiet, Span, quiet

_MORE = r"(?:(?:another|more|additional) )?"
_HALF = r"(?: and (?:a )?half)?"
_N = rf"(?:(?:three|3) quarters of an?|an? quarter of an?|quarter of an?|(?:{NUMBER}|an?) and (?:an? )?half|1/[24]|3/4|{NUMBER}|an?|a couple(?: of)?|couple(?: of)?|a few|few|several|half an?|\d+\.\d)"
_UNIT = r"(?:years?|yrs?|months?|mon|weeks?|wks?|days?|d|hours?|hrs?|hr|h|minutes?|minute|mins?|min|m)"
_ONE = rf"{_MORE}{_N}(?: |(?<=\d) ?){_MORE}{_UNIT}\b{_HALF}"
_CHAIN = rf"{_ONE}(?:(?:,? and |, | ){_ONE}){{0,4}}"
_FROM_NOW = re.compile(
    rf"\b(?:in|within) (?:about |around |like |just )?(?P<a>{_CHAIN})(?:'s? time)?(?! (?:before|after|prior|from|each|every|of)\b)|(?<![\w+])\+ ?(?P<b>{_CHAIN})"
    rf"|\b(?P<c>{_CHAIN}) (?:from now|later|hence|out)\b"
)
_NOW = re.compile(
    r"\b(?:come|meet|eat|arrive|cook|drop by|stop by|come over|let'?s go|head over)(?: (?:over|here|out|us|by))? (?:right |just )?now\b"
)
_PART = re.compile(rf"\b(?P<n>{_N})(?: |(?<=\d) ?){_MORE}(?P<unit>{_UNIT})\b(?P<half>{_HALF})")


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant reckoned from now; to_the_minute: hours or minutes were said, so that the time counts too."""

    at: datetime
    to_the_minute: bool
    exact: bool
    span: Span


def find_moments(text: str, now_local: datetime) -> tuple[Moment, ...]:
    """Moments like "in 2 hours" seen from now_local; hours are elapsed hours, days and months go by the calendar."""
    return tuple(moments_in(quiet(text), now_local))


def moments_in(clean: Quiet, now_local: datetime) -> Iterator[Moment]:
    """As find_moments, of a text that was made quiet already."""
    for match in _NOW.finditer(clean.text):
        yield Moment(now_local, True, True, clean.of(match))
    for match in _FROM_NOW.finditer(clean.text):
        moment = _moment(match["a"] or match["b"] or match["c"], now_local, clean.of(match))
        if moment is not None:
            yield moment


def _moment(chain: str, now_local: datetime, span: Span) -> Moment | None:
    months, days, minutes, exact, fine = 0, 0.0, 0.0, True, False
    for part in _PART.finditer(chain):
        count = _count(part["n"], bool(part["half"]))
        if count is None:
            return None
        unit, exact = part["unit"], exact and count[1]
        if unit.startswith(("y", "mon")):
            months += round(count[0] * (12 if unit.startswith("y") else 1))
        elif unit.startswith(("w", "d")):
            days += count[0] * (7 if unit.startswith("w") else 1)
        else:
            fine = True
            minutes += count[0] * (60 if unit.startswith("h") else 1)
    try:
        day = add_months(now_local.date(), months) + timedelta(days=round(days))
        start = now_local.replace(year=day.year, month=day.month, day=day.day)
        return Moment(start + timedelta(minutes=minutes), fine, exact, span)
    except (OverflowError, ValueError):
        return None


def _count(said: str, half_after: bool) -> tuple[float, bool] | None:
    """ "two and a half", "three quarters of an", "an" (with "and a half" behind the unit) as a number."""
    if "quarter" in said or said in ("1/4", "3/4"):
        return (0.75 if said[0] in "t3" else 0.25), True
    if said == "1/2" or said.startswith("half") and "dozen" not in said:
        return 0.5, True
    whole, half, _ = said.partition(" and ")
    count = how_many(whole)
    return count and (count[0] + (0.5 if half or half_after else 0.0), count[1])

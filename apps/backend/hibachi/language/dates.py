"""Finds the days that a text names and says which dates each may mean: "next Saturday", "6/13", "June 31".

Nothing is guessed silently: a mention with two readings carries both, the likelier one first, and the caller asks.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from hibachi.language.clock_phrases import hours_of_clock
from hibachi.language.date_mentions import DateMention
from hibachi.language.date_reading import DateReader
from hibachi.language.spans import Span

__all__ = ["DateMention", "chosen", "find_dates"]


def find_dates(
    text: str, now_local: datetime, *, taken: Iterable[Span] = (), expected: bool = False
) -> tuple[DateMention, ...]:
    """Every day that the text names, in order, seen from now_local (the wall time of the party's zone).

    expected: a date was just asked for, so that a bare "14" or "the second" is a day of the month.
    """
    reader = DateReader(text, now_local, (*taken, *hours_of_clock(text)))
    return tuple(_flag_past(mention, now_local.date()) for mention in reader.read(expected))


def chosen(mentions: Iterable[DateMention]) -> DateMention | None:
    """The mention that the customer settled on: the last that is neither "from" nor turned down, a day before a stretch."""
    wanted = [mention for mention in mentions if mention.role in ("on", "to")]
    moved = [mention for mention in wanted if mention.role == "to"]
    days = [mention for mention in moved or wanted if mention.kind not in ("month", "range", "weekend")]
    return next(reversed(days or moved or wanted), None)


def _flag_past(mention: DateMention, today: date) -> DateMention:
    ends = mention.candidates or ((mention.last,) if mention.last else ())
    return replace(mention, past=bool(ends) and all(on < today for on in ends))

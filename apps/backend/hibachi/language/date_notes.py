"""What has been read of the days of one text so far, and how a mention is built."""

from collections.abc import Iterator
from datetime import date, datetime

from hibachi.language import calendar_rules as rule
from hibachi.language.date_mentions import DateMention, Kind
from hibachi.language.date_spelling import respelt
from hibachi.language.numbers import settled
from hibachi.language.spans import Span

Placed = tuple[tuple[int, int], DateMention]
Read = Iterator[Placed]
MOST = 40  # days read of one text; nobody names more, and a flood must not cost more


class DateNotes:
    """The mentions found in one text with their places in its settled form."""

    def __init__(self, text: str, now_local: datetime, taken: tuple[Span, ...]) -> None:
        self.clean = respelt(settled(text)).hiding(taken)
        self.text = self.clean.text
        self.today = now_local.date()
        self.now_time = now_local.time()
        self.found: list[tuple[tuple[int, int], DateMention]] = []

    # -- building -----------------------------------------------------------------------------------------------

    def _dated(
        self, place: tuple[int, int], year: int | None, month: int, day: int
    ) -> tuple[tuple[int, int], DateMention]:
        span = self.clean.span(*place)
        if year is None:
            options = rule.next_of_year(self.today, month, day)
        else:
            on = rule.make_date(year, month, day)
            options = (on,) if on else ()
        if not options:
            return place, DateMention("impossible", (), span, year_said=year is not None)
        return place, DateMention("exact", options, span, year_said=year is not None)

    def _mention(self, kind: Kind, place: tuple[int, int], on: date, *, year_said: bool = False) -> DateMention:
        return DateMention(kind, (on,), self.clean.span(*place), year_said=year_said)

    def _stretch(
        self, kind: Kind, place: tuple[int, int], first: date, last: date, *, year_said: bool = False
    ) -> DateMention:
        return DateMention(
            kind,
            (),
            self.clean.span(*place),
            first=max(first, self.today) if last >= self.today else first,
            last=last,
            year_said=year_said,
        )

    def _free(self, place: tuple[int, int]) -> bool:
        return not any(place[0] < end and start < place[1] for (start, end), _ in self.found)

"""What has been read of the days of one text so far, and how neighbouring mentions become one."""

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import islice

from hibachi.language import calendar_rules as rule
from hibachi.language import date_words as say
from hibachi.language.date_mentions import DateMention, Kind
from hibachi.language.durations import moments_in
from hibachi.language.holidays import holiday_in
from hibachi.language.numbers import settled
from hibachi.language.spans import Span

MOST = 40  # days read of one text; nobody names more, and a flood must not cost more


class DateNotes:
    """The mentions found in one text with their places in its settled form."""

    def __init__(self, text: str, now_local: datetime, taken: tuple[Span, ...]) -> None:
        self.clean = settled(text).hiding(taken)
        self.text = self.clean.text
        self.today = now_local.date()
        self.now_time = now_local.time()
        self.found: list[tuple[tuple[int, int], DateMention]] = []

    # -- joining ------------------------------------------------------------------------------------------------

    def _join_weekdays(self) -> None:
        """ "Saturday, June 13" and "June 13 (Saturday)" are one mention; a weekday that does not fit is flagged."""
        at = 0
        while at + 1 < len(self.found):
            (place, one), (next_place, two) = self.found[at], self.found[at + 1]
            gap = self.text[place[1] : next_place[0]]
            pair = (one, two) if one.kind == "weekday" else (two, one)
            if (
                {one.kind, two.kind} <= {"weekday"}
                or "weekday" not in (one.kind, two.kind)
                or not re.fullmatch(
                    r"[ ,(.]*(?:the |on |of |which is (?:an? )?|that's (?:an? )?|it'?s (?:an? )?|it'?ll be (?:an? )?|is (?:an? )?)?",
                    gap,
                )
                or not pair[1].candidates
            ):
                at += 1
                continue
            joined = self._fit(pair[0], pair[1], (place[0], next_place[1]))
            self.found[at : at + 2] = [((place[0], next_place[1]), joined)]

    def _fit(self, weekday: DateMention, day: DateMention, place: tuple[int, int]) -> DateMention:
        assert weekday.weekday is not None
        span = self.clean.span(*place)
        if (
            day.kind == "relative"
            and len(day.candidates) == 1
            and re.search(r"\d|st\b|nd\b|rd\b|th\b", day.span.text.lower())
            and not re.search(r"day|week|month", day.span.text.lower())
        ):
            options = rule.day_of_coming_month(self.today, day.candidates[0].day, weekday.weekday)
            return replace(
                day,
                kind="exact",
                candidates=options,
                span=span,
                weekday=weekday.weekday,
                mismatch=len(options) > 1 or options[0].weekday() != weekday.weekday,
            )
        if day.kind == "range":
            days = tuple(on for on in day.candidates if on.weekday() == weekday.weekday)
            return replace(day, candidates=days or day.candidates, span=span, weekday=weekday.weekday)
        options, wrong = rule.reconcile(day.candidates, weekday.weekday, self.today, year_said=day.year_said)
        return replace(day, candidates=options, span=span, weekday=weekday.weekday, mismatch=wrong)

    def _chains(self) -> None:
        """ "2 years 1 month later", "in 2 hours": what single units do not say; replaces what they read of it."""
        now = datetime.combine(self.today, self.now_time)
        for moment in islice(moments_in(self.clean, now), MOST):
            several = len(re.findall(r"[a-z]+", moment.span.text.lower())) > 3
            clash = [item for item in self.found if item[1].span.overlaps(moment.span)]
            if not moment.to_the_minute and not (several and clash and clash[0][1].span.start > moment.span.start):
                continue
            self.found = [item for item in self.found if item not in clash]
            start = self.clean.offsets.index(moment.span.start)
            end = self.clean.offsets.index(moment.span.end - 1) + 1
            mention = DateMention("relative", (moment.at.date(),), moment.span, approximate=not moment.exact)
            self.found.append(((start, end), mention))

    def _join_offsets(self) -> None:
        """ "Monday two weeks from now", "Thanksgiving in a year": the weekday or holiday next to the day reckoned."""
        at = 0
        while at + 1 < len(self.found):
            (place, one), (next_place, two) = self.found[at], self.found[at + 1]
            gap = self.text[place[1] : next_place[0]]
            named, other = (one, two) if one.kind in ("weekday", "holiday") else (two, one)
            reckoned = (
                other.kind == "relative"
                and re.search(r"(?:day|week|month|year|fortnight)s?\b.*", other.span.text.lower())
                and " " in other.span.text
            )
            if not (
                named.kind in ("weekday", "holiday")
                and reckoned
                and other.candidates
                and re.fullmatch(r"[ ,]*(?:on )?", gap)
            ):
                at += 1
                continue
            whole = (place[0], next_place[1])
            span = self.clean.span(*whole)
            if named.kind == "holiday":
                on = holiday_in(named.span.text.lower(), other.candidates[0].year)
                options: tuple[date, ...] = (on,) if on else named.candidates
            else:
                options = rule.beside(other.candidates[0], named.weekday or 0)
            self.found[at : at + 2] = [(whole, DateMention("exact", options, span, weekday=named.weekday))]

    def _join_shifts(self) -> None:
        """ "a week from Friday", "two days after Christmas"."""
        for at, (place, mention) in enumerate(self.found):
            match = say.SHIFT_BEFORE.search(self.clean.before(place[0]))
            count = rule.how_many(match["n"] or "a") if match else None
            if match is None or count is None or not mention.candidates:
                continue
            sign = -1 if match["way"] in ("before", "prior to") else 1
            unit = match["unit"] or "day"
            if mention.kind == "holiday" and unit.startswith("y") and sign > 0 and not mention.year_said:
                mention = replace(
                    mention, candidates=(*mention.candidates, rule.add_months(mention.candidates[0], -12))
                )
            moved = tuple(on for base in mention.candidates if (on := rule.shift(base, sign * count[0], unit)))
            whole = (match.start(), place[1])
            kind = "relative" if mention.kind in ("weekday", "holiday", "exact", "relative") else mention.kind
            self.found[at] = (
                whole,
                replace(mention, kind=kind, candidates=moved, span=self.clean.span(*whole), weekday=None),
            )

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

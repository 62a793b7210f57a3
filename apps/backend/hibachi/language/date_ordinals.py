"""Days counted inside a month, a week or a year: "the last business day of June", "May's second Sunday"."""

from datetime import date, timedelta

from hibachi.kit import lazy_re as re
from hibachi.language import calendar_rules as rule
from hibachi.language import date_words as say
from hibachi.language.date_mentions import DateMention
from hibachi.language.date_notes import Read
from hibachi.language.date_stretches import DateStretches
from hibachi.language.holidays import days_in, nth_weekday
from hibachi.language.numbers import ordinal_to_int, to_int

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
_OTHER_NTH = re.compile(
    r"\b(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)(?: one)?,? (?:or|and|&|/)(?: maybe)? (?:the )?$"
)


class DateOrdinals(DateStretches):
    """Reads "the nth X of Y" whatever X and Y are, in either order."""

    def _nth(self, match: re.Match[str]) -> Read:
        """ "The 2nd or 3rd Saturday in June" are two such days, the month and the weekday belong to both."""
        nth = -2 if len(match["nth"]) > 7 else _NTH.get(match["nth"]) or int(match["nth"][0])
        yield from self._nth_in(match, -nth if match["fromlast"] else nth, match.span())
        before = self.clean.before(match.start())
        if other := _OTHER_NTH.search(before):
            start = match.start() - len(before) + other.start()
            count = _NTH.get(other["nth"]) or int(other["nth"][0])
            yield from self._nth_in(match, count, (start, start + len(other["nth"])))

    def _nth_in(self, match: re.Match[str], nth: int, place: tuple[int, int]) -> Read:
        first, year_said = self._month_start(match)
        what = match["what"]
        if what not in say.WEEKDAYS and match.groupdict().get("bare") is not None:
            return
        for year in (first.year, first.year + 1):
            on = self._nth_day(year, first.month, nth, what)
            if on is None and (year_said or date(year, first.month, 1) >= self.today.replace(day=1)):
                yield place, DateMention("impossible", (), self.clean.span(*place), year_said=year_said)
                return  # "the 5th friday of june" of a year when there are four
            if on is None or (on < self.today and not year_said):
                continue
            if what == "weekend":
                yield (
                    place,
                    DateMention(
                        "weekend",
                        (on, on + timedelta(days=1)),
                        self.clean.span(*place),
                        first=on,
                        last=on + timedelta(days=1),
                    ),
                )
            else:
                yield place, self._mention("exact", place, on, year_said=year_said)
            return

    def _either_day(self, match: re.Match[str]) -> Read:
        """ "The 8th or the 15th of August": the month belongs to both days."""
        year = rule.year_of(match["y"], self.today) if match["y"] else None
        for at in ("d0", "d1", "d2"):
            if not match[at]:
                continue
            place = (match.start(at), match.end() if at == "d2" else match.end(at))
            yield self._dated(place, year, say.MONTHS[match["month"]], ordinal_to_int(match[at]) or 0)

    def _day_of_year(self, match: re.Match[str]) -> Read:
        """The first day of the year is the next one to come, unless "this year" was said."""
        first = match["nth"] in ("first", "1st")
        ahead = match["rel"] in ("next", "coming") or (first and not match["rel"])
        said = match["y"] or match["y2"]
        year = (rule.year_of(said, self.today) if said else None) or self.today.year + int(ahead)
        yield self._dated(match.span(), year, 1 if first else 12, 1 if first else 31)

    def _day_of_week(self, match: re.Match[str]) -> Read:
        """ "The first day of next week", "this day next week"."""
        if match["same"]:
            on = self.today + timedelta(days=7)
        else:
            nth = 6 if match["nth"] == "last" else (ordinal_to_int(match["nth"]) or 1) - 1
            on = rule.week_of(self.today, nth, 0 if match["rel"] in ("this", "current") else 1)
        yield match.span(), self._mention("relative", match.span(), on)

    def _week_day(self, match: re.Match[str]) -> Read:
        weekday = say.WEEKDAYS[match["day"]]
        on = rule.week_of(self.today, weekday, 0 if match["which"] == "this" else 1)
        yield match.span(), DateMention("weekday", (on,), self.clean.of(match), weekday=weekday)

    def _next_but_one(self, match: re.Match[str]) -> Read:
        """ "Not this Saturday but the next one": a week after the Saturday to come."""
        weekday = say.WEEKDAYS[match["day"]]
        on = rule.upcoming(self.today + timedelta(days=1), weekday) + timedelta(days=7)
        yield match.span(), DateMention("weekday", (on,), self.clean.of(match), weekday=weekday)

    def _counted(self, match: re.Match[str]) -> Read:
        weekday, count = say.WEEKDAYS[match["day"] or match["day2"]], to_int(match["n"] or match["n2"]) or 1
        on = rule.upcoming(self.today + timedelta(days=1), weekday) + timedelta(weeks=min(count, 520) - 1)
        yield match.span(), DateMention("weekday", (on,), self.clean.of(match), weekday=weekday)

    def _month_start(self, match: re.Match[str]) -> tuple[date, bool]:
        said = match.groupdict()
        if rel := said.get("rel") or said.get("rel2"):
            ahead = 1 if "next" in rel else -1 if "last" in rel else 0
            return rule.add_months(self.today.replace(day=1), ahead), True
        month = say.MONTHS[match["month"]]
        year = rule.year_of(said["y"], self.today) if said.get("y") else None
        return date(year or self.today.year, month, 1), year is not None

    def _nth_day(self, year: int, month: int, nth: int, what: str) -> date | None:
        if what == "day":
            return rule.make_date(year, month, nth if nth > 0 else days_in(year, month) + 1 + nth)
        if what not in say.WEEKDAYS and what != "weekend":
            outside = date(year, month, 1 if nth > 0 else days_in(year, month)) - timedelta(days=1 if nth > 0 else -1)
            return rule.after_workdays(outside, nth)
        return nth_weekday(year, month, 5 if what == "weekend" else say.WEEKDAYS[what], nth)

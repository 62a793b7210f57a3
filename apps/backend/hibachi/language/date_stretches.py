"""Reads stretches of days: months, weeks of a month, weekends, seasons, "the next two weeks"."""

from dataclasses import replace
from datetime import date, timedelta

from hibachi.kit import lazy_re as re
from hibachi.language import calendar_rules as rule
from hibachi.language import date_words as say
from hibachi.language.date_mentions import DateMention, days_through
from hibachi.language.date_notes import Read
from hibachi.language.date_turns import DateTurns
from hibachi.language.holidays import days_in
from hibachi.language.numbers import ordinal_to_int

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 2)}
_PARTS = {"early": (1, 10), "beginning of": (1, 7), "start of": (1, 7), "mid": (11, 20), "middle of": (11, 20), "late": (21, 31), "end of": (25, 31)}  # fmt: skip

_MOVED = re.compile(
    r"\b(?:mov(?:e|ed|ing)|push(?:ed|ing)?|shift(?:ed|ing)?|postpon(?:e|ed|ing)|reschedul(?:e|ed|ing)"
    r"|chang(?:e|ed|ing)|switch(?:ed|ing)?|delay(?:ed|ing)?|bump(?:ed|ing)?"
    r"|put(?:ting)?)\b[^.?!\n]{0,30}$"
)
""" "Move it to May": the word is a month there."""


class DateStretches(DateTurns):
    """Ways of saying several days at once."""

    def _month(self, match: re.Match[str]) -> Read:
        groups = match.groupdict()
        name = groups["month"] or groups.get("month2") or groups["month3"] or groups["month4"]
        month = say.MONTHS[name]
        if (
            groups.get("cue") in ("and", "to", "or", "any", "the", "all", "this", "on")
            and name
            in (
                "may",
                "mar",
                "sun",
                "march",
            )
            and not (groups["cue"] == "to" and _MOVED.search(match.string, 0, match.start()))
        ):
            return
        year = self._year(match) if "y" in groups else None
        year = year or (self.today.year if month >= self.today.month else self.today.year + 1)
        if not 1 <= year <= 9998:
            return
        start, end = _PARTS.get(groups.get("cue") or "", (1, 31))
        first, last = date(year, month, start), date(year, month, min(end, days_in(year, month)))
        told = "month" if groups.get("cue") else "month4" if groups.get("month4") else 0
        place = match.span(told)
        yield place, self._stretch("month", place, first, last, year_said=bool(groups.get("y")))

    def _weekend(self, match: re.Match[str]) -> Read:
        mod = match["mod"] or ""
        if match["month"]:
            month = say.MONTHS[match["month"]]
            year = rule.year_of(match["y"], self.today) if match["y"] else None
            year = year or (self.today.year if month >= self.today.month else self.today.year + 1)
            yield (
                match.span(),
                self._stretch("weekend", match.span(), date(year, month, 1), date(year, month, days_in(year, month))),
            )
            return
        if mod in ("a", "any", "some", "weekend of", "the weekend of", "first", "last") or re.match(
            r" (?:of|days?)\b", self.clean.after(match.end())
        ):
            return
        saturday = rule.upcoming(self.today, 5) if self.today.weekday() != 6 else self.today - timedelta(days=1)
        weeks = {"next": 1, "following": 1}.get(mod, 0) + (1 if match["after"] else 0)
        options = [saturday + timedelta(weeks=weeks)]
        if mod == "next" and self.today.weekday() < 5:
            options.append(saturday)
        days = tuple(on for first in options for on in (first, first + timedelta(days=1)) if on >= self.today)
        yield match.span(), DateMention("weekend", days, self.clean.of(match), first=min(days), last=max(days))

    def _period(self, match: re.Match[str]) -> Read:
        unit, later = match["unit"], "next" in match["mod"] or "following" in match["mod"]
        if unit in ("week", "wk"):
            first = rule.week_of(self.today, 0, 1 if later else 0)
            last = first + timedelta(days=6)
        elif unit == "month":
            first = rule.add_months(self.today.replace(day=1), 1 if later else 0)
            last = first.replace(day=days_in(first.year, first.month))
        elif unit in ("year", "yr"):
            first = date(self.today.year + (1 if later else 0), 1, 1)
            last = first.replace(month=12, day=31)
        else:
            first, last = self._season(unit)
        yield match.span(), self._stretch("range", match.span(), first, last)

    def _season(self, name: str) -> tuple[date, date]:
        start, end = _SEASONS[name]
        year = self.today.year if self.today.month <= start + 2 else self.today.year + 1
        last_year = year + 1 if end < start else year
        return date(year, start, 1), date(last_year, end, days_in(last_year, end))

    def _year(self, match: re.Match[str]) -> int | None:
        if match["nextyear"]:
            return self.today.year + ("next" in match["nextyear"])
        year = rule.year_of(match["y"], self.today) if match["y"] else None
        short = year is not None and len(match["y"]) == 2 and not match.group().endswith(f"of {match['y']}")
        if year is not None and short and 2000 <= year < self.today.year:
            return None  # "8 march 10 to five": not the year 2010
        return year

    def _month_of(self, match: re.Match[str]) -> date:
        """The first day of the month that a pattern names, by name or as "this" or "next month"."""
        groups = match.groupdict()
        if groups.get("rel"):
            return rule.add_months(self.today.replace(day=1), 1 if "next" in groups["rel"] else 0)
        month = say.MONTHS[match["month"]]
        year = rule.year_of(match["y"], self.today) if match["y"] else None
        return date(year or self.today.year + (month < self.today.month), month, 1)

    def _week_of_month(self, match: re.Match[str]) -> Read:
        """ "The first week of June" is June 1 to 7, the last one its last seven days."""
        first = self._month_of(match)
        end = days_in(first.year, first.month)
        nth = ordinal_to_int(match["nth"]) if match["nth"] != "last" else None
        start = first.replace(day=min(7 * nth - 6 if nth else end - 6, end - 6 if nth == 5 else end))
        yield match.span(), self._stretch("range", match.span(), start, start.replace(day=min(start.day + 6, end)))

    def _days_month(self, match: re.Match[str]) -> Read:
        """ "22-23 Feb", "the 9th to the 12th of june"."""
        start, end = ordinal_to_int(match["d1"]), ordinal_to_int(match["d2"])
        loose = match["month"] in ("may", "mar", "march") and not (match["of"] or match["y"])
        people = loose and re.search(r"\b(?:are|is|be|for|about|of|'re)\s*$", self.clean.before(match.start()))
        verb = loose and re.match(r" (?:i|we|you|they|have|be|not|come|want)\b", self.clean.after(match.end()))
        from_one = re.search(r"\bfrom (?:the )?$", self.clean.before(match.start()))
        moved = say.MOVE.search(self.text) and (from_one or (start or 0) >= (end or 0))
        if start is None or end is None or start == end or people or verb or moved:
            return
        year = rule.year_of(match["y"], self.today) if match["y"] else None
        if start > end:  # "from the 27th to the 3rd of april" begins in march
            last = self._dated(match.span(), year, say.MONTHS[match["month"]], end)[1]
            begins = rule.add_months(last.candidates[0].replace(day=1), -1) if last.candidates else None
            on = rule.make_date(begins.year, begins.month, start) if begins else None
            if on and last.candidates and match["d1"].isdigit() is match["d2"].isdigit():
                yield match.span(), days_through(replace(last, candidates=(on,)), last.candidates[0])
            return
        first = self._dated(match.span(), year, say.MONTHS[match["month"]], start)[1]
        last = self._dated(match.span(), year, say.MONTHS[match["month"]], end)[1]
        if first.candidates and last.candidates and first.candidates[0] < last.candidates[0]:
            yield match.span(), days_through(first, last.candidates[0])

    def _months_through(self, match: re.Match[str]) -> Read:
        """ "Nov 18-Dec 19, 2027", "10 August - 12 September": two days of their own months, the year is that of both."""
        names = ("1", "2") if match["m1"] else ("3", "4")
        if say.MOVE.search(self.text):
            return
        said = match["y"] or match["y2"]
        year = rule.year_of(said, self.today) if said else None
        first, last = (
            self._dated(match.span(), year, say.MONTHS[match[f"m{name}"]], int(match[f"d{name}"]))[1] for name in names
        )
        if stretch := self._through(first, last, match.span()):
            yield match.span(), stretch

    def _years_on(self, match: re.Match[str]) -> Read:
        """ "March in a year": the month that is nearest to the day a year from now."""
        count = rule.how_many(match["n"])
        month = say.MONTHS[match["month"]]
        if count is None or not 0 < count[0] < 20:
            return
        on = rule.add_months(self.today, round(12 * count[0]))
        year = on.year + (1 if month < on.month - 6 else -1 if month > on.month + 6 else 0)
        first = date(year, month, 1)
        last = first.replace(day=days_in(year, month))
        yield match.span(), self._stretch("month", match.span(), first, last, year_said=True)

    def _quarter(self, match: re.Match[str]) -> Read:
        """ "Q3", "2027 q1", "the 4th quarter of 2026": its three months."""
        said = match["y"] or match["y2"] or match["y3"]
        nth = 4 if match["nth"] == "last" else ordinal_to_int(match["nth"] or match["q"] or match["q2"]) or 1
        year = int(said) if said else self.today.year + (match["rel"] == "next")
        first = date(year, 3 * nth - 2, 1)
        last = rule.add_months(first, 3) - timedelta(days=1)
        if last < self.today and not said:
            first, last = rule.add_months(first, 12), rule.add_months(last, 12)
        yield match.span(), self._stretch("range", match.span(), first, last, year_said=bool(said))

    def _coming(self, match: re.Match[str]) -> Read:
        """ "The next two weeks", "the next few weekends": from today on."""
        count = rule.how_many(match["n"])
        last = rule.shift(self.today, count[0], match["unit"]) if count else None
        if last:
            yield match.span(), self._stretch("range", match.span(), self.today, last)

    def _after_next(self, match: re.Match[str]) -> Read:
        """ "The week after next", "the weekend after next", "the month after next"."""
        first = self.today - timedelta(days=self.today.weekday())
        if match["unit"] == "month":
            first = rule.add_months(self.today.replace(day=1), 2)
            last = first.replace(day=days_in(first.year, first.month))
        elif match["unit"] == "week":
            first, last = first + timedelta(days=14), first + timedelta(days=20)
        else:
            sooner = (first + timedelta(days=12), first + timedelta(days=13)) if self.today.weekday() < 5 else ()
            days = (first + timedelta(days=19), first + timedelta(days=20), *sooner)
            yield match.span(), DateMention("weekend", days, self.clean.of(match), first=min(days), last=max(days))
            return
        yield match.span(), self._stretch("range", match.span(), first, last)

    def _end_of(self, match: re.Match[str]) -> Read:
        """ "The end of the month", "the end of the year": its last days."""
        if match["unit"].startswith("y"):
            first, last = date(self.today.year, 12, 15), date(self.today.year, 12, 31)
        else:
            month = rule.add_months(self.today.replace(day=1), 1 if "next" in match.group() else 0)
            last = month.replace(day=days_in(month.year, month.month))
            first = last - timedelta(days=6)
        yield match.span(), self._stretch("range", match.span(), first, last)

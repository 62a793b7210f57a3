"""How neighbouring mentions become one: "Saturday, June 13", "two days after Christmas", "June 12 to June 20"."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from hibachi.kit import lazy_re as re
from hibachi.language import calendar_rules as rule
from hibachi.language import date_words as say
from hibachi.language.date_beside import DateBeside
from hibachi.language.date_mentions import DateMention, days_through
from hibachi.language.date_notes import MOST
from hibachi.language.durations import moments_in
from hibachi.language.holidays import holiday_in, weekend_around
from hibachi.language.numbers import NUMBER, ordinal_to_int

_SAME_DAY = re.compile(
    r"[ ,(.\[]*(?:(?:then|instead(?! of)|please|pls|so|works)[ ,.]+)?(?:the |on |of |of the |in "
    r"|in the |during the |an? |which is (?:an? )?|that's (?:an? )?|it'?s (?:an? )?"
    r"|it'?ll be (?:an? )?|is (?:an? )?)?"
)
_A_WEEK_ON = re.compile(
    rf"(?<!in )(?<!for )(?<!once )(?<!twice )(?<!times )(?<!every )\b(?:an?|{NUMBER}) (?:weeks?"
    r"|fortnight) (?:on )?(?:the )?$"
)
_FOR = re.compile(r"\bfor (?:the )?$")
_BACK = ("before", "prior to", "ahead of", "earlier than")
_IN_MONTH = re.compile(r" (?:(?:in|of|during) (?:the )?)?(?:(?:month|rest) of )?(?:(?:early|mid|late)[ -])?")
_WHICH_OF_MONTH = re.compile(r"(?:the )?(?:1st|2nd|3rd|4th|first|second|third|fourth)")
_COUNTED_BEFORE = re.compile(r"(?<!every )\b(?P<nth>1st|2nd|3rd|4th|first|second|third|fourth) $")
_FROM_NOW = re.compile(r",? (?:from (?:now|today)|to come)\b")
_AT_HOUR = r"(?:,? (?:at |@ ?)?\d{1,2}(?::[0-5]\d)?(?: ?[ap]\.?m\b\.?)?)?"
""" "08/08/2026, 9:15 AM to 08/29/2026": the hour stands between the two days."""
LONGEST = 14  # days of a stretch that are candidates one by one; a longer one is only its ends


class DateJoining(DateBeside):
    """Makes one mention of two that belong together."""

    def _join(self) -> None:
        self._join_weekdays(shifted=True)
        self._join_shifts()
        self._join_offsets()
        self._join_periods()
        self._join_weekdays()
        self._join_beside()
        self._join_inside()
        self._join_stretches()
        self._which_of_month()

    def _join_weekdays(self, *, shifted: bool = False) -> None:
        """ "Saturday, June 13" and "June 13 (Saturday)" are one mention; a weekday that does not fit is flagged.

        shifted: only those that something is counted from: "two days after Saturday, June 13".
        """
        at = 0
        while at + 1 < len(self.found):
            (place, one), (next_place, two) = self.found[at], self.found[at + 1]
            gap = self.text[place[1] : next_place[0]]
            pair = (one, two) if one.kind == "weekday" else (two, one)
            if two.kind == "weekday" and gap == " " and _WHICH_OF_MONTH.fullmatch(one.span.text.lower()):
                del self.found[at]  # "the 2nd saturday" counts Saturdays
                continue
            if (
                {one.kind, two.kind} <= {"weekday"}
                or "weekday" not in (one.kind, two.kind)
                or not (
                    _SAME_DAY.fullmatch(gap)
                    or _in_month(two, gap)
                    or (one.kind == "month" and _SUCH_A_DAY.fullmatch(gap))
                    or (gap.strip() in ("-", "/") and _agree(*pair))
                )
                or not (
                    pair[1].candidates
                    or _is_week(pair[1])
                    or _in_month(two, gap)
                    or (one.kind == "month" and _SUCH_A_DAY.fullmatch(gap))
                )
                or (shifted and (pair[1].kind != "exact" or not self._is_shifted(place, *pair)))
            ):
                at += 1
                continue
            joined = self._fit(pair[0], pair[1], (place[0], next_place[1]))
            self.found[at : at + 2] = [((place[0], next_place[1]), joined)]

    def _which_of_month(self) -> None:
        """ "The 2nd saturday" counts Saturdays: of this month, or of the next where it is gone by."""
        this = self.today.replace(day=1)
        months = (this, (this + timedelta(days=32)).replace(day=1))
        for at, (place, day) in enumerate(self.found):
            which = _COUNTED_BEFORE.search(self.text[: place[0]])
            if which is None or day.kind != "weekday" or day.weekday is None:
                continue
            weeks = 7 * ((ordinal_to_int(which["nth"]) or 1) - 1)
            days = [month + timedelta(days=(day.weekday - month.weekday()) % 7 + weeks) for month in months]
            if _FROM_NOW.match(self.text, place[1]):  # "the second saturday from now"
                days = [rule.upcoming(self.today + timedelta(days=1), day.weekday) + timedelta(days=weeks)]
            self.found[at] = (place, replace(day, candidates=tuple(on for on in days if on >= self.today)[:1]))

    def _fit(self, weekday: DateMention, day: DateMention, place: tuple[int, int]) -> DateMention:
        assert weekday.weekday is not None
        span = self.clean.span(*place)
        if not day.candidates and day.first and day.last:
            on = rule.upcoming(day.first, weekday.weekday)
            days = tuple(on + timedelta(weeks=week) for week in range(5) if on + timedelta(weeks=week) <= day.last)
            return DateMention("exact", days, span, weekday=weekday.weekday, year_said=day.year_said)
        if (
            day.kind == "relative"
            and len({on.day for on in day.candidates}) == 1
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
        if (
            day.kind == "holiday"
            and len(off := [on for on in weekend_around(day.candidates[0]) if on.weekday() == weekday.weekday]) == 1
        ):
            return replace(day, kind="exact", candidates=tuple(off), span=span, weekday=weekday.weekday)
        if day.kind == "range":
            days = tuple(on for on in day.candidates if on.weekday() == weekday.weekday)
            return replace(day, candidates=days or day.candidates, span=span, weekday=weekday.weekday)
        options, wrong = rule.reconcile(day.candidates, weekday.weekday, self.today, year_said=day.year_said)
        return replace(day, candidates=options, span=span, weekday=weekday.weekday, mismatch=wrong)

    def _chains(self) -> None:
        """ "2 years 1 month later", "in 2 hours": what single units do not say; replaces what they read of it."""
        now = datetime.combine(self.today, self.now_time)
        for moment in islice(moments_in(self.clean, now), MOST):
            if moment.kind != "reckoned" and not moment.wanted:
                continue
            clash = [item for item in self.found if item[1].span.overlaps(moment.span)]
            if any(mention.kind == "month" for _, mention in clash):
                continue  # "March in a year"
            whole = all(moment.span.text != mention.span.text for _, mention in clash)
            if clash and not moment.to_the_minute and not whole:
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
            if on := self._day_and_weeks(one, two, gap):
                whole = (place[0], next_place[1])
                self.found[at : at + 2] = [(whole, replace(two, candidates=(on,), span=self.clean.span(*whole)))]
                continue
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

    def _is_shifted(self, place: tuple[int, int], weekday: DateMention, day: DateMention) -> bool:
        """Whether days are counted from the pair; "a week from Friday (June 12)" may say what a week from Friday is."""
        match = say.SHIFT_BEFORE.search(self.clean.before(place[0]))
        if match is None or not (match["way"] or match["weeks"]):
            return False
        count, sign = _shift_count(match), -1 if match["way"] in _BACK else 1
        unit = match["unit"] or match["week"] or "day"
        moved = [rule.shift(on, sign * count[0], unit) for on in weekday.candidates] if count else []
        apart = self.text[place[1] :].lstrip().startswith((",", "("))
        return not (apart and set(moved) & set(day.candidates))

    def _day_and_weeks(self, one: DateMention, two: DateMention, gap: str) -> date | None:
        """ "Tomorrow in two weeks": the units count from the day that stands before them."""
        if gap != " " or not re.fullmatch(rf"{say.TOMORROW}|today", one.span.text.lower()):
            return None
        if not re.fullmatch(r"in .*(?:week|month|year)s?(?:'? time)?", two.span.text.lower()) or not two.candidates:
            return None
        return two.candidates[0] + (one.candidates[0] - self.today)

    def _join_shifts(self) -> None:
        """ "a week from Friday", "two days after Christmas"."""
        for at, (place, mention) in enumerate(self.found):
            match = say.SHIFT_BEFORE.search(self.clean.before(place[0]))
            count = _shift_count(match) if match else None
            if match is None or count is None or not mention.candidates:
                continue
            if not match["way"] and not _A_WEEK_ON.search(self.clean.before(place[0])):
                continue
            sign = -1 if match["way"] in _BACK else 1
            unit = (
                match["unit"]
                or match["workday"]
                or match["week"]
                or ("day" if match["way"] else match.group().split()[1])
            )
            if mention.kind == "holiday" and unit.startswith("y") and sign > 0 and not mention.year_said:
                mention = replace(
                    mention, candidates=(*mention.candidates, rule.add_months(mention.candidates[0], -12))
                )
            moved = tuple(on for base in mention.candidates if (on := rule.shift(base, sign * count[0], unit)))
            mention = replace(mention, approximate=mention.approximate or not count[1])
            if match["way"] == "from" and match["unit"] and _FOR.search(self.clean.before(place[0]), 0, match.start()):
                moved += mention.candidates  # "for ten days from June 8" may begin on that day
            whole = (match.start(), place[1])
            kind = "relative" if mention.kind in ("weekday", "holiday", "exact", "relative") else mention.kind
            self.found[at] = (
                whole,
                replace(mention, kind=kind, candidates=moved, span=self.clean.span(*whole), weekday=None),
            )

    def _join_periods(self) -> None:
        """ "Next month on the 8th", "june 5, this year": a stretch beside a day that lies in it is one mention."""
        at = 0
        while at + 1 < len(self.found):
            (place, one), (next_place, two) = self.found[at], self.found[at + 1]
            stretch, day = (one, two) if one.kind in ("month", "range") and not one.candidates else (two, one)
            near = re.fullmatch(
                r"(?:'?s)? ?,? ?(?:(?:on|in|of|maybe|like|say) )?(?:the )?", self.text[place[1] : next_place[0]]
            )
            on = _inside(day, stretch) if near and stretch is not day else None
            if on is None:
                at += 1
                continue
            whole = (place[0], next_place[1])
            joined = replace(day, kind="exact", candidates=(on,), span=self.clean.span(*whole), year_said=True)
            self.found[at : at + 2] = [(whole, joined)]

    def _join_stretches(self) -> None:
        """ "Aug 10 - Aug 12", "between june 5 and june 20": every day of a short stretch, the ends of a long one."""
        if say.MOVE.search(self.text):
            return
        at = 0
        while at + 1 < len(self.found):
            (place, one), (next_place, two) = self.found[at], self.found[at + 1]
            gap = self.text[place[1] : next_place[0]]
            joined = self._through(one, two, (place[0], next_place[1])) if self._spans(gap, place[0]) else None
            if joined is None:
                at += 1
            else:
                self.found[at : at + 2] = [((place[0], next_place[1]), joined)]

    def _spans(self, gap: str, start: int) -> bool:
        if re.fullmatch(rf"{_AT_HOUR} ?(?:-|to|thru|through|until|till) ?(?:the )?", gap):
            return True
        between = re.search(r"\bbetween (?:the )?$", self.clean.before(start))
        torn = (
            re.search(
                r"\b(?:torn|decid|choos|debat|split|stuck|undecided|pick|toss[- ]?up|hesitat)\w* $",
                self.clean.before(between.start()),
            )
            if between
            else None
        )
        return bool(between) and not torn and bool(re.fullmatch(r" (?:and|&) (?:the )?", gap))

    def _through(self, one: DateMention, two: DateMention, whole: tuple[int, int]) -> DateMention | None:
        """The stretch from one day or month to another; None when the second does not come after the first."""
        if one.kind == "weekday" == two.kind:
            return self._weekdays_through(one, two, whole)
        near = [on for on in one.candidates if two.candidates and on < two.candidates[0]]
        first = max(near) if near and not two.year_said else one.candidates[0] if one.candidates else one.first
        ends = two.candidates or ((two.last,) if two.last else ())
        if first is None or one.kind == "weekend" or two.kind == "weekend":
            return None
        if two.year_said and not one.year_said and one.candidates and ends:
            year = ends[0].year - ((first.month, first.day) > (ends[0].month, ends[0].day))
            begins = rule.make_date(year, first.month, first.day)
            if begins is None:  # "2/29-3/1/2027"
                return replace(one, kind="impossible", candidates=(), span=self.clean.span(*whole), year_said=True)
            first = begins
        if one.year_said and not two.year_said:
            ends = tuple(
                on
                for end in ends
                for year in (first.year, first.year + 1)
                if (on := rule.make_date(year, end.month, end.day))
            )
        last = next((on for on in ends if on > first), None)
        if last is None and one.kind == "month" and two.last:
            last = two.last.replace(year=two.last.year + 1) if two.last.day < 29 else None
        if last is None:
            return None
        stretch = self._stretch("range", whole, first, last, year_said=one.year_said)
        short = (last - first).days <= LONGEST and bool(one.candidates)
        days = tuple(first + timedelta(days=off) for off in range((last - first).days + 1)) if short else ()
        return replace(stretch, candidates=days, first=first if days else stretch.first)

    def _weekdays_through(self, one: DateMention, two: DateMention, whole: tuple[int, int]) -> DateMention | None:
        """ "Thursday to Saturday", "monday to wednesday next week"; the day after may as well be a move."""
        if one.weekday is None or two.weekday is None or (two.weekday - one.weekday) % 7 < 2:
            return None
        last = (
            two.candidates[0]
            if two.candidates[0] > one.candidates[0]
            else rule.upcoming(one.candidates[0], two.weekday)
        )
        first = rule.last_before(last, one.weekday)
        return days_through(replace(one, span=self.clean.span(*whole), candidates=(first,), weekday=None), last)


def _shift_count(match: re.Match[str]) -> tuple[float, bool] | None:
    """How many units a shift is told in: "two days after", "the second day after", "a week on"."""
    if match["nth"]:
        return float(ordinal_to_int(match["nth"]) or 1), True
    return rule.how_many(match["n"] or match["weeks"] or "a")


def _agree(weekday: DateMention, day: DateMention) -> bool:
    """Whether one of the dates falls on the weekday: "Friday-Jun-19" is one day, "Friday - June 21" is a stretch."""
    return any(on.weekday() == weekday.weekday for on in day.candidates)


_SUCH_A_DAY = re.compile(
    r",? (?:(?:ideally|preferably|probably|hopefully|maybe|any|some|but)(?: on)?(?: an?)?|on an?|an?)(?: of the)? "
)


def _in_month(stretch: DateMention, gap: str) -> bool:
    """ "A Saturday in July": the weekday stands before a stretch that has no days of its own yet."""
    return stretch.kind in ("month", "range") and not stretch.candidates and bool(_IN_MONTH.fullmatch(gap))


def _is_week(mention: DateMention) -> bool:
    """A stretch of seven days: "the first week of June"."""
    if mention.kind != "range" or mention.first is None:
        return False
    return mention.last == mention.first + timedelta(days=6)


def _inside(day: DateMention, stretch: DateMention) -> date | None:
    """The day of a number or date that lies in a month or year named beside it."""
    if stretch.candidates or not (stretch.first and stretch.last) or not day.candidates or day.year_said:
        return None
    if day.kind not in ("exact", "relative", "holiday") or not re.search(
        r"\d|st\b|nd\b|rd\b|th\b", day.span.text.lower()
    ):
        return None
    on, months = (
        day.candidates[0],
        12 * (stretch.last.year - stretch.first.year) + stretch.last.month - stretch.first.month,
    )
    if months == 0 and day.kind == "relative":
        return rule.make_date(stretch.first.year, stretch.first.month, on.day)
    return rule.make_date(stretch.last.year, on.month, on.day) if months and day.kind == "exact" else None

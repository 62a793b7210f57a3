"""Reads days out of one text; dates.find_dates is the way in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hibachi.kit import lazy_re as re
from hibachi.language import calendar_rules as rule
from hibachi.language import date_words as say
from hibachi.language.date_bounds import bounded
from hibachi.language.date_gone import gone
from hibachi.language.date_loose import loosened
from hibachi.language.date_mentions import DateMention, days_through
from hibachi.language.date_notes import MOST, Read
from hibachi.language.date_ordinals import DateOrdinals
from hibachi.language.date_roles import with_roles
from hibachi.language.holidays import FOREIGN, GREETING, OCCASION, holiday_in, observed, weekend_around
from hibachi.language.numbers import ORDINAL, ordinal_to_int, to_int

_MIDNIGHT_BEHIND = re.compile(
    r"(?: night)?,? (?:at )?(?:(?:12(?::00)? )?midnight\b|12(?::00)? ?a\.?m\b)"
    r"| night,? at 12(?::[0-5]\d)?\b(?! ?p| ?noon)"
)
_TWELVE_BEHIND = re.compile(r",? at 12\b(?!:[0-5]?[1-9]| ?p| ?noon|:00 ?p)")
""" Behind "tonight" alone: "june 13 at 12" is noon."""
_MIDNIGHT_BEFORE = re.compile(
    r"(?<!until )(?<!till )(?<!til )(?<!to )(?<!by )(?<!before )(?<!- )(?<!-)\bmidnight,? (?:on |of )?(?:the )?$"
)
_WHOLE_DATE = re.compile(rf"\d{{1,2}} {say.MONTH} \d\d")
_CLOCK_BEHIND = re.compile(r"\.?,? (?:at |@ ?)?\d{1,2}(?::\d\d| ?[ap]\.?m\b)")
_ORDINAL_BEFORE = re.compile(rf"\b{ORDINAL}(?: day)?(?: of)? $")
_NUMBER_BEFORE = re.compile(r"(?<![\d:])[0-3]?\d(?:st|nd|rd|th)? (?:of )?$")
_HOUR_BEHIND = re.compile(
    r" in the [aem]| at night\b| ?(?:-|to|until|till) ?\d{1,2}(?::\d\d)? ?[ap]\.?m\b| ?o'? ?clock\b"
)
_WEEK_BEHIND = re.compile(r"(?<=[a-z]) (?:full )?(?:week|wk)\b(?! ?end)")
_DAY_BEFORE = re.compile(r"(?<![\w:/.$-])(?:0?[1-9]|[12]\d|3[01]) $")
_YEAR_BEHIND = re.compile(rf",? {say.YEAR}\b")
_THE_DAY_OF = re.compile(rf"(?<![\d:])\b(?:(?:{ORDINAL})(?: day)?(?: of)?|[0-3]?\d(?: of)?) $")
_HOUR_AFTER_DAY = re.compile(r",? ?(?:at )?(?:1[0-2]|[1-9])\b(?!\d|(?:st|nd|rd|th)\b)")
_YEAR_BEFORE = re.compile(r"(?<![\d/-])(?P<y>20\d\d),? $")
_COUNTED_BEFORE = re.compile(r"\d $")
_CLOCK_BEFORE = re.compile(r"(?:\b(?:at|by) \d{1,2}|\b\d{4}|\d[:h]\d\d) $")
_BARE_DAY = re.compile(
    rf"(?<![\w$/.:-])(?<!\bat )(\d{{1,2}})(?![\w/:%]|[.,]\d| {say.UNIT}\b| ?[ap]\.? ?m\b| ?o'?clock\b"
    r"| (?:in the|at) (?:morning|afternoon|evening|night)\b| ?noon\b)"
)
""" "9 pm works" is no ninth."""


_SURE_CUES = ("on", "for", "by", "until", "to", "from", "not", "make it", "leave it on", "the", "before", "after", "around", "next", "this", "coming", "upcoming", "see you", "book", "say", "maybe", "back")  # fmt: skip


class DateReader(DateOrdinals):
    """One pass over one text; patterns run from the most to the least specific, each claims what it reads."""

    def read(self, expected: bool) -> list[DateMention]:
        for pattern, reading in self._patterns():
            for match in pattern.finditer(self.text):
                if len(self.found) >= MOST:
                    break
                if self._free(match.span()):
                    for place, mention in reading(match):
                        self.found.append((place, mention))
        self._chains()
        self._options(expected)
        self._further()
        self._turns()
        if len(self.found) > 1:  # "by the end of the day tomorrow" is tomorrow
            self.found = [item for item in self.found if not say.ASIDE.fullmatch(item[1].span.text.lower())]
        if expected and not self.found:
            self._bare_day()
        self.found.sort(key=lambda item: item[0])
        self._join()
        self._midnights()
        for at, (place, mention) in enumerate(self.found):
            before, after = self.clean.before(place[0], 40), self.clean.after(place[1], 24)
            mention = bounded(gone(mention, before, after, self.today), before, after, self.today)
            mention = loosened(mention, before, after, self.today)
            self.found[at] = (place, mention)
            if say.FUZZY_BEFORE.search(self.clean.before(place[0])) or self._beside_unknown(place, mention):
                self.found[at] = (place, replace(mention, approximate=True))
        return with_roles(self.text, self.found)

    def _midnights(self) -> None:
        """ "Friday at midnight" is when Friday ends or begins: the next day is a second candidate."""
        for at, (place, mention) in enumerate(self.found):
            word = mention.span.text.lower()
            if len(mention.candidates) != 1 or word in ("tonight", "tonite", "2nite"):
                continue
            behind = _MIDNIGHT_BEHIND.match(self.clean.after(place[1], 24))
            if behind or _MIDNIGHT_BEFORE.search(self.clean.before(place[0], 32)):
                next_day = mention.candidates[0] + timedelta(days=1)
                self.found[at] = (place, replace(mention, candidates=(next_day, *mention.candidates)))

    def _beside_unknown(self, place: tuple[int, int], mention: DateMention) -> bool:
        """ "The Saturday after our anniversary": which day it is hangs on one that nobody here knows."""
        return mention.kind == "weekday" and bool(say.UNKNOWN_BEHIND.match(self.clean.after(place[1])))

    def _patterns(self) -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], Read]]]:
        return [
            (say.ISO, self._iso), (say.QUARTER, self._quarter), (say.YEARS_ON, self._years_on), (say.MONTHS_THROUGH, self._months_through), (say.BASIC_ISO, self._iso), (say.DAY_OF_YEAR, self._day_of_year), (say.DAY_OF_WEEK, self._day_of_week), (say.YEAR_MIDDLE, self._year_middle), (say.HOLIDAY_SAID, self._holiday),
            (say.NTH_OF_MONTH, self._nth), (say.NTH_APART, self._nth), (say.MONTH_NTH, self._nth), (say.WEEK_OF_MONTH, self._week_of_month), (say.MONTH_SLASHED, self._slashed), (say.MONTH_DAY, self._month_day),
            (say.DAYS_MONTH, self._days_month), (say.EITHER_DAY_MONTH, self._either_day), (say.END_OF, self._end_of), (say.COMING, self._coming), (say.WEEK_AFTER_NEXT, self._after_next),
            (say.WEEKEND, self._weekend), (say.DAY_MONTH, self._day_month), (say.MONTH_YEAR, self._month), (say.NUMERIC, self._numeric), (say.DASHED_ASKED, self._dashed),
            (say.IN_UNITS, self._in_units), (say.COUNTED_WEEKDAYS, self._counted), (say.NEXT_BUT_ONE, self._next_but_one), (say.WEEK_OF_DAY, self._week_day),
            (say.DAY_NUMBER_OF, self._the_day), (say.THE_DAY, self._the_day), (say.THE_BARE_DAY, self._the_day), (say.WEEKDAY_SAID, self._weekday),
            (say.RELATIVE, self._relative), (say.RELATIVE_POSSESSIVE, self._relative), (say.MONTH_ONLY, self._month),
            (say.PERIOD, self._period),
        ]  # fmt: skip

    # -- one method a way of saying it --------------------------------------------------------------------------

    def _iso(self, match: re.Match[str]) -> Read:
        yield self._dated(match.span(), int(match["y"]), int(match["m"]), int(match["d"]))

    def _year_middle(self, match: re.Match[str]) -> Read:
        for at in "12345":
            if match[f"y{at}"]:
                yield self._dated(match.span(), int(match[f"y{at}"]), say.MONTHS[match[f"m{at}"]], int(match[f"d{at}"]))

    def _numeric(self, match: re.Match[str]) -> Read:
        first, second = int(match["a"]), int(match["b"])
        before = self.clean.before(match.start())
        whole = match.group().strip() == self.text.strip()
        if "/" not in match["sep"] and not whole and not self._is_date(match, before, (first, second)):
            return
        counted = not match["y"] and _COUNTED_BEFORE.search(before) and not _CLOCK_BEFORE.search(before)
        if (first, second) == (24, 7) or first == 0 or second == 0 or counted:
            return
        if match["sep2"] and match["sep2"].strip() != match["sep"].strip():
            return  # "30/4.85"
        if " " in match["sep"] and match["sep"].strip() == "-" and max(first, second) <= 12:
            return  # "7 - 8" are hours or people
        month, day = (second, first) if first > 12 >= second else (first, second)
        year = rule.year_of(match["y"], self.today) if match["y"] else None
        place, mention = self._dated(match.span(), year, month, day)
        if match["sep"] == "." and year and first <= 12 and second <= 12 and first != second:
            other = self._dated(match.span(), year, second, first)[1]  # "3.5.2027" is written so in Europe
            mention = replace(mention, candidates=(*mention.candidates, *other.candidates))
        clock = match["sep"] == "." and not year and match["b"] in ("00", "15", "30", "45")  # "6.30"
        yield place, replace(mention, approximate=clock)

    def _is_date(self, match: re.Match[str], before: str, numbers: tuple[int, int]) -> bool:
        """Whether two or three numbers between dots or dashes are a date, and no hours, prices or counts."""
        if " " in match["sep"] + (match["sep2"] or ""):
            return bool(match["y"]) and len(match["y"]) == 4 and match["sep"].strip() == match["sep2"].strip()
        if match["y"] or _CLOCK_BEHIND.match(self.clean.after(match.end())):
            return True
        told = re.search(rf"\b(?:on|{say.WEEKDAY}|date|until|for)[,:]? $", before)
        return bool(told) and self._fits_weekday(before, *numbers)

    def _fits_weekday(self, before: str, month: int, day: int) -> bool:
        """ "Monday 3-8" is a stretch of hours unless March 8 is a Monday; "for 6-12" counts people."""
        if re.search(r"\bfor $", before):
            return False
        said = re.search(rf"\b(?P<day>{say.WEEKDAY}),? $", before)
        month, day = (day, month) if month > 12 else (month, day)
        on = rule.next_of_year(self.today, month, day) if month <= 12 else ()
        return said is None or any(one >= self.today and one.weekday() == say.WEEKDAYS[said["day"]] for one in on)

    def _month_day(self, match: re.Match[str]) -> Read:
        day = ordinal_to_int(match["d"]) or to_int(match["d"])
        month = say.MONTHS[match["month"]]
        if (
            day is None
            or day > 39
            or _WHOLE_DATE.fullmatch(self.text.strip())
            or (
                match["month"] == "may"
                and re.search(
                    r"\b(?:i|we|you|they|that|and|(?<!make )(?<!move )(?<!do )(?<!change )(?<!switch )(?<!push )it) $",
                    self.clean.before(match.start()),
                )
            )
        ):
            return
        before = self.clean.before(match.start())
        if _WEEK_BEHIND.match(self.text, match.end("d")):
            return  # "july, 2nd week"
        hour = to_int(match["d"]) is not None and (
            match["d"].isalpha() or match["ish"] or _HOUR_BEHIND.match(self.text, match.end("d"))
        )
        if (
            hour
            and (_NUMBER_BEFORE.search(before) or _ORDINAL_BEFORE.search(before))
            or (match["d"] == "one" and before.endswith(("the ", "our ", "my ")))
        ):
            return  # "13 june six thirty", "13 june 5 in the evening" are the 13th, also in words; "the june one" is a thing
        if _ORDINAL_BEFORE.search(before) and _YEAR_BEHIND.match(self.text, match.end("month")):
            return  # "the first of january twenty thirty-two"
        if rule.is_day_of(match, before, _THE_DAY_OF) and _HOUR_AFTER_DAY.match(self.text, match.end("month")):
            return  # "the 16th of january, 9 at night"
        if (
            match["d"].isdigit()
            and not match["y"]
            and self._is_short_year(int(match["d"]))
            and _DAY_BEFORE.search(before)
        ):
            return  # "13 jun 26" is of that year
        ahead = None if match["y"] else _YEAR_BEFORE.search(before)
        year = rule.year_of(ahead["y"], self.today) if ahead else self._year(match)
        others = list(re.finditer(rf"{ORDINAL}|\d{{1,2}}", match["more"] or ""))
        row = [day, *(ordinal_to_int(other.group()) or 0 for other in others)]
        if "," in (match["more"] or "") and row != sorted(set(row)):
            others = []  # "june 13, 4 and 6" are hours or children
        first_end = match.start("more") if match["more"] else match.end()
        if others and re.match(r" ?(?:-|to|thru|through)", match["more"]) and not say.MOVE.search(self.text):
            start = self._dated(match.span(), year, month, day)[1]
            last = self._dated(match.span(), year, month, ordinal_to_int(others[0].group()) or 0)[1]
            if start.candidates and last.candidates and start.candidates[0] < last.candidates[0]:
                yield match.span(), days_through(start, last.candidates[0])
                return
        place, mention = self._dated((match.start(), first_end), year, month, day)
        yield place, replace(mention, approximate=bool(match["ish"]))
        for other in others:
            at = match.start("more") + other.start()
            number = ordinal_to_int(other.group())
            if number is not None:
                yield self._dated((at, at + len(other.group())), year, month, number)

    def _is_short_year(self, number: int) -> bool:
        """Whether two digits are this year or one of the next two."""
        return self.today.year <= 2000 + number <= self.today.year + 2

    def _day_month(self, match: re.Match[str]) -> Read:
        day = ordinal_to_int(match["d"]) or to_int(match["d"])
        if (
            match["d"].isdigit()
            and re.match(rf" \d{{1,2}}\b{say.COUNTED}", self.clean.after(match.end("month")))
            and not match["y"]
            and not _HOUR_BEHIND.search(self.clean.after(match.end("month"), 16))
        ):
            return
        if (
            day is None
            or day > 39
            or (
                match["month"] in ("may", "mar", "march")
                and not match["of"].strip()
                and not match["d"][-1].isalpha()
                and not self._day_first(match)
            )
        ):
            return
        yield self._dated(match.span(), self._year(match), say.MONTHS[match["month"]], day)

    def _day_first(self, match: re.Match[str]) -> bool:
        """ "12 march" is a day; "for 12 may we..." is not."""
        return not re.match(r" (?:i|we|you|have|be|not)\b", self.clean.after(match.end()))

    def _the_day(self, match: re.Match[str]) -> Read:
        groups = match.groupdict()
        day = ordinal_to_int(match["d"])
        if day is None or not 1 <= day <= 31:
            return
        start = match.start("the") if groups.get("the") else match.start("d")
        if rel := groups.get("rel"):
            ahead = "next" in rel or "following" in rel or (rel == "the month" and day < self.today.day)
            first = rule.add_months(self.today.replace(day=1), int(ahead))
            yield self._dated((start, match.end()), first.year, first.month, day)
            return
        weekday_before = re.search(
            rf"\b(?:{say.WEEKDAY}\.?|\d ?[ap]m|(?:this|next) month(?:'s)?),? (?:on )?$", self.clean.before(start)
        )
        sure = groups.get("the") or groups.get("cue") in _SURE_CUES
        whole = not self.clean.before(match.start()).strip() and bool(
            re.match(
                r"[ .!?,]*$|,? (?:at|@|around) (?:\d|[a-z]+[ .!?]*$)|,? \d{1,2}(?::\d\d)? ?[ap]\.?m\b",
                self.clean.after(match.end()),
            )
        )
        if match["d"][0].isalpha() and not (sure or weekday_before):
            return
        if re.search(
            r"\b(?:my|his|her|our|their|your|\w+(?<!month)'s|an?|moms|dads|sons|daughters|wifes) $",
            self.clean.before(start),
        ) or not (sure or weekday_before or whole):
            return
        vague = match["d"] in ("first", "second", "third") and groups.get("cue") not in ("on", "until", "by")
        if vague and not weekday_before and not (whole and groups.get("the") and match["d"] == "first"):
            return
        options = rule.day_of_coming_month(self.today, day, None)
        if options:
            place = (start, match.end())
            yield place, DateMention("relative", options, self.clean.span(*place))

    def _weekday(self, match: re.Match[str]) -> Read:
        weekday, mod = say.WEEKDAYS[match["day"]], match["mod"] or ""
        before = self.clean.before(match.start())
        if (
            match["day"] in ("sun", "sat", "wed", "mon")
            and not mod
            and not match["post"]
            and say.NOT_WEEKDAY_BEFORE.search(before)
            and not before.endswith(("and ", "ahead of "))
        ):
            return
        if re.search(r"\b(?:super|fat|taco|cyber|black|ash|palm|holy) $", before):
            return
        which = match["which"] or ""
        if (match["post"] or "").startswith("after"):
            options = rule.after_the_coming(self.today, weekday, says_next="next" in match["post"])
        elif match["ahead"]:
            near = rule.upcoming(self.today + timedelta(days=1), weekday)
            options = (near + timedelta(days=7 if match["ahead"] == "week" else 14),)
        elif which:
            weeks = {"this": 0, "that": 0, "last": -1, "past": -1, "previous": -1}.get(which, 1)
            options = (rule.week_of(self.today, weekday, weeks),)
        elif mod.endswith("next"):
            options = rule.next_weekday(self.today, weekday)
        elif mod.endswith("following"):
            options = (rule.week_of(self.today, weekday, 1),)
        elif mod in ("last", "past"):
            options = (rule.upcoming(self.today, weekday) - timedelta(days=7),)
        elif "coming" in mod:
            near = rule.upcoming(self.today + timedelta(days=1), weekday)
            options = (near,)
        elif mod in ("this", "that"):
            near = rule.upcoming(self.today, weekday)
            options = (near, near + timedelta(days=7)) if near == self.today and mod == "this" else (near,)
        else:
            options = rule.plain_weekday(self.today, weekday)
        if match["num"] and (numbered := self._numbered(weekday, int(match["num"]), options)):
            span = self.clean.of(match)
            yield (
                match.span(),
                DateMention("exact", numbered, span, weekday=weekday, mismatch=numbered[0].weekday() != weekday),
            )
            return
        place = match.span() if not match["num"] else (match.start(), match.start("num") - 1)
        yield place, DateMention("weekday", options, self.clean.span(*place), weekday=weekday)

    def _numbered(self, weekday: int, day: int, plain: tuple[date, ...]) -> tuple[date, ...]:
        """ "Saturday 14": the 14th that is a Saturday; up to twelve it may be an hour too, so the plain Saturday stays."""
        options = rule.day_of_coming_month(self.today, day, weekday)
        if not options or options[0].weekday() != weekday:
            return options if day > 12 else ()
        if day > 12:
            return options
        return tuple(dict.fromkeys((options[0], *plain))) if options[0] - self.today < rule.JUST_PAST * 2 else ()

    def _relative(self, match: re.Match[str]) -> Read:
        word = match["word"]
        days = 0
        if word.endswith("yesterday"):
            days = -2 if "before" in word else -1
        elif word == "overmorrow" or ("after" in word and re.search(rf"{say.TOMORROW}|next", word)):
            days = 2
        elif (
            "day after" in word
            or word.endswith(("next day", "following day"))
            or self._is_midnight(match)
            or re.search(say.TOMORROW, word)
        ):
            days = 1
        yield match.span("word"), self._mention("relative", match.span("word"), self.today + timedelta(days=days))

    def _is_midnight(self, match: re.Match[str]) -> bool:
        """ "Tonight at midnight" is when tomorrow begins; "tonight until midnight" is not."""
        before, after = self.clean.before(match.start(), 12), self.clean.after(match.end(), 24)
        said = _MIDNIGHT_BEHIND.match(after) or _TWELVE_BEHIND.match(after)
        said = said or re.search(r"(?<!until )(?<!till )(?<!to )\bmidnight $", before)
        return match["word"] in ("tonight", "tonite", "2nite") and bool(said)

    def _in_units(self, match: re.Match[str]) -> Read:
        for at in ("", "2", "3", "4", "5", "6"):
            if not match[f"n{at}"]:
                continue
            count = rule.how_many(match[f"n{at}"])
            on = rule.shift(self.today, count[0], match[f"unit{at}"]) if count else None
            if count and on:
                yield match.span(), replace(self._mention("relative", match.span(), on), approximate=not count[1])

    def _holiday(self, match: re.Match[str]) -> Read:
        if match["name"].startswith("boss") and "day" not in match["name"] and self.text.strip() != match["name"]:
            return
        if GREETING.search(self.text[: match.start("name")]) and not OCCASION.match(self.text[match.end() :]):
            return
        years = self._holiday_years(match)
        days = [on for year in years if (on := holiday_in(match["name"], year))]
        if match["observed"]:
            days = [observed(on) for on in days]
        last = (match["mod"] or "").endswith(("last", "past"))
        coming = [on for on in reversed(days) if on < self.today] if last else [on for on in days if on >= self.today]
        if not (coming := coming or days):
            return
        place = (match.start("name"), match.end())
        if match["weekend"]:
            around = weekend_around(coming[0])
            yield place, DateMention("weekend", around, self.clean.span(*place), first=around[0], last=around[-1])
        else:
            elsewhere = bool(FOREIGN.search(self.clean.before(match.start())))
            said = self._mention("holiday", place, coming[0])
            yield place, replace(said, year_said=len(years) == 1, approximate=elsewhere)

    def _holiday_years(self, match: re.Match[str]) -> tuple[int, ...]:
        this = self.today.year
        if match["y"] and (said := rule.year_of(match["y"], self.today)):
            return (said,)
        if match["rel"]:
            return (this + {"next": 1, "last": -1}.get(match["rel"].split()[0], 0),)
        return (this - 1, this) if (match["mod"] or "").endswith(("last", "past")) else (this, this + 1)

    def _bare_day(self) -> None:
        match = _BARE_DAY.search(self.text)
        if match and 1 <= int(match.group(1)) <= 31:
            options = rule.day_of_coming_month(self.today, int(match.group(1)), None)
            self.found.append((match.span(), DateMention("relative", options, self.clean.of(match))))

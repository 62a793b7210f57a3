"""Every date in a reply comes from a fact or from the customer, and its weekday is the right one."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from hibachi.concierge.validator.ground import Ground
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAYS
from hibachi.language.holidays import HOLIDAY, holiday_in
from hibachi.language.numbers import ORDINAL, ordinal_to_int

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = rf"(?:{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
_WEEKDAY = (
    r"(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon|tues?|wed|thurs?|thu"
    r"|fri|sat|sun)\b\.?"
)
_LAST = (
    r"(?:(?: ?(?:-|to|through|and|or|&) ?)(?:the )?(?P<last>\d{1,2}(?:st|nd|rd|th)?)(?![\d:/]|,\d{3}"
    r"| ?(?:am|pm|adults|people|guests|o'clock|noon)))"
)
_DATE = re.compile(
    rf"(?:\b(?P<wd>{_WEEKDAY}),? ?(?:the |on |\()?)?"
    rf"(?:\b(?P<iso>20\d\d-\d\d-\d\d)\b"
    rf"|\b(?P<month>{_MONTH}) (?:the )?(?P<day>{ORDINAL}|\d{{1,2}})(?!\d|:\d|,\d{{3}}"
    rf"|\w){_LAST}?(?:,? (?:of )?(?P<year>20\d\d)\b)?"
    rf"|\b(?P<day2>{ORDINAL}|\d{{1,2}}) (?:of )?(?P<month2>{_MONTH})(?:,? (?P<year2>20\d\d)\b)?"
    r"|(?<![\d/$.])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?:/(?P<y>\d{4}|\d{2}))?(?![\d/])"
    rf"|\bthe (?P<nth>\d{{1,2}}(?:st|nd|rd|th)"
    rf"|{ORDINAL})(?= (?:at|is|works|or|and|has|from|of next|for|instead|then|too|as well)\b|[,.?!;)]"
    r"|$| -)"
    r"|(?P<relative>\b(?:today|tonight|tomorrow|day after tomorrow|yesterday)\b))"
    rf"(?:,? ?\(?(?P<wd2>{_WEEKDAY})(?=[),.]|$| at| evening))?",
)
_WD_NTH = re.compile(rf"\b(?P<wd>{_WEEKDAY}),? (?:the )?(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})\b")
_WD = re.compile(rf"\b(?P<wd>{_WEEKDAY})")


@dataclass(frozen=True, slots=True)
class Said:
    """A date that a text names: what it fixes of year, month and day, and its weekday (0 = Monday) if said."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def matches(self, day: date) -> bool:
        """Whether a day is the one that was named, its weekday left aside."""
        return (
            (self.year is None or self.year == day.year)
            and (self.month is None or self.month == day.month)
            and (self.day is None or self.day == day.day)
        )

    @property
    def only_weekday(self) -> bool:
        return self.day is None


def weekday_of(word: str) -> int:
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(word.strip(" .")[:3]))


def month_of(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word.strip(" .")[:3]))


def find_days(text: str, today: date) -> list[Said]:
    """Every date that a folded text names, in order, without overlaps."""
    found = [said for match in _DATE.finditer(text) for said in _read(match, today)]
    for match in _WD_NTH.finditer(text):
        number = ordinal_to_int(match["nth"])
        if number and not _overlaps(match, found):
            found.append(Said(*match.span(), day=number, weekday=weekday_of(match["wd"])))
    for match in _WD.finditer(text):
        if not _overlaps(match, found):
            found.append(Said(*match.span(), weekday=weekday_of(match["wd"])))
    return sorted(found, key=lambda said: said.start)


_HOLIDAY = re.compile(rf"\b(?:{HOLIDAY})(?:'s)?\b")


def find_holidays(text: str, today: date) -> list[Said]:
    """The holidays that a folded text names, as the next day that bears the name."""
    found = []
    for match in _HOLIDAY.finditer(text):
        days = [holiday_in(match.group(), year) for year in (today.year, today.year + 1)]
        day = next((day for day in days if day is not None and day >= today), None)
        if day is not None:
            found.append(Said(*match.span(), day.year, day.month, day.day))
    return found


def _overlaps(match: re.Match[str], found: list[Said]) -> bool:
    return any(match.start() < said.end and said.start < match.end() for said in found)


def _read(match: re.Match[str], today: date) -> Iterator[Said]:
    word = match["wd"] or match["wd2"]
    weekday = weekday_of(word) if word else None
    start, end = match.span()
    if match["iso"]:
        year, month, number = (int(part) for part in match["iso"].split("-"))
        yield Said(start, end, year, month, number, weekday)
    elif match["month"]:
        month, named = month_of(match["month"]), _year(match["year"])
        last = match.end("year") if match["year"] else match.end("day")
        yield Said(start, last, named, month, ordinal_to_int(match["day"]), weekday)
        if match["last"]:
            yield Said(*match.span("last"), named, month, ordinal_to_int(match["last"]))
    elif match["month2"]:
        yield Said(start, end, _year(match["year2"]), month_of(match["month2"]), ordinal_to_int(match["day2"]), weekday)
    elif match["m"]:
        yield Said(start, end, _year(match["y"]), int(match["m"]), int(match["d"]), weekday)
    elif match["nth"]:
        yield Said(start, end, day=ordinal_to_int(match["nth"]), weekday=weekday)
    elif match["relative"]:
        offset = {"today": 0, "tonight": 0, "yesterday": -1, "day after tomorrow": 2}.get(match["relative"], 1)
        day_meant = today + timedelta(days=offset)
        yield Said(start, end, day_meant.year, day_meant.month, day_meant.day, weekday)


def _year(words: str | None) -> int | None:
    return int(words) % 100 + 2000 if words else None


def heard_days(ground: Ground) -> set[date]:
    """The days that the customer's words may mean: explicit ones, today, tomorrow, the next weekdays, the next 14th."""
    days: set[date] = set()
    for words in ground.heard:
        for said in (*find_days(words, ground.today), *find_holidays(words, ground.today)):
            days |= set(_meant(said, ground.today))
    return days


def _meant(said: Said, today: date) -> Iterator[date]:
    if said.only_weekday:
        ahead = (int(said.weekday or 0) - today.weekday()) % 7
        yield from (today + timedelta(days=ahead + 7 * week) for week in range(2))
        return
    if said.year is not None:
        try:
            yield date(said.year, said.month or today.month, said.day or 1)
        except ValueError:
            return
        return
    ahead_days = (today + timedelta(days=n) for n in range(1500 if said.month is not None else 62))
    matching = (day for day in ahead_days if said.matches(day))
    yield from islice(matching, 1 if said.month is not None else 2)


def check_days(ground: Ground) -> list[tuple[Said, date | None]]:
    """Refuse dates that nobody gave and weekdays that do not fit; return each date with the day that it means."""
    facts, heard = ground.evidence.days, heard_days(ground)
    licensed = {*facts, *heard, ground.today}
    resolved: list[tuple[Said, date | None]] = []
    named = [said for said in find_holidays(ground.folded, ground.today) if any(said.matches(day) for day in licensed)]
    for said in sorted([*find_days(ground.folded, ground.today), *named], key=lambda said: said.start):
        if ground.is_taken(said.start, said.end):
            continue
        ground.take(said.start, said.end)
        if said.only_weekday:
            resolved.append((said, _weekday(ground, said, licensed)))
            continue
        meant = sorted(day for day in licensed if said.matches(day))
        fitting = [day for day in meant if said.weekday is None or day.weekday() == said.weekday]
        if not fitting and said.weekday is None and _was_said(ground, said):
            ground.accept_said(said.start, said.end)
            resolved.append((said, None))
            continue
        if not fitting:
            _refuse(ground, said, meant)
            resolved.append((said, None))
            continue
        chosen = next((day for day in fitting if day in facts), fitting[0])
        if chosen in facts:
            ground.accept(said.start, said.end, facts[chosen])
        else:
            ground.accept_said(said.start, said.end, "said" if chosen in heard else "today")
        resolved.append((said, chosen))
    return resolved


def _was_said(ground: Ground, said: Said) -> bool:
    """A date that no calendar has ("June 31"), named by the customer, may be named back to them."""
    if said.month is None or said.day is None:
        return False
    if 1 <= said.month <= 12 and said.day <= monthrange(2024, said.month)[1]:
        return False
    return any(
        (other.month, other.day) == (said.month, said.day)
        for words in ground.heard
        for other in find_days(words, ground.today)
    )


def _refuse(ground: Ground, said: Said, meant: list[date]) -> None:
    if meant:
        right = f"{meant[0]:%B} {meant[0].day} is a {meant[0]:%A}"
        ground.refuse("weekday", said.start, said.end, f"{right}; name the right weekday or leave it out")
    else:
        ground.refuse("date", said.start, said.end, "no fact and no word of the customer has this date")


_HABIT = re.compile(r"\b(?:every|each|any|all|open|days?|weekends?|through|to|-|monday|mon)\s*$|days? a week")


def _weekday(ground: Ground, said: Said, licensed: set[date]) -> date | None:
    """A weekday alone must be that of a day in the facts or the customer's words, or be said in general."""
    same = sorted(day for day in licensed if day.weekday() == said.weekday)
    if same:
        facts = [day for day in same if day in ground.evidence.days]
        chosen = facts[0] if facts else same[0]
        if chosen in ground.evidence.days:
            ground.accept(said.start, said.end, ground.evidence.days[chosen])
        return chosen
    around = ground.folded[max(0, said.start - 16) : said.end + 16]
    if (
        ground.folded[said.start : said.end].rstrip(".").endswith("s")
        or _HABIT.search(around[: said.start - max(0, said.start - 16)])
        or "through" in around
    ):
        return None
    ground.refuse("weekday", said.start, said.end, "no day in the facts or the customer's words is that weekday")
    return None

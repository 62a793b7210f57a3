"""Reads the stretch of days that a question asks about: "this week", "last month", "in October", "between 3 and 9 May".

Whoever looks back means the last Saturday and the last October, whoever plans the coming ones: `lean` says which.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.language.calendar_rules import add_months
from hibachi.language.date_mentions import DateMention
from hibachi.language.date_words import MONTH, MONTHS, WEEKDAY, WEEKDAYS, YEAR
from hibachi.language.dates import find_dates
from hibachi.language.holidays import days_in
from hibachi.language.spans import Span

Lean = Literal["past", "ahead", "near"]
DAY = timedelta(days=1)
LONGEST = 3660


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both included, and where they were said."""

    first: date
    last: date
    span: Span


Rule = Callable[[re.Match[str], date, Lean], tuple[date, date] | None]

_UNIT = r"(?P<unit>days?|weeks?|weekends?|months?|quarters?|years?)"
_SHIFT = {"last": -1, "past": -1, "previous": -1, "this": 0, "the current": 0, "current": 0, "next": 1, "coming": 1}
_NAMED_DAYS = {
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "day after tomorrow": 2,
    "tomorrow": 1,
}


def find_period(text: str, today: date, *, lean: Lean = "near") -> Period | None:
    """The first stretch of days that the text names, seen from today; None where it names none."""
    low = text.lower()
    for pattern, rule in _RULES:
        for match in pattern.finditer(low):
            days = rule(match, today, lean)
            if days is not None and timedelta(0) <= days[1] - days[0] <= timedelta(days=LONGEST):
                span = Span(match.start(), match.end(), text[match.start() : match.end()])
                return _since(low, Period(*days, span), today)
    return _mentioned(text, today, lean)


def _since(low: str, found: Period, today: date) -> Period:
    """ "since Monday", "since October": until today."""
    begins = found.span.text.lower().startswith("since ") or low[: found.span.start].endswith("since ")
    return replace(found, last=today) if begins and found.first <= today else found


def _mentioned(text: str, today: date, lean: Lean) -> Period | None:
    """What the reader of customers' dates finds, turned to the side that is asked about."""
    for mention in find_dates(text, datetime.combine(today, time(12))):
        days = _days_of(mention)
        if days is not None:
            first, last = days if mention.year_said else _turned(mention, *days, today, lean)
            return Period(first, last, mention.span)
    return None


def _days_of(mention: DateMention) -> tuple[date, date] | None:
    if mention.first is not None and mention.last is not None:
        return mention.first, mention.last
    return (mention.candidates[0], mention.candidates[0]) if mention.candidates else None


def _turned(mention: DateMention, first: date, last: date, today: date, lean: Lean) -> tuple[date, date]:
    if mention.kind in ("exact", "range", "month", "holiday"):
        moved = _of_year(first, today, lean)
        return moved, moved + (last - first)
    return first, last


def _of_year(day: date, today: date, lean: Lean) -> date:
    """The same day of the year that is meant: the last one, the coming one, or the nearer of both."""
    days = sorted(_same_day(day, today.year + shift) for shift in (-1, 0, 1))
    before = [one for one in days if one <= today]
    after = [one for one in days if one >= today]
    if lean == "near":
        return min(days, key=lambda one: (abs((one - today).days), one < today))
    return before[-1] if lean == "past" else after[0]


def _same_day(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, days_in(year, day.month)))


def _named(match: re.Match[str], today: date, lean: Lean) -> tuple[date, date]:
    day = today + _NAMED_DAYS[match["name"]] * DAY
    return day, day


def _relative(match: re.Match[str], today: date, lean: Lean) -> tuple[date, date]:
    """ "last week" is the whole week before this one, Monday to Sunday."""
    shift, unit = _SHIFT[match["shift"]], match["unit"].rstrip("s")
    monday = today - today.weekday() * DAY + 7 * shift * DAY
    if unit == "day":
        return today + shift * DAY, today + shift * DAY
    if unit == "week":
        return monday, monday + 6 * DAY
    if unit == "weekend":
        return monday + 5 * DAY, monday + 6 * DAY
    if unit == "year":
        return date(today.year + shift, 1, 1), date(today.year + shift, 12, 31)
    months = 3 if unit == "quarter" else 1
    start = today.replace(day=1) if unit == "month" else date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    first = add_months(start, months * shift)
    return first, add_months(first, months) - DAY


def _counted(match: re.Match[str], today: date, lean: Lean) -> tuple[date, date] | None:
    """ "the last 7 days" end with today, "the next 2 weeks" begin with it."""
    number, unit = int(match["number"]), match["unit"].rstrip("s")
    if not 0 < number <= 366:
        return None
    ahead = _SHIFT[match["shift"]] > 0
    if unit in ("month", "year", "quarter"):
        months = number * {"month": 1, "quarter": 3, "year": 12}[unit]
        return (today, add_months(today, months) - DAY) if ahead else (add_months(today, -months) + DAY, today)
    days = number * (7 if unit.startswith("week") else 1)
    return (today, today + (days - 1) * DAY) if ahead else (today - (days - 1) * DAY, today)


def _to_date(match: re.Match[str], today: date, lean: Lean) -> tuple[date, date]:
    unit = match["unit"] or match["unit2"]
    first = {
        "week": today - today.weekday() * DAY,
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
    }
    return first[unit], today


def _weekday(match: re.Match[str], today: date, lean: Lean) -> tuple[date, date]:
    wanted, said = WEEKDAYS[match["day"]], match["mod"]
    ahead = today + (wanted - today.weekday()) % 7 * DAY
    if said in ("last", "past"):
        day = today - ((today.weekday() - wanted - 1) % 7 + 1) * DAY
    elif said == "next":
        day = today - today.weekday() * DAY + (7 + wanted) * DAY
    elif lean == "past" and said != "this":
        day = today - (today.weekday() - wanted) % 7 * DAY
    else:
        day = ahead
    return day, day


def _days_of_month(match: re.Match[str], today: date, lean: Lean) -> tuple[date, date] | None:
    """ "between 3 and 9 May", "from May 3 to 9", "3 May to 9 June"."""
    groups = match.groupdict()
    months = [MONTHS[groups[name]] for name in ("m1", "m2") if groups.get(name)]
    start, end = int(match["d1"]), int(match["d2"])
    year = int(groups["y"]) if groups.get("y") else None
    try:
        first = date(year or today.year, months[0], start)
        first = first if year else _of_year(first, today, lean)
        last = date(first.year + (months[-1] < months[0]), months[-1], end)
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _month(match: re.Match[str], today: date, lean: Lean) -> tuple[date, date] | None:
    month, year = MONTHS[match["month"]], match["y"]
    if year and not year.isdigit():
        return None
    shift = match["shift"]
    if year:
        first = date(int(year), month, 1)
    elif shift in ("last", "next"):
        first = _of_year(date(today.year, month, 1), today, "past" if shift == "last" else "ahead")
    else:
        first = _month_near(month, today, lean)
    return first, add_months(first, 1) - DAY


def _month_near(month: int, today: date, lean: Lean) -> date:
    """This month where it is meant; else by the side that is asked about."""
    this = today.replace(day=1)
    options = [date(today.year + shift, month, 1) for shift in (-1, 0, 1)]
    if this in options:
        return this
    return _of_year(options[1], this, lean)


def _quarter(match: re.Match[str], today: date, lean: Lean) -> tuple[date, date]:
    year = int(match["y"]) if match["y"] else today.year
    first = date(year, 3 * int(match["q"]) - 2, 1)
    return first, add_months(first, 3) - DAY


def _year(match: re.Match[str], today: date, lean: Lean) -> tuple[date, date]:
    return date(int(match["y"]), 1, 1), date(int(match["y"]), 12, 31)


def _iso(match: re.Match[str], today: date, lean: Lean) -> tuple[date, date] | None:
    try:
        first = date.fromisoformat(match["a"])
        return first, date.fromisoformat(match["b"]) if match["b"] else first
    except ValueError:
        return None


_DAY_NUMBER = r"(?:the )?(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_TO = r" ?(?:-|–|to|and|until|till|through) ?"
_OF_YEAR = r"(?:,? (?P<y>20\d\d))?"
_D1, _D2 = _DAY_NUMBER.format("d1"), _DAY_NUMBER.format("d2")
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"\b(?P<a>\d{{4}}-\d\d-\d\d)(?:{_TO}(?P<b>\d{{4}}-\d\d-\d\d))?\b"), _iso),
    (re.compile(rf"\b{_D1}{_TO}{_D2} (?:of )?(?P<m1>{MONTH})\b{_OF_YEAR}"), _days_of_month),
    (re.compile(rf"\b(?P<m1>{MONTH}) {_D1}{_TO}(?:(?P<m2>{MONTH}) )?{_D2}\b{_OF_YEAR}"), _days_of_month),
    (re.compile(rf"\b{_D1} (?:of )?(?P<m1>{MONTH}){_TO}{_D2} (?:of )?(?P<m2>{MONTH})\b{_OF_YEAR}"), _days_of_month),
    (re.compile(rf"\b(?P<name>{'|'.join(_NAMED_DAYS)})\b"), _named),
    (
        re.compile(
            r"\b(?:(?:so far )?this (?P<unit>week|month|year) (?:so far|to date)"
            r"|(?P<unit2>week|month|year) to date)\b"
        ),
        _to_date,
    ),
    (re.compile(rf"\b(?P<shift>last|past|next|coming) (?P<number>\d{{1,3}}) {_UNIT}\b"), _counted),
    (re.compile(rf"\b(?P<shift>{'|'.join(_SHIFT)}) {_UNIT}\b"), _relative),
    (re.compile(r"\bq(?P<q>[1-4])\b(?: (?:of )?(?P<y>20\d\d))?"), _quarter),
    (
        re.compile(
            rf"\b(?:(?P<mod>last|past|this|next|coming) )?(?P<day>{WEEKDAY})\b(?! ?,? (?:the )?(?:\d"
            rf"|{MONTH}\b))"
        ),
        _weekday,
    ),
    (
        re.compile(
            r"(?<!\d )(?<!st )(?<!nd )(?<!rd )(?<!th )\b(?:in|for|of|during|since"
            rf"|(?P<shift>last|next|this)) (?P<month>{MONTH})\b(?! \d{{1,2}}\b(?!\d))(?:,? (?P<y>{YEAR})\b)?"
        ),
        _month,
    ),
    (re.compile(r"\b(?:in|for|of|during) (?P<y>20\d\d)\b"), _year),
)

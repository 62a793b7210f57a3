"""From words to days: pure rules about weeks, months and years, relative to a day that is given."""

from datetime import date, timedelta

from hibachi.kit import lazy_re as re
from hibachi.language.holidays import days_in
from hibachi.language.numbers import to_int

JUST_PAST = timedelta(days=31)
OLD_YEAR = 60
"""Two digits from here on are a year of the last century: somebody's birth, no party."""


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= 9998):
        return None
    return date(year, month, day) if day <= days_in(year, month) else None


def next_of_year(today: date, month: int, day: int) -> tuple[date, ...]:
    """Coming dates of a month and day without a year: the next one first; one that has just passed comes second.

    Empty when no year has that day (June 31). February 29 is looked for in the next eight years.
    """
    found = [on for year in range(today.year - 1, today.year + 9) if (on := make_date(year, month, day))]
    coming = [on for on in found if on >= today][:1]
    gone = [on for on in found if today - JUST_PAST <= on < today]
    return tuple(coming + gone)


def last_before(day: date, weekday: int) -> date:
    """The last such weekday before a day."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def weekend_of(day: date) -> date:
    """The Saturday of the weekend that a day lies in or, on a weekday, is nearest to."""
    back = (day.weekday() - 5) % 7
    return day - timedelta(days=back) if back <= 3 else day + timedelta(days=7 - back)


def weekend_beside(day: date, sign: int) -> date:
    """The Saturday of the first weekend after (1) or before (-1) a day, which is no part of it itself."""
    if sign > 0:
        return upcoming(day + timedelta(days=1 if day.weekday() != 5 else 2), 5)
    return last_before(day - timedelta(days=1 if day.weekday() == 6 else 0), 5)


def upcoming(today: date, weekday: int) -> date:
    """The first such weekday from today on, today included."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def plain_weekday(today: date, weekday: int) -> tuple[date, ...]:
    """ "Saturday": the next one; said on a Saturday it may also be today."""
    first = upcoming(today, weekday)
    return (first + timedelta(days=7), first) if first == today else (first,)


def next_weekday(today: date, weekday: int) -> tuple[date, ...]:
    """ "next Saturday": the one of the coming week; the one of this week is a second reading while it lies ahead."""
    first = upcoming(today, weekday)
    later = first + timedelta(days=7)
    if first == today:
        return (later,)
    if today.weekday() == 6:
        return (first, later)
    return (later, first) if first.weekday() > today.weekday() else (first,)


def week_of(today: date, weekday: int, weeks: int) -> date:
    """That weekday in the week (Monday to Sunday) that many weeks after this one."""
    return today - timedelta(days=today.weekday()) + timedelta(days=weekday, weeks=weeks)


def add_months(start: date, months: int) -> date:
    """The same day that many months later, or the month's last day where it is shorter."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    year, month = min(max(year, 1), 9998), month + 1
    return date(year, month, min(start.day, days_in(year, month)))


def after_workdays(start: date, count: int) -> date:
    """The day that many working days (Monday to Friday) after a day; before it for a negative count."""
    on, step = start, timedelta(days=1 if count > 0 else -1)
    while on.weekday() > 4:
        on -= step
    weeks, rest = divmod(abs(count), 5)
    on += step * 7 * weeks
    while rest:
        on += step
        rest -= on.weekday() < 5
    return on


def nearest(day: date, weekday: int) -> list[date]:
    """The days of that weekday around a day, the nearest first."""
    first = upcoming(day, weekday)
    around = [first + timedelta(weeks=weeks) for weeks in range(-16, 17)]
    return sorted(around, key=lambda on: (abs(on - day), on < day))


def shift(start: date, count: float, unit: str) -> date | None:
    """start plus so many days, weeks, fortnights, months or years; None beyond the calendar."""
    try:
        if "day" in unit and not unit.startswith("d"):
            return after_workdays(start, round(count))
        if unit.startswith(("w", "f")):
            return start + timedelta(days=round(count * (14 if unit.startswith("f") else 7)))
        if unit.startswith("m"):
            return add_months(start, int(count)) + timedelta(days=15 if count % 1 else 0)
        if unit.startswith("y"):
            return add_months(start, round(count * 12))
        return start + timedelta(days=round(count))
    except OverflowError:
        return None


def how_many(words: str) -> tuple[float, bool] | None:
    """A count of units and whether it is exact: "two" (2, True), "a few" (3, False)."""
    text = words.strip()
    if text.endswith(" and a half") and (whole := how_many(text.removesuffix(" and a half"))):
        return whole[0] + 0.5, whole[1]
    if "few" in text or text == "several":
        return 3, False
    if text.startswith(("a couple", "couple", "a pair", "pair")) and "dozen" not in text:
        return 2, True
    if text in ("a", "an", "another"):
        return 1, True
    if text == "half a":
        return 0.5, True
    if re.fullmatch(r"\d+\.\d", text):
        return float(text), True
    value = to_int(text)
    return None if value is None or value > 5000 else (float(value), True)


def day_of_coming_month(today: date, day: int, weekday: int | None) -> tuple[date, ...]:
    """ "the 15th", "Sunday the 11th": the next such day, said on that day it may also be today; with a weekday the next month in which both agree comes first."""
    months = [add_months(today.replace(day=1), ahead) for ahead in range(14)]
    days = [on for first in months if (on := make_date(first.year, first.month, day)) and on >= today]
    if not days:
        return ()
    if weekday is None or days[0].weekday() == weekday:
        return (days[1], days[0]) if weekday is None and days[0] == today and len(days) > 1 else (days[0],)
    agreeing = [on for on in days if on.weekday() == weekday]
    return (agreeing[0], days[0]) if agreeing else (days[0],)


def reconcile(
    candidates: tuple[date, ...], weekday: int, today: date, *, year_said: bool
) -> tuple[tuple[date, ...], bool]:
    """Candidates that fall on the weekday; when none does, the date, its neighbour on that weekday, and True.

    Without a year, a later year in which both agree is a further reading.
    """
    ahead = candidates if year_said else tuple(on for on in candidates if on >= today) or candidates
    agreeing = tuple(on for on in ahead if on.weekday() == weekday)
    if agreeing or not candidates:
        return agreeing or candidates, False
    said = ahead[0]
    near = min(
        (said + timedelta(days=off) for off in range(-3, 4)), key=lambda on: (on.weekday() != weekday, abs(on - said))
    )
    later = (
        []
        if year_said
        else [on for year in (said.year + 1, said.year + 2) if (on := make_date(year, said.month, said.day))]
    )
    further = [on for on in later if on.weekday() == weekday][:1]
    return tuple(dict.fromkeys([said, *([near] if near >= today else []), *further])), True


def year_of(words: str, today: date) -> int | None:
    """The year of "2026", "'26", "26", "two thousand and thirty two", "twenty twenty seven"."""
    text = words.strip().lstrip("'")
    if text.isdigit():
        value = int(text)
        return value if value >= 1000 else value + (1900 if value >= OLD_YEAR else 2000)
    for lead, start in (("two thousand and", 2000), ("two thousand", 2000), ("twenty", 2000), ("nineteen", 1900)):
        if text.startswith(lead):
            rest = text[len(lead) :].strip()
            tail = to_int(rest) if rest else 0
            return None if tail is None else start + tail
    return None


def beside(day: date, weekday: int) -> tuple[date, ...]:
    """The days of that weekday around a day, the nearest first; the day alone when it is one."""
    after = upcoming(day, weekday)
    if after == day:
        return (day,)
    before = after - timedelta(days=7)
    return (after, before) if after - day <= day - before else (before, after)


_FOR_SO_MANY = re.compile(r"\bfor (?:about |around |like )?\d{1,2} $")
_HALF_BEHIND = re.compile(r" ?(?:[ap]\.?m\b|o'? ?clock|:\d\d)")


def is_day_of(match: re.Match[str], before: str, day_of: re.Pattern[str]) -> bool:
    """Whether the number in front of a month and another number is the day, and counts no guests.

    "Birthday for 14 sept 5": so many on September 5; "for 14 sept 5pm" is the 14th.
    """
    guests = _FOR_SO_MANY.search(before) and not _HALF_BEHIND.match(match.string, match.end("d"))
    return match["d"].isdigit() and bool(day_of.search(before)) and not guests


def after_the_coming(today: date, weekday: int, *, says_next: bool) -> tuple[date, ...]:
    """ "The Saturday after this one", "after next": which one "next Saturday" is, nobody can tell, so both follow."""
    near = upcoming(today + timedelta(days=1), weekday) + timedelta(days=7)
    twice = says_next and len(next_weekday(today, weekday)) > 1
    return (near, near + timedelta(days=7)) if twice else (near,)

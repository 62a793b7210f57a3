"""The days of a month or of a week that was talked of before."""

from calendar import monthrange
from datetime import date, timedelta

from hibachi.concierge.understanding.draft import State
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY_STEMS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SOON = timedelta(days=7)
"""A weekday by itself is the next one, unless a later day is talked of."""
WEEKDAY = re.compile(rf"\b({WEEKDAY_STEMS})days?\b", re.I)
NTH = re.compile(
    rf"\b(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last)\s+(?:{WEEKDAY_STEMS}|tue|wed|thu|sat)(?:day)?",
    re.I,
)
_ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}


def of_month(state: State, month: date, weekday: int, soonest: date) -> tuple[date, ...]:
    """The days of that name in the month (or the part of it) that is talked of; "the second Friday" is one of them."""
    told = state.frame.month_last
    last = told if state.frame.month and told and told >= month else state.before.date_last
    end = last or month.replace(day=monthrange(month.year, month.month)[1])
    days = [month + timedelta(days=step) for step in range((end - month).days + 1)]
    found = [day for day in days if day.weekday() == weekday and day >= soonest - SOON]
    nth = NTH.search(state.frame.text)
    if nth and -len(found) <= (index := _ORDINALS[nth["nth"].lower()]) < len(found):
        return (found[index],)
    return tuple(found)


def last_of_month(state: State) -> tuple[date, ...]:
    """ "Last Saturday" while the end of April is talked of: the last one of that month, not the one that has passed."""
    named, before = WEEKDAY.search(state.frame.text), state.before
    month = before.date_month or (before.day.replace(day=1) if before.day is not None else None)
    if named is None or month is None or not NTH.search(state.frame.text):
        return ()
    weekday = next(number for number, name in enumerate(WEEKDAYS) if name.startswith(named[1].lower()))
    return of_month(state, month, weekday, month)


_OF_THAT = re.compile(
    rf"\b(?P<day>{WEEKDAY_STEMS}|tue|wed|thu|sat)(?:day)?(?: (?:night|evening|afternoon|morning|lunch|dinner))?,?"
    r" (?:(?:of|in|on|during) )?(?:that|the same)(?: very| same)? (?:week|wk|weekend)\b",
    re.I,
)


def of_that_week(state: State) -> tuple[date, ...]:
    """ "Thursday of that week" once a week or a day was talked of: the one of that week, which begins on a Monday."""
    named, before = _OF_THAT.search(state.frame.text), state.before
    talked = before.dates[0] if before.dates else before.date_month
    if named is None or talked is None or (not before.dates and not _is_a_week(before.date_month, before.date_last)):
        return ()
    weekday = next(number for number, name in enumerate(WEEKDAYS) if name.startswith(named["day"].lower()))
    first = talked if not before.dates else talked - timedelta(days=talked.weekday())
    return (first + timedelta(days=(weekday - first.weekday()) % 7),)


_A_WEEKDAY = re.compile(
    rf"(?:on |the |that |a )*(?:{WEEKDAY_STEMS}|tue|tues|wed|weds|thu|thur|thurs|sat|sun)(?:day)?s?"
    r"(?:,? (?:of |in )?(?:the (?:week|weekend) after|the following week|(?:a|one) week later))?",
    re.I,
)


_THE_WEEK_AFTER = re.compile(
    r"\b(?:the (?:week|weekend) after(?! next)|the following week|(?:a|one) week later)\b", re.I
)


def _week_after(state: State) -> tuple[date, date] | None:
    """ "The week after" days that were turned down: the one behind the last of them, from its Monday on."""
    if state.before.dates or not state.before.earlier_days or not _THE_WEEK_AFTER.search(state.frame.text):
        return None
    last = max(state.before.earlier_days)
    monday = last - timedelta(days=last.weekday()) + SOON
    return monday, monday + timedelta(days=6)


def row_of_that_week(state: State) -> tuple[date, ...]:
    """ "Tues, wed or thurs" once a week was talked of: those of that week."""
    before = state.before
    first, last = _week_after(state) or (before.date_month, before.date_last)
    told = [found.text.strip() for found in state.frame.evidence if found.slot == "date"]
    if before.dates or first is None or last is None or not _is_a_week(first, last) or len(told) < 2:
        return ()
    if not all(_A_WEEKDAY.fullmatch(words) for words in told):
        return ()
    meant = {
        number
        for words in told
        for number, name in enumerate(WEEKDAYS)
        if words.lower().removeprefix("the ")[:3] == name[:3]
    }
    days = (first + timedelta(days=step) for step in range((last - first).days + 1))
    return tuple(day for day in days if day.weekday() in meant)


def _is_a_week(first: date | None, last: date | None) -> bool:
    """Whether a stretch that was told has each weekday once at most."""
    return first is not None and last is not None and last - first < SOON

"""Days that are told as gone: "two Saturdays ago", "June 6 last year", "the Saturday before last"."""

from dataclasses import replace
from datetime import date, timedelta

from hibachi.kit import lazy_re as re
from hibachi.language.calendar_rules import add_months, make_date
from hibachi.language.date_mentions import DateMention
from hibachi.language.date_words import MONTH
from hibachi.language.numbers import NUMBER, to_int

_AGO = re.compile(r"s? ago\b")
_COUNT_BEFORE = re.compile(rf"\b(?P<n>an?|{NUMBER}) $")
_JUST_GONE = re.compile(r",? (?:(?:that )?(?:has )?just (?:gone|passed|past)|of last (?:week|wk)|last (?:week|wk))\b")
_BEFORE_LAST = re.compile(r" before last\b(?! (?!year|week|month)[a-z])")
_LAST_WEEKS = re.compile(r"\blast (?:week|wk)(?:'s)?,? (?:on )?(?:the )?$")
_LAST_YEAR_BEHIND = re.compile(r",? (?:of |in )?(?:last|the (?:last|previous)) (?P<unit>year|month)\b")
_LAST_YEAR_BEFORE = re.compile(r"\b(?:last year(?:,? on| in)?|(?:a|one|1) year ago(?:,? on)?|last)(?: the)? $")
_PLAIN_DATE = re.compile(rf"(?:{MONTH}|\d)", re.I)
""" "Last June 6"; "the last Sunday before June 6" is none."""


def gone(mention: DateMention, before: str, after: str, today: date) -> DateMention:
    """The mention with its day in the past where the words before or after it say so, else as it is."""
    if not mention.candidates or mention.year_said or mention.kind not in ("weekday", "exact", "relative", "holiday"):
        return mention
    if mention.kind == "weekday":
        weeks = _weeks_back(before, after)
        last = mention.candidates[0] - timedelta(days=7 * ((mention.candidates[0] - today).days // 7 + 1))
        last -= timedelta(days=7 if last >= today else 0)
        return replace(mention, candidates=(last - timedelta(weeks=weeks - 1),)) if weeks else mention
    said = _LAST_YEAR_BEHIND.match(after)
    if said and said["unit"] == "month":
        first = add_months(today.replace(day=1), -1)
        on = make_date(first.year, first.month, mention.candidates[0].day)
        return replace(mention, candidates=(on,)) if on and mention.kind == "relative" else mention
    told = said or (_PLAIN_DATE.match(mention.span.text) and _LAST_YEAR_BEFORE.search(before))
    if mention.kind == "relative" or not told:
        return mention
    return replace(mention, candidates=(_last(mention.candidates[0], today, said is not None),))


def _weeks_back(before: str, after: str) -> int:
    """How many weekdays of that name lie between then and now, the last one counted as one; 0 where none is gone."""
    if _BEFORE_LAST.match(after):
        return 2
    if _JUST_GONE.match(after) or _LAST_WEEKS.search(before):
        return 1
    count = _COUNT_BEFORE.search(before)
    if _AGO.match(after) and count:
        return 1 if count["n"] in ("a", "an") else to_int(count["n"]) or 1
    return 0


def _last(on: date, today: date, last_year: bool) -> date:
    """The day of the year before, or the last time that it was."""
    year = today.year - 1 if last_year or on.replace(year=today.year) >= today else today.year
    return on.replace(year=year) if (on.month, on.day) != (2, 29) else date(year, 2, 28)

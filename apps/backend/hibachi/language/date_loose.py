"""Days that are told only loosely: every Saturday, in about three weeks, more than a week from now, within ten days."""

from dataclasses import replace
from datetime import date, timedelta

from hibachi.kit import lazy_re as re
from hibachi.language.date_mentions import DateMention

_REPEATED = re.compile(r"^(?:every|(?<!\w )each)\b|\b(?:once|twice) an? (?:week|month|year)\b")
_REPEATED_BEFORE = re.compile(
    r"(?:\bevery|(?:^|[,.;!?] |\b(?:on|for|come|here|do) )each)(?: (?:other|single|second|2nd|third|3rd))? (?:the )?$"
)
_REPEATED_BEHIND = re.compile(
    r",? (?:of |in )?(?:every|each)(?: \w+)? (?:weeks?|months?|years?)\b"
    r"|,? (?:once|twice) a (?:week|month|year)\b|,? (?:monthly|weekly|yearly|annually)\b"
)
_HABIT = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days")
_LIKED = re.compile(
    r" (?:are|work|would|suit)s?\b(?! (?:ok|okay|possible|open|free|available|cheaper|more|less|the same|you|u|also|too)\b)"
)
_ANY_BEFORE = re.compile(r"\b(?:some|any|most|either|whichever|which) $")
_PLURAL_BEHIND = re.compile(r" (?:night|evening|afternoon|morning)s\b")
""" "Tuesdays are best", "friday nights", "some tuesday": none in particular."""
_COUNT = re.compile(r"\b(?:days?|weeks?|wks?|months?|mths?|fortnights?|years?|yrs?)\b")
_BOUND_BEFORE = re.compile(
    r"\b(?:(?:more|less|fewer|later|sooner|earlier) than|at (?:least|most)|up to|no (?:more|less|later|sooner) than"
    r"|not (?:more|less) than|over|under|minimum|maximum) (?:the |a )?$"
)
_ABOUT = re.compile(r"\b(?:about|around|roughly|approximately|approx\.?|like)\b")
_ABOUT_BEFORE = re.compile(r"\b(?:about|around|roughly|approximately|approx\.?|like) $")
_ABOUT_BEHIND = re.compile(r" (?:or so|or thereabouts|give or take|roughly|approximately|ish)\b|-?ish\b")
_WITHIN = re.compile(r"(?:with)?in (?:the )?(?:next|coming|following)\b|within\b|next \w+ days?\b")
_SOON = timedelta(days=4)
"""Nobody is days off the mark about a day that is so near."""
_EXACTLY = re.compile(r"\bexactly\b")


def loosened(mention: DateMention, before: str, after: str, today: date) -> DateMention:
    """The mention with a doubt where a habit, a bound or only about when is told; else as it is."""
    if len(mention.candidates) != 1 or mention.kind not in ("exact", "weekday", "relative", "holiday"):
        return mention
    said = mention.span.text.lower()
    if _REPEATED.search(said) or _REPEATED_BEFORE.search(before) or _REPEATED_BEHIND.match(after):
        return replace(mention, approximate=True)
    if mention.kind == "weekday" and (
        (_HABIT.fullmatch(said) and _LIKED.match(after)) or _ANY_BEFORE.search(before) or _PLURAL_BEHIND.match(after)
    ):
        return replace(mention, approximate=True)
    if mention.kind != "relative" or not _COUNT.search(said):
        return mention
    on = mention.candidates[0]
    if _WITHIN.match(said) and not _EXACTLY.search(said) and on > today:
        return replace(mention, approximate=True, first=today, last=on)
    if _BOUND_BEFORE.search(before):
        return replace(mention, approximate=True)
    about = _ABOUT.search(said) or _ABOUT_BEFORE.search(before) or _ABOUT_BEHIND.match(after) or mention.approximate
    return _around(mention, on, today) if about and on - today >= _SOON else mention


def _around(mention: DateMention, on: date, today: date) -> DateMention:
    """A third of the way to the day is how far off it may be: "a few weeks" are two to four."""
    off = timedelta(days=max(1, abs((on - today).days) // 3))
    return replace(mention, approximate=True, first=max(today, on - off), last=on + off)

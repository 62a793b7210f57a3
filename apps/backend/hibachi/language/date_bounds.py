"""A day that only bounds the days that would do: "any day after June 6", "not before the 20th", "June 6 or later"."""

from dataclasses import replace
from datetime import date, timedelta

from hibachi.kit import lazy_re as re
from hibachi.language.calendar_rules import how_many, shift
from hibachi.language.date_mentions import DateMention
from hibachi.language.numbers import NUMBER

_OPEN = (
    r"(?:any|some)(?: other)? ?(?:time|day|date|where|weekend|weekday)?s?|something|everything|whenever|days?|dates?"
)
_AFTER = re.compile(
    rf"(?:\b(?:{_OPEN}) (?:after|past|later than|following)"
    r"|\b(?:not|never|no) (?:before|earlier than|sooner than|until|till)"
    r"|^(?:only |sometime )?after) (?:the )?$"
)
_FROM_ON = re.compile(r"\b(?:starting|beginning|commencing|as of|any ?time from)(?: on| from)? (?:the )?$")
_ON_BEHIND = re.compile(r" on(?=\s*(?:$|[.,;!?)]))")
_FROM_BEFORE = re.compile(r"\bfrom (?:the )?$")
""" "From june 15 on", "starting june 15": that day or a later one."""
_BEFORE = re.compile(
    rf"(?:\b(?:{_OPEN}|(?:do|have|fit) (?:it|this|that|us|the party)(?: in)?) (?:before|prior to"
    r"|ahead of|earlier than)|^(?:only |sometime )?before) (?:the )?$"
)
_UP_TO = re.compile(
    r"(?:\b(?:between|from) (?:now|today|right now|this week)|^(?:from )?now|\bnow) ?(?:and|until|untill|till?|to|thru|through|up to|-)"
    r"(?: like| maybe| about)? (?:the )?(?:(?:end|middle|beginning|start) of )?$"
    rf"|\b(?:{_OPEN}|(?:do|have|fit) (?:it|this|that|us|the party)(?: in)?|free|available|open)"
    r"(?: from now)? (?:until|untill|till?|thru|through|up to|by|no later than|not later than)(?: and including)? (?:the )?$"
    r"|\b(?:no|not) later than (?:the )?$"
    r"|(?:^|[,.;!?\n] ?|\b(?:sometime|any ?time) )by (?:the )?$"
)
"""The day that is told is the last of those that would do."""
_AT_THE_LATEST = re.compile(
    r",? at (?:the )?(?:very )?latest\b| (?:or|and) (?:any ?(?:time|day) )?(?:earlier|sooner|before(?: that| then)?)\b"
)
_LASTING = re.compile(
    rf"\b(?P<n>an?|{NUMBER}) (?P<unit>days?|weeks?|wks?|months?) (?:starting|beginning|commencing)(?: on| from)? (?:the )?$"
)
_OR_LATER = re.compile(r" (?:or|and) (?:any ?(?:time|day) )?(?:later|after(?:wards?)?|onwards?|beyond)\b| onwards?\b")
_FROM_NOW = re.compile(r"\b(?:now|today|this week)\b")
_REACH = timedelta(days=14)
"""How far from its bound a stretch is looked at; what lies beyond is another question."""


def bounded(mention: DateMention, before: str, after: str, today: date) -> DateMention:
    """The stretch of days that a bound leaves open, without a candidate of its own; else the mention as it is."""
    if not mention.candidates and mention.last and mention.last > today and _UP_TO.search(before):
        return replace(mention, kind="range", first=today)  # "between now and the end of june"
    if len(mention.candidates) != 1 or mention.kind not in ("exact", "weekday", "relative", "holiday"):
        return mention
    on = mention.candidates[0]
    if lasting := _LASTING.search(before):
        count = how_many(lasting["n"])
        last = shift(on, count[0], lasting["unit"]) if count else None
        return _stretch(mention, on, (last or on + _REACH) - timedelta(days=1))
    if on > today and (_UP_TO.search(before) or _AT_THE_LATEST.match(after)):
        return _stretch(mention, today if _FROM_NOW.search(before) else max(today, on - _REACH), on)
    open_end = _FROM_BEFORE.search(before) and _ON_BEHIND.match(after)
    if _OR_LATER.match(after) or (on > today and (open_end or _FROM_ON.search(before))):
        return _stretch(mention, on, on + _REACH)
    if _AFTER.search(before):
        start = on if "not" in before or "no " in before else on + timedelta(days=1)
        return _stretch(mention, start, start + _REACH)
    if _BEFORE.search(before) and on > today:
        return _stretch(mention, max(today, on - _REACH), on - timedelta(days=1))
    return mention


def _stretch(mention: DateMention, first: date, last: date) -> DateMention:
    return replace(mention, kind="range", candidates=(), first=first, last=last, weekday=None)

"""The starts that a stretch of the day leaves: "after 4", "done by 9", "between 5 and 7", "3 or 6", "late afternoon". Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from hibachi.kit import lazy_re as re
from hibachi.language.date_words import TOMORROW, WEEKDAY
from hibachi.language.small_numbers import ONE_TO_TWELVE
from hibachi.language.spans import Span
from hibachi.language.time_rules import minute_of_day
from hibachi.language.time_words import HOURS, NOT_HOUR_AFTER

_H = (
    rf"(?P<{{0}}>1[0-2]|[1-9]|{ONE_TO_TWELVE}"
    rf"|noon)(?:[:.](?P<{{0}}m>[0-5]\d))?(?: ?(?P<{{0}}ap>a|p)\.?m?\b\.?| ?o'? ?clock)?(?![\w:/%]|[.,]\d|-\d)"
)
_NOT_TIMES = re.compile(
    r"\b(?:push\w*|bump\w*|shift\w*|delay\w*|postpon\w*|resched\w*|move\w*|chang\w*"
    r"|go(?:es|ing)? (?:up|down|from)|went|up|down|increase\w*|number|head ?count|switch\w*|price"
    r"|\$)\b"
)
"""Beside "from 10 to 12" it counts guests or moves something."""


_CALLS = re.compile(
    r"\b(?:call|text|reach|phone|ring|contact|reply|e-?mail|message|available|free to talk|work)\b[^.?!\n]{0,20}$"
)
"""When somebody can be called is no start."""
_OF_ELSE = re.compile(
    r"\b(?:church|school|mass|service|ceremony|game|match|recital|practice|shift|work|meeting|class"
    r"|nap|concert|movie|flight|camp|appointment|lesson|rehearsal)\b[^.?!,;\n]{0,20}$"
)
"""When something else ends ("my shift ends at 3")."""


@dataclass(frozen=True)
class Window:
    """The starts that are left, and where the words stand that leave them. bounds: those that only end or open a stretch."""

    starts: tuple[time, ...]
    spans: tuple[Span, ...]
    bounds: tuple[Span, ...] = ()


def find(folded: str, slots: tuple[time, ...], minutes: int, days: tuple[Span, ...]) -> Window | None:
    """The starts of ours that a message leaves open; None where it names no such stretch.

    minutes: how long a party takes, for whoever tells when it has to be over.
    """
    whole: Window | None = None
    for pattern, reading in _PATTERNS:
        for match in pattern.finditer(folded):
            span = Span(*match.span(), match.group())
            if any(span.overlaps(other) for other in (*days, *(whole.spans if whole else ()))) or _is_no_start(match):
                continue
            bound = reading in (_over_by, _from, _past, _before)
            if whole is not None and not bound and len(whole.bounds) < len(whole.spans):
                continue  # "starts at 6, could it begin at 3": which of them is meant is told elsewhere
            left = reading(match, slots, minutes)
            if left is not None:
                whole = _both(whole, left, span, bound=bound)
    return whole


def _is_no_start(match: re.Match[str]) -> bool:
    """Whether people are counted, or a call or something else than the party is meant."""
    folded, before = match.string, match.string[: match.start()]
    other = NOT_HOUR_AFTER.match(folded[match.end() :]) or _CALLS.search(before) or _OF_ELSE.search(before)
    return bool(other)


def _both(whole: Window | None, left: tuple[time, ...], span: Span, *, bound: bool) -> Window:
    """The starts that two stretches leave: "after 3, done by 9"; the first where they leave none."""
    bounds = (span,) if bound else ()
    if whole is None:
        return Window(left, (span,), bounds)
    starts = tuple(one for one in whole.starts if one in left) or whole.starts
    return Window(starts, (*whole.spans, span), (*whole.bounds, *bounds))


def _at(match: re.Match[str], name: str) -> int:
    """Minutes since midnight; an hour without more is one of the afternoon or evening, ten and eleven of the morning."""
    hour = HOURS.get(match[name]) or int(match[name])
    half = match[f"{name}ap"]
    late = half == "p" or (half is None and hour < 10)
    return (hour % 12 + (12 if late or hour == 12 and half is None else 0)) * 60 + int(match[f"{name}m"] or 0)


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _from(match: re.Match[str], slots: tuple[time, ...], minutes: int) -> tuple[time, ...]:
    first = _at(match, "h")
    return tuple(one for one in slots if minute_of_day(one) >= first) or (_clock(first),)


def _past(match: re.Match[str], slots: tuple[time, ...], minutes: int) -> tuple[time, ...]:
    """ "Later than noon" is not noon."""
    first = _at(match, "h") + 1
    return tuple(one for one in slots if minute_of_day(one) >= first) or (_clock(first - 1),)


def _before(match: re.Match[str], slots: tuple[time, ...], minutes: int) -> tuple[time, ...]:
    last = _at(match, "h") - (0 if match["incl"] else 1)
    return tuple(one for one in slots if minute_of_day(one) <= last) or (_clock(_at(match, "h")),)


def _over_by(match: re.Match[str], slots: tuple[time, ...], minutes: int) -> tuple[time, ...]:
    last = _at(match, "h") - minutes
    return tuple(one for one in slots if minute_of_day(one) <= last) or (_clock(max(0, last)),)


def _between(match: re.Match[str], slots: tuple[time, ...], minutes: int) -> tuple[time, ...] | None:
    first, last = _at(match, "h"), _at(match, "g")
    if first >= last or _NOT_TIMES.search(match.string[max(0, match.start() - 40) : match.end() + 12]):
        return None
    inside = tuple(one for one in slots if first <= minute_of_day(one) <= last)
    if match["way"].startswith("from") and inside and minute_of_day(inside[0]) == first:
        return inside[:1]
    if match["way"].startswith("from") and inside and minute_of_day(inside[0]) == last:
        return (_clock(first),)  # "from 7 to 9" does not begin at nine
    return inside or (_clock(first),)


def _exact(match: re.Match[str], slots: tuple[time, ...], minutes: int) -> tuple[time, ...] | None:
    start = _clock(_at(match, "h"))
    return (start,) if start in slots else None


_HOURS_BEFORE = re.compile(
    r"(?:\b(?:at|around|either|start(?:ing|s)?|time|is|be|make it|do)"
    rf"|[a-z]{{3,9}}\.? \d{{1,2}}(?:st|nd|rd|th)?,?|\b(?:{WEEKDAY}|{TOMORROW}|tonight),?|^\W*(?:ok |maybe )?) ?$"
)


def _either(match: re.Match[str], slots: tuple[time, ...], minutes: int) -> tuple[time, ...] | None:
    told = match["hap"] or match["gap"] or "noon" in match.group() or "clock" in match.group() or "either" in match.group() or " at" in match.group()  # fmt: skip
    if not told and not _HOURS_BEFORE.search(match.string[: match.start("h")]):
        return None
    both = tuple(dict.fromkeys(_clock(_at(match, name)) for name in ("h", "g")))
    return tuple(one for one in both if one in slots) or None if len(both) > 1 else None


_PARTS = {"morning": (6, 12), "afternoon": (12, 17), "evening": (17, 24), "night": (17, 24), "dinner": (17, 24)}
"""Hours of the day that a start lies in."""


def _side(match: re.Match[str], slots: tuple[time, ...], minutes: int) -> tuple[time, ...] | None:
    low, high = _PARTS[match["part"]]
    inside = [one for one in slots if low <= one.hour < high]
    return (inside[0 if match["side"] == "early" else -1],) if inside else None


_Reading = Callable[["re.Match[str]", tuple[time, ...], int], tuple[time, ...] | None]
_PATTERNS: tuple[tuple[re.Pattern[str], _Reading], ...] = (
    (
        re.compile(rf"\b(?:start(?:ing|s)?|begin(?:ning|s)?|kick(?:ing|s)? off)(?: at| around)? {_H.format('h')}"),
        _exact,
    ),
    (
        re.compile(
            r"\b(?:done|over|finish(?:ed)?|wrap(?:ped)? up|end(?:s|ed|ing)?|out|gone|clear(?:ed)? out"
            rf"|be through)(?: of (?:here|there))? (?:by|before|at|around) {_H.format('h')}"
        ),
        _over_by,
    ),
    (
        re.compile(
            rf"\b(?P<way>between|from) (?:like |about |around )?{_H.format('h')} ?(?:and|to|till|until|-"
            rf"|&) ?(?:like |about |around )?{_H.format('g')}"
        ),
        _between,
    ),
    (
        re.compile(
            r"\b(?:after|not before|(?:no|not|nothing|never|not anything)(?: (?:that )?start(?:s|ing)?)? earlier than|earliest (?:is|at|would be)) (?:like "
            rf"|about |around )?{_H.format('h')}"
        ),
        _from,
    ),
    (
        re.compile(
            r"\b(?:(?P<incl>(?:no|not|nothing|never|not anything)(?: (?:that )?start(?:s|ing)?)? later than|at the latest|latest(?: is| at| would be)?"
            rf"|not after)|before|(?<!no )(?<!not )(?<!nothing )earlier than) (?:like |about |around )?{_H.format('h')}"
        ),
        _before,
    ),
    (re.compile(rf"(?<!no )(?<!not )(?<!nothing )\blater than (?:like |about |around )?{_H.format('h')}"), _past),
    (
        re.compile(
            rf"(?<![\w/:.$-])(?:either |at |around )*{_H.format('h')},? or (?:maybe |at "
            rf"|even )?{_H.format('g')}"
        ),
        _either,
    ),
    (re.compile(r"\b(?P<side>early|late)(?: in the)? (?P<part>afternoon|evening|night|dinner)\b"), _side),
)

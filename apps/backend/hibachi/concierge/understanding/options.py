"""Which of the days or starts on the table a message names, by whatever it names of them. Pure.

"12th, lunch", "the Sunday", "the later one", "the October one": an option is known by its number, weekday, month or place.
"""

from calendar import day_abbr, month_abbr
from collections.abc import Sequence
from datetime import date, time

from hibachi.concierge.understanding.other_days import was_never_said
from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.date_roles import AFTER_DOWN
from hibachi.language.date_words import ROLE_INSTEAD
from hibachi.language.day_names import MONTH_STARTS, WEEKDAY_STARTS
from hibachi.language.spans import fold

_THING = r"(?: ?(?:one|date|day|time|slot|start|option|of (?:those|them|the two)))"
_SOONER = re.compile(
    r"\bthe (?:earlier|earliest|sooner|soonest|former|nearer|closer"
    rf"|early(?= (?:one|slot|time|start)))\b|\b(?:earlier|sooner){_THING}\b"
)
_LATER = re.compile(rf"\bthe (?:later|latest|latter|further|late(?= (?:one|slot|time|start)))\b|\blater{_THING}\b")
_ORDINAL = re.compile(r"(?<![\w/:.$-])(\d{1,2})(?:st|nd|rd|th)\b")
_NUMBER = re.compile(r"(?<![\w/:.$-])(\d{1,2})(?![\w/:%]|[.,]\d)")
_OTHER_SLOTS = ("guests", "time", "zip", "contact", "city")
_NO_HOUR = re.compile(
    r"\b(?:the(?: (?!at\b|around\b|by\b|for\b|to\b|is\b|starts?\b|from\b|and\b|of\b)[a-z0-9]+){1,3}"
    r"|that|this|which|what|any|either|neither|other|another|each|no|earlier|later|last"
    r"|(?<!twenty )(?<!twenty-)(?<!thirty )(?:first|second|third|fourth)|next|early|late|evening"
    r"|afternoon|lunch|dinner|night) one\b(?! (?:in the (?:afternoon|morning)|p\.? ?m\b|o'? ?clock))"
)
_NTH_OF_THEM = re.compile(
    r"\W*(?:(?:ok|okay|yes|sure|great|perfect|hm+|um+|uh+|let'?s|lets|do|go|with|take|try|pick|i'?ll"
    r"|we'?ll|i'?d|we'?d|can|could|we|i|prefer|like|want|have|get|say|maybe|please|definitely|for"
    r"|it'?s|then|that'?d be)\W+)*"
    r"(?:the )?(?:(?:slot|option|number|choice|no\.?|#) ?(?P<n>[1-4])"
    r"|(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th"
    r"|last)(?: (?:one|slot|option|time|start|choice|of (?:those|them)))?)"
    r"(?:\W+(?:please|pls|then|works?|is|sounds|good|great|fine|best|for us|would be|thanks|thank you"
    r"|you have|you (?:offered|said)))*\W*"
)
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}


def nth(text: str) -> int | None:
    """Which of what was offered a message names and nothing else: "the third", "option 2", "#2", "let's do the last one"."""
    said = _NTH_OF_THEM.fullmatch(fold(text))
    if said is None:
        return None
    return int(said["n"]) if said["n"] else _PLACES[said["nth"]]


def pronouns(text: str) -> list[tuple[int, int]]:
    """Where "one" stands for something that was offered: no hour and no number."""
    return [(match.end() - len("one"), match.end()) for match in _NO_HOUR.finditer(fold(text))]


def sided(text: str) -> int:
    """-1 for the earlier of what is on the table, 1 for the later, 0 where neither is named."""
    folded = fold(text)
    sooner, later = bool(_SOONER.search(folded)), bool(_LATER.search(folded))
    return 0 if sooner == later else (-1 if sooner else 1)


def named_day(frame: Frame, choices: Sequence[date]) -> date | None:
    """The one of several days that a message names; None where it names none, several, or another day."""
    ordered = sorted(choices)
    text = fold(frame.text)
    numbers = {int(number) for number in _ORDINAL.findall(text)} or {
        int(number) for number in _NUMBER.findall(_without_other_slots(frame))
    }
    kept = [day for day in ordered if not numbers or day.day in numbers]
    weekdays = [day for day in kept if re.search(rf"\b{day_abbr[day.weekday()].lower()}[a-z]*\b", text)]
    months = [day for day in kept if re.search(rf"\b{month_abbr[day.month].lower()}[a-z]*\b", text)]
    fits = [day for day in kept if day in (weekdays or kept) and day in (months or kept)]
    if numbers or 0 < len(weekdays) < len(kept) or 0 < len(months) < len(kept):
        return fits[0] if len(fits) == 1 else None
    side = sided(frame.text)
    return (ordered[0] if side < 0 else ordered[-1]) if side and ordered else None


_NAMED = re.compile(
    rf"(?<![\w/:.$-])(?P<n>\d{{1,2}})(?:st|nd|rd|th)?\b|\b(?P<day>{WEEKDAY_STARTS})[a-z]*\b(?!,? (?:the |(?:{MONTH_STARTS})[a-z]*\.? )*\d)"
)
_LED_BY = re.compile(rf"\b(?:(?:{WEEKDAY_STARTS}|{MONTH_STARTS})[a-z]*\.?,? (?:the )?)+$")
"""A weekday or a month right before the number of a day: "not the friday the 10th"."""
_SO_TOO = re.compile(rf",? ?(?:or|nor|and|&) (?:(?:on|the|(?:{MONTH_STARTS})[a-z]*) )*")
""" "Not the 10th or the 17th": neither."""


def turned_down(frame: Frame, choices: Sequence[date]) -> set[date]:
    """Those of several days that a message says no to: "can't be on the 10th", "saturday doesn't work"."""
    text, down, last = fold(frame.text), set(), None
    told = list(_NAMED.finditer(text))
    behind = [_so_behind(text, told[at:]) for at in range(len(told))]
    for match, so_behind in zip(told, behind, strict=True):
        before = text[: match.start()]
        joined = last is not None and _SO_TOO.fullmatch(text[last : match.start()])
        if (
            joined
            or so_behind
            or _is_refused(before, text, match.end())
            or _is_refused(_LED_BY.sub("", before), text, match.end())
        ):
            last = match.end()
            number, weekday = int(match["n"] or 0), match["day"]
            down |= {day for day in choices if day.day == number or day_abbr[day.weekday()].lower() == weekday}
    return down


_OR = re.compile(r",? (?:or|nor) (?:(?:on|the) )*")


def _so_behind(text: str, told: Sequence[re.Match[str]]) -> bool:
    """ "The 10th or the 17th won't work": what is said behind the last of a row holds for all."""
    if len(told) < 2 or not _OR.fullmatch(text[told[0].end() : told[1].start()]):
        return False
    return bool(AFTER_DOWN.match(text, told[1].end())) or _so_behind(text, told[1:])


def _is_refused(before: str, text: str, end: int) -> bool:
    """Whether a day is said no to, or denied to have been told: "i didn't say the 10th"."""
    denied = was_never_said(len(before), len(before), before + text[end:])
    return denied or bool(ROLE_INSTEAD.search(before) or AFTER_DOWN.match(text, end))


def _without_other_slots(frame: Frame) -> str:
    """The folded text without the numbers that were read as guests, hours, places and the like."""
    text = fold(frame.text)
    for found in frame.evidence:
        if found.slot in _OTHER_SLOTS:
            text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def sided_starts(frame: Frame, offered: Sequence[time], refused: time | None) -> tuple[time, ...]:
    """The starts that "the earlier one" leaves: those before the refused one, else the first of them."""
    side = sided(frame.text)
    if not side or not offered:
        return ()
    ordered = sorted(offered)
    if refused is not None:
        beside = tuple(at for at in ordered if (at < refused if side < 0 else at > refused))
        if beside:
            return beside
    return (ordered[0],) if side < 0 else (ordered[-1],)


_A_MONTH = re.compile(rf"\b(?:{MONTH_STARTS})|\d/\d|\b(?:eve|christmas|xmas|new year\w*|thanksgiving|\w+'s day)\b")


def names_a_month(text: str) -> bool:
    """Whether a month or a feast is named anywhere in a message, so that a bare day in it can be of that month."""
    return bool(_A_MONTH.search(fold(text)))

"""Spans of time said from now on: "in 2 hours", "half an hour from now", "1 day 2 hours later"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.language.calendar_rules import add_months, how_many, upcoming
from hibachi.language.date_words import TOMORROW, WEEKDAY, WEEKDAYS
from hibachi.language.numbers import NUMBER
from hibachi.language.spans import Quiet, Span, quiet
from hibachi.language.time_words import HOUR

_MORE = r"(?:(?:another|more|additional|calendar) )?"
_HALF = r"(?: and (?:a )?(?:half|quarter))?"
_COUPLE = r"an? (?:couple|pair)(?: of)?|couple(?: of)?|pair of|a few|few|several|another"
_BROKEN = r"\d+[.,]\d{1,2}|\d+ (?:1/2|[13]/4)|\d* ?½"
_N = (
    rf"(?:(?:three|3)[ -]quarters(?: of)? an?|(?:an? )?quarter(?: of)?(?: an?)?(?= h)|{_BROKEN}"
    rf"|(?:{NUMBER}|an?) and (?:an? )?(?:half|quarter)|\d{{1,2}}:[0-5]\d(?= ?h)"
    rf"|(?:an? )?(?:1/[24]|3/4)(?: of)?(?: an)?|{_COUPLE}|{NUMBER}|(?:an? )?half(?: an?)?|an?)"
)
_WHOLE = r"(?:decade|year|month|fortnight|week|day|hour|minute)"
_UNIT = rf"(?:{_WHOLE}s?|yrs?|mon|mos?|mths?|wks?|hrs?|mins?|d|h|m|(?<=\d)[wy]|(?<=\d )[wy]|(?<=\d)')"
_END = r"(?:(?<=')|'s(?= from)|(?![a-z]))"
_CLOCK = rf"(?!\d\dh\d\d|{NUMBER}(?: min(?:ute)?s?)? (?:past|to|till?|of|after|before) (?:{HOUR}|\d))"
""" "In 3 days, 20 minutes past six": the minutes are the clock's."""
_ONE = rf"{_MORE}{_N}(?: |(?<=[\d½]) ?){_MORE}{_UNIT}{_END}{_HALF}"
_CHAIN = (
    rf"{_ONE}(?:(?<=\dh)[0-5]\d\b|(?<=hours) [0-5]\d(?=[ .!?]*$))?(?:(?:,? and |, ?| "
    rf"|(?<=[a-z])(?=\d)){_CLOCK}{_ONE}){{0,5}}"
)
_FROM_NOW = re.compile(
    r"\b(?:in|within) (?:about |around |like |just |exactly |the next |the coming "
    rf"|next )?(?P<a>{_CHAIN})(?:'?s? time)?(?! (?:before|after|prior|from|each|every|of)\b)"
    rf"|(?<![\w+])\+ ?(?P<b>{_CHAIN})"
    rf"|(?<![\w.,:])(?P<c>{_CHAIN}) (?:from (?:right )?now|later(?! than| this| that| in the| on)"
    r"|hence|out|after now)\b|(?:^(?:maybe |only )?"
    r"|\b(?:back|call|text|reply|return|start|arrive"
    rf"|come)(?: \w+){{0,2}} )after (?P<d>{_CHAIN})(?=[ .!?]*$)"
    rf"|^(?P<e>{_CHAIN}) (?:after|on)(?=[ .!?]*$)"
    rf"|\bthe (?P<f>min|{_WHOLE}) (?:after|following)(?=[ .!?]*$)"
    r"|(?<!\w )\b(?P<g>fortnight|week|month|year) from (?:now|today)\b"
)
_PRESENT = re.compile(
    r"\b(?P<call>(?:come|meet|eat|arrive|cook|drop by|stop by|come over|let'?s go"
    r"|head over)(?: (?:over|here|out|us|by))? )?"
    r"(?<!not )(?<!right )(?<!just )(?<!after )(?<!from )(?<!until )(?<!till )(?<!by )(?<!for )(?<!to "
    r")(?<!before )(?<!since )(?<!even )(?<!up )"
    r"(?:(?:right |just )?now(?! that\b| or never| ?[-–] ?\d| minus\b)|right away|straight away|immediately|asap"
    r"|as soon as possible|(?:right )?(?:this|that) (?:very )?(?:minute|moment|instant)"
    r"|(?P<loose>at (?:the|this) (?:very |present |current )?(?:moment|time|instant|minute)(?! of"
    r"| slot)|at present|atm|presently|currently))\b"
)
_DAY = rf"(?:{TOMORROW}|today|tonight|{WEEKDAY})"
_DEADLINE = re.compile(
    rf"(?:\b(?P<before>{_DAY})(?:'s)?,? )?(?:\b(?:by|at|before|until) )?(?:\bthe )?\b(?:(?:end"
    r"|close) of (?:the |this )?(?:business |working |work )?(?:day|business)|eod|cob"
    r"|(?<=by )day'?s end|(?<=at )day'?s end"
    rf"|end of (?:the )?work ?day)\b(?!'s)(?:,? (?:on |of )?(?P<after>{_DAY})\b)?"
    rf"|\b(?:by )?(?:the )?end of (?P<of>{TOMORROW}|today)\b"
)
_PART = re.compile(
    rf"(?:\b|(?<=[a-z])(?=\d))(?P<n>{_N})(?: |(?<=[\d½]) ?){_MORE}(?P<unit>{_UNIT}){_END}(?P<half>{_HALF})"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant told by its distance from now; to_the_minute: hours or minutes were said, so that the time counts too.

    kind: "reckoned" from now ("in 2 hours"), the "present" itself ("right now"), or a "deadline" ("by the end of the day").
    exact: whether the distance was told exactly; "at this time" means today rather than this minute.
    wanted: the party itself is to be then; "how busy are you at the moment" only says when it is asked.
    units: how many units the distance was told in.
    """

    at: datetime
    to_the_minute: bool
    exact: bool
    span: Span
    kind: Literal["reckoned", "present", "deadline"] = "reckoned"
    wanted: bool = True
    units: int = 1


def find_moments(text: str, now_local: datetime) -> tuple[Moment, ...]:
    """Moments like "in 2 hours" seen from now_local; hours are elapsed hours, days and months go by the calendar."""
    return tuple(moments_in(quiet(text), now_local))


def moments_in(clean: Quiet, now_local: datetime) -> Iterator[Moment]:
    """As find_moments, of a text that was made quiet already."""
    for match in _FROM_NOW.finditer(clean.text):
        chain = next(match[name] for name in "abcdefg" if match[name])
        bare = match["f"] or match["g"]
        moment = _moment(chain if not bare else f"a {chain}", now_local, clean.of(match))
        if moment is not None:
            yield moment
    for match in _DEADLINE.finditer(clean.text):
        day = _day_named(match["before"] or match["after"] or match["of"], now_local)
        at = now_local.replace(year=day.year, month=day.month, day=day.day, hour=23, minute=59, second=0, microsecond=0)
        yield Moment(at, True, True, clean.of(match), "deadline", wanted=False)
    for match in _PRESENT.finditer(clean.text):
        wanted = bool(match["call"]) or match.group() == clean.text.strip(" .!?")
        yield Moment(now_local, True, not match["loose"], clean.of(match), "present", wanted)


def _day_named(said: str | None, now_local: datetime) -> date:
    """The day of "tomorrow" or "friday" beside a deadline; today when none was named."""
    if said is None or said in ("today", "tonight"):
        return now_local.date()
    return now_local.date() + timedelta(days=1) if said not in WEEKDAYS else upcoming(now_local.date(), WEEKDAYS[said])


def _moment(chain: str, now_local: datetime, span: Span) -> Moment | None:
    months, days, minutes, exact, fine = 0, 0.0, 0.0, True, False
    parts = list(_PART.finditer(chain))
    for part in parts:
        count = _count(part["n"], part["half"])
        if count is None:
            return None
        unit, exact = part["unit"], exact and count[1]
        if unit.startswith(("y", "mo", "mt", "dec")):
            months += round(count[0] * {"y": 12, "m": 1, "d": 120}[unit[0]])
        elif unit.startswith(("w", "d", "f")):
            days += count[0] * {"d": 1, "w": 7, "f": 14}[unit[0]]
        else:
            fine = True
            minutes += count[0] * (60 if unit.startswith("h") else 1)
            minutes += int(chain[part.end() :]) if re.fullmatch(r" ?[0-5]\d", chain[part.end() :]) else 0
    try:
        day = add_months(now_local.date(), months) + timedelta(days=round(days))
        start = now_local.replace(year=day.year, month=day.month, day=day.day)
        return Moment(start + timedelta(minutes=minutes), fine, exact, span, units=len(parts))
    except (OverflowError, ValueError):
        return None


def _count(said: str, half_after: str) -> tuple[float, bool] | None:
    """ "two and a half", "three quarters of an", "an" (with "and a half" behind the unit) as a number."""
    if broken := re.fullmatch(r"(?P<n>\d+) (?P<part>1/2|[13]/4)", said):
        return int(broken["n"]) + {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}[broken["part"]], True
    if ("quarter" in said and " and " not in said) or "/4" in said:
        return (0.75 if said.removeprefix("a ")[0] in "t3" else 0.25), True
    if ":" in said:
        return int(said.partition(":")[0]) + int(said.partition(":")[2]) / 60, True
    if re.match(r"(?:an? )?1/2", said) or re.match(r"(?:an? )?half\b(?! (?:an? )?dozen)", said):
        return 0.5, True
    if broken := re.fullmatch(r"(?P<n>\d*)(?:[.,](?P<part>\d+)| ?½)", said):
        return float(broken["n"] or 0) + (float(f"0.{broken['part']}") if broken["part"] else 0.5), True
    whole, _, half = said.partition(" and ")
    count = how_many(whole)
    more = {"half": 0.5, "quarter": 0.25}.get((half or half_after).rpartition(" ")[2], 0.0)
    return count and (count[0] + more, count[1])

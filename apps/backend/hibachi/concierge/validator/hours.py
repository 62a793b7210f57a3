"""Every time of day in a reply comes from a fact, a slot or the customer, and belongs to the date beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from hibachi.concierge.facts import Leaf
from hibachi.concierge.validator.days import Said
from hibachi.concierge.validator.ground import Ground, clock
from hibachi.concierge.validator.text import Part
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.small_numbers import ONE_TO_TWELVE

_HOUR_WORDS = f"{ONE_TO_TWELVE}"
_H = rf"(?:\d{{1,2}}|{_HOUR_WORDS})"
_MERIDIEM = (
    r"(?:\s?(?P<ap>am|pm)\b|\s?(?P<part>in the (?:morning|afternoon|evening)|at night)\b"
    r"|(?P<oclock>\s?o'?clock\b(?: (?P<part2>in the (?:morning|afternoon|evening)|at night))?))"
)
_TIME = re.compile(
    rf"(?<![\w$/:.-])(?:(?P<half>half past|quarter past|quarter to) )?(?P<h>{_H})(?:[:.](?P<min>\d\d)"
    rf"|\s(?P<minw>thirty|fifteen|forty-five))?{_MERIDIEM}"
    r"|(?<![\w$/:.])(?P<h24>\d{1,2}):(?P<m24>\d\d)(?![\d:])(?!\s?[ap]m)"
    r"|\b(?P<named>noon|midday|midnight)\b"
)
_LIST = re.compile(
    rf"(?<![\w$/:.])(?P<h>{_H})(?::(?P<min>\d\d))?(?= ?(?:,|-|or\b|and\b|to\b|/|, or\b"
    rf"|, and\b) ?(?:{_H}(?::\d\d)? ?(?:,|-|or|and|to|/)? ?(?:or |and )?){{0,4}}(?:am|pm|in the"
    rf"|o'?clock|{_H}(?::\d\d)? ?(?:am|pm)))"
)
_BARE = re.compile(
    rf"(?<=\b(?:at|by|or) )(?P<h>{_H})(?::(?P<min>\d\d))?(?=(?:-ish"
    r"|ish)?(?: (?:on|works|isn't|is|was|looks|has|or|and|would|that|this|for|sharp|instead|then"
    rf"|in)\b|[,.?!;)]|$|\s-))(?!,\d{{3}}|\.\d| (?:in|is) (?:total|advance))"
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time that a text names; `options` are the times of day that it may mean (at 3: 03:00 and 15:00)."""

    start: int
    end: int
    options: tuple[time, ...]


def find_clocks(text: str) -> list[Clock]:
    """Every time of day that a folded text names, in order."""
    found: list[Clock] = []
    for match in _TIME.finditer(text):
        found.extend(_read(match))
    taken = [(clock.start, clock.end) for clock in found]
    for pattern in (_LIST, _BARE):
        for match in pattern.finditer(text):
            if _A_DAY_OR.search(text[: match.start()]) or any(
                match.start() < end and start < match.end() for start, end in taken
            ):
                continue
            hour = _hour(match["h"])
            if hour is not None and hour <= 12:
                minute = int(match["min"] or 0)
                found.append(Clock(*match.span(), _either(hour, minute)))
                taken.append(match.span())
    return sorted(found, key=lambda clock: clock.start)


_A_DAY_OR = re.compile(r"\ban? \w+ or $")


def _hour(words: str) -> int | None:
    return int(words) if words.isdigit() else to_int(words)


def _either(hour: int, minute: int) -> tuple[time, ...]:
    return (time(hour % 12, minute), time(hour % 12 + 12, minute)) if minute < 60 else ()


def _read(match: re.Match[str]) -> Iterator[Clock]:
    if match["named"]:
        yield Clock(*match.span(), (time(0) if match["named"] == "midnight" else time(12),))
        return
    if match["h24"]:
        hour, minute = int(match["h24"]), int(match["m24"])
        if hour < 24 and minute < 60:
            yield Clock(*match.span(), (time(hour, minute),) if hour > 12 or hour == 0 else _either(hour, minute))
        return
    said_hour, minute = _hour(match["h"]), _minute(match)
    if said_hour is None or said_hour > 23 or minute > 59:
        yield Clock(*match.span(), ())
        return
    part = match["part"] or match["part2"] or ""
    if match["ap"] == "am" or "morning" in part:
        yield Clock(*match.span(), (time(said_hour % 12, minute),))
    elif match["ap"] == "pm" or part:
        yield Clock(*match.span(), (time(said_hour % 12 + 12, minute),))
    else:
        yield Clock(*match.span(), _either(said_hour, minute))


_MINUTES = {"thirty": 30, "fifteen": 15, "forty-five": 45, "half past": 30, "quarter past": 15}


def _minute(match: re.Match[str]) -> int:
    return int(match["min"] or 0) + _MINUTES.get(match["minw"] or "", 0) + _MINUTES.get(match["half"] or "", 0)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of a reply with the day that it is said of, if any."""

    clock: Clock
    day: date | None
    said: Said | None
    part: Part


_LIMIT = re.compile(
    r"\b(?:until|till|til|by|before|expires?(?: at)?|through|up to|runs out at|good (?:until|till)"
    r"|ends? at)(?: around| about)? $"
)
_HOLDS = re.compile(r"\b(?:hold|holding|held|keeping|pay|paid|deposit|yours|reserv\w*|keep|saved?|expires?|good)\b")
_START_TIMES = re.compile(
    r"\b(?:start(?:s|ing)? at|begins? at|start(?:ing)? times?(?: are|:)|slots?(?: are|:)"
    r"|our (?:four|usual|regular) (?:times|slots))(?:(?! so | but |isn't|not ).)*$"
)
_ARRIVAL = re.compile(r"\b(?:arriv\w+|set(?:ting|s)? ?up|there by|get there|come[s]? (?:at|by|around))\b")


def check_clocks(ground: Ground, days: list[tuple[Said, date | None]]) -> list[Moment]:
    """Refuse times that nobody gave, and pairs of date and time that belong to no fact; return the pairs."""
    heard = {option for words in ground.heard for clock in find_clocks(words) for option in clock.options}
    moments = []
    for found in find_clocks(ground.folded):
        if ground.is_taken(found.start, found.end):
            continue
        ground.take(found.start, found.end)
        part = ground.sentence_at(found.start)
        said, day = _day_of(found, part, days)
        moments.append(Moment(found, day, said, part))
        if leaf := _leaf(ground, found, part, said, day):
            ground.accept(found.start, found.end, leaf)
        elif _START_TIMES.search(ground.folded[part.start : found.start]) or not _by_customer(
            ground, found, said, day, heard
        ):
            _refuse(ground, found, day)
    return moments


def _day_of(clock: Clock, part: Part, days: list[tuple[Said, date | None]]) -> tuple[Said | None, date | None]:
    """The date of the same sentence that the time belongs to: the last one before it, else the first one after."""
    inside = [(said, day) for said, day in days if part.start <= said.start < part.end]
    before = [pair for pair in inside if pair[0].start < clock.start]
    after = [pair for pair in inside if pair[0].start > clock.start]
    if before and re.fullmatch(
        r"\)?,?:? ?(?:at|@|-|from)? ?", part.text[before[-1][0].end - part.start : clock.start - part.start]
    ):
        return before[-1]
    between = part.text[clock.end - part.start : after[0][0].start - part.start] if after else ""
    if after and re.fullmatch(rf"{'' if before else ',?'} ?(?:on|of|this|next|that|the)? ?", between):
        return after[0]
    if before:
        return before[-1]
    earlier = [pair for pair in days if pair[0].start < part.start and pair[1] is not None]
    if earlier and re.search(r"\b(?:same|that) (?:day|date|evening|saturday|sunday|friday)\b", part.text):
        return earlier[-1]
    return after[0] if after and not earlier else (None, None)


def _leaf(ground: Ground, clock: Clock, part: Part, said: Said | None, day: date | None) -> Leaf | None:
    evidence = ground.evidence
    before = ground.folded[max(part.start, clock.start - 24) : clock.start]
    if _LIMIT.search(before) and evidence.expiries and _HOLDS.search(part.text):
        beside = said is not None and (said.end + 5 >= clock.start >= said.start or 0 <= said.start - clock.end <= 6)
        return _first(
            leaf for (on, at), leaf in evidence.expiries.items() if at in clock.options and (not beside or day == on)
        )
    if _START_TIMES.search(ground.folded[part.start : clock.start]) and evidence.slots:
        return _first(evidence.slots[option] for option in clock.options if option in evidence.slots)
    if said is not None and day is not None:
        for option in clock.options:
            if leaf := evidence.moments.get((day, option)):
                return leaf
        if derived := _derived(ground, clock, part, day):
            return derived
        if said.day is not None:
            return None
        return _first(
            leaf for (on, at), leaf in evidence.moments.items() if at in clock.options and on.weekday() == said.weekday
        )
    if said is not None and day is None and said.day is not None:
        return None
    options = [evidence.times[option] for option in clock.options if option in evidence.times]
    return options[0] if options else _derived(ground, clock, part, None)


def _first(leaves: Iterator[Leaf]) -> Leaf | None:
    return next(leaves, None)


def _derived(ground: Ground, clock: Clock, part: Part, day: date | None) -> Leaf | None:
    """An end ("6 to 8 PM") or an arrival (20 minutes before): a known start and a duration of the price list."""
    text = ground.folded
    before = text[max(part.start, clock.start - 12) : clock.start]
    minutes = 0
    if re.search(r"(?:to|-|until|till|around|about|by) ?$", before) and re.search(
        r"\b(?:end|finish|done|wrap|until|to|till|-)", part.text
    ):
        minutes = -ground.profile.booking.duration_minutes
    if _ARRIVAL.search(part.text):
        minutes = ground.profile.venue.setup_minutes
    if not minutes:
        return None
    for option in clock.options:
        start = (datetime.combine(date(2000, 1, 2), option) + timedelta(minutes=minutes)).time()
        for (on, at), leaf in ground.evidence.moments.items():
            if at == start and day in (None, on):
                return leaf
    return None


def _by_customer(ground: Ground, clock: Clock, said: Said | None, day: date | None, heard: set[time]) -> bool:
    """The customer named this time, and the date too if there is one (a date of a fact is theirs as well)."""
    if not heard.intersection(clock.options):
        return False
    if said is not None and day is None:
        return False
    ground.accept_said(clock.start, clock.end)
    return True


def _refuse(ground: Ground, found: Clock, day: date | None) -> None:
    if day is None:
        ground.refuse("time", found.start, found.end, "no fact and no word of the customer has this time")
        return
    known = sorted(at for on, at in ground.evidence.moments if on == day)
    right = f"; the facts name {', '.join(clock(at) for at in known)} for that day" if known else ""
    ground.refuse("date_time", found.start, found.end, f"no fact has this time on {day:%B} {day.day}{right}")

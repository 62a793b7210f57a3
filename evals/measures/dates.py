"""How well days and times are read: 674 booking expressions, and the test files of four public date parsers."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from evals.figures import Figure, Section
from evals.splits import Row, halves, rows_of

from hibachi.language.dates import chosen, find_dates
from hibachi.language.durations import find_moments
from hibachi.language.time_mentions import TimeMention, offset_of
from hibachi.language.times import find_times

BOOKING = """\
Exact date and exact time, both, as the set's README asks. What the readers leave open is a question to the customer: it
counts as right when the right answer is among its choices, and the share answered at once is printed beside it. Silently
wrong is a single reading without any doubt that disagrees. Three of the sources leave the day of a bare time open; duckling
means the next such instant, so a bare time stands for that instant in its rows; it also gives the hour of the present to a
day that is counted from now ("7 days hence"), so a counted day without an hour agrees with it; the share without that
allowance is printed too. A time with a zone is turned to the clock of the row. Development half: ids with an even sha256.
"""
OTHERS = """\
The whole test files of the four parsers, also what no caterer is asked (the past, decades, seconds, other calendars):
exact start, or nothing found where nothing is to be found. A day without a time is noon in chrono. Printed, not judged: each
parser passes its own file by construction, none the file of another.
"""
NOON = time(12)
Moment = tuple[date | None, time | None]


@dataclass(frozen=True, slots=True)
class Read:
    """What the readers say of a text: every reading, and whether any doubt was left."""

    readings: tuple[Moment, ...]
    doubt: bool
    first: date | None = None
    last: date | None = None

    @property
    def nothing(self) -> bool:
        """Nothing was found at all."""
        return self.readings == ((None, None),) and self.first is None


def read(text: str, now: datetime) -> Read:
    """Days and times of a text as a conversation would take them, the likeliest reading first."""
    days_said = find_dates(text, now)
    day, at = chosen(days_said), find_times(text, days=[mention.span for mention in days_said]).chosen
    moments = [moment for moment in find_moments(text, now) if moment.to_the_minute]
    told = [moment for moment in moments if moment.kind == "reckoned"]
    told += [
        moment
        for moment in moments
        if moment.kind != "reckoned" and not at and (moment.kind == "deadline" or moment.wanted or not day)
    ]
    if told:  # the present and the end of the day count where nothing nearer to a party's hour was said
        moment = (told[0].at.date(), told[0].at.time())
        if told[0].kind == "present" and not told[0].exact:  # "at this time" may be today or this very minute
            return Read((moment, (moment[0], None)), doubt=True)
        return Read((moment,), not told[0].exact)
    days: Sequence[date | None] = day.candidates if day and day.candidates else (None,)
    times: Sequence[time | None] = at.candidates if at and at.candidates else (None,)
    readings = tuple(_here(on, clock, at, now) for on in days for clock in times)
    if at and at.candidates and day and day.span.overlaps(at.span):  # "monday 12": the 12th, or at twelve
        readings += tuple((on, None) for on in days)
    doubted = (
        bool(at and at.zone and (not now.tzinfo or offset_of(at.zone) is None))
        or (day is not None and day.certainty != "certain")
        or len({clock for _, clock in readings}) > 1
    )
    return Read(readings, doubted, day.first if day else None, day.last if day else None)


def _here(on: date | None, clock: time | None, at: TimeMention | None, now: datetime) -> Moment:
    """A time that was said with a zone by the clock of now, on the day that it is there."""
    said, here = offset_of(at.zone if at else None), now.utcoffset()
    if clock is None or said is None or here is None:
        return on, clock
    moved = datetime.combine(on or now.date(), clock) + (here - said)
    return (moved.date() if on else None), moved.time()


def measure(datasets: Path) -> list[Section]:
    """The booking expressions, then each parser's own file."""
    folder = datasets / "dates"
    return [
        Section("Dates: booking expressions", BOOKING, _booking(rows_of(folder / "booking_subset.jsonl"))),
        Section("Dates: the test files of four parsers", OTHERS, _others(folder)),
    ]


def _booking(rows: list[Row]) -> list[Figure]:
    figures = []
    for half, part in halves(rows):
        plain = [row for row in part if not row.get("holiday")]
        judged = [judge(row) for row in plain]
        right = sum(verdict in ("right", "asked") for verdict in judged) / len(plain)
        strict = sum(judge(row, counted=False) in ("right", "asked") for row in plain) / len(plain)
        target = 0.95 if half == "measuring" else None
        figures += [
            Figure(f"{half}, without holidays: exact, or asked with the right choice", right, target, len(plain)),
            Figure(f"{half}, without holidays: the same, a counted day has no hour", strict, None, len(plain)),
            Figure(f"{half}, without holidays: answered at once", judged.count("right") / len(plain), None, len(plain)),
            Figure(f"{half}, without holidays: silently wrong", judged.count("silent"), None, len(plain)),
        ]
        days = [judge(row) for row in part if row.get("holiday")]
        good = sum(verdict in ("right", "asked") for verdict in days) / len(days)
        note = "most misses are feasts of other calendars (Vesak, Purim, lunar new year)"
        figures += [
            Figure(f"{half}, holidays", good, None, len(days), note=note),
            Figure(f"{half}, holidays: silently wrong", days.count("silent"), None, len(days)),
        ]
        figures += _by_source(half, plain)
    return figures


def _by_source(half: str, rows: list[Row]) -> list[Figure]:
    total, good = Counter(row["source"] for row in rows), Counter[str]()
    for row in rows:
        good[row["source"]] += judge(row) in ("right", "asked")
    return [Figure(f"{half}, from {name}", good[name] / total[name], None, total[name]) for name in sorted(total)]


def judge(row: Row, *, counted: bool = True) -> str:
    """right, asked (several readings, the right one among them), silent (one reading, wrong) or missed.

    counted: duckling's hour of the present on a day that is counted from now is no part of what was said.
    """
    now = _now(row, row["source"] == "duckling")
    said = read(row["text"], now)
    wanted = {_moment(choice["date"], choice["time"]) for choice in row["any_of"]}
    readings = said.readings
    if row["source"] == "duckling":
        readings = _filled(readings, now)
        hour = now.time().replace(minute=0)
        if counted and any(moment.kind == "reckoned" for moment in find_moments(row["text"], now)):
            readings = tuple((on, hour) if on and not at and (on, hour) in wanted else (on, at) for on, at in readings)
    agreeing = [reading for reading in readings if reading in wanted]
    if agreeing:
        return "right" if len(readings) == 1 and not said.doubt else "asked"
    contradicts = all(_contradicts(readings[0], one) for one in wanted)
    return "silent" if contradicts and len(readings) == 1 and not said.doubt and not said.nothing else "missed"


def _now(row: Row, duckling: bool) -> datetime:
    """The reference instant; duckling's clock is two hours behind UTC (README of the set)."""
    now = datetime.fromisoformat(row["ref"])
    return now.replace(tzinfo=timezone(timedelta(hours=-2))) if duckling else now


def _filled(readings: Sequence[Moment], now: datetime) -> tuple[Moment, ...]:
    """Bare times as the next such instant; of two readings on the clock the nearer one is among the choices."""
    return tuple((on or _next(now, at), at) if at else (on, at) for on, at in readings)


def _next(now: datetime, at: time) -> date:
    return now.date() if at > now.time() else now.date() + timedelta(days=1)


def _moment(on: str | None, at: str | None) -> Moment:
    return (date.fromisoformat(on) if on else None, time.fromisoformat(at) if at else None)


def _contradicts(said: Moment, wanted: Moment) -> bool:
    """A part that was said differs; a part that was left out is no claim."""
    return any(mine is not None and mine != theirs for mine, theirs in zip(said, wanted, strict=True))


def _others(folder: Path) -> list[Figure]:
    figures = []
    for name, agrees in _FILES.items():
        for half, part in halves([row for row in rows_of(folder / f"{name}.jsonl") if row["ref"]]):
            share = sum(agrees(row) for row in part) / len(part)
            figures.append(Figure(f"{name.removesuffix('_en')}, {half}", share, None, len(part)))
    return figures


def _chrono(row: Row) -> bool:
    now, wanted = datetime.fromisoformat(row["ref"]), row["expect"]
    said = read(row["text"], now)
    if wanted is None:
        return said.nothing
    if "start" in wanted:
        start = datetime.fromisoformat(wanted["start"])
        return any((on or now.date(), at or NOON) == (start.date(), start.time()) for on, at in said.readings)
    return any(_has(wanted["start_fields"], on, at) for on, at in (*said.readings, (said.first, None)))


def _has(fields: dict[str, int], on: date | None, at: time | None) -> bool:
    parts = {"year": on, "month": on, "day": on, "hour": at, "minute": at}
    return all(getattr(parts[key], key, None) == value for key, value in fields.items() if key in parts)


def _duckling(row: Row) -> bool:
    now, wanted = _now(row, True), row["expect"]
    said = read(row["text"], now)
    if wanted is None:
        return said.nothing
    start = datetime.fromisoformat(wanted["start"].lstrip("-"))  # "-": the stretch is open before it
    if wanted["grain"] in ("day", "week", "month", "quarter", "year"):
        return start.date() in {said.first, *(on for on, _ in said.readings)}
    return (start.date(), start.time()) in _filled(said.readings, now)


def _dateparser(row: Row) -> bool:
    wanted, now = datetime.fromisoformat(f"{row['expect']:0>19}"), datetime.fromisoformat(row["ref"])
    said = read(row["text"], now)
    return any((on, at or wanted.time()) == (wanted.date(), wanted.time()) for on, at in said.readings)


def _recognizers(row: Row) -> bool:
    said = read(row["text"], datetime.fromisoformat(row["ref"]))
    if not row["expect"]:
        return said.nothing
    values = [value for found in row["expect"] for value in found["values"]]
    return any(_is_value(value, said) for value in values)


def _is_value(value: dict[str, str], said: Read) -> bool:
    told = value.get("value") or value.get("start") or ""
    try:
        if ":" not in told:
            return date.fromisoformat(told) in {said.first, *(on for on, _ in said.readings)}
        if "-" not in told:
            return time.fromisoformat(told) in {at for _, at in said.readings}
        at = datetime.fromisoformat(told)
    except ValueError:
        return False
    return (at.date(), at.time()) in said.readings


_FILES: dict[str, Callable[[Row], bool]] = {
    "chrono_en": _chrono,
    "duckling_en": _duckling,
    "dateparser_en": _dateparser,
    "recognizers_text_en": _recognizers,
}

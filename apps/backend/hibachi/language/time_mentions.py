"""A time of day as it was said, with every reading that it has."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.language.spans import Span

Part = Literal["morning", "lunch", "afternoon", "evening", "night"]
Role = Literal["at", "from", "to", "not"]

PARTS: dict[Part, tuple[int, int]] = {
    "morning": (5, 11),
    "lunch": (11, 14),
    "afternoon": (12, 17),
    "evening": (16, 23),
    "night": (17, 24),
}
_FAMILIES = (
    (-10.0, "HST"), (-9.0, "AKST AKDT"), (-4.0, "AST"), (2.0, "CEST EET"), (3.0, "EEST"), (9.0, "JST"), (10.0, "AEST"),
    (-8.0, "PST PDT PT PACIFIC"), (-7.0, "MST MDT MT MOUNTAIN"), (-6.0, "CST CDT CT CENTRAL"),
    (-5.0, "EST EDT ET EASTERN"), (0.0, "GMT UTC"), (1.0, "BST CET"), (5.5, "IST"),
)  # fmt: skip
_OFFSETS = {name: timedelta(hours=hours) for hours, names in _FAMILIES for name in names.split()} | {"Z": timedelta()}
_FROM_UTC = re.compile(r"(?:UTC|GMT)? ?(?P<sign>[+-])(?P<h>\d{1,2})(?::?(?P<m>\d\d))?")
_AMERICAN = timedelta(hours=-5)
"""American zones change their clocks on the same nights, so that only their standard offsets differ."""


def offset_of(zone: str | None) -> timedelta | None:
    """How far a zone's clock is before UTC: "PST", "UTC-5", "+02:00", "Z"; None for one that is not known."""
    told = _FROM_UTC.fullmatch(zone or "")
    if told is None:
        return _OFFSETS.get(zone or "")
    ahead = timedelta(hours=int(told["h"]), minutes=int(told["m"] or 0))
    return ahead if told["sign"] == "+" else -ahead


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time that was said. candidates: readings, the likelier first; empty when only a part of the day was named.

    part: the part of the day said with it or alone. role: "from" and "to" of a move, "not" when turned down.
    approximate: "6-ish", "around 6". until: the end of a stretch ("6 to 8pm"). zone: a time zone said with it ("PST").
    """

    candidates: tuple[time, ...]
    span: Span
    part: Part | None = None
    role: Role = "at"
    approximate: bool = False
    until: time | None = None
    zone: str | None = None

    @property
    def only(self) -> time | None:
        """The time, when there is no doubt about it."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    def on_clock_of(self, here: datetime) -> "TimeMention":
        """The same times on the clock of here (an aware instant of the party's zone): "6pm EST" is 3 PM in California."""
        said, offset = offset_of(self.zone), here.utcoffset()
        if said is None or offset is None:
            return self
        american = said <= _AMERICAN and self.zone in _OFFSETS
        own = offset - (here.dst() or timedelta()) if american else offset
        moved = tuple((datetime.combine(here.date(), at) + (own - said)).time() for at in self.candidates)
        return replace(self, candidates=moved)

    def among(self, slots: Iterable[time]) -> tuple[time, ...]:
        """The slots that this mention can mean: equal to a reading, or within the part of the day that was named."""
        offered = tuple(slots)
        if self.candidates:
            exact = tuple(slot for slot in offered if slot in self.candidates)
            return exact or tuple(slot for slot in offered if self.until and self.candidates[0] <= slot <= self.until)
        low, high = PARTS[self.part] if self.part else (0, 24)
        return tuple(slot for slot in offered if low <= slot.hour < high)


@dataclass(frozen=True, slots=True)
class Times:
    """All times of a text; same: the time is to stay; any_time: the customer does not mind."""

    mentions: tuple[TimeMention, ...]
    same: bool
    any_time: bool

    @property
    def chosen(self) -> TimeMention | None:
        """What the customer settled on: the last mention neither turned down nor left behind; a clock time before a part."""
        wanted = [mention for mention in self.mentions if mention.role in ("at", "to")]
        exact = [mention for mention in wanted if mention.candidates]
        return next(reversed(exact or wanted), None)

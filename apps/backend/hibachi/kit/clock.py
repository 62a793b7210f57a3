"""The only place that knows what time it is. Instants are UTC; wall times belong to the zone of an address."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from hibachi.kit.errors import InvalidInput


class Clock(Protocol):
    """Tells the present instant, in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class SettableClock:
    """A clock that stands where it was put: the sandbox's and the tests'."""

    def __init__(self, instant: datetime) -> None:
        self._instant = _utc(instant)

    def now(self) -> datetime:
        return self._instant

    def set(self, instant: datetime) -> None:
        """Put the clock on an aware instant."""
        self._instant = _utc(instant)

    def advance(self, by: timedelta) -> None:
        """Move the clock forward by an elapsed time."""
        self._instant += by


class NonexistentTime(InvalidInput):
    """A wall time that the clocks of its zone skip (spring change)."""

    code = "time_does_not_exist"
    message = "That time does not exist on that day: the clocks jump over it."
    next_step = "Choose a time before or after the change of the clocks."


class AmbiguousTime(InvalidInput):
    """A wall time that the clocks of its zone show twice (autumn change)."""

    code = "time_happens_twice"
    message = "That time happens twice on that day, because the clocks go back."
    next_step = "Choose a time before or after the change of the clocks."


def _utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(UTC)


def wall(instant: datetime, zone: str) -> datetime:
    """The wall time of an instant in an IANA zone (an aware datetime)."""
    return instant.astimezone(ZoneInfo(zone))


def instant_of(day: date, at: time, zone: str) -> datetime:
    """The UTC instant of a wall time in an IANA zone; raises NonexistentTime or AmbiguousTime on the change nights."""
    local = datetime.combine(day, at, ZoneInfo(zone))
    instant = local.astimezone(UTC)
    if instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NonexistentTime()
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        raise AmbiguousTime()
    return instant

"""After a provider fails, it is left alone for a while, so that no customer waits for the same failure again."""

from datetime import datetime, timedelta

from hibachi.kit.clock import Clock

FAILURES = 3
REST = timedelta(seconds=30)


class Breaker:
    """Open after a few failures in a row; closed again after a rest, or by a success."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failures = 0
        self._until: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether the provider is being left alone now."""
        return self._until is not None and self._clock.now() < self._until

    def failed(self) -> None:
        """Count a failure; the last one that is borne opens the breaker."""
        self._failures += 1
        if self._failures >= FAILURES:
            self._until = self._clock.now() + REST

    def succeeded(self) -> None:
        """Forget earlier failures."""
        self._failures = 0
        self._until = None

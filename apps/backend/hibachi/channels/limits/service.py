"""Use cases of limits: count one more, and say whether it is too many."""

from typing import TYPE_CHECKING

from hibachi.channels.limits import repository, rules
from hibachi.channels.limits.errors import RedisAway
from hibachi.channels.limits.schemas import Count, Limit
from hibachi.kit.db import Tx
from hibachi.settings import Settings

if TYPE_CHECKING:
    from hibachi.channels.limits.gateway import RedisCounters

__all__ = ["Count", "Limit", "Limits", "open_limits", "tidy"]


class Limits:
    """Counts in Redis where the installation has one, and in PostgreSQL where not, or while Redis is away."""

    def __init__(self, counters: "RedisCounters | None" = None) -> None:
        self._counters = counters

    async def hit(self, tx: Tx, *, limit: Limit, whom: str) -> Count:
        """Count one of somebody in the window of tx.now. In PostgreSQL the count stands or falls with the transaction."""
        number, key = rules.window(limit, tx.now), rules.key(limit, whom)
        ends_at = rules.ends_at(limit, number)
        if self._counters is not None:
            try:
                return Count(limit, await self._counters.hit(f"{key}:{number}", seconds=limit.seconds), ends_at)
            except RedisAway:
                pass  # counted below: Redis going away costs the counts so far, and nothing else
        return Count(limit, await repository.hit(tx, key=key, number=number, ends_at=ends_at), ends_at)

    async def allowed(self, tx: Tx, *, name: str, most: int, seconds: int, whom: str) -> bool:
        """Count one more of somebody, for a module below this one; whether it is still taken."""
        return not (await self.hit(tx, limit=Limit(name, most, seconds), whom=whom)).exceeded

    async def health(self) -> dict[str, bool]:
        """Whether Redis is configured, and then whether it answers."""
        if self._counters is None:
            return {"configured": False}
        return {"configured": True, "up": await self._counters.up()}

    async def close(self) -> None:
        """Close the connections."""
        if self._counters is not None:
            await self._counters.close()


def open_limits(settings: Settings) -> Limits:
    """The limits of an installation: REDIS_URL says where to count."""
    if settings.redis_url is None:
        return Limits()
    from hibachi.channels.limits.gateway import RedisCounters  # the library is imported where there is a Redis

    return Limits(RedisCounters(settings.redis_url))


async def tidy(tx: Tx) -> None:
    """Delete the counters of windows that are over."""
    await repository.forget(tx, before=tx.now)

"""The Redis of this installation: one counter, one round trip."""

import logging
import time

from pydantic import SecretStr
from redis.asyncio import Redis
from redis.exceptions import RedisError

from hibachi.channels.limits.errors import RedisAway

log = logging.getLogger(__name__)
TIMEOUT_SECONDS = 0.25
REST_SECONDS = 5.0
PREFIX = "hibachi:rate:"


class RedisCounters:
    """Counters in Redis. After a failure it is left alone for some seconds, so that no message waits for it."""

    def __init__(self, url: SecretStr) -> None:
        self._redis = Redis.from_url(
            url.get_secret_value(), socket_timeout=TIMEOUT_SECONDS, socket_connect_timeout=TIMEOUT_SECONDS, retry=None
        )
        self._resting_until = 0.0

    async def hit(self, key: str, *, seconds: int) -> int:
        """Count one, and let the counter go two windows later; how many there are now. Raises RedisAway."""
        if time.monotonic() < self._resting_until:
            raise RedisAway()
        try:
            async with self._redis.pipeline(transaction=True) as pipeline:
                pipeline.incr(PREFIX + key)
                pipeline.expire(PREFIX + key, 2 * seconds)
                hits, _ = await pipeline.execute()
        except (RedisError, OSError) as problem:
            self._resting_until = time.monotonic() + REST_SECONDS
            log.warning("redis does not answer (%s): counting in the database", type(problem).__name__)
            raise RedisAway() from None
        return int(hits)

    async def up(self) -> bool:
        """Whether it answers now."""
        try:
            return bool(await self._redis.ping())
        except (RedisError, OSError):
            return False

    async def close(self) -> None:
        """Close the connections."""
        await self._redis.aclose()

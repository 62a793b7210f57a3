"""How often anybody may write through a public form: a port that the composition fills with the installation's counters."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import Request

from hibachi.kit.db import Tx
from hibachi.kit.errors import TooMany

Allowed = Callable[..., Awaitable[bool]]
"""`allowed(tx, name=, most=, seconds=, whom=)`: count one more of somebody, and say whether it is still taken."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """At most so many in so many seconds."""

    name: str
    most: int
    seconds: int


async def count_address(tx: Tx, request: Request, ceiling: Ceiling) -> None:
    """Count one of a network address. Raises TooMany."""
    await count(tx, request, ceiling, request.client.host if request.client else "unknown")


async def count(tx: Tx, request: Request, ceiling: Ceiling, whom: str) -> None:
    """Count one of somebody. Raises TooMany; what is refused writes nothing."""
    allowed: Allowed = request.app.state.allowed
    if not await allowed(tx, name=ceiling.name, most=ceiling.most, seconds=ceiling.seconds, whom=whom):
        raise TooMany()

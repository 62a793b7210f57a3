"""Pure decisions: which pages may open a socket, how fast somebody may write, and which price a reply told."""

from collections.abc import Collection, Sequence
from typing import Any
from urllib.parse import urlsplit

from hibachi.kit import money

LONGEST_FRAME = 64 * 1024
BURST, PER_SECOND = 20.0, 0.5
"""Frames that may come at once, and how many more each second."""
MOST_WARNINGS = 5
MOST_SOCKETS = 2000
MOST_IN_FLIGHT = 5


class Budget:
    """How many frames somebody may still send: a bucket that fills again. Times in seconds, on any clock that runs."""

    def __init__(self, now: float) -> None:
        self._left = BURST
        self._at = now

    def take(self, now: float) -> bool:
        """One more frame; False when there were too many."""
        self._left = min(BURST, self._left + (now - self._at) * PER_SECOND)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


def quoted(tools: Sequence[dict[str, Any]], text: str) -> str | None:
    """The id of the newest quote whose total the reply says itself; None where it told no price."""
    for tool in reversed(tools):
        result = tool.get("result") or {}
        quote = result if tool.get("name") == "calculate_party_quote" else result.get("quote")
        if isinstance(quote, dict) and quote.get("quote_id") and quote.get("total"):
            told = money.spoken(money.parse(quote["total"]))
            return str(quote["quote_id"]) if told in text else None
    return None


def may_open(origin: str | None, *, host: str | None, allowed: Collection[str]) -> bool:
    """Whether a page of this origin may open a socket: our own host, an allowed one, or no browser at all."""
    if origin is None:
        return True
    return origin in allowed or "*" in allowed or (host is not None and urlsplit(origin).netloc == host)

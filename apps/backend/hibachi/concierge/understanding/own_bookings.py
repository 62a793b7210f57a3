"""The customer's parties among the facts of a turn: those that are to come, and all others. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

Bookings = list[dict[str, Any]]
LIVE = ("deposit_pending", "confirmed")
GUEST_SLOTS = ("adults", "children", "toddlers")


class FactLike(Protocol):
    """A result of a tool."""

    @property
    def tool(self) -> str: ...
    @property
    def result(self) -> dict[str, Any]: ...


def heads_of(party: dict[str, Any]) -> int:
    """Everybody who comes, whatever they pay."""
    return sum(int(party.get(slot) or 0) for slot in GUEST_SLOTS)


def told_apart(facts: Sequence[FactLike], now_local: datetime) -> tuple[Bookings, Bookings]:
    """The customer's live parties to come, and all others."""
    found: Bookings = next(
        (fact.result.get("bookings", []) for fact in reversed(facts) if fact.tool == "customer_bookings"), []
    )
    today = now_local.date().isoformat()
    own = [one for one in found if one.get("status") in LIVE and str(one.get("date")) >= today]
    return own, [one for one in found if one not in own and one.get("status") != "cancelled"]

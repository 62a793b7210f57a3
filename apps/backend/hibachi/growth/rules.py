"""Pure decisions about leads."""

from datetime import datetime, timedelta

from hibachi.policies.schemas import FollowUps

OPEN = ("new", "contacted", "qualified")
_RANK = {status: rank for rank, status in enumerate(OPEN)}


def advanced(present: str, reached: str) -> str:
    """The further of two open states: a qualified lead stays qualified when it is contacted again."""
    return max(present, reached, key=lambda status: _RANK[status])


def next_follow_up(done: int, now: datetime, policy: FollowUps) -> datetime | None:
    """When to ask again after so many follow-ups, by the owner's hours; None when it was asked often enough."""
    waits = [step.after_hours for step in policy.quote_without_booking]
    return now + timedelta(hours=waits[done]) if done < len(waits) else None


def rate(converted: int, all_leads: int) -> float | None:
    """The share of leads that became parties; None when there was none."""
    return round(converted / all_leads, 4) if all_leads else None

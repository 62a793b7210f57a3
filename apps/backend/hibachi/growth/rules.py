"""Pure decisions about leads."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

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


def folded(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, Any]:
    """One lead of two of one person, as the fields of the earlier: the newest wish, every attempt and follow-up of both."""
    newest, other = sorted((later, earlier), key=lambda lead: lead["updated_at"], reverse=True)
    due = [lead["follow_up_at"] for lead in (earlier, later) if lead["follow_up_at"]]
    contacted = [lead["last_contact_at"] for lead in (earlier, later) if lead["last_contact_at"]]
    notes = [lead["notes"] for lead in (other, newest) if lead["notes"]]
    return {
        **{field: newest[field] or other[field] for field in ("name", "phone", "email", "reason", "updated_at")},
        "wanted": {**other["wanted"], **{what: said for what, said in newest["wanted"].items() if said is not None}},
        "status": advanced(earlier["status"], later["status"]),
        "attempts": earlier["attempts"] + later["attempts"],
        "follow_ups": earlier["follow_ups"] + later["follow_ups"],
        "follow_up_at": min(due, default=None),
        "last_contact_at": max(contacted, default=None),
        "notes": "\n".join(notes) or None,
    }


def rate(converted: int, all_leads: int) -> float | None:
    """The share of leads that became parties; None when there was none."""
    return round(converted / all_leads, 4) if all_leads else None

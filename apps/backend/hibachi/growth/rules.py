"""Pure decisions about leads."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from hibachi.policies.growth import LeadPoints
from hibachi.policies.schemas import FollowUps

OPEN = ("new", "contacted", "qualified")
MOST = 100
MOST_TRIES = 3
"""Further attempts that count for a score: after these it says nothing new."""
_RANK = {status: rank for rank, status in enumerate(OPEN)}


def advanced(present: str, reached: str) -> str:
    """The further of two open states: a qualified lead stays qualified when it is contacted again."""
    return max(present, reached, key=lambda status: _RANK[status])


def next_follow_up(done: int, now: datetime, policy: FollowUps) -> datetime | None:
    """When to ask again after so many follow-ups, by the owner's hours; None when it was asked often enough."""
    waits = [step.after_hours for step in policy.quote_without_booking]
    return now + timedelta(hours=waits[done]) if done < len(waits) else None


def score(lead: Mapping[str, Any], points: LeadPoints, today: date) -> int:
    """How worth a call a lead is, 0 to 100, by the owner's points for what is known of it. today: in the business's zone."""
    wanted = lead["wanted"]
    day, guests = _day(wanted.get("event_date")), _guests(wanted)
    known = {
        "phone": lead["phone"],
        "email": lead["email"],
        "date": day is not None and day >= today,
        "soon": day is not None and 0 <= (day - today).days <= points.soon_days,
        "place": wanted.get("zip"),
        "guests": guests > 0,
        "large": guests >= points.large_from,
    }
    each: dict[str, int] = points.model_dump(include=set(known))
    total = points.source.get(lead["source"], 0) + sum(each[what] for what, given in known.items() if given)
    tries: int = min(lead["attempts"] - 1, MOST_TRIES)
    return min(MOST, total + points.again * tries)


def _day(said: Any) -> date | None:
    try:
        return date.fromisoformat(said)
    except (TypeError, ValueError):
        return None


def _guests(wanted: Mapping[str, Any]) -> int:
    counts = [wanted.get(kind) for kind in ("adults", "children")]
    return sum(count for count in counts if isinstance(count, int) and count > 0)


def folded(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, Any]:
    """One lead of two of one person, as the fields of the earlier: the newest wish, every attempt and follow-up of both."""
    newest, other = sorted((later, earlier), key=lambda lead: lead["updated_at"], reverse=True)
    due = [lead["follow_up_at"] for lead in (earlier, later) if lead["follow_up_at"]]
    contacted = [lead["last_contact_at"] for lead in (earlier, later) if lead["last_contact_at"]]
    notes = [lead["notes"] for lead in (other, newest) if lead["notes"]]
    return {
        **{field: newest[field] or other[field] for field in ("name", "phone", "email", "reason", "updated_at")},
        "score": max(earlier["score"], later["score"]),
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

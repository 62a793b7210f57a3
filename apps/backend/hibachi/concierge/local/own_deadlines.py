"""Until when a party can be moved or called off, told by its own day and hour."""

from typing import Any

from hibachi.concierge.local.known import ANSWERED, LIVE, Known
from hibachi.kit import lazy_re as re

_PLANS = ("quote", "booking")
_OF_ANOTHER = re.compile(r"\b(?:another|second|new|next|friends?'?s?) (?:party|one|booking|date|event)\b", re.I)


def stands(known: Known) -> dict[str, Any] | None:
    """The one confirmed party that a rule is asked of; None where there are several, or another one is planned."""
    live = [one for one in known.bookings() if one.get("status") in LIVE and str(one.get("date")) >= known.today]
    if len(live) != 1 or known.dialogue.goal in _PLANS or _OF_ANOTHER.search(known.frame.text):
        return None
    return live[0] if live[0]["status"] == "confirmed" else None


def say_moves(known: Known) -> None:
    """What moving costs: the rule, or that this party has had its free move."""
    facts, party = known.topic("reschedule"), stands(known)
    moved = int((party or {}).get("reschedules") or 0) >= facts["policies.reschedule_free"]["times"]
    known.say("topic:reschedule", at=ANSWERED, facts=facts, words=known.frame.text, moved=moved)


def say_move(known: Known, party: dict[str, Any]) -> None:
    """The last moment for a free move of this party, in place of the rule."""
    known.unsay("topic:reschedule")
    known.say("move_until", at=ANSWERED, booking=party, facts=known.topic("reschedule"), now=known.turn.now, zone=known.turn.zone)  # fmt: skip


def say_cancellation(known: Known, topic: str) -> None:
    """What is kept; of a day that was named, of the party that is planned."""
    day, on = known.dialogue.day, known.frame.cancel_days
    facts = known.topic(topic)
    if day is None or known.dialogue.booked is not None or not on:
        planned = day.isoformat() if day is not None and known.dialogue.booked is None else None
        if planned is not None:
            known.need("check_availability", date=planned)  # the day that the last one is counted from is a fact
        known.say("topic:cancellation", at=ANSWERED, facts=facts, words=known.frame.text, party=planned, today=known.today)  # fmt: skip
        return
    known.say(
        "cancelled_on", at=ANSWERED, facts=facts, on=on[-1].isoformat(), party=day.isoformat(), words=known.frame.text
    )

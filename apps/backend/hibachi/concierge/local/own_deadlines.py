"""Until when a party that stands can be moved, told by its own day and hour."""

from typing import Any

from hibachi.concierge.local.known import ANSWERED, Known


def say_move(known: Known, party: dict[str, Any]) -> None:
    """The last moment for a free move of this party, in place of the rule."""
    known.unsay("topic:reschedule")
    known.say("move_until", at=ANSWERED, booking=party, facts=known.topic("reschedule"), now=known.turn.now, zone=known.turn.zone)  # fmt: skip

"""Reminders alone are to stop: what STOP would end besides is said, and our team is offered; nobody is cut off by it."""

from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding.schemas import Pending


def plan(known: Known) -> bool:
    """Say what stops, and ask; False where no reminders are complained of."""
    if not known.does("stops_reminders"):
        return False
    known.unsay("sympathy")
    known.say("reminders_only", at=ANSWERED)
    known.note(pending=Pending(kind="human"), offered_human=True, expecting=("human",))
    return True

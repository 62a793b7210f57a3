"""Included dishes told for a party that stands: that they are included, that it is noted, until when they may change."""

from hibachi.concierge.local import own_notes
from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding import menu_choices


def plan(known: Known) -> bool:
    """Answer who only tells, or swaps, what is included; False where anything else is to be done."""
    pending = known.dialogue.pending
    waits = pending is not None and pending.kind in ("change", "cancel")
    if not known.does(menu_choices.ACT) or waits or known.dialogue.goal == "cancel" or known.changed("change"):
        return False
    say(known, beside=False)
    known.note(goal=None if known.dialogue.goal == "change" else known.dialogue.goal)
    return True


def say(known: Known, *, beside: bool) -> None:
    """What is included of what was told; beside: a change that costs is shown in the same message."""
    known.unsay("item_prices")
    known.unsay("topic:menu_change")
    noted = own_notes.note_menu(known)
    known.say("menu_told", at=ANSWERED, keys=menu_choices.included(known.frame, known.profile), beside=beside, noted=noted, menu=known.need("get_menu")["menu"])  # fmt: skip
    if not beside or known.frame.question:
        known.say("topic:menu_change", at=ANSWERED, facts=known.topic("menu_change"))

"""Who said no to a summary and does not want anything else either: it is left at that, and not summed up again."""

from hibachi.concierge.local.known import DONE, Known


def leaves_it(known: Known) -> bool:
    """ "Nothing, just changed my mind", asked what should be different; False where something else is said."""
    dialogue = known.dialogue
    asked = "what_else" in dialogue.expecting and dialogue.goal == "booking"
    if not asked or known.reading.changed or known.frame.topics or known.frame.question:
        return False
    if known.frame.answer != "no" and not known.does("gives_up", "decline_extras", "keep"):
        return False
    known.say("left_at_that", at=DONE)
    known.note(goal=None, expecting=())
    return True

"""Who says that he was not answered never hears the same sentences again: a person is offered instead."""

from hibachi.concierge.local.steps import Act, Say
from hibachi.concierge.turn import Turn
from hibachi.concierge.understanding import asked_in_vain
from hibachi.concierge.understanding.schemas import Pending
from hibachi.language.spans import fold


def instead(turn: Turn, step: Say) -> Say | None:
    """What is said instead of words that were all said before; None where they may come again.

    An offer that waits for its yes is shown again, and where a person takes over nothing is offered.
    """
    pending = step.dialogue.pending
    waits = pending is not None and pending.kind != "human"
    if waits or turn.reading.handover is not None or not asked_in_vain.complains(fold("\n".join(turn.new))):
        return None
    dialogue = step.dialogue.model_copy(
        update={"pending": Pending(kind="human"), "offered_human": True, "expecting": ("human",)}
    )
    return Say((Act("all_i_know", {}), Act("offer_person", {})), dialogue)

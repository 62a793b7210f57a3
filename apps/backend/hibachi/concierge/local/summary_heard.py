"""Whether what is said at a summary is a yes, or tells something."""

from hibachi.concierge.local.known import Known
from hibachi.concierge.understanding.frames import LONGEST_YES


def says_yes(known: Known) -> bool:
    """A yes without an "if" and without a question of its own; "yes, but is it refundable?" is asked again."""
    frame, agreed = known.frame, known.reading.agreed
    if agreed is not None and agreed.kind == "book":
        return True
    if len(frame.text.split()) > LONGEST_YES or frame.doubted:
        return False
    return (frame.answer == "yes" and frame.strength != "weak" and not frame.conditional) or known.does("book")


LEAST_TOLD = 4  # words: whoever says more at a summary told something, and hears that it was read


def tells(known: Known) -> bool:
    """Whether a remark that no rule reads was made beside the open question: it is answered for, never skipped."""
    frame = known.frame
    plain = (
        "?" not in frame.text
        and not frame.evidence
        and not known.does("injection", "off_topic", "only_emoji", "laughs")
    )
    return len(frame.text.split()) >= LEAST_TOLD and frame.answer is None and plain

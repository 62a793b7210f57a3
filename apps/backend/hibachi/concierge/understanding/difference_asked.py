"""What becomes of the difference once a party costs less or more: "do I get anything back since it's less?". Pure.

It is asked of a change, not of a cancellation: nothing is sent back, what is left to pay is another sum.
"""

from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

ACT = "asks_difference"
_BACK = re.compile(
    r"\b(?:get|see|receive|expect|have|gets|got)\b[^.?!]{0,25}\b(?:any(?:thing)?|some(?:thing)?|money"
    r"|the (?:difference|rest|extra)"
    r"|part|it|that|\$?\d{2,4}(?: dollars| bucks)?|cash)\b[^.?!]{0,20}\bback\b"
    r"|\b(?:refund|reimburs|credit)\w*\b[^.?!]{0,25}\b(?:the difference|for (?:the|those|them|him|her|that|it)|part"
    r"|the \$?\d)"
    r"|\b(?:is|are|was) (?:that|it|there|this) (?:now |then )?(?:a|any|some) (?:refund|credit|money back)\b"
    r"|\b(?:come|comes|go|goes|taken?) off (?:of )?(?:the |my |our )?(?:rest|balance|bill|total|remainder|end)\b"
    r"|\b(?:send|give|pay|transfer|zelle|venmo)\b[^.?!]{0,15}\b(?:me|us)?\b[^.?!]{0,15}\b(?:the difference|(?:it"
    r"|that|the \$?\d{2,4}|something|anything) back)\b"
    r"|\bany (?:money |cash |refund )?back\b|\bmoney back\W*$"
    r"|\bwhat (?:happens|about|becomes)\b[^.?!]{0,12}\bthe difference\b|\b(?:bill|charge|owe|pay|get|keep"
    r"|invoice)\w*\b[^.?!]{0,15}\bthe difference\b"
)
_OF_THE_END = re.compile(r"\b(?:cancel\w*|call\w* (?:it |this )?off|back out|postpon\w*|in case|if|rain\w*|no.?show)\b")
_DEPOSIT = re.compile(r"\bdeposit\b")
_SINCE = re.compile(r"\b(?:since|because|now that|less|fewer|cheaper|lower|smaller)\b")


def told(frame: Frame, dialogue: Dialogue, own: Bookings) -> Frame:
    """The frame of who asks of the difference, where a change was shown or made in this talk."""
    pending = dialogue.pending
    waits = pending is not None and pending.kind == "change"
    if not own or not (waits or dialogue.changed_here) or not is_asked(frame.text):
        return frame
    paid = () if any(one.get("status") == "deposit_pending" for one in own) else ("paid_claim",)
    acts = tuple(act for act in frame.acts if act not in (*paid, "cancel", "deposit_state"))
    beside = ("cancellation", "deposit", "price", "refund_when", "balance", "reschedule")
    topics = tuple(one for one in frame.topics if one not in beside)
    told = {"acts": tuple(dict.fromkeys((*acts, ACT, "about_own", "own_booking"))), "topics": topics, "unknown": ()}
    return frame.model_copy(update=told)


def is_asked(text: str) -> bool:
    """Whether it is asked what becomes of the difference, and not of the deposit of a party that ends."""
    said = fold(text)
    if _OF_THE_END.search(said) or (_DEPOSIT.search(said) and not _SINCE.search(said)):
        return False
    return bool(_BACK.search(said))

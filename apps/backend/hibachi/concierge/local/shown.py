"""What is asked of a change that was shown: answered from its preview, and the open question is asked once more."""

from hibachi.concierge.local import existing
from hibachi.concierge.local.known import ANSWERED, ASKED, Known
from hibachi.concierge.understanding import shown_asked
from hibachi.concierge.understanding.schemas import Pending

_KINDS = {shown_asked.WHY: "shown_why", shown_asked.FREE: "shown_free", shown_asked.MEANS: "shown_means"}


def plan(known: Known) -> bool:
    """Answer it; False where nothing of the kind is asked."""
    pending = known.dialogue.pending
    if known.does(shown_asked.CHECK_TIME):
        known.say("check_time", at=ANSWERED)
        return True
    if known.does(shown_asked.WHY_NOT_YOU):
        known.say("only_the_team", at=ANSWERED)
        _ask_again(known, pending)
        return True
    if known.does(shown_asked.DONE_YET) and pending is not None:
        known.say("not_done_yet", at=ANSWERED)
        _ask_again(known, pending)
        return True
    kind = next((_KINDS[act] for act in known.frame.acts if act in _KINDS), None)
    if kind is None or pending is None or pending.booking_id is None:
        return False
    booking = next((one for one in existing.own_parties(known) if str(one["id"]) == pending.booking_id), None)
    if booking is None:
        return False
    if pending.kind == "cancel":
        preview = known.need("preview_cancel", booking_id=pending.booking_id)
        known.say("cancel_means", at=ANSWERED, preview=preview, booking=booking)
    else:
        preview = known.need("preview_change", booking_id=pending.booking_id, **pending.arguments)
        known.say(
            kind, at=ANSWERED, preview=preview, booking=booking, arguments=pending.arguments, words=known.frame.text
        )
    _ask_again(known, pending)
    return True


def _ask_again(known: Known, pending: Pending | None) -> None:
    if pending is not None and pending.kind in ("change", "cancel"):
        known.say("confirm_deed", at=ASKED, deed=pending.kind)
        known.note(expecting=("yes",))
        return
    known.say("shall_pass_on", at=ASKED)
    known.note(pending=Pending(kind="human"), offered_human=True, expecting=("human",))

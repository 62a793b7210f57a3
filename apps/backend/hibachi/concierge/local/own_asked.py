"""What is asked in passing of a party that is booked, and a note that was offered for it and agreed to."""

from typing import Any

from hibachi.concierge.local import confirming, existing, late_notes, own_deadlines, own_notes, own_terms
from hibachi.concierge.local.known import ANSWERED, DONE, Known
from hibachi.concierge.understanding import asked_of_own, beside_booked, own_words, paid_talk, shown_asked
from hibachi.concierge.understanding import existing as understood
from hibachi.concierge.understanding.schemas import Pending

_ASKED = (asked_of_own.MEMO, asked_of_own.CANCELS_ON, asked_of_own.IF_CANCELLED)


def answer(known: Known) -> None:
    """Answer what such words ask; what waits for a yes goes on waiting."""
    _note_agreed(known)
    own_notes.note(known)
    own_notes.note_diets(known)
    confirming.answer(known)
    late_notes.say(known)
    own_terms.answer(known)
    if known.does(paid_talk.HOW_PAID):
        known.say("heard", at=ANSWERED)
        known.note(answered=(*known.noted("answered"), shown_asked.CHECKED)[-8:])
    if known.does(beside_booked.PAPERS):
        known.say("papers", at=ANSWERED)
        known.note(pending=Pending(kind="human"), offered_human=True, expecting=("human",))
    _of_the_paid(known)
    moves = known.said("topic:reschedule") and own_words.asks_until(known.frame.text)
    if not (known.asked("guest_count_final", "menu_change") or known.does(*_ASKED) or moves):
        return
    party = _party(known)
    if party is None:
        return
    if moves:
        own_deadlines.say_move(known, party)
    if known.said("topic:guest_count_final"):
        known.unsay("topic:guest_count_final")
        known.say("count_until", at=ANSWERED, booking=party, facts=known.topic("guest_count_final"), now=known.turn.now, zone=known.turn.zone)  # fmt: skip
    if known.said("topic:menu_change") and not known.said("menu_until"):
        known.unsay("topic:menu_change")
        own_terms.menu_until(known, [party])
    if known.does(asked_of_own.MEMO):
        known.say("what_memo", at=ANSWERED)
    if known.does(asked_of_own.IF_CANCELLED):
        existing.refund(known, [party])
    day = asked_of_own.last_day(known.frame)
    if day is not None:
        preview = known.need("preview_cancel", booking_id=str(party["id"]))
        if preview.get("deadline"):
            known.say("refund_then", at=ANSWERED, preview=preview, on=day.isoformat())


def _of_the_paid(known: Known) -> None:
    """Whose deposit is in hears how his party stands, not when one is confirmed or how long a date is held."""
    if not known.said("topic:confirmed_when", "topic:hold_time"):
        return
    party = _party(known)
    if party is None or party.get("status") != "confirmed":
        return
    if known.said("topic:confirmed_when"):
        known.unsay("topic:confirmed_when")
        if not known.does("status", "deposit_state"):
            known.say("own_state", at=ANSWERED, booking=party, words=known.frame.text)
    if known.does("paid_claim", "deposit_state"):
        known.unsay("topic:hold_time")


def _party(known: Known) -> dict[str, Any] | None:
    """The one party that can be meant; of somebody who has none nothing is asked."""
    if not known.bookings() or understood.drafts(known.dialogue):
        return None
    found = existing.meant(known)
    return found[0] if len(found) == 1 else None


def _note_agreed(known: Known) -> None:
    """A diet that was offered to be noted and agreed to is noted, whatever else the message asks: it changes no price."""
    pending = known.dialogue.pending
    if pending is None or pending.kind != "change" or set(pending.arguments) != {"dietary"}:
        return
    if known.frame.answer != "yes" or not known.frame.question:
        return
    done = known.need("change_booking", booking_id=pending.booking_id, **pending.arguments)
    if done.get("changed"):
        known.say("noted_diet", at=DONE)
        known.settle(pending=None, goal=None, change={}, expecting=())

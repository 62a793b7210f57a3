"""Matters of a party that a person has to see to, put into the thread of whose it is. Each may be told twice."""

from hibachi.bookings import service as bookings
from hibachi.bookings.events import BookingChanged, BookingRequested, DepositPaid, GuestChose
from hibachi.bookings.schemas import Booking
from hibachi.concierge import service as concierge
from hibachi.conversations import service as conversations
from hibachi.kit.db import Tx
from hibachi.kit.money import spoken
from hibachi.payments.cards.events import CardDisputed, CardRefundFailed

DINING = {
    "diets": {"dietary"},
    "guests": {"adults", "children", "toddlers"},
    "dishes": {"proteins", "addons"},
}
"""What of a party matters to an allergy: where and when it is does not."""


async def on_deposit(tx: Tx, event: DepositPaid) -> None:
    """A deposit that found its time taken: a person offers another one, or gives it back."""
    if event.placed:
        return
    booking = await bookings.get(tx, booking_id=event.booking_id)
    what = f"{spoken(event.amount)} by {event.method} arrived, and the time is no longer free."
    await _put(tx, booking, "refund_or_move", f"{what} Offer another time, or refund it.")


async def on_dispute(tx: Tx, event: CardDisputed) -> None:
    """A bank asks for money back, or has decided."""
    booking = await bookings.get(tx, booking_id=event.receivable_id)
    what = f"Dispute {event.dispute_id} over {spoken(event.amount)} ({event.reason}): {event.status}."
    await _put(tx, booking, "card_disputed", f"{what} Answer it in Stripe's dashboard.")


async def on_refund_failed(tx: Tx, event: CardRefundFailed) -> None:
    """Money that was to go back did not arrive."""
    booking = await bookings.get(tx, booking_id=event.receivable_id)
    what = f"The refund of {spoken(event.amount)} to the card did not arrive ({event.reason}; {event.refund_id})."
    await _put(tx, booking, "card_refund_failed", f"{what} Give it back another way, and record that.")


async def on_party(tx: Tx, event: BookingRequested | BookingChanged) -> None:
    """A party whose diets name an allergy that a person has to decide about, also where nobody said it in words: a form.

    A change is told when it is one of the diets, of who eats, or of what they eat; where and when is no new matter.
    """
    news = _news(event) if isinstance(event, BookingChanged) else ""
    booking = await bookings.get(tx, booking_id=event.booking_id)
    if news is not None and any(map(concierge.is_severe_allergy, booking.dietary)):
        what = f"Its diets say: {'; '.join(booking.dietary)}.{news} Speak with the host before the party."
        await _put(tx, booking, "severe_allergy", what)


async def on_guest_chose(tx: Tx, event: GuestChose) -> None:
    """A guest of a party named an allergy that a person has to decide about, in their own words."""
    choice = await bookings.choice_of(tx, booking_id=event.booking_id, choice_id=event.choice_id)
    said = [] if choice is None else [words for words in (choice.allergies, choice.diet) if words]
    if choice is None or not any(map(concierge.is_severe_allergy, said)):
        return
    booking = await bookings.get(tx, booking_id=event.booking_id)
    what = f"{choice.name}, a guest, wrote: {'; '.join(said)}. Speak with the host before the party."
    await _put(tx, booking, "severe_allergy", what)


def _news(event: BookingChanged) -> str | None:
    """What of the meal a change touched, as a sentence that no other change has; None: nothing."""
    touched = [what for what, fields in DINING.items() if fields & event.changes.keys()]
    return f" Change {event.revision} of the party: its {' and '.join(touched)}." if touched else None


async def _put(tx: Tx, booking: Booking, reason: str, what: str) -> None:
    party = f"Party of {booking.event_date:%Y-%m-%d} at {booking.event_time:%H:%M}, {booking.name or 'no name'}"
    summary = f"{party} ({booking.id}). {what}"
    await conversations.alert(tx, customer_id=booking.customer_id, reason=reason, summary=summary)

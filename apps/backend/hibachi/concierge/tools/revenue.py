"""What a conversation led to in money: kept on it with each deed that changes it (BKG-08, CNV-05)."""

from hibachi.bookings import service as bookings
from hibachi.concierge import repository
from hibachi.concierge.turn import Turn
from hibachi.conversations import service as conversations
from hibachi.kit.db import Tx


async def note_revenue(tx: Tx, turn: Turn) -> None:
    """The total of the parties that this conversation booked and that still stand; nothing where it booked none."""
    deeds = await repository.deeds(tx, turn.conversation_id)
    booked = {deed.booking_id for deed in deeds if deed.deed == "booked"}
    if not booked:
        return
    own = [row for row in await bookings.of_customer(tx, customer_id=turn.customer_id) if row.id in booked]
    await conversations.note_booking(
        tx,
        conversation_id=turn.conversation_id,
        event_type=next((row.event_type for row in own if row.event_type), None),
        revenue=sum(row.total_amount for row in own if row.status != "cancelled"),
    )

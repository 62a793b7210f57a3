"""When notes are written: as soon as a conversation is closed, handed over or booked, and once it has been silent."""

from uuid import UUID

from hibachi.bookings.events import BookingCancelled, BookingConfirmed, BookingRequested, HoldExpired
from hibachi.concierge import repository
from hibachi.concierge.crm.service import CrmWriter
from hibachi.conversations.events import ConversationClosed, ConversationEscalated
from hibachi.kit.auth import SYSTEM
from hibachi.kit.db import Database, Tx
from hibachi.kit.events import EventBus
from hibachi.kit.jobs import Jobs

WRITE = "concierge.write_note"
EVERY_FIVE_MINUTES = "*/5 * * * *"
AT_ONCE = (ConversationClosed, ConversationEscalated)
OF_PARTIES = (BookingRequested, BookingConfirmed, BookingCancelled, HoldExpired)


async def on_conversation(tx: Tx, event: ConversationClosed | ConversationEscalated) -> None:
    """Listener: a conversation that is closed or handed over is noted now."""
    await _defer(tx, event.conversation_id)


async def on_party(tx: Tx, event: BookingRequested | BookingConfirmed | BookingCancelled | HoldExpired) -> None:
    """Listener: the conversation that made a party is noted anew with what became of it."""
    conversation_id = await repository.conversation_of_booking(tx, event.booking_id)
    if conversation_id is not None:
        await _defer(tx, conversation_id)


async def _defer(tx: Tx, conversation_id: UUID) -> None:
    await tx.defer(WRITE, conversation_id=str(conversation_id), lock=f"crm:{conversation_id}")


def listen(bus: EventBus) -> None:
    """Register what the notes hear of."""
    for talk in AT_ONCE:
        bus.listen(talk, "concierge.crm", on_conversation)
    for party in OF_PARTIES:
        bus.listen(party, "concierge.crm", on_party)


def declare(jobs: Jobs, db: Database, writer: CrmWriter) -> None:
    """Register the job of one note, and the sweep that finds what rests."""

    async def write(conversation_id: str) -> None:
        await writer.write(UUID(conversation_id))

    async def find() -> None:
        for conversation_id in await writer.due():
            async with db.transaction(SYSTEM) as tx:
                await _defer(tx, conversation_id)

    jobs.add(WRITE, write)
    jobs.add("concierge.write_notes", find, cron=EVERY_FIVE_MINUTES)

"""Two customers turn out to be one person, or two again: what is remembered follows its source."""

from uuid import UUID

from hibachi.bookings import service as bookings
from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.kit.db import Tx
from hibachi.memory import repository
from hibachi.memory.models import MemoryRow
from hibachi.memory.recall import service as recall
from hibachi.memory.service.writing import rebuild


async def on_customers_merged(tx: Tx, event: CustomersMerged) -> None:
    """Listener inside the merging transaction: the person who stays has the memories of both."""
    moved = await repository.move(tx, event.gone, event.kept)
    await customers.note_moved(tx, merge_id=event.merge_id, noun="memory", rows=dict.fromkeys(moved))
    await recall.on_customers_merged(tx, event)
    await _both(tx, event)


async def on_customers_parted(tx: Tx, event: CustomersParted) -> None:
    """Listener inside the undoing transaction, after parties and threads went back: memories go where their source is."""
    moved = {one.row_id for one in await customers.moved(tx, merge_id=event.merge_id, noun="memory")}
    theirs = [row.id for row in await repository.everything_of(tx, event.kept) if await _belongs(tx, row, event, moved)]
    await repository.move(tx, event.kept, event.gone, theirs)
    await recall.on_customers_parted(tx, event)
    await _both(tx, event)


async def _belongs(tx: Tx, row: MemoryRow, event: CustomersParted, moved: set[UUID]) -> bool:
    """Whether a memory is of the one who goes: by whose party or thread it comes from, else by what the merge moved."""
    if row.source == "booking":
        return (await bookings.get(tx, booking_id=row.source_id)).customer_id == event.gone
    said = await conversations.message(tx, message_id=row.source_id) if row.source == "message" else None
    if said is not None:
        thread = await conversations.get(tx, conversation_id=said.conversation_id)
        return thread.customer_id == event.gone
    return row.id in moved


async def _both(tx: Tx, event: CustomersMerged | CustomersParted) -> None:
    for person in (event.kept, event.gone):
        await rebuild(tx, customer_id=person)

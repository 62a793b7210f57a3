"""What became of what the outbox has: a message is marked as sent when it was, and only then."""

from collections.abc import Sequence
from uuid import UUID

from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Parcel
from hibachi.customers import service as customers
from hibachi.journeys import repository
from hibachi.journeys.sources import inquiries
from hibachi.kit.db import Tx

GONE = frozenset({"sent", "delivered", "read"})
LOST = frozenset({"failed", "uncertain"})


async def settle(tx: Tx, journey_id: UUID, message_id: UUID) -> None:
    """Look what the outbox says of a message: sent, lost (a human knows), kept back (decided anew), or still on its way."""
    person = await repository.person_of(tx, journey_id)
    if person is not None:
        await customers.hold_still(tx, customer_id=person)
    row = await repository.by_id(tx, journey_id)
    parcels = newest(await conversations.parcels(tx, message_ids=[message_id]))
    if row is None or row.state != "queued" or row.message_id != message_id or not parcels:
        return
    states = {parcel.state for parcel in parcels}
    if states & {"queued", "sending"}:
        return
    if states & LOST:
        lost = next(parcel for parcel in parcels if parcel.state in LOST)
        await repository.save(tx, row, state="failed", reason=lost.code or lost.state)
    elif states & GONE:
        left = max(parcel.sent_at for parcel in parcels if parcel.sent_at is not None)
        await repository.save(tx, row, state="sent", reason=None, sent_at=left)
        await inquiries.note_said(tx, repository.occasion_of(row))
    else:
        await repository.save(tx, row, state="waiting", reason=parcels[0].code or "withheld")


def newest(parcels: Sequence[Parcel]) -> list[Parcel]:
    """The last row of each part: one that failed may have been followed by another."""
    return list({parcel.part: parcel for parcel in sorted(parcels, key=lambda one: one.created_at)}.values())

"""The weekly check: what has expired goes, a party that nobody heard of is remembered, and what is doubted is listed."""

from uuid import UUID

from hibachi.bookings import service as bookings
from hibachi.bookings.errors import UnknownBooking
from hibachi.bookings.schemas import BookingFilter
from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.kit.clock import wall
from hibachi.kit.db import Database, Tx
from hibachi.memory import repository, rules
from hibachi.memory.rules import hearing
from hibachi.memory.schemas import DoubtedMemory, Memory, MemoryDetail
from hibachi.memory.service.writing import rebuild, update_from_booking
from hibachi.policies import service as policies

PAGE = 200


async def check_everybody(db: Database) -> None:
    """Check what is remembered of everybody, each person in a transaction of their own (a job)."""
    before: UUID | None = None
    while True:
        async with db.transaction() as tx:
            page = await bookings.page(tx, wanted=BookingFilter(status="completed", before=before, limit=PAGE))
            known = await repository.remembered_sources(tx, [one.id for one in page.bookings])
            for booking in page.bookings:
                if booking.id not in known:
                    await update_from_booking(tx, booking=booking)
        before = page.next
        if before is None:
            break
    async with db.transaction() as tx:
        people = await repository.remembered_people(tx)
    for person in people:
        async with db.transaction() as tx:
            await check(tx, customer_id=person)


async def check(tx: Tx, *, customer_id: UUID) -> None:
    """Check what is remembered of one person: nothing is corrected by itself but what has expired. Raises NotFound."""
    person = await customers.hold_still(tx, customer_id=customer_id)
    if await repository.drop_expired(tx, person):
        await rebuild(tx, customer_id=person)
    known = [Memory.model_validate(row) for row in await repository.of_customer(tx, person)]
    found = dict.fromkeys(rules.duplicates(known), "duplicate")
    found |= {one.id: "unsupported" for one in known if not await _is_borne_out(tx, one, person)}
    await repository.find(tx, person, found)


async def findings(tx: Tx, *, limit: int = 100) -> list[DoubtedMemory]:
    """What the last check doubted, the newest first, for staff."""
    rows = await repository.findings(tx, limit)
    names = await customers.names(tx, customer_ids={memory.customer_id for _, memory in rows})
    said = await conversations.texts(tx, message_ids=[memory.source_id for _, memory in rows])
    return [
        DoubtedMemory(
            customer_id=memory.customer_id,
            name=names.get(memory.customer_id),
            kind=finding.kind,
            found_at=finding.found_at,
            memory=MemoryDetail(**Memory.model_validate(memory).model_dump(), words=said.get(memory.source_id)),
        )
        for finding, memory in rows
    ]


async def _is_borne_out(tx: Tx, memory: Memory, person: UUID) -> bool:
    """Whether the source still says it, and is this person's."""
    if memory.source == "booking":
        try:
            party = await bookings.get(tx, booking_id=memory.source_id)
        except UnknownBooking:
            return False
        return party.status == "completed" and party.customer_id == person
    if memory.source == "staff":
        return True
    message = await conversations.message(tx, message_id=memory.source_id)
    if message is None:
        return False
    thread = await conversations.get(tx, conversation_id=message.conversation_id)
    zone = (await policies.current(tx)).profile.business.timezone
    said = hearing.heard(message.content, wall(message.created_at, zone))
    told = any((one.kind, one.key) == (memory.kind, memory.key) for one in said)
    return thread.customer_id == person and (
        told or memory.confirmed_at is not None and memory.kind == "important_date"
    )

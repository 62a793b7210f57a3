"""Writing what is remembered: from a completed party, from what somebody says, by staff. One way for all of it.

Locks: the person first (`customers.hold_still`), then their memories, so that two jobs never write one row at a time.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from hibachi.bookings import service as bookings
from hibachi.bookings.events import BookingEvent
from hibachi.bookings.schemas import Booking
from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.kit.jobs import NewJob
from hibachi.language.diets import diets
from hibachi.memory import repository, rules
from hibachi.memory.recall.service import to_embed, to_embed_memory
from hibachi.memory.rules import hearing
from hibachi.memory.schemas import Memory, PartyFacts, Said, Source
from hibachi.policies import service as policies
from hibachi.policies.fields import MemoryPolicy

HEAR = "memory.hear"
SPEED_MESSAGES = 200
"""So many of a person's newest messages say how quickly they answer."""


async def on_booking(tx: Tx, event: BookingEvent) -> None:
    """Listener of every end of a party and of its change: the memory of it is what the party is now. Idempotent."""
    await update_from_booking(tx, booking=await bookings.get(tx, booking_id=event.booking_id))


async def update_from_booking(tx: Tx, *, booking: Booking) -> None:
    """Remember a completed party, once; one that is not completed (cancelled, no show) is not remembered."""
    whose = {await customers.hold_still(tx, customer_id=booking.customer_id)}
    if booking.status == "completed" and await _may_remember(tx, booking):
        facts = PartyFacts(
            day=booking.event_date,
            at=booking.event_time,
            adults=booking.adults,
            children=booking.children,
            toddlers=booking.toddlers,
            event_type=booking.event_type,
            zip=booking.zip_code,
            location=booking.location,
            travel_fee=booking.travel_fee,
            proteins=_portions(booking),
            addons=booking.addons,
            dietary=diets(". ".join(booking.dietary)),
            notes=booking.notes or None,
        )
        said = Said(kind="party", key="", value=facts.model_dump(mode="json", exclude_none=True))
        (person,) = whose
        await _put(tx, person, [said], source="booking", source_id=booking.id, told_at=booking.event_end)
    else:
        whose |= set(await repository.drop_source(tx, booking.id))
    for person in whose:
        await rebuild(tx, customer_id=person)


async def keep(
    tx: Tx, *, customer_id: UUID, said: Sequence[Said], source: Source, source_id: UUID, told_at: datetime
) -> None:
    """Remember what somebody said of themselves; the same source says one thing once. Raises NotFound."""
    person = await customers.hold_still(tx, customer_id=customer_id)
    await _put(tx, person, said, source=source, source_id=source_id, told_at=told_at)
    await rebuild(tx, customer_id=person)


async def rebuild(tx: Tx, *, customer_id: UUID) -> None:
    """Make a customer's row from their memories; without any there is no row."""
    known = [Memory.model_validate(row) for row in await repository.of_customer(tx, customer_id)]
    if not known:
        await repository.drop_row(tx, customer_id)
        return
    talk = await conversations.customer_history(tx, customer_id=customer_id, limit=SPEED_MESSAGES)
    speed = rules.response_speed([(one.conversation_id, one.role == "user", one.created_at) for one in talk])
    await repository.write_row(tx, customer_id, rules.columns(known, response_speed=speed))


async def _put(
    tx: Tx, customer_id: UUID, said: Sequence[Said], *, source: Source, source_id: UUID, told_at: datetime
) -> None:
    policy = (await policies.current(tx)).profile.memory
    for one in said:
        values = {
            "customer_id": customer_id, "kind": one.kind, "key": one.key, "value": one.value, "source": source,
            "source_id": source_id, "told_at": told_at, "confirmed_at": tx.now if one.confirmed else None,
            "expires_at": told_at + _kept_for(policy, source),
        }  # fmt: skip
        memory_id = await repository.put(tx, values)
        if memory_id is not None and source != "message":
            await tx.defer_together(to_embed_memory(memory_id))


async def _may_remember(tx: Tx, booking: Booking) -> bool:
    forgotten_at = (await customers.get(tx, customer_id=booking.customer_id)).forgotten_at
    if forgotten_at is not None and booking.created_at <= forgotten_at:
        return False
    policy = (await policies.current(tx)).profile.memory
    return booking.event_end + _kept_for(policy, "booking") > tx.now


def _kept_for(policy: MemoryPolicy, source: Source) -> timedelta:
    return timedelta(days=policy.parties_for_days if source == "booking" else policy.words_for_days)


def _portions(booking: Booking) -> dict[str, int]:
    """The portions of each protein, whether included, instead of an included one, or extra."""
    portions: dict[str, int] = {}
    for chosen in booking.proteins.values():
        for protein, count in chosen.items():
            portions[protein] = portions.get(protein, 0) + count
    return portions


def to_hear(message_id: UUID, text: str) -> list[NewJob]:
    """The jobs that read a message for what is worth remembering and make it findable; none where there is nothing."""
    hear = [NewJob(HEAR, {"message_id": str(message_id)})] if hearing.worth_reading(text) else []
    return [*hear, *to_embed(message_id, text)]


async def hear(tx: Tx, *, message_id: UUID) -> None:
    """Remember what a customer's message says of them; a day only as something to ask about. Idempotent (a job)."""
    message = await conversations.message(tx, message_id=message_id)
    if message is None or message.role != "user":
        return
    zone = (await policies.current(tx)).profile.business.timezone
    said = hearing.heard(message.content, wall(message.created_at, zone))
    if said:
        thread = await conversations.get(tx, conversation_id=message.conversation_id)
        await keep(
            tx, customer_id=thread.customer_id, said=said, source="message", source_id=message.id,
            told_at=message.created_at,
        )  # fmt: skip


async def confirm_date(tx: Tx, *, customer_id: UUID, said: Said, message_id: UUID) -> None:
    """A customer said yes: this day is remembered, from the message that named it, else from this one."""
    person = await customers.hold_still(tx, customer_id=customer_id)
    if not await repository.confirm(tx, person, said.kind, said.key, said.value):
        agreed = said.model_copy(update={"confirmed": True})
        await _put(tx, person, [agreed], source="message", source_id=message_id, told_at=tx.now)
    await rebuild(tx, customer_id=person)

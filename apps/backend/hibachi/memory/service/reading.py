"""Looking up what is remembered."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.kit.db import Tx
from hibachi.memory import repository, rules
from hibachi.memory.schemas import (
    CustomerMemory,
    History,
    ImportantDate,
    KnownDate,
    Location,
    Memory,
    MemoryDetail,
    PartyFacts,
    Preferences,
    RememberedCustomer,
)


async def get_memory(tx: Tx, *, customer_id: UUID) -> CustomerMemory | None:
    """What is remembered of a customer; None where nothing is. Raises NotFound.

    Tell it to nobody but whom a channel proves to be this customer.
    """
    person = await customers.get(tx, customer_id=customer_id)
    row = await repository.row(tx, person.id)
    if row is None:
        return None
    return CustomerMemory(
        name=row.preferred_name or person.first_name,
        history=History(
            total_bookings=row.total_bookings,
            last_booking=row.last_booking_date,
            typical_party_size=row.typical_party_size,
        ),
        preferences=Preferences(
            proteins=row.favorite_proteins, dietary=row.dietary_restrictions, addons=row.favorite_addons
        ),
        location=Location(usual=row.usual_location, zip=row.usual_zip),
        important_dates=[KnownDate.model_validate(one) for one in row.important_dates],
        typical_children=row.typical_children or 0,
        event_type=row.typical_event_type,
        contact_method=row.preferred_contact_method,
    )


async def last_party(tx: Tx, *, customer_id: UUID) -> PartyFacts | None:
    """The newest completed party that is remembered of a customer. Raises NotFound; tell it as `get_memory`."""
    person = await customers.get(tx, customer_id=customer_id)
    known = await repository.of_customer(tx, person.id)
    parties = [PartyFacts.model_validate(one.value) for one in known if one.kind == "party"]
    return max(parties, key=lambda one: (one.day, one.at), default=None)


SHOWN = (
    "preferred_name", "typical_party_size", "typical_adults", "typical_children", "typical_event_type",
    "total_bookings", "last_booking_date", "favorite_day_of_week", "favorite_time_of_day", "favorite_proteins",
    "dietary_restrictions", "favorite_addons", "usual_location", "usual_zip", "typical_travel_fee", "special_requests",
    "important_dates", "preferred_contact_method", "response_speed", "updated_at",
)  # fmt: skip


async def dates_between(tx: Tx, first: date, last: date, *, customer_id: UUID | None = None) -> list[ImportantDate]:
    """The birthdays and anniversaries of a customer (None: of everybody) that come round from `first` to `last`, both included.

    Only what the customer or staff confirmed, and days of parties for one ("party"). They recur yearly, in the order
    of their days.
    """
    mine: dict[UUID, list[Memory]] = defaultdict(list)
    for row in await repository.dated(tx, customer_id):
        mine[row.customer_id].append(Memory.model_validate(row))
    found = [
        one
        for customer, rows in mine.items()
        for one in rules.occurrences(customer, rules.known_dates(rows), first, last)
    ]
    return sorted(found, key=lambda one: (one.date, one.customer_id, one.name or ""))


async def remembered(tx: Tx, *, customer_id: UUID) -> RememberedCustomer:
    """All that is remembered of a customer, for staff: their row, and each memory with its source. Raises NotFound."""
    person = await customers.get(tx, customer_id=customer_id)
    row = await repository.row(tx, person.id)
    known = [Memory.model_validate(one) for one in await repository.of_customer(tx, person.id)]
    said = await conversations.texts(tx, message_ids=[one.source_id for one in known if one.source == "message"])
    return RememberedCustomer(
        row=None if row is None else {name: getattr(row, name) for name in SHOWN},
        memories=[MemoryDetail(**one.model_dump(), words=said.get(one.source_id)) for one in reversed(known)],
    )

"""Looking up what is remembered."""

from collections import defaultdict
from datetime import date
from uuid import UUID

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
    Preferences,
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


async def dates_between(tx: Tx, first: date, last: date) -> list[ImportantDate]:
    """The birthdays and anniversaries of every customer that come round from `first` to `last`, both included.

    Only what the customer or staff confirmed, and days of parties for one ("party"). They recur yearly, in the order
    of their days.
    """
    mine: dict[UUID, list[Memory]] = defaultdict(list)
    for row in await repository.dated(tx):
        mine[row.customer_id].append(Memory.model_validate(row))
    found = [
        one
        for customer, rows in mine.items()
        for one in rules.occurrences(customer, rules.known_dates(rows), first, last)
    ]
    return sorted(found, key=lambda one: (one.date, one.customer_id, one.name or ""))

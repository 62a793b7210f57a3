"""Looking up what is remembered."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from hibachi.kit.db import Tx
from hibachi.memory import repository, rules
from hibachi.memory.schemas import ImportantDate, Memory


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

"""Forgetting a person for good, and exporting all that is kept of them (docs/decisions/0081).

What leads to them over foreign keys is erased as each column says (`kit.persons`), then every table is searched for
their name, numbers and addresses. Amounts, dates and the ledger stay, without the person: the law wants them kept.
"""

import logging
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.bookings import service as bookings
from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.kit import lazy_re as re
from hibachi.kit import persons
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.memory.errors import NotConfirmed, NotForgotten, StillBusy
from hibachi.memory.recall import repository as recall
from hibachi.memory.schemas import Export, ForgetOrder, Forgotten

log = logging.getLogger(__name__)
OPEN = ("held", "deposit_pending", "confirmed")
NAMES = ("name", "payer")
ADDRESSES = ("phone", "email", "payer_email", "recipient", "sender", "value")
PLACES = ("location", "address")
STREET = re.compile(r"\d+\s+[^\W\d]\w")
"""A place is a person's own with the number of a house; "backyard" or a town is everybody's word."""
FIELDS = (
    *NAMES,
    *ADDRESSES,
    *PLACES,
    "first_name",
    "notes",
    "dietary",
    "summary",
    "reason",
    "kept",
    "gone",
    "wanted",
    "into",
)
"""Columns that hold who somebody is, by the names that they have everywhere."""
LEAST_LETTERS = 5
THEIRS = ("customers", "customer_identities", "bookings")
"""Where a string that others have too is spared for them."""
OURS = (
    "users", "roles", "permissions", "user_roles", "role_permissions", "staff_sessions", "api_keys", "policy_versions",
    "stations", "chefs", "notice_recipients", "alembic_version",
)  # fmt: skip
"""Tables about ourselves: a colleague may have the name of a customer."""


async def forget(tx: Tx, *, customer_id: UUID, order: ForgetOrder) -> Forgotten:
    """Erase a person, and everyone who was merged into them. It cannot be undone; who wrote again is erased again.

    Raises NotFound, NotConfirmed, StillBusy, and NotForgotten where anything would have stayed.
    """
    person = await customers.hold_still(tx, customer_id=customer_id)
    if order.confirm not in (customer_id, person):
        raise NotConfirmed()
    await _may_be_forgotten(tx, person)
    await conversations.end_all(tx, customer_id=person)
    await tx.session.flush()
    rows = await persons.rows_of(tx, person)
    people = {UUID(str(one)) for one in rows[persons.ROOT]}
    patterns, shared = await _patterns(tx, rows)
    async with persons.erasing(tx):
        done = await persons.erase(tx, rows)
        everything = persons.ids_of(rows)
        await audit.forget(tx, resource_ids=everything, fields=FIELDS)
        await tx.bus.forget(tx, everything)
        if patterns:
            await persons.replace(tx, patterns, f"erased-{new_id().hex[-8:]}", ours=OURS)
            await recall.blank_stale(tx)
    if patterns and (left := await persons.search(tx, patterns, ours=OURS)):
        raise NotForgotten(places=", ".join(f"{one.table}.{one.column}" for one in left))
    await customers.mark_forgotten(tx, customer_ids=people)
    changes = {"why": (None, order.why), "rows": (None, sum(done.values()))}
    await audit.record(tx, action="customer_forget", resource="customer", resource_id=person, changes=changes)
    log.info("a customer was forgotten", extra={"customer_id": str(person), "rows": sum(done.values())})
    return Forgotten(customer_id=person, rows=done, shared=shared)


async def export(tx: Tx, *, customer_id: UUID) -> Export:
    """All that is kept of a person, for them to have; in the audit log. Raises NotFound."""
    person = (await customers.get(tx, customer_id=customer_id)).id
    tables = await persons.export(tx, await persons.rows_of(tx, person))
    await audit.record(tx, action="customer_export", resource="customer", resource_id=person, changes={})
    return Export(customer_id=person, made_at=tx.now, tables=tables)


async def _may_be_forgotten(tx: Tx, person: UUID) -> None:
    theirs = await bookings.of_customer(tx, customer_id=person)
    held = await bookings.held_of(tx, customer_id=person)
    if held is not None or any(party.status in OPEN for party in theirs):
        raise StillBusy()


async def _patterns(tx: Tx, rows: persons.Rows) -> tuple[list[str], int]:
    """What finds the person's strings anywhere, and how many strings are left out since others have them too."""
    told = await persons.export(tx, rows)
    names = {one for one in _values(told, NAMES) if len(one.split()) > 1}
    streets = {one for one in _values(told, PLACES) if STREET.search(one)}
    strings = {one for one in names | streets | set(_values(told, ADDRESSES)) if len(one) >= LEAST_LETTERS}
    patterns = {one: _pattern(one) for one in strings - {persons.GONE}}
    others = await persons.of_others(tx, rows, patterns, tables=THEIRS)
    return [patterns[one] for one in sorted(patterns.keys() - others)], len(others)


def _pattern(said: str) -> str:
    words = persons.pattern_of(said)
    is_number = said.startswith("+") and said[1:].isdigit()
    return f"{words}|{persons.pattern_of_number(said)}" if is_number else words


def _values(told: Mapping[str, list[dict[str, Any]]], fields: tuple[str, ...]) -> Iterator[str]:
    for rows in told.values():
        for row in rows:
            yield from (row[field] for field in fields if isinstance(row.get(field), str))

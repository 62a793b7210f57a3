"""Every query of what is remembered."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.memory.models import CustomerMemoryRow, FindingRow, MemoryRow

FRESH = {"populate_existing": True}
KEPT = MemoryRow.dropped_at.is_(None)
UNSEEN = {"synchronize_session": False}


async def of_customer(tx: Tx, customer_id: UUID) -> Sequence[MemoryRow]:
    """What is remembered of a customer and has not expired, in the order of its telling."""
    mine = select(MemoryRow).where(MemoryRow.customer_id == customer_id, MemoryRow.expires_at > tx.now, KEPT)
    return (await tx.session.scalars(mine.order_by(MemoryRow.told_at, MemoryRow.id).execution_options(**FRESH))).all()


async def put(tx: Tx, values: dict[str, Any]) -> UUID | None:
    """Write a memory, or what its source says of it now; one source says one thing once. None: it was deleted before."""
    new = insert(MemoryRow).values(id=new_id(), created_at=tx.now, **values)
    changed = {name: new.excluded[name] for name in ("customer_id", "value", "told_at", "expires_at")}
    written = new.on_conflict_do_update(index_elements=["source_id", "kind", "key"], set_=changed, where=KEPT)
    memory_id: UUID | None = await tx.session.scalar(written.returning(MemoryRow.id), execution_options=UNSEEN)
    return memory_id


async def drop_source(tx: Tx, source_id: UUID) -> Collection[UUID]:
    """Delete what comes from a source; whose it was."""
    gone = delete(MemoryRow).where(MemoryRow.source_id == source_id, KEPT).returning(MemoryRow.customer_id)
    return set((await tx.session.scalars(gone, execution_options=UNSEEN)).all())


async def get(tx: Tx, memory_id: UUID, customer_id: UUID) -> MemoryRow | None:
    """One memory of a customer."""
    mine = select(MemoryRow).where(MemoryRow.id == memory_id, MemoryRow.customer_id == customer_id, KEPT)
    found: MemoryRow | None = await tx.session.scalar(mine.execution_options(**FRESH))
    return found


async def drop(tx: Tx, memory_id: UUID, customer_id: UUID) -> str | None:
    """Empty one memory of a customer for good; its kind, None where there is none."""
    mine = update(MemoryRow).where(MemoryRow.id == memory_id, MemoryRow.customer_id == customer_id, KEPT)
    emptied = mine.values(value={}, dropped_at=tx.now).returning(MemoryRow.kind)
    kind: str | None = await tx.session.scalar(emptied, execution_options=UNSEEN)
    await tx.session.execute(delete(FindingRow).where(FindingRow.memory_id == memory_id), execution_options=UNSEEN)
    return kind


async def row(tx: Tx, customer_id: UUID) -> CustomerMemoryRow | None:
    """The row of a customer."""
    mine = select(CustomerMemoryRow).where(CustomerMemoryRow.customer_id == customer_id)
    found: CustomerMemoryRow | None = await tx.session.scalar(mine.execution_options(**FRESH))
    return found


async def write_row(tx: Tx, customer_id: UUID, columns: dict[str, Any]) -> None:
    """Write the row of a customer with exactly these columns (an upsert)."""
    new = insert(CustomerMemoryRow).values(
        id=new_id(), customer_id=customer_id, created_at=tx.now, updated_at=tx.now, **columns
    )
    changed = {name: new.excluded[name] for name in (*columns, "updated_at")}
    await tx.session.execute(new.on_conflict_do_update(index_elements=["customer_id"], set_=changed))


async def drop_row(tx: Tx, customer_id: UUID) -> None:
    """Delete the row of a customer of whom nothing is remembered."""
    mine = delete(CustomerMemoryRow).where(CustomerMemoryRow.customer_id == customer_id)
    await tx.session.execute(mine, execution_options=UNSEEN)


async def dated(tx: Tx, customer_id: UUID | None) -> Sequence[MemoryRow]:
    """The memories that may hold a day of every year, of a customer or of everybody: confirmed ones and parties."""
    days = select(MemoryRow).where(
        MemoryRow.kind.in_(("important_date", "party")),
        MemoryRow.confirmed_at.is_not(None),
        KEPT,
        MemoryRow.expires_at > tx.now,
    )
    if customer_id is not None:
        days = days.where(MemoryRow.customer_id == customer_id)
    return (await tx.session.scalars(days.order_by(MemoryRow.told_at, MemoryRow.id))).all()


async def move(tx: Tx, gone: UUID, kept: UUID, memory_ids: Collection[UUID] | None = None) -> Collection[UUID]:
    """Give the memories of one customer to another, all or these; which they were."""
    mine = update(MemoryRow).where(MemoryRow.customer_id == gone)
    if memory_ids is not None:
        mine = mine.where(MemoryRow.id.in_(memory_ids))
    moved = mine.values(customer_id=kept).returning(MemoryRow.id)
    return (await tx.session.scalars(moved, execution_options=UNSEEN)).all()


async def everything_of(tx: Tx, customer_id: UUID) -> Sequence[MemoryRow]:
    """Every memory of a customer, also what has expired."""
    mine = select(MemoryRow).where(MemoryRow.customer_id == customer_id).order_by(MemoryRow.told_at, MemoryRow.id)
    return (await tx.session.scalars(mine.execution_options(**FRESH))).all()


async def confirm(tx: Tx, customer_id: UUID, kind: str, key: str, value: dict[str, Any]) -> bool:
    """Note that a customer or staff said that a memory is so; whether there is such a one."""
    mine = update(MemoryRow).where(MemoryRow.customer_id == customer_id, MemoryRow.kind == kind, KEPT)
    mine = mine.where(MemoryRow.key == key)
    so = mine.where(MemoryRow.value == value).values(confirmed_at=tx.now).returning(MemoryRow.id)
    return bool((await tx.session.scalars(so, execution_options=UNSEEN)).all())


async def remembered_people(tx: Tx) -> Sequence[UUID]:
    """Everybody of whom anything is remembered, expired or not."""
    return (await tx.session.scalars(select(MemoryRow.customer_id).distinct().order_by(MemoryRow.customer_id))).all()


async def drop_expired(tx: Tx, customer_id: UUID) -> int:
    """Delete what is no longer to be kept of a customer; how many memories."""
    old = delete(MemoryRow).where(MemoryRow.customer_id == customer_id, MemoryRow.expires_at <= tx.now)
    return len((await tx.session.scalars(old.returning(MemoryRow.id), execution_options=UNSEEN)).all())


async def find(tx: Tx, customer_id: UUID, findings: dict[UUID, str]) -> None:
    """Write what the check doubts of a customer, in place of what it doubted before."""
    mine = select(MemoryRow.id).where(MemoryRow.customer_id == customer_id)
    await tx.session.execute(delete(FindingRow).where(FindingRow.memory_id.in_(mine)), execution_options=UNSEEN)
    tx.session.add_all(FindingRow(memory_id=key, kind=kind, found_at=tx.now) for key, kind in findings.items())
    await tx.session.flush()


async def findings(tx: Tx, limit: int) -> Sequence[tuple[FindingRow, MemoryRow]]:
    """What the check doubts, the newest first."""
    both = select(FindingRow, MemoryRow).join(MemoryRow, MemoryRow.id == FindingRow.memory_id)
    rows = await tx.session.execute(both.order_by(FindingRow.found_at.desc(), MemoryRow.id).limit(limit))
    return [(finding, memory) for finding, memory in rows]


async def remembered_sources(tx: Tx, source_ids: Collection[UUID]) -> set[UUID]:
    """Which of these parties are remembered."""
    known = select(MemoryRow.source_id).where(MemoryRow.source_id.in_(source_ids), MemoryRow.kind == "party")
    return set((await tx.session.scalars(known)).all())

"""Every query of what is remembered."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.memory.models import CustomerMemoryRow, MemoryRow

FRESH = {"populate_existing": True}
UNSEEN = {"synchronize_session": False}


async def of_customer(tx: Tx, customer_id: UUID) -> Sequence[MemoryRow]:
    """What is remembered of a customer and has not expired, in the order of its telling."""
    mine = select(MemoryRow).where(MemoryRow.customer_id == customer_id, MemoryRow.expires_at > tx.now)
    return (await tx.session.scalars(mine.order_by(MemoryRow.told_at, MemoryRow.id).execution_options(**FRESH))).all()


async def put(tx: Tx, values: dict[str, Any]) -> UUID:
    """Write a memory, or what its source says of it now; one source says one thing once."""
    new = insert(MemoryRow).values(id=new_id(), created_at=tx.now, **values)
    changed = {name: new.excluded[name] for name in ("customer_id", "value", "told_at", "expires_at")}
    same = new.on_conflict_do_update(index_elements=["source_id", "kind", "key"], set_=changed)
    written: UUID = (await tx.session.execute(same.returning(MemoryRow.id))).scalar_one()
    return written


async def drop_source(tx: Tx, source_id: UUID) -> Collection[UUID]:
    """Delete what comes from a source; whose it was."""
    gone = delete(MemoryRow).where(MemoryRow.source_id == source_id).returning(MemoryRow.customer_id)
    return set((await tx.session.scalars(gone, execution_options=UNSEEN)).all())


async def get(tx: Tx, memory_id: UUID, customer_id: UUID) -> MemoryRow | None:
    """One memory of a customer."""
    mine = select(MemoryRow).where(MemoryRow.id == memory_id, MemoryRow.customer_id == customer_id)
    found: MemoryRow | None = await tx.session.scalar(mine.execution_options(**FRESH))
    return found


async def drop(tx: Tx, memory_id: UUID, customer_id: UUID) -> MemoryRow | None:
    """Delete one memory of a customer; what it was, None where there is none."""
    gone = delete(MemoryRow).where(MemoryRow.id == memory_id, MemoryRow.customer_id == customer_id)
    found: MemoryRow | None = await tx.session.scalar(gone.returning(MemoryRow), execution_options=UNSEEN)
    return found


async def drop_all(tx: Tx, customer_ids: Collection[UUID]) -> int:
    """Delete all that is remembered of these people; how many memories."""
    gone = delete(MemoryRow).where(MemoryRow.customer_id.in_(customer_ids)).returning(MemoryRow.id)
    count = len((await tx.session.scalars(gone, execution_options=UNSEEN)).all())
    rows = delete(CustomerMemoryRow).where(CustomerMemoryRow.customer_id.in_(customer_ids))
    await tx.session.execute(rows, execution_options=UNSEEN)
    return count


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


async def dated(tx: Tx) -> Sequence[MemoryRow]:
    """The memories that may hold a day of every year, of everybody: confirmed ones and parties."""
    days = select(MemoryRow).where(
        MemoryRow.kind.in_(("important_date", "party")),
        MemoryRow.confirmed_at.is_not(None),
        MemoryRow.expires_at > tx.now,
    )
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
    mine = update(MemoryRow).where(MemoryRow.customer_id == customer_id, MemoryRow.kind == kind, MemoryRow.key == key)
    so = mine.where(MemoryRow.value == value).values(confirmed_at=tx.now).returning(MemoryRow.id)
    return bool((await tx.session.scalars(so, execution_options=UNSEEN)).all())

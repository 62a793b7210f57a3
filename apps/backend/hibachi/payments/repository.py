"""Every query of receivables and of the ledger."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from hibachi.kit.db import Tx
from hibachi.payments.models import LedgerRow, ReceivableRow
from hibachi.payments.schemas import AccountFilter, LedgerFilter


async def upsert(tx: Tx, fields: dict[str, Any], changes: dict[str, Any]) -> None:
    """Write a receivable, or these changes of the one that is there."""
    made = insert(ReceivableRow).values(**fields)
    written = (
        made.on_conflict_do_update(index_elements=[ReceivableRow.id], set_=changes)
        if changes
        else made.on_conflict_do_nothing(index_elements=[ReceivableRow.id])
    )
    await tx.session.execute(written)


async def get(tx: Tx, receivable_id: UUID, *, locked: bool = False) -> ReceivableRow | None:
    """One receivable as it is now; locked until the transaction ends."""
    chosen = select(ReceivableRow).where(ReceivableRow.id == receivable_id)
    chosen = chosen.with_for_update() if locked else chosen
    found: ReceivableRow | None = await tx.session.scalar(chosen, execution_options={"populate_existing": True})
    return found


async def owing(tx: Tx) -> Sequence[ReceivableRow]:
    """Receivables of which something is still to come, oldest first."""
    chosen = select(ReceivableRow).where(ReceivableRow.owed > 0).order_by(ReceivableRow.id)
    return (await tx.session.scalars(chosen, execution_options={"populate_existing": True})).all()


async def payable(tx: Tx, *, references: Collection[str], phones: Collection[str]) -> Sequence[ReceivableRow]:
    """Everything of which something is to come, and what is named, owing or not; oldest first."""
    named = or_(ReceivableRow.reference.in_(references), ReceivableRow.phone.in_(phones))
    chosen = select(ReceivableRow).where(or_(ReceivableRow.owed > 0, named)).order_by(ReceivableRow.id)
    return (await tx.session.scalars(chosen, execution_options={"populate_existing": True})).all()


async def add(tx: Tx, fields: dict[str, Any]) -> LedgerRow | None:
    """Write an entry; None when the ledger holds this object of this provider already."""
    made = insert(LedgerRow).values(**fields).on_conflict_do_nothing(index_elements=["provider", "provider_id"])
    found: LedgerRow | None = await tx.session.scalar(made.returning(LedgerRow))
    return found


async def by_provider(tx: Tx, provider: str, provider_id: str) -> LedgerRow | None:
    """The entry of an object of a provider."""
    chosen = select(LedgerRow).where(LedgerRow.provider == provider, LedgerRow.provider_id == provider_id)
    found: LedgerRow | None = await tx.session.scalar(chosen)
    return found


async def entry(tx: Tx, entry_id: UUID) -> LedgerRow | None:
    """One entry."""
    found: LedgerRow | None = await tx.session.scalar(select(LedgerRow).where(LedgerRow.id == entry_id))
    return found


async def entries(tx: Tx, receivable_id: UUID) -> Sequence[LedgerRow]:
    """Every entry of a receivable, in their order."""
    mine = select(LedgerRow).where(LedgerRow.receivable_id == receivable_id)
    return (await tx.session.scalars(mine.order_by(LedgerRow.id))).all()


async def refunded(tx: Tx, entry_id: UUID) -> int:
    """How much of a payment went back, in cents."""
    back = select(func.coalesce(func.sum(LedgerRow.amount), 0)).where(LedgerRow.refund_of == entry_id)
    return int(await tx.session.scalar(back) or 0)


async def between(tx: Tx, start: datetime, end: datetime) -> Sequence[tuple[LedgerRow, ReceivableRow]]:
    """Entries of [start, end) with what they were for, in their order."""
    inside = select(LedgerRow, ReceivableRow).join(ReceivableRow, ReceivableRow.id == LedgerRow.receivable_id)
    inside = inside.where(LedgerRow.at >= start, LedgerRow.at < end).order_by(LedgerRow.at, LedgerRow.id)
    return [(entry, owed) for entry, owed in (await tx.session.execute(inside)).all()]


async def of_provider(
    tx: Tx, provider: str, ids: Collection[str] | None, between: tuple[datetime, datetime] | None
) -> Sequence[LedgerRow]:
    """Entries of a provider: these objects of it, or what was written in [start, end]."""
    chosen = select(LedgerRow).where(LedgerRow.provider == provider)
    chosen = chosen.where(LedgerRow.provider_id.in_(ids)) if ids is not None else chosen
    chosen = chosen.where(LedgerRow.at.between(*between)) if between is not None else chosen
    return (await tx.session.scalars(chosen.order_by(LedgerRow.id))).all()


async def recorded(tx: Tx, ids: Collection[str]) -> set[str]:
    """Those of these objects that an entry of any provider is about."""
    wanted = select(LedgerRow.provider_id).where(LedgerRow.provider_id.in_(ids))
    return set((await tx.session.scalars(wanted)).all())


async def everything(tx: Tx) -> Sequence[ReceivableRow]:
    """Every receivable."""
    wanted = select(ReceivableRow).order_by(ReceivableRow.id)
    return (await tx.session.scalars(wanted, execution_options={"populate_existing": True})).all()


async def sums(tx: Tx) -> dict[UUID, tuple[int, int, int]]:
    """What the ledger of each receivable adds up to: paid, refunded, and what is there of the deposit."""
    source = aliased(LedgerRow)
    priced, given_back = LedgerRow.kind.in_(("deposit", "balance")), source.kind.in_(("deposit", "balance"))

    def cents(of: ColumnElement[bool]) -> ColumnElement[int]:
        return func.coalesce(func.sum(LedgerRow.amount).filter(of), 0)

    deposit = cents(LedgerRow.kind == "deposit") - cents(source.kind == "deposit")
    counted = select(LedgerRow.receivable_id, cents(priced), cents(given_back), deposit)
    counted = counted.outerjoin(source, source.id == LedgerRow.refund_of).group_by(LedgerRow.receivable_id)
    return {
        key: (int(paid), int(back), int(first)) for key, paid, back, first in (await tx.session.execute(counted)).all()
    }


async def of_reference(tx: Tx, reference: str) -> UUID | None:
    """The receivable of a reference."""
    found: UUID | None = await tx.session.scalar(select(ReceivableRow.id).where(ReceivableRow.reference == reference))
    return found


async def ledger(
    tx: Tx, wanted: LedgerFilter, start: datetime | None, end: datetime | None
) -> Sequence[tuple[LedgerRow, ReceivableRow]]:
    """The entries that fit in [start, end), newest first: one more than the limit, when there are more."""
    chosen = select(LedgerRow, ReceivableRow).join(ReceivableRow, ReceivableRow.id == LedgerRow.receivable_id)
    conditions = [
        (LedgerRow.kind.__eq__, wanted.kind),
        (LedgerRow.method.__eq__, wanted.method),
        (LedgerRow.at.__ge__, start),
        (LedgerRow.at.__lt__, end),
        (LedgerRow.id.__lt__, wanted.before),
    ]
    chosen = chosen.where(*(compare(value) for compare, value in conditions if value is not None))
    found = await tx.session.execute(chosen.order_by(LedgerRow.id.desc()).limit(wanted.limit + 1))
    return [(entry, owed) for entry, owed in found.all()]


async def open_accounts(tx: Tx, wanted: AccountFilter) -> Sequence[ReceivableRow]:
    """The receivables that are not even, newest first: one more than the limit, when there are more."""
    uneven = ReceivableRow.owed > 0 if wanted.state == "owing" else ReceivableRow.owed < 0
    chosen = select(ReceivableRow).where(uneven).order_by(ReceivableRow.id.desc()).limit(wanted.limit + 1)
    chosen = chosen.where(ReceivableRow.id < wanted.before) if wanted.before else chosen
    return (await tx.session.scalars(chosen, execution_options={"populate_existing": True})).all()

"""Every query of notices, and those of the ledger that only they ask."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, tuple_

from hibachi.kit.db import Tx
from hibachi.payments.models import LedgerRow
from hibachi.payments.notices.models import NoticeRow

FRESH = {"populate_existing": True}
LIVE = ("recorded", "waiting", "dismissed")


async def add(tx: Tx, fields: dict[str, Any]) -> NoticeRow:
    """Write a notice."""
    row = NoticeRow(**fields)
    tx.session.add(row)
    await tx.session.flush()
    return row


async def by_source(tx: Tx, source: str) -> NoticeRow | None:
    """The notice that this very mail was."""
    found: NoticeRow | None = await tx.session.scalar(select(NoticeRow).where(NoticeRow.source == source))
    return found


async def by_transaction(tx: Tx, method: str, transaction_id: str) -> NoticeRow | None:
    """The notice that told of this payment first."""
    chosen = select(NoticeRow).where(
        NoticeRow.method == method,
        NoticeRow.transaction_id == transaction_id,
        NoticeRow.kind == "received",
        NoticeRow.state.in_(LIVE),
    )
    found: NoticeRow | None = await tx.session.scalar(chosen)
    return found


async def of_amount(tx: Tx, *, amount: int, currency: str, since: datetime) -> Sequence[NoticeRow]:
    """Notices since then of this amount, whatever way it came: recorded, or waiting."""
    chosen = select(NoticeRow).where(
        NoticeRow.amount == amount,
        NoticeRow.currency == currency,
        NoticeRow.arrived_at >= since,
        NoticeRow.kind == "received",
        NoticeRow.state.in_(("recorded", "waiting")),
    )
    return (await tx.session.scalars(chosen.order_by(NoticeRow.id))).all()


async def held(tx: Tx, notice_id: UUID) -> NoticeRow | None:
    """A notice, its row held until the transaction ends."""
    chosen = select(NoticeRow).where(NoticeRow.id == notice_id).with_for_update()
    found: NoticeRow | None = await tx.session.scalar(chosen, execution_options=FRESH)
    return found


async def waiting(tx: Tx) -> int:
    """How many wait for a person's decision."""
    return int(await tx.session.scalar(select(func.count()).where(NoticeRow.state == "waiting")) or 0)


async def listed(tx: Tx, *, state: str, limit: int, before: UUID | None) -> Sequence[NoticeRow]:
    """Notices in a state, the latest first; before: those that came before this one."""
    chosen = select(NoticeRow).where(NoticeRow.state == state)
    chosen = chosen.where(NoticeRow.id < before) if before else chosen
    return (await tx.session.scalars(chosen.order_by(NoticeRow.id.desc()).limit(limit), execution_options=FRESH)).all()


async def save(tx: Tx) -> None:
    """Write the changed fields of notices."""
    await tx.session.flush()


async def by_hand(tx: Tx, *, receivable_id: UUID, amount: int, known: tuple[str, str], since: datetime) -> bool:
    """Whether a payment of this amount was recorded since then that no notice told of, as another object than the known one."""
    told = select(NoticeRow.id).where(NoticeRow.entry_id == LedgerRow.id).exists()
    chosen = select(LedgerRow.id).where(
        LedgerRow.receivable_id == receivable_id,
        LedgerRow.amount == amount,
        LedgerRow.kind != "refund",
        tuple_(LedgerRow.provider, LedgerRow.provider_id) != known,
        LedgerRow.at >= since,
        ~told,
    )
    return await tx.session.scalar(chosen.limit(1)) is not None

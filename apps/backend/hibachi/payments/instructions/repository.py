"""Every query of payment instructions."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from hibachi.kit.db import Tx
from hibachi.payments.instructions.models import InstructionsRow
from hibachi.payments.models import LedgerRow, ReceivableRow


async def ask(tx: Tx, receivable_id: UUID) -> None:
    """Let it wait; what waits already waits since then."""
    asked = insert(InstructionsRow).values(receivable_id=receivable_id, asked_at=tx.now)
    again = {"asked_at": tx.now, "sent_at": None, "sent_by": None}
    await tx.session.execute(
        asked.on_conflict_do_update(
            index_elements=["receivable_id"], set_=again, where=InstructionsRow.sent_at.is_not(None)
        )
    )


async def held(tx: Tx, receivable_id: UUID) -> InstructionsRow | None:
    """One row, held until the transaction ends."""
    chosen = select(InstructionsRow).where(InstructionsRow.receivable_id == receivable_id).with_for_update()
    found: InstructionsRow | None = await tx.session.scalar(chosen, execution_options={"populate_existing": True})
    return found


async def waiting(tx: Tx, limit: int) -> Sequence[tuple[InstructionsRow, ReceivableRow]]:
    """Who waits, still owes something and has paid nothing since, the longest first."""
    paid = select(LedgerRow.id).where(
        LedgerRow.receivable_id == InstructionsRow.receivable_id,
        LedgerRow.kind != "refund",
        LedgerRow.at >= InstructionsRow.asked_at,
    )
    chosen = (
        select(InstructionsRow, ReceivableRow)
        .join(ReceivableRow, ReceivableRow.id == InstructionsRow.receivable_id)
        .where(InstructionsRow.sent_at.is_(None), ReceivableRow.owed > 0, ~paid.exists())
        .order_by(InstructionsRow.asked_at, InstructionsRow.receivable_id)
        .limit(limit)
    )
    return [(row, owed) for row, owed in (await tx.session.execute(chosen)).all()]


async def save(tx: Tx) -> None:
    """Write the changed fields."""
    await tx.session.flush()

"""Every query of invoices."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.payments.documents.models import InvoiceRow

NUMBERING = "invoices"
"""Under this lock numbers are given, so that none is left out; it is the last one that a transaction takes."""


async def add(tx: Tx, year: int, fields: dict[str, Any]) -> InvoiceRow:
    """Write an invoice under the next number of its year."""
    await tx.lock(NUMBERING)
    last = await tx.session.scalar(select(func.max(InvoiceRow.sequence)).where(InvoiceRow.year == year))
    who = {"actor_kind": tx.actor.kind, "actor_name": tx.actor.name, "issued_at": tx.now}
    row = InvoiceRow(id=new_id(), year=year, sequence=(last or 0) + 1, **fields, **who)
    tx.session.add(row)
    await tx.session.flush()
    return row


async def of_receivable(tx: Tx, receivable_id: UUID) -> Sequence[InvoiceRow]:
    """Every invoice and credit note of a receivable, in their order."""
    mine = select(InvoiceRow).where(InvoiceRow.receivable_id == receivable_id)
    return (await tx.session.scalars(mine.order_by(InvoiceRow.issued_at, InvoiceRow.sequence))).all()

"""Every account as the proof looks at it, and the entries of a provider."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from hibachi.kit.db import Tx
from hibachi.payments import repository
from hibachi.payments.documents import repository as invoices
from hibachi.payments.schemas import LedgerEntry, Proven
from hibachi.payments.service import ledger


async def proven(tx: Tx) -> dict[UUID, Proven]:
    """Every account, whether it adds up, and what its invoice says."""
    sums, totals = await repository.sums(tx), await invoices.standing_totals(tx)
    return {
        row.id: Proven(
            receivable=ledger.shown(row),
            adds_up=(row.paid, row.refunded, row.deposit_paid) == sums.get(row.id, (0, 0, 0)),
            invoiced=totals.get(row.id),
        )
        for row in await repository.everything(tx)
    }


async def of_provider(
    tx: Tx, *, provider: str, ids: Collection[str] | None = None, between: tuple[datetime, datetime] | None = None
) -> list[LedgerEntry]:
    """Entries of a provider: these objects of it, or what was written between two instants."""
    return [ledger.shown_entry(row) for row in await repository.of_provider(tx, provider, ids, between)]


async def recorded(tx: Tx, *, ids: Collection[str]) -> set[str]:
    """Those of these objects of providers that an entry has, whoever wrote it and by whatever provider."""
    return await repository.recorded(tx, ids)

"""Every query of quotes; private to the module."""

from typing import Any
from uuid import UUID

from sqlalchemy import insert

from hibachi.kit.db import Tx
from hibachi.quotes.models import StoredQuote

# Made once, and of the table: no row of the ORM is wanted back.
ADD = insert(StoredQuote.metadata.tables[StoredQuote.__tablename__])


async def add(tx: Tx, **columns: Any) -> None:
    """Store a quote."""
    await tx.session.execute(ADD, columns)


async def by_id(tx: Tx, quote_id: UUID) -> StoredQuote | None:
    """One quote by its id."""
    return await tx.session.get(StoredQuote, quote_id)

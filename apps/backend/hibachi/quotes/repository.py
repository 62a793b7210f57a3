"""Every query of quotes; private to the module."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, insert, select

from hibachi.kit.db import Tx
from hibachi.quotes.models import StoredQuote
from hibachi.quotes.schemas import QuoteFilter

# Made once, and of the table: no row of the ORM is wanted back.
ADD = insert(StoredQuote.metadata.tables[StoredQuote.__tablename__])


async def add(tx: Tx, **columns: Any) -> None:
    """Store a quote."""
    await tx.session.execute(ADD, columns)


async def by_id(tx: Tx, quote_id: UUID) -> StoredQuote | None:
    """One quote by its id."""
    return await tx.session.get(StoredQuote, quote_id)


HEAD: Select[Any] = select(
    StoredQuote.id,
    StoredQuote.created_at,
    StoredQuote.policy_version,
    StoredQuote.priced["party"].label("party"),
    StoredQuote.event_date,
    StoredQuote.zip,
    StoredQuote.total_amount.label("total"),
    StoredQuote.unpriced,
)
"""A quote without its lines: they are most of it."""


async def page(tx: Tx, wanted: QuoteFilter) -> Sequence[Row[Any]]:
    """The quotes that fit, the newest first: one more than the limit, when there are more."""
    found = _fitting(wanted).limit(wanted.limit + 1)
    if wanted.before is not None:
        found = found.where(StoredQuote.id < wanted.before)
    rows: Sequence[Row[Any]] = (await tx.session.execute(found)).all()
    return rows


async def among(tx: Tx, wanted: QuoteFilter, ids: Collection[UUID]) -> Sequence[Row[Any]]:
    """Of these quotes those that fit, the newest first."""
    found = _fitting(wanted).where(StoredQuote.id.in_(ids))
    rows: Sequence[Row[Any]] = (await tx.session.execute(found)).all()
    return rows


def _fitting(wanted: QuoteFilter) -> Select[Any]:
    conditions = {
        "zip": StoredQuote.zip.__eq__,
        "first": StoredQuote.event_date.__ge__,
        "last": StoredQuote.event_date.__le__,
    }
    given = {name: getattr(wanted, name) for name in conditions}
    found = HEAD.where(*(conditions[name](value) for name, value in given.items() if value is not None))
    if wanted.priced is not None:
        found = found.where(StoredQuote.unpriced.is_(None) if wanted.priced else StoredQuote.unpriced.is_not(None))
    return found.order_by(StoredQuote.id.desc())

"""The queries of counters."""

from datetime import datetime

from sqlalchemy import case, delete
from sqlalchemy.dialects.postgresql import insert

from hibachi.channels.limits.models import RateCounterRow
from hibachi.kit.db import Tx


async def hit(tx: Tx, *, key: str, number: int, ends_at: datetime) -> int:
    """Count one in a window, in one statement; how many there are now. An older window's count is over."""
    new = insert(RateCounterRow).values(key=key, number=number, hits=1, ends_at=ends_at)
    same_window = RateCounterRow.number >= new.excluded.number
    counted = new.on_conflict_do_update(
        index_elements=[RateCounterRow.key],
        set_={
            "hits": case((same_window, RateCounterRow.hits + 1), else_=1),
            "number": case((same_window, RateCounterRow.number), else_=new.excluded.number),
            "ends_at": case((same_window, RateCounterRow.ends_at), else_=new.excluded.ends_at),
        },
    )
    return (await tx.session.execute(counted.returning(RateCounterRow.hits))).scalar_one()


async def forget(tx: Tx, *, before: datetime) -> None:
    """Delete the counters whose window ended before an instant."""
    await tx.session.execute(delete(RateCounterRow).where(RateCounterRow.ends_at < before))

"""Every query of stations and chefs."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from hibachi.crew.models import ChefRow, StationRow
from hibachi.kit.db import Tx

# Made once: every claim asks for the chefs.
EVERYONE = select(ChefRow).order_by(ChefRow.id)
ACTIVE = EVERYONE.where(ChefRow.active)


async def lock_founding(tx: Tx) -> None:
    """Let one process at a time decide whether the first station is missing."""
    await tx.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("crew.founding", 0))))


async def stations(tx: Tx) -> Sequence[StationRow]:
    """Every station, oldest first."""
    return (await tx.session.scalars(select(StationRow).order_by(StationRow.id))).all()


async def insert_station(tx: Tx, *, name: str, zip: str) -> StationRow | None:
    """The new station, or None when the name is taken."""
    new = insert(StationRow).values(name=name, zip=zip, created_at=tx.now).on_conflict_do_nothing()
    return await tx.session.scalar(new.returning(StationRow))


async def station(tx: Tx, station_id: int) -> StationRow | None:
    """One station by its number."""
    return await tx.session.get(StationRow, station_id)


async def chefs(tx: Tx, *, active_only: bool) -> Sequence[ChefRow]:
    """Chefs in the order of their numbers."""
    return (await tx.session.scalars(ACTIVE if active_only else EVERYONE)).all()


async def chef(tx: Tx, chef_id: int) -> ChefRow | None:
    """One chef by their number, locked for a change."""
    return await tx.session.scalar(select(ChefRow).where(ChefRow.id == chef_id).with_for_update())


async def add_chef(tx: Tx, *, station_id: int, name: str) -> ChefRow:
    """Write a new active chef."""
    row = ChefRow(station_id=station_id, name=name, active=True, created_at=tx.now)
    tx.session.add(row)
    await tx.session.flush()
    return row

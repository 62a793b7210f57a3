"""Stations and chefs: founding the first station, and what staff change of them."""

from hibachi.audit import service as audit
from hibachi.crew import repository
from hibachi.crew.errors import StationExists, UnknownChef, UnknownStation
from hibachi.crew.schemas import Chef, ChefChange, NewChef, NewStation, Station
from hibachi.kit.db import Tx
from hibachi.policies.schemas import PolicyBook


async def ensure_station(tx: Tx, *, book: PolicyBook) -> Station:
    """The first station; at the very first start it is made at the base, with the policy's number of chefs."""
    await repository.lock_founding(tx)
    existing = await repository.stations(tx)
    if existing:
        return Station.model_validate(existing[0])
    base = book.profile.travel.base
    row = await repository.insert_station(tx, name=base.city, zip=base.zip)
    assert row is not None, "the table is empty and locked"
    for number in range(1, book.profile.booking.chefs_initial + 1):
        await repository.add_chef(tx, station_id=row.id, name=f"Chef {number}")
    return Station.model_validate(row)


async def stations(tx: Tx) -> list[Station]:
    """Every station, oldest first."""
    return [Station.model_validate(row) for row in await repository.stations(tx)]


async def chefs(tx: Tx) -> list[Chef]:
    """The active chefs in the order of their numbers: the order in which their locks are taken."""
    return [Chef.model_validate(row) for row in await repository.chefs(tx, active_only=True)]


async def everyone(tx: Tx) -> list[Chef]:
    """Every chef who ever was one, in the order of their numbers."""
    return [Chef.model_validate(row) for row in await repository.chefs(tx, active_only=False)]


async def add_station(tx: Tx, *, new: NewStation) -> Station:
    """Open a station; refuses a name that exists (StationExists)."""
    row = await repository.insert_station(tx, name=new.name, zip=new.zip)
    if row is None:
        raise StationExists()
    changes = {"name": (None, row.name), "zip": (None, row.zip)}
    await audit.record(tx, action="station_create", resource="station", resource_id=row.id, changes=changes)
    return Station.model_validate(row)


async def add_chef(tx: Tx, *, new: NewChef) -> Chef:
    """Take on a chef, active from now on; refuses a station that does not exist (UnknownStation)."""
    if await repository.station(tx, new.station_id) is None:
        raise UnknownStation()
    row = await repository.add_chef(tx, station_id=new.station_id, name=new.name)
    changes = {"name": (None, row.name), "station_id": (None, row.station_id)}
    await audit.record(tx, action="chef_create", resource="chef", resource_id=row.id, changes=changes)
    return Chef.model_validate(row)


async def change_chef(tx: Tx, *, chef_id: int, change: ChefChange) -> Chef:
    """Rename a chef, or let them take new parties or not; parties that they already have stay theirs."""
    row = await repository.chef(tx, chef_id)
    if row is None:
        raise UnknownChef()
    wanted = change.model_dump(exclude_none=True)
    changes = {field: (getattr(row, field), value) for field, value in wanted.items()}
    for field, value in wanted.items():
        setattr(row, field, value)
    await tx.session.flush()
    await audit.record(tx, action="chef_update", resource="chef", resource_id=row.id, changes=changes)
    return Chef.model_validate(row)

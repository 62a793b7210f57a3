"""Several owners, several starts at one moment: versions stay whole, numbered and in order."""

import asyncio
from typing import Any

from sqlalchemy import text

from hibachi.kit.db import Database
from hibachi.policies import service
from hibachi.policies.schemas import PolicyBook

PATCHES: tuple[dict[str, Any], ...] = (
    {"prices": {"adult": {"amount": "56.00"}}},
    {"prices": {"child": {"amount": "31.00"}}},
    {"menu": {"upgrades_per_person": {"lobster_tail": "16.00"}}},
    {"menu": {"addons_each": {"gyoza": "11.00"}}},
)


async def change(db: Database, changes: dict[str, Any]) -> PolicyBook:
    async with db.transaction() as tx:
        return await service.change(tx, changes=changes, effective_from=None, note="at the same moment")


async def test_changes_at_one_moment_lose_nothing(loaded: Database) -> None:
    books = await asyncio.gather(*(change(loaded, patch) for patch in PATCHES))
    assert sorted(book.version for book in books) == [2, 3, 4, 5]
    async with loaded.transaction() as tx:
        book = await service.current(tx)
    profile = book.profile
    assert book.version == 5
    assert (profile.prices.adult.amount, profile.prices.child.amount) == (5600, 3100)
    assert profile.menu.upgrades_per_person["lobster_tail"] == 1600
    assert profile.menu.addons_each["gyoza"] == 1100


async def test_starts_at_one_moment_load_one_profile(db: Database) -> None:
    async def start() -> int:
        async with db.transaction() as tx:
            return (await service.load_default(tx)).version

    assert await asyncio.gather(*(start() for _ in range(4))) == [1, 1, 1, 1]
    async with db.transaction() as tx:
        assert await tx.session.scalar(text("SELECT count(*) FROM policy_versions")) == 1


async def test_a_reader_sees_one_version_throughout(loaded: Database) -> None:
    """What a transaction priced with, it goes on pricing with, whatever an owner does meanwhile."""
    async with loaded.transaction() as reading:
        before = await service.current(reading)
        await change(loaded, PATCHES[0])
        assert await service.current(reading) == before
    async with loaded.transaction() as tx:
        assert (await service.current(tx)).version == 2


async def test_a_change_that_fails_leaves_its_number_to_the_next(loaded: Database) -> None:
    try:
        async with loaded.transaction() as tx:
            await service.change(tx, changes=PATCHES[0], effective_from=None, note="rolled back")
            raise ConnectionAbortedError
    except ConnectionAbortedError:
        pass
    assert (await change(loaded, PATCHES[1])).version == 2
    async with loaded.transaction() as tx:
        assert (await service.current(tx)).profile.prices.adult.amount == 5500

"""One database with the passages of the profile, shared by a module: reading them takes seconds."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database, Tx
from hibachi.kit.events import EventBus
from hibachi.kit.jobs import Jobs
from hibachi.knowledge import service
from hibachi.knowledge.service import Searcher
from hibachi.language.embedding.embedder import Embedder
from hibachi.policies import service as policies


@pytest.fixture(scope="session")
def searcher() -> Searcher:
    return Searcher(Embedder())


@pytest.fixture(scope="module")
async def known(shared_database_url: str, searcher: Searcher, anyio_backend: str) -> AsyncIterator[Database]:
    """A database in which the knowledge was synced once, on Wednesday 2026-03-04."""
    clock = SettableClock(datetime.fromisoformat("2026-03-04T10:00:00-08:00"))
    database = Database(shared_database_url, clock=clock, bus=EventBus(), jobs=Jobs(shared_database_url), pool_size=5)
    async with database.transaction() as tx:
        await policies.load_default(tx)
    assert await service.sync(database, searcher)
    yield database
    await database.close()


@pytest.fixture
async def trial(known: Database) -> AsyncIterator[Tx]:
    """One open transaction on it, rolled back after the test."""
    async with known.transaction() as opened:
        yield opened
        await opened.session.rollback()

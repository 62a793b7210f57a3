"""The whole application over a fresh database, as main puts it together."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from hibachi.founding import found
from hibachi.kit.clock import SettableClock
from hibachi.main import create_app
from hibachi.runtime import Runtime, build
from hibachi.settings import Settings

SETTINGS = Settings(_env_file=None)


@pytest.fixture
async def runtime(database_url: str, clock: SettableClock) -> AsyncIterator[Runtime]:
    """A composed process on a database with the business in it."""
    runtime = build(SETTINGS, database_url, clock=clock)
    await runtime.open()
    async with runtime.db.transaction() as tx:
        await found(tx, SETTINGS)
    yield runtime
    await runtime.close()


@pytest.fixture
def app(runtime: Runtime) -> FastAPI:
    return create_app(runtime)

"""Every test runs on a real PostgreSQL: one throw-away cluster a worker, one clone of the finished schema a test."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count

import hypothesis
import psycopg
import pytest
from psycopg import sql

from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database, Tx
from hibachi.kit.events import EventBus
from hibachi.kit.jobs import Jobs
from hibachi.kit.postgres import EmbeddedPostgres, throw_away
from hibachi.settings import Settings
from tests.hashes import lighten
from tests.schema import build_schema

TEMPLATE = "template_hibachi"

# No test sees what the developer set for a running product: no key, no database, no file .env.
Settings.model_config["env_file"] = None
for setting in Settings.model_fields.values():
    os.environ.pop(str(setting.alias), None)

lighten()

# No test depends on how fast the machine is just now.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

NUMBERS = count(1)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def cluster() -> Iterator[EmbeddedPostgres]:
    """This worker's own server, gone with it. HIBACHI_TEST_POSTGRES=16 runs everything on the older major."""
    major = int(os.environ.get("HIBACHI_TEST_POSTGRES", "18"))
    with throw_away("test", major=major) as server:
        yield server


@pytest.fixture(scope="session")
def template_database(cluster: EmbeddedPostgres) -> str:
    """A database with the whole schema and no row of the business, to be cloned."""
    _administer(cluster, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(TEMPLATE)))
    build_schema(cluster.url(TEMPLATE))
    return TEMPLATE


@pytest.fixture
def database_url(cluster: EmbeddedPostgres, template_database: str) -> Iterator[str]:
    """The SQLAlchemy URL of a fresh database with the whole schema, dropped after the test."""
    with _cloned(cluster, template_database) as url:
        yield url


@pytest.fixture(scope="module")
def shared_database_url(cluster: EmbeddedPostgres, template_database: str) -> Iterator[str]:
    """The same for a whole module: for tests that look at one world, each from its own side."""
    with _cloned(cluster, template_database) as url:
        yield url


@contextmanager
def _cloned(cluster: EmbeddedPostgres, template: str) -> Iterator[str]:
    name = f"test_{next(NUMBERS)}"
    clone = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
    _administer(cluster, clone.format(sql.Identifier(name), sql.Identifier(template)))
    yield cluster.url(name)
    _administer(cluster, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _administer(cluster: EmbeddedPostgres, statement: sql.Composed) -> None:
    with psycopg.connect(cluster.url().replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture
def clock() -> SettableClock:
    """A clock that stands on Wednesday, 2026-03-04, ten in the morning in California."""
    return SettableClock(datetime.fromisoformat("2026-03-04T10:00:00-08:00"))


@pytest.fixture
def bus() -> EventBus:
    """An event bus without listeners; a test registers those that it is about."""
    return EventBus()


@pytest.fixture
async def db(database_url: str, clock: SettableClock, bus: EventBus) -> AsyncIterator[Database]:
    """The product's own door to the test's database."""
    database = Database(database_url, clock=clock, bus=bus, jobs=Jobs(database_url), pool_size=5)
    yield database
    await database.close()


@pytest.fixture
async def tx(db: Database) -> AsyncIterator[Tx]:
    """One open transaction, rolled back after the test; for what must be committed, use `db.transaction()`."""
    async with db.transaction() as opened:
        yield opened
        await opened.session.rollback()


TALK = {"concierge", "language"}
TRACED_OF_TALK, TRACED_OF_OTHERS = 12, 6


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Not each test is traced, and none that only reads the sources: a tracer makes it half as long again.

    CI has its limit; what the sample covers is covered, so the floor holds for the whole all the more.
    """
    talk = [item for item in items if TALK & set(item.path.parts)]
    house = [item for item in items if "house" in item.path.parts]
    others = [item for item in items if not (TALK | {"house"}) & set(item.path.parts)]
    for item in house + _but_each(TRACED_OF_TALK, talk) + _but_each(TRACED_OF_OTHERS, others):
        item.add_marker(pytest.mark.no_cover)


def _but_each(step: int, items: list[pytest.Item]) -> list[pytest.Item]:
    return [item for at, item in enumerate(items) if at % step]

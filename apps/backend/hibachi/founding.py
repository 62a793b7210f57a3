"""What an installation needs before its first request: the schema, the owner's numbers, a station, roles, an administrator."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from hibachi.crew import service as crew
from hibachi.identity import service as identity
from hibachi.identity.schemas import FirstAdmin
from hibachi.kit.clock import SystemClock
from hibachi.kit.db import Database, Tx
from hibachi.kit.events import EventBus
from hibachi.kit.jobs import Jobs
from hibachi.knowledge.jobs import SYNC
from hibachi.policies import service as policies
from hibachi.settings import Settings

MIGRATIONS = Path(__file__).parents[1] / "migrations"
MIGRATING = 7_201_826_104
"""The advisory lock under which one process at a time migrates."""


def migrate(url: str) -> None:
    """Bring the schema of a database to the newest revision; several processes may try at once."""
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    with engine.connect() as guard:
        guard.execute(text("SELECT pg_advisory_lock(:key)"), {"key": MIGRATING})
        command.upgrade(config, "head")
    engine.dispose()


async def found(tx: Tx, settings: Settings) -> FirstAdmin | None:
    """Load the business profile, make the first station and the roles; the first administrator where there is none.

    Safe at every start. The administrator's password is in the answer and nowhere else.
    """
    book = await policies.load_default(tx, settings.profile_path)
    await crew.ensure_station(tx, book=book)
    await tx.defer(SYNC)
    return await identity.ensure_first_admin(tx)


def prepare(settings: Settings, url: str) -> FirstAdmin | None:
    """Migrate a database and found the business in it."""
    migrate(url)
    return asyncio.run(_found(settings, url))


async def _found(settings: Settings, url: str) -> FirstAdmin | None:
    async with _opened(url) as tx:
        return await found(tx, settings)


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Tx]:
    """One transaction on a database, and its connection closed afterwards."""
    db = Database(url, clock=SystemClock(), bus=EventBus(), jobs=Jobs(url), pool_size=1)
    try:
        async with db.transaction() as tx:
            yield tx
    finally:
        await db.close()


def secret_of_this_installation(data_dir: Path) -> str:
    """The secret that signs tokens where SECRET_KEY is not set: made once, kept in the data folder, for the owner alone."""
    file = data_dir / "secret_key"
    if not file.exists():
        new = file.with_name("secret_key.new")
        new.touch(mode=0o600)
        new.write_text(secrets.token_urlsafe(48))
        new.replace(file)
    return file.read_text()


async def make_user(url: str, *, email: str, name: str, roles: Sequence[str], password: str) -> None:
    """Make a member of staff by hand; raises identity's WeakPassword, EmailTaken, UnknownRole."""
    async with _opened(url) as tx:
        await identity.create_user(tx, email=email, name=name, password=password, roles=roles)

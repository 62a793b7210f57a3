"""The database: one request or job is one transaction, and only this file commits."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import Engine, MetaData, event, text
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from hibachi.kit.auth import SYSTEM, Actor
from hibachi.kit.clock import Clock
from hibachi.kit.jobs import NewJob

if TYPE_CHECKING:
    from hibachi.kit.events import Event, EventBus, StoredEvent
    from hibachi.kit.jobs import Jobs


TRUSTED_SECONDS = 1.0
"""A connection that served so recently is not asked whether it lives: that would cost each transaction a round trip."""


class Base(DeclarativeBase):
    """Every table's base; the naming convention gives each constraint a stable name."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {datetime: TIMESTAMP(timezone=True)}


@dataclass(slots=True)
class Tx:
    """One open transaction: its session, the instant that it calls now, and who acts in it."""

    session: AsyncSession
    now: datetime
    actor: Actor
    bus: "EventBus"
    jobs: "Jobs"
    notes: dict[str, Any] = field(default_factory=dict)
    published: "list[StoredEvent]" = field(default_factory=list)

    async def publish(self, event: "Event") -> None:
        """Say what happened: stored in this transaction, heard by the listeners that main registered."""
        await self.bus.publish(self, event)

    async def lock(self, name: str, *, shared: bool = False) -> None:
        """Wait until this transaction alone holds a name, or (shared) nobody holds it alone; it lets go at its end."""
        held = text(f"SELECT pg_advisory_xact_lock{'_shared' if shared else ''}(hashtextextended(:name, 0))")
        await self.session.execute(held, {"name": name})

    @asynccontextmanager
    async def trial(self) -> AsyncIterator[None]:
        """Do something to see what it would do: all that the block writes, publishes and defers is taken back."""
        published, savepoint = len(self.published), await self.session.begin_nested()
        try:
            yield
            await self.session.flush()
        finally:
            await savepoint.rollback()
            del self.published[published:]

    async def defer(self, job: str, **arguments: Any) -> None:
        """Put a job into this transaction by its registered name; arguments must be JSON."""
        options = {key: arguments.pop(key) for key in ("lock", "schedule_in") if key in arguments}
        await self.defer_together(NewJob(job, arguments, **options))

    async def defer_together(self, *jobs: NewJob) -> None:
        """Put several jobs into this transaction in one statement: all of them are written, or none."""
        await self.jobs.defer(self, *jobs)


class Database:
    """Connections to one PostgreSQL, 16 or newer. Opens transactions; nothing else commits."""

    def __init__(self, url: str, *, clock: Clock, bus: "EventBus", jobs: "Jobs", pool_size: int = 10) -> None:
        self.url = url
        self.clock = clock
        self.bus = bus
        self.jobs = jobs
        self.engine = create_async_engine(
            url,
            pool_size=pool_size,
            max_overflow=pool_size,
            pool_use_lifo=True,  # the connection used last has its statements prepared
            connect_args={"options": "-c statement_timeout=30000 -c timezone=UTC", "connect_timeout": 10},
        )
        _ask_after_rest(self.engine.sync_engine)
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False, autoflush=False)

    @asynccontextmanager
    async def transaction(self, actor: Actor = SYSTEM, *, still: bool = False) -> AsyncIterator[Tx]:
        """Open a transaction: committed when the block ends, rolled back when it raises.

        still: to read alone; all its statements see what the first one saw, whatever others write meanwhile.
        """
        async with self._sessions() as session, session.begin():
            if still:
                await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            tx = Tx(session, self.clock.now(), actor, self.bus, self.jobs)
            yield tx
            await session.flush()
            await self.bus.store(tx)

    async def version(self) -> str:
        """The server's version; raises what SQLAlchemy raises when it cannot be reached."""
        async with self.engine.connect() as connection:
            return str((await connection.execute(text("SHOW server_version"))).scalar())

    async def empty(self) -> None:
        """Delete every row of every table: for a throw-away database only."""
        tables = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
        async with self.engine.begin() as connection:
            await connection.execute(text("SET LOCAL session_replication_role = replica"))
            await connection.execute(text(f"TRUNCATE {tables}, procrastinate_jobs RESTART IDENTITY CASCADE"))

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


def _ask_after_rest(engine: Engine) -> None:
    """Ask a connection whether it still lives before it serves again, unless it was in use a moment ago."""

    @event.listens_for(engine, "checkin")
    def came_back(_: object, entry: ConnectionPoolEntry) -> None:
        entry.info["back_at"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def goes_out(connection: DBAPIConnection, entry: ConnectionPoolEntry, _: PoolProxiedConnection) -> None:
        back_at = entry.info.get("back_at")
        if back_at is None or time.monotonic() - back_at < TRUSTED_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as gone:
            raise InvalidatePoolError() from gone  # the pool then connects anew, as with pool_pre_ping

"""The pool: a connection that died while it rested harms nobody, and one that works is not asked whether it lives."""

import pytest
from sqlalchemy import event, text

from hibachi.kit import db as kit_db
from hibachi.kit.db import Database
from hibachi.kit.events import Event

PID = text("SELECT pg_backend_pid()")


class DoorOpened(Event):
    """A door was opened."""

    number: int


async def backend(db: Database) -> int:
    """The server process behind the pool's connection."""
    async with db.transaction() as tx:
        return int((await tx.session.execute(PID)).scalar_one())


def pings(db: Database, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every question whether a connection lives."""
    asked: list[object] = []
    dialect = db.engine.sync_engine.dialect
    plain = dialect.do_ping

    def ping(connection: object) -> bool:
        asked.append(connection)
        return bool(plain(connection))  # type: ignore[arg-type]

    monkeypatch.setattr(dialect, "do_ping", ping)
    return asked


async def test_a_connection_in_use_a_moment_ago_serves_again_unasked(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit_db, "TRUSTED_SECONDS", 3600.0)
    asked = pings(db, monkeypatch)
    assert len({await backend(db) for _ in range(5)}) == 1
    assert asked == []


async def test_a_rested_connection_is_asked_once_and_kept(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit_db, "TRUSTED_SECONDS", 0.0)
    asked = pings(db, monkeypatch)
    first = await backend(db)
    assert asked == [], "a fresh connection is not asked"
    assert [await backend(db), await backend(db)] == [first, first]
    assert len(asked) == 2


async def test_a_connection_that_died_while_it_rested_is_replaced(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit_db, "TRUSTED_SECONDS", 0.0)
    first = await backend(db)
    async with db.transaction() as killer:
        own = int((await killer.session.execute(PID)).scalar_one())
        async with db.transaction() as victim:
            second = int((await victim.session.execute(PID)).scalar_one())
        await killer.session.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": second})
    assert own == first != second
    async with db.transaction() as one, db.transaction() as other:
        alive = {int((await tx.session.execute(PID)).scalar_one()) for tx in (one, other)}
    assert len(alive) == 2
    assert second not in alive


async def test_all_events_of_a_transaction_are_one_statement_at_its_end(db: Database) -> None:
    seen: list[str] = []

    @event.listens_for(db.engine.sync_engine, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    async with db.transaction() as tx:
        for number in range(4):
            await tx.publish(DoorOpened(number=number))
        assert seen == []
    assert len(seen) == 1
    async with db.transaction() as tx:
        stored = (await tx.session.execute(text("SELECT payload FROM events ORDER BY id"))).scalars().all()
    assert stored == [{"number": number} for number in range(4)]


async def test_a_transaction_that_was_rolled_back_by_hand_stores_no_event(db: Database) -> None:
    async with db.transaction() as tx:
        await tx.publish(DoorOpened(number=1))
        await tx.session.rollback()
    async with db.transaction() as tx:
        assert (await tx.session.execute(text("SELECT count(*) FROM events"))).scalar_one() == 0

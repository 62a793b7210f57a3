"""The fixtures that every other test stands on."""

import psycopg
from sqlalchemy import text

from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database, Tx


def tables(url: str) -> set[str]:
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        return {row[0] for row in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}


def test_a_clone_has_the_schema_and_the_queue(database_url: str) -> None:
    assert {"events", "idempotency_keys", "procrastinate_jobs"} <= tables(database_url)


def test_the_server_is_a_supported_one(database_url: str) -> None:
    with psycopg.connect(database_url.replace("+psycopg", "")) as connection:
        assert connection.info.server_version >= 160000


async def leave_a_table(db: Database) -> None:
    assert "left_behind" not in tables(db.url)
    async with db.transaction() as tx:
        await tx.session.execute(text("CREATE TABLE left_behind ()"))
    assert "left_behind" in tables(db.url)


async def test_no_test_sees_what_another_left(db: Database) -> None:
    await leave_a_table(db)


async def test_nor_does_the_other(db: Database) -> None:
    await leave_a_table(db)


async def test_the_open_transaction_keeps_nothing(tx: Tx, database_url: str) -> None:
    await tx.session.execute(text("CREATE TABLE unseen ()"))
    assert "unseen" not in tables(database_url)


async def test_the_clock_stands_and_is_utc(tx: Tx, clock: SettableClock) -> None:
    assert tx.now.isoformat() == "2026-03-04T18:00:00+00:00"
    assert clock.now() == tx.now

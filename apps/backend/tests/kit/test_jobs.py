"""Jobs: in the transaction of their change, once, again after a failure, and again after a death."""

import asyncio
import os
import signal
import sys
import textwrap
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database, Tx
from hibachi.kit.events import EventBus
from hibachi.kit.jobs import Jobs, JobTable, NewJob

BACKEND = Path(__file__).parents[2]


class Base(DeclarativeBase):
    """Of this file's table alone."""


class Trace(Base):
    __tablename__ = "traces"

    what: Mapped[str] = mapped_column(primary_key=True)


class Opened:
    """A database whose queue is open, with a table to leave traces in."""

    def __init__(self, url: str, clock: SettableClock) -> None:
        self.jobs = Jobs(url)
        self.db = Database(url, clock=clock, bus=EventBus(), jobs=self.jobs, pool_size=5)

    async def rows(self, query: str) -> list[Any]:
        async with self.db.transaction() as tx:
            return list((await tx.session.execute(text(query))).all())

    async def queued(self) -> list[tuple[str, dict[str, Any]]]:
        rows = await self.rows("SELECT task_name, args FROM procrastinate_jobs WHERE status = 'todo' ORDER BY id")
        return [(row.task_name, row.args) for row in rows]

    async def traces(self) -> list[str]:
        return [row.what for row in await self.rows("SELECT what FROM traces ORDER BY what")]


@pytest.fixture
async def opened(database_url: str, clock: SettableClock) -> AsyncIterator[Opened]:
    world = Opened(database_url, clock)
    async with world.db.transaction() as tx:
        await tx.session.execute(text("CREATE TABLE traces (what text)"))
    await world.jobs.open()
    yield world
    await world.jobs.close()
    await world.db.close()


async def trace(tx: Tx, what: str = "ran") -> None:
    await tx.session.execute(text("INSERT INTO traces VALUES (:what)"), {"what": what})


async def until(condition: Callable[[], Awaitable[bool]], *, seconds: float = 20) -> None:
    async with asyncio.timeout(seconds):
        while not await condition():
            await asyncio.sleep(0.05)


class TestDeferring:
    async def test_after_a_rollback_neither_row_nor_job(self, opened: Opened) -> None:
        opened.jobs.add_table(JobTable(work={"trace": trace}), opened.db)
        with pytest.raises(RuntimeError, match="changed my mind"):
            async with opened.db.transaction() as tx:
                await trace(tx, "the change")
                await tx.defer("trace", what="the job")
                raise RuntimeError("changed my mind")
        assert (await opened.traces(), await opened.queued()) == ([], [])

    async def test_after_a_commit_one_row_and_one_job(self, opened: Opened) -> None:
        opened.jobs.add_table(JobTable(work={"trace": trace}), opened.db)
        async with opened.db.transaction() as tx:
            await trace(tx, "the change")
            await tx.defer("trace", what="the job")
            assert await opened.queued() == []
        assert (await opened.traces(), await opened.queued()) == (["the change"], [("trace", {"what": "the job"})])
        await opened.jobs.drain()
        assert (await opened.traces(), await opened.queued()) == (["the change", "the job"], [])

    async def test_several_are_written_together_each_with_its_own_wait_and_lock(self, opened: Opened) -> None:
        opened.jobs.add_table(JobTable(work={"trace": trace}), opened.db)
        async with opened.db.transaction() as tx:
            now = NewJob("trace", {"what": "now"}, lock="one at a time")
            await tx.defer_together(now, NewJob("trace", {"what": "later"}, schedule_in=timedelta(hours=2)))
        assert sorted(await opened.queued(), key=str) == [("trace", {"what": "later"}), ("trace", {"what": "now"})]
        async with opened.db.transaction() as tx:
            locks = await tx.session.execute(text("SELECT args->>'what', lock IS NOT NULL FROM procrastinate_jobs"))
            assert {what: locked for what, locked in locks.all()}["now"]
        await opened.jobs.drain()
        assert (await opened.traces(), await opened.queued()) == (["now"], [("trace", {"what": "later"})])

    async def test_several_of_which_one_cannot_be_written_are_none_and_the_change_stands(
        self, opened: Opened, caplog: pytest.LogCaptureFixture
    ) -> None:
        opened.jobs.add_table(JobTable(work={"trace": trace}), opened.db)
        async with opened.db.transaction() as tx:
            await trace(tx, "the change")
            await tx.defer_together(NewJob("trace", {"what": "good"}), NewJob("trace", {"what": "\0"}))
        assert (await opened.traces(), await opened.queued()) == (["the change"], [])
        assert "could not defer trace, trace" in caplog.text

    async def test_a_failure_to_defer_never_fails_the_change(
        self, opened: Opened, caplog: pytest.LogCaptureFixture
    ) -> None:
        async with opened.db.transaction() as tx:
            await tx.session.execute(text("ALTER TABLE procrastinate_jobs RENAME TO elsewhere"))
        async with opened.db.transaction() as tx:
            await trace(tx, "before")
            await tx.defer("trace", what="the job")
            await trace(tx, "after")
        assert await opened.traces() == ["after", "before"]
        assert "could not defer trace" in caplog.text

    async def test_a_change_that_cannot_be_written_is_no_failure_to_defer(self, opened: Opened) -> None:
        opened.jobs.add_table(JobTable(work={"trace": trace}), opened.db)
        with pytest.raises(DBAPIError, match="NUL"):
            async with opened.db.transaction() as tx:
                tx.session.add(Trace(what="nul\0inside"))
                await tx.defer("trace", what="the job")
        assert (await opened.traces(), await opened.queued()) == ([], [])

    async def test_a_job_may_wait(self, opened: Opened) -> None:
        opened.jobs.add_table(JobTable(work={"trace": trace}), opened.db)
        async with opened.db.transaction() as tx:
            await tx.defer("trace", what="later", schedule_in=timedelta(hours=2))
            await tx.defer("trace", what="now", lock="one at a time")
        await opened.jobs.drain()
        assert await opened.traces() == ["now"]
        [row] = await opened.rows(
            "SELECT scheduled_at - now() AS wait, lock FROM procrastinate_jobs WHERE status = 'todo'"
        )
        assert timedelta(minutes=119) < row.wait <= timedelta(minutes=120)


class TestWorking:
    async def test_a_job_is_one_transaction(self, opened: Opened) -> None:
        async def half(tx: Tx) -> None:
            await trace(tx, "half")
            raise RuntimeError("the other half is missing")

        opened.jobs.add_table(JobTable(work={"half": half}), opened.db)
        async with opened.db.transaction() as tx:
            await tx.defer("half")
        await opened.jobs.drain()
        assert await opened.traces() == []

    async def test_a_failed_job_is_tried_again_later(self, opened: Opened) -> None:
        async def fails(tx: Tx) -> None:
            raise RuntimeError("not today")

        opened.jobs.add_table(JobTable(work={"fails": fails}), opened.db)
        async with opened.db.transaction() as tx:
            await tx.defer("fails")
        await opened.jobs.drain()
        [row] = await opened.rows("SELECT status, attempts, scheduled_at > now() AS waits FROM procrastinate_jobs")
        assert (row.status, row.attempts, row.waits) == ("todo", 1, True)

    async def test_a_poisonous_job_ends_and_lets_others_pass(self, opened: Opened) -> None:
        runs = 0

        async def fails() -> None:
            nonlocal runs
            runs += 1
            raise RuntimeError("never")

        opened.jobs.add("fails", fails, attempts=3)
        opened.jobs.add_table(JobTable(work={"trace": trace}), opened.db)
        async with opened.db.transaction() as tx:
            await tx.defer("fails")
            await tx.defer("trace", what="passed")
        for _ in range(6):
            await opened.jobs.drain()
            async with opened.db.transaction() as tx:
                await tx.session.execute(text("UPDATE procrastinate_jobs SET scheduled_at = now()"))
        rows = await opened.rows("SELECT status FROM procrastinate_jobs WHERE task_name = 'fails'")
        assert ([row.status for row in rows], runs) == (["failed"], 4)
        assert await opened.traces() == ["passed"]

    async def test_two_workers_run_a_job_once(self, opened: Opened, database_url: str, clock: SettableClock) -> None:
        other = Opened(database_url, clock)
        await other.jobs.open()
        for world in (opened, other):
            world.jobs.add_table(JobTable(work={"trace": trace}), world.db)
        wanted = [f"{number:03}" for number in range(60)]
        async with opened.db.transaction() as tx:
            for what in wanted:
                await tx.defer("trace", what=what)
        await asyncio.gather(opened.jobs.drain(), other.jobs.drain())
        assert await opened.traces() == wanted
        await other.jobs.close()
        await other.db.close()

    async def test_a_working_worker_takes_what_comes(self, opened: Opened) -> None:
        opened.jobs.add_table(JobTable(work={"trace": trace}), opened.db)
        working = asyncio.create_task(opened.jobs.work())
        async with opened.db.transaction() as tx:
            await tx.defer("trace", what="came")

        async def came() -> bool:
            return await opened.traces() == ["came"] and await opened.rows("SELECT id FROM procrastinate_jobs") == []

        await until(came)
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)

    async def test_periodic_jobs_run_when_the_sandbox_says_so(self, opened: Opened) -> None:
        table = JobTable()
        table.job("nightly", cron="0 3 * * *")(trace)
        table.job("asked", cron=None)(trace)
        opened.jobs.add_table(table, opened.db)
        await opened.jobs.run_periodic()
        assert await opened.traces() == ["ran"]

    async def test_a_drain_begins_no_periodic_job_and_a_worker_does(self, opened: Opened) -> None:
        table = JobTable()
        table.job("every_minute", cron="* * * * *")(trace)
        opened.jobs.add_table(table, opened.db)
        for _ in range(2):
            await opened.jobs.drain()
        assert await opened.queued() == [] and await opened.traces() == []
        working = asyncio.create_task(opened.jobs.work())

        async def came() -> bool:
            return "ran" in await opened.traces()

        await until(came)
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)


WORKER = """
    import asyncio, sys
    from sqlalchemy import text
    from hibachi.kit.clock import SystemClock
    from hibachi.kit.db import Database
    from hibachi.kit.events import EventBus
    from hibachi.kit.jobs import Jobs

    async def main(url):
        jobs = Jobs(url)
        db = Database(url, clock=SystemClock(), bus=EventBus(), jobs=jobs)

        async def slow(what):
            async with db.transaction() as tx:
                await tx.session.execute(text("INSERT INTO traces VALUES (:what)"), {"what": "began " + what})
            await asyncio.sleep(600)

        jobs.add("slow", slow)
        await jobs.open()
        await jobs.work()

    asyncio.run(main(sys.argv[1]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("row_of_the_dead", ["UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'",
                                             "DELETE FROM procrastinate_workers"])  # fmt: skip
async def test_what_a_killed_worker_was_doing_is_done_by_another(
    opened: Opened, database_url: str, row_of_the_dead: str
) -> None:
    async def slow(what: str) -> None:
        async with opened.db.transaction() as tx:
            await trace(tx, "done " + what)

    opened.jobs.add("slow", slow)
    async with opened.db.transaction() as tx:
        await tx.defer("slow", what="job", lock="conversation 1")
        await tx.defer("slow", what="next", lock="conversation 1")
    program = [sys.executable, "-c", textwrap.dedent(WORKER), database_url]
    dying = await asyncio.create_subprocess_exec(*program, env=os.environ | {"PYTHONPATH": str(BACKEND)})

    async def began() -> bool:
        return await opened.traces() == ["began job"]

    try:
        await until(began, seconds=60)
    finally:
        dying.send_signal(signal.SIGKILL)
        await dying.wait()
    await opened.jobs.drain()
    assert await opened.traces() == ["began job"], "the lock is still held by the dead"
    await opened.jobs.recover_stalled()
    assert await opened.traces() == ["began job"], "a worker that was alive just now is not robbed"
    async with opened.db.transaction() as tx:
        await tx.session.execute(text(row_of_the_dead))
    await opened.jobs.recover_stalled()
    await opened.jobs.drain()
    assert await opened.traces() == ["began job", "done job", "done next"]

"""Background jobs on procrastinate: a job is a row in the transaction of its change."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import psycopg
from procrastinate import App, PsycopgConnector, RetryStrategy
from procrastinate.exceptions import ProcrastinateException
from procrastinate.jobs import Job, Status
from pydantic import BaseModel
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from hibachi.kit.db import Database, Tx

log = logging.getLogger(__name__)
STALLED_AFTER_SECONDS = 30
Work = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class NewJob:
    """A job to be written: its registered name, its arguments (JSON), and where the queue is told so, when and after whom."""

    name: str
    arguments: dict[str, Any]
    lock: str | None = None
    schedule_in: timedelta | None = None


COUNTED = """
    SELECT count(*) FILTER (WHERE status = 'todo' AND coalesce(scheduled_at, now()) <= now()) AS waiting,
    count(*) FILTER (WHERE status = 'todo' AND scheduled_at > now()) AS scheduled,
    count(*) FILTER (WHERE status = 'doing') AS running,
    count(*) FILTER (WHERE status = 'failed') AS failed,
    (SELECT min(coalesce(job.scheduled_at, event.at)) FROM procrastinate_jobs job
    JOIN procrastinate_events event ON event.job_id = job.id AND event.type = 'deferred'
    WHERE job.status = 'todo' AND coalesce(job.scheduled_at, now()) <= now()) AS oldest_waiting
    FROM procrastinate_jobs
"""
FAILED = """
    SELECT job.task_name AS name, count(DISTINCT job.id) AS count, max(event.at) AS last_at FROM procrastinate_jobs job
    JOIN procrastinate_events event ON event.job_id = job.id AND event.type = 'failed'
    WHERE job.status = 'failed' GROUP BY job.task_name ORDER BY last_at DESC LIMIT 20
"""


class FailedJobs(BaseModel):
    """Jobs of one name that failed for good, and the last time."""

    name: str
    count: int
    last_at: datetime


class JobsHealth(BaseModel):
    """The queue now: waiting are due and not begun; scheduled are for later; oldest_waiting: since when."""

    waiting: int
    scheduled: int
    running: int
    failed: int
    oldest_waiting: datetime | None
    failures: list[FailedJobs]


@dataclass(slots=True)
class JobTable:
    """The jobs of one module, declared in its jobs.py; main collects them. A job opens with a transaction."""

    work: dict[str, Work] = field(default_factory=dict)
    crons: dict[str, str] = field(default_factory=dict)

    def job(self, name: str, *, cron: str | None = None) -> Callable[[Work], Work]:
        """Declare `async def work(tx, **arguments)` under a name; with a cron it also runs by itself (UTC)."""

        def declare(work: Work) -> Work:
            self.work[name] = work
            if cron:
                self.crons[name] = cron
            return work

        return declare


class Jobs:
    """The queue behind one SQLAlchemy URL: declaring, deferring inside transactions, working, recovering."""

    def __init__(self, url: str) -> None:
        conninfo = url.replace("postgresql+psycopg://", "postgresql://")
        self.app = App(connector=PsycopgConnector(conninfo=conninfo, min_size=1, max_size=8))
        self._periodic: dict[str, Callable[[], Awaitable[None]]] = {}
        self._unscheduled: list[Callable[[], object]] = []

    def add(self, name: str, work: Work, *, cron: str | None = None, attempts: int = 8) -> None:
        """Register a job by name. Arguments are JSON; failures are retried with growing waits, those of a cron by its next round."""
        retry = RetryStrategy(max_attempts=attempts, exponential_wait=2)
        if cron is None:
            self.app.task(name=name, retry=retry)(work)
            return

        async def on_time(timestamp: int) -> None:
            await work()

        # Not retried: its next round is its retry, and one that waits beside it would break the queueing lock.
        task = self.app.task(name=name, queueing_lock=name)(on_time)
        self._unscheduled.append(lambda: self.app.periodic(cron=cron)(task))
        self._periodic[name] = work

    def add_table(self, table: JobTable, db: "Database") -> None:
        """Register a module's jobs, each run in a transaction of its own."""
        for name, work in table.work.items():
            self.add(name, _in_transaction(work, db), cron=table.crons.get(name))

    async def defer(self, tx: "Tx", *jobs: NewJob) -> None:
        """Write the jobs' rows in the caller's transaction, in a savepoint: a failure to defer never fails the change.

        Several are one statement, so that all or none are written. A change whose job could not be written is found
        by the module's own sweep.
        """
        await tx.session.flush()  # what is wrong with the change itself is the caller's error, and swallowed nowhere
        try:
            async with tx.session.begin_nested():
                raw = (await (await tx.session.connection()).get_raw_connection()).driver_connection
                rows = [self._row(job) for job in jobs]
                await self.app.job_manager.batch_defer_jobs_async(rows, connection=raw)
        except (ProcrastinateException, psycopg.Error, DBAPIError):
            log.exception("could not defer %s", ", ".join(job.name for job in jobs))

    def _row(self, job: NewJob) -> Job:
        delay = {"seconds": int(job.schedule_in.total_seconds())} if job.schedule_in else None
        return self.app.configure_task(job.name, lock=job.lock, schedule_in=delay).make_new_job(**job.arguments)

    async def work(self, *, concurrency: int = 4) -> None:
        """Run jobs until stopped, and begin the periodic ones when the time of this machine says so."""
        # Not declared before: `drain` would begin them by the machine's time, beside a clock that was set.
        while self._unscheduled:
            self._unscheduled.pop()()
        await self.app.run_worker_async(
            concurrency=concurrency,
            fetch_job_polling_interval=0.5,
            install_signal_handlers=False,
            delete_jobs="successful",
        )

    async def drain(self) -> None:
        """Run every job that is due, then return (sandbox and tests); no periodic one begins."""
        await self.app.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)

    async def any_due(self) -> bool:
        """Whether a job could be run now."""
        waiting = "SELECT EXISTS (SELECT FROM procrastinate_jobs WHERE status = 'todo' AND "
        due = await self.app.connector.execute_query_one_async(
            waiting + "(scheduled_at IS NULL OR scheduled_at <= now())) AS due"
        )
        return bool(due["due"])

    async def health(self) -> JobsHealth:
        """How many jobs wait, run and have failed for good, since when the oldest due one waits, and which failed."""
        counted = await self.app.connector.execute_query_one_async(COUNTED)
        failed = await self.app.connector.execute_query_all_async(FAILED)
        failures = [FailedJobs(name=row["name"], count=row["count"], last_at=row["last_at"]) for row in failed]
        return JobsHealth(**counted, failures=failures)

    async def run_periodic(self) -> None:
        """Run every periodic job once, now (the sandbox after its clock moved)."""
        for work in self._periodic.values():
            await work()

    async def recover_stalled(self) -> None:
        """Put back what a dead worker was doing."""
        for job in await self.app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS):
            if job.status == Status.DOING.value:
                await self.app.job_manager.retry_job(job)

    async def open(self) -> None:
        """Open the queue's own connections."""
        await self.app.open_async()

    async def close(self) -> None:
        """Close the queue's connections."""
        await self.app.close_async()


def _in_transaction(work: Work, db: "Database") -> Work:
    async def run(**arguments: Any) -> None:
        async with db.transaction() as tx:
            await work(tx, **arguments)

    return run

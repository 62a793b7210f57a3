"""A worker process that reads a mailbox, answers and sends, and kills itself with -9 before its n-th step.

A step is whatever another system could see half done: a statement or a commit of the product or of its queue, a command
to the mail server that is read, a command to the one that sends.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.sharedctypes import Synchronized
from typing import Any

import aiosmtplib
import psycopg

from hibachi.channels.mail.gateway import Connection
from hibachi.channels.mail.settings import watches_of
from hibachi.kit.clock import SettableClock
from hibachi.runtime import Runtime, build
from tests.channels.mail.world import Listening, mail_settings
from tests.faults.sending_child import killer, with_counted

NOW = datetime.fromisoformat("2026-03-04T10:00:00-08:00")
PAST = "statement_timestamp() - interval '1 second'"
LATER = (
    f"UPDATE outbox SET next_try_at = {PAST} WHERE state = 'queued'",
    f"UPDATE outbox SET lease_until = {PAST} WHERE state = 'sending'",
    f"UPDATE procrastinate_jobs SET scheduled_at = {PAST} WHERE status = 'todo'",
)
"""What time does while a worker lives: every wait is over."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the post office listens; it lives in another process."""

    imap_port: int
    smtp_port: int


def work(url: str, ports: Ports, kill_before: int, seen: "Synchronized[int]") -> None:
    """Be the worker until nothing is due; `seen` counts the steps that were begun. kill_before 0: live on."""
    asyncio.run(be_worker(url, ports, count=killer(kill_before, seen)))


async def be_worker(url: str, ports: Listening, count: Callable[..., None] | None = None) -> None:
    """Read the mailbox, answer and send, until nothing is due."""
    given = mail_settings(ports)
    runtime = build(given, url, clock=SettableClock(NOW))
    await runtime.open()
    if count is not None:
        _count_all(runtime, count)
    for watch in watches_of(given, runtime.db):
        await watch.once()
    while True:
        pass_time(url)
        if not await runtime.jobs.any_due():
            break
        await runtime.jobs.drain()
    await runtime.close()


def pass_time(url: str, *also: str) -> None:
    """Let every wait be over, and whatever else time does."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        for statement in (*LATER, *also):
            connection.execute(statement)  # type: ignore[arg-type] # fixed words


def _count_all(runtime: Runtime, count: Callable[..., None]) -> None:
    with_counted(runtime.db.engine.sync_engine, count)
    queue = runtime.jobs.app.connector
    for owner, name in (
        (queue, "execute_query_async"),
        (queue, "execute_query_one_async"),
        (queue, "execute_query_all_async"),
        (Connection, "_do"),
        (aiosmtplib.SMTP, "execute_command"),
        (aiosmtplib.SMTP, "data"),
        (aiosmtplib.SMTP, "close"),
    ):
        setattr(owner, name, _counted(getattr(owner, name), count))


def _counted(call: Callable[..., Any], count: Callable[..., None]) -> Callable[..., Any]:
    def counted(*given: Any, **named: Any) -> Any:
        count()
        return call(*given, **named)

    return counted

"""kill -9 between any two steps of a turn, and every message delivered again: one reply, one party, nothing lost."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg.rows import tuple_row

from hibachi.kit.clock import SettableClock
from hibachi.kit.postgres import EmbeddedPostgres
from tests.concierge.product import product_on
from tests.faults import child
from tests.house.source import ROOT

each_step = pytest.mark.parametrize("every", [13, pytest.param(1, marks=pytest.mark.proof)])
"""Killed before each statement in the proof, before some of them otherwise."""

# The fork server of Python 3.11 finds what it loads beforehand here alone; without it each child loads everything anew.
os.environ.setdefault("PYTHONPATH", str(ROOT / "apps/backend"))
FIRST = "Hi, I'd like to book Saturday March 21 at 6pm, 12 adults, no extras, ZIP 94539. Dana Ruiz, 510-555-0142."
YES = "yes that's right, please book it"
NUMBERS = count(1)
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.faults.child", "tests.faults.sending_child", "tests.faults.mail_child"])
Check = Callable[[str], None]


def take(url: str, message: dict[str, Any], kill_before: int = 0) -> tuple[int | None, int]:
    """How the server process ended, and how many statements and commits it began."""
    seen = PROCESSES.Value("i", 0)
    process = PROCESSES.Process(target=child.take, args=(url, message, kill_before, seen))
    process.start()
    process.join(60)
    return process.exitcode, seen.value


def query(url: str, statement: str) -> list[tuple[Any, ...]]:
    """The rows of a statement, committed."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True, row_factory=tuple_row) as connection:
        cursor = connection.execute(statement)  # type: ignore[arg-type]
        return cursor.fetchall() if cursor.description else []


@contextmanager
def copy_of(cluster: EmbeddedPostgres, url: str) -> Iterator[str]:
    """A database with the same rows, dropped afterwards."""
    original = query(url, "SELECT current_database()")[0][0]
    name = f"killed_{next(NUMBERS)}"
    query(cluster.url(), f"CREATE DATABASE {name} TEMPLATE {original} STRATEGY file_copy")
    yield cluster.url(name)
    query(cluster.url(), f"DROP DATABASE {name} WITH (FORCE)")


def said(url: str, text: str) -> dict[str, Any]:
    """A message of the visitor, in their conversation where there is one."""
    conversations = query(url, "SELECT id FROM conversations")
    known = {"conversation_id": str(conversations[0][0])} if conversations else {}
    return {**known, "message_id": str(uuid4()), "text": text}


async def _sweep(url: str) -> None:
    async with product_on(url, SettableClock(child.NOW), TURN_LEASE_SECONDS=0.001) as (app, _):
        app.state.runtime.clock.advance(child.A_MINUTE)
        await app.state.runtime.concierge.answer_waiting()


def recover(url: str) -> None:
    """The dead server's lease runs out, and another server's sweep finds what waits."""
    query(url, "UPDATE conversations SET turn_lease_until = clock_timestamp() WHERE turn_owner IS NOT NULL")
    asyncio.run(_sweep(url))


def check_replies(url: str, messages: int) -> None:
    """Every message has its one reply, and every reply answers a message."""
    answered = query(url, "SELECT answered_by FROM messages WHERE role = 'user'")
    replies = query(url, "SELECT id FROM messages WHERE role = 'assistant'")
    assert len(answered) == messages, "no message lost, none stored twice"
    assert {row[0] for row in answered} == {row[0] for row in replies}
    assert query(url, "SELECT count(*) FROM conversations WHERE escalated_to_human") == [(0,)]


def check_party(url: str, status: str) -> None:
    """One party with one claim, in this state."""
    assert query(url, "SELECT status FROM bookings") == [(status,)]
    claims = query(url, "SELECT reference FROM claims WHERE released_at IS NULL")
    assert claims == query(url, "SELECT id FROM bookings")


def sweep_kills(cluster: EmbeddedPostgres, url: str, text: str, check: Check, *, every: int) -> None:
    """Kill the server before each step of the turn in its own copy of the world, recover, deliver again, check."""
    with copy_of(cluster, url) as whole:
        code, steps = take(whole, said(whole, text))
        assert code == 0
        check(whole)
    assert steps > 20
    for step in range(1, steps + 1, every):
        with copy_of(cluster, url) as world:
            message = said(world, text)
            code, _ = take(world, message, kill_before=step)
            assert code == -signal.SIGKILL, f"step {step} of {steps}"
            recover(world)
            assert take(world, message)[0] == 0, f"delivered again after step {step}"
            check(world)


@each_step
def test_killed_while_the_first_message_is_answered(cluster: EmbeddedPostgres, database_url: str, every: int) -> None:
    def check(url: str) -> None:
        check_replies(url, messages=1)
        check_party(url, "held")

    sweep_kills(cluster, database_url, FIRST, check, every=every)


@each_step
def test_killed_while_the_yes_is_answered(cluster: EmbeddedPostgres, database_url: str, every: int) -> None:
    assert take(database_url, said(database_url, FIRST))[0] == 0

    def check(url: str) -> None:
        check_replies(url, messages=2)
        check_party(url, "deposit_pending")
        assert query(url, "SELECT count(*) FROM conversation_bookings") == [(1,)]
        assert query(url, "SELECT booking_created FROM conversations") == [(True,)]

    sweep_kills(cluster, database_url, YES, check, every=every)

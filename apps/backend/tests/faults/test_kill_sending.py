"""kill -9 of the worker before any statement of the way out: every part arrives once and in order."""

import asyncio
import signal
from pathlib import Path

import pytest

from hibachi.kit.clock import SettableClock
from hibachi.kit.postgres import EmbeddedPostgres
from tests.channels.scripted import shop_on
from tests.conversations.acting import answer
from tests.faults import sending_child
from tests.faults.test_kill import PROCESSES, copy_of, each_step, query

LONG = "12 adults are $660.00. " * 60
OVER = "UPDATE outbox SET {0} = statement_timestamp() - interval '1 second' WHERE {0} IS NOT NULL"


def work(url: str, thread: str, ledger: Path, *, safe: bool, kill_before: int = 0) -> tuple[int | None, int]:
    """How the worker ended, and how many statements and commits it began."""
    seen = PROCESSES.Value("i", 0)
    arguments = (url, thread, str(ledger), safe, kill_before, seen)
    process = PROCESSES.Process(target=sending_child.work, args=arguments)
    process.start()
    process.join(60)
    return process.exitcode, seen.value


def recover(url: str, thread: str, ledger: Path, *, safe: bool) -> None:
    """The dead worker's lease and every wait run out, and other workers go on."""
    while query(url, "SELECT 1 FROM outbox WHERE state IN ('queued', 'sending')"):
        for column in ("lease_until", "next_try_at"):
            query(url, OVER.format(column))
        assert work(url, thread, ledger, safe=safe)[0] == 0


def queue_two_parts(url: str) -> str:
    """A reply in two parts is queued; its thread."""

    async def prepare() -> str:
        async with shop_on(url, SettableClock(sending_child.NOW)) as shop:
            received = await shop.arrives("how much for 12 adults in 94539?")
            await answer(shop.db, received.conversation.id, LONG)
            return str(received.conversation.id)

    return asyncio.run(prepare())


@each_step
@pytest.mark.parametrize("safe", [True, False])
def test_killed_while_a_reply_is_sent(
    cluster: EmbeddedPostgres, database_url: str, tmp_path: Path, every: int, *, safe: bool
) -> None:
    thread = queue_two_parts(database_url)
    parts = [str(row[0]) for row in query(database_url, "SELECT id FROM outbox ORDER BY sequence")]
    assert len(parts) == 2
    with copy_of(cluster, database_url) as whole:
        code, steps = work(whole, thread, tmp_path / "whole", safe=safe)
        assert code == 0
        assert sending_child.taken(tmp_path / "whole") == parts
    assert steps > 20
    for step in range(1, steps + 1, every):
        ledger = tmp_path / f"{step}"
        with copy_of(cluster, database_url) as world:
            code, _ = work(world, thread, ledger, safe=safe, kill_before=step)
            assert code == -signal.SIGKILL, f"step {step} of {steps}"
            recover(world, thread, ledger, safe=safe)
            check(world, parts, sending_child.taken(ledger))


def check(url: str, parts: list[str], taken: list[str]) -> None:
    """Nothing twice, nothing out of order, nothing lost."""
    assert taken == parts
    assert query(url, "SELECT state FROM outbox ORDER BY sequence") == [("sent",), ("sent",)]
    assert query(url, "SELECT status FROM conversations") == [("ai",)]

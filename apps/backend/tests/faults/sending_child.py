"""A worker process that sends what is queued and kills itself with -9 before its n-th statement; the provider lives on.

The provider is a file: a line a message that it took over. It outlives the worker, as a real one does.
"""

import asyncio
import os
import signal
from collections.abc import Callable, Collection
from datetime import datetime
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import event

from hibachi.channels.carriers import Accepted, Outgoing
from hibachi.channels.service import Carriers, Sender
from hibachi.customers.schemas import CHANNELS, ChannelName
from hibachi.kit.clock import SettableClock
from hibachi.runtime import build
from tests.concierge.world import settings

NOW = datetime.fromisoformat("2026-03-04T10:00:00-08:00")


class FileProvider:
    """Takes messages over into a file; one that is safe to repeat takes the same id once."""

    name = "file"
    channels: frozenset[ChannelName] = frozenset(CHANNELS)

    def __init__(self, ledger: Path, *, safe_to_repeat: bool) -> None:
        self.ledger = ledger
        self.safe_to_repeat = safe_to_repeat

    async def send(self, outgoing: Outgoing) -> Accepted:
        """Take a message over."""
        if not (self.safe_to_repeat and str(outgoing.id) in taken(self.ledger)):
            with self.ledger.open("a") as lines:
                lines.write(f"{outgoing.id}\n")
        return Accepted(self.name, str(outgoing.id))

    async def find(self, outgoing: Outgoing, *, others: Collection[str] = ()) -> Accepted | None:
        """What became of a message."""
        return Accepted(self.name, str(outgoing.id)) if str(outgoing.id) in taken(self.ledger) else None


def taken(ledger: Path) -> list[str]:
    """The ids of what the provider took over, in order."""
    return ledger.read_text().split() if ledger.exists() else []


def work(
    url: str,
    thread: str,
    ledger: str,
    safe: bool,
    kill_before: int,
    seen: "Synchronized[int]",
) -> None:
    """Be the worker for what is queued in one thread; `seen` counts the statements that were begun. 0: live on."""
    asyncio.run(_work(url, thread, FileProvider(Path(ledger), safe_to_repeat=safe), kill_before, seen))


async def _work(url: str, thread: str, provider: FileProvider, kill_before: int, seen: "Synchronized[int]") -> None:
    carriers = Carriers([provider])
    runtime = build(settings(), url, clock=SettableClock(NOW), carriers=carriers)
    await runtime.open()
    with_counted(runtime.db.engine.sync_engine, killer(kill_before, seen))
    await Sender(runtime.db, carriers).send(UUID(thread))
    await runtime.close()


def killer(kill_before: int, seen: "Synchronized[int]") -> Callable[..., None]:
    """What counts a step, and is the end of the process before the n-th."""

    def count(*_: Any) -> None:
        seen.value += 1
        if seen.value == kill_before:
            os.kill(os.getpid(), signal.SIGKILL)

    return count


def with_counted(engine: Any, count: Callable[..., None]) -> None:
    """Count statements and commits alike."""
    event.listen(engine, "before_cursor_execute", count)
    event.listen(engine, "commit", count)

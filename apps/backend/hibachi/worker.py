"""Background jobs, and the mailboxes that are read: one process that works until it is told to stop."""

import asyncio
import signal

from hibachi.channels.mail.settings import watches_of
from hibachi.kit.processes import nothing_is_garbage
from hibachi.runtime import build
from hibachi.settings import Settings


async def work(settings: Settings) -> None:
    """Run jobs until SIGINT or SIGTERM; a running job is finished first."""
    assert settings.database_url, "DATABASE_URL names the database of the worker"
    with nothing_is_garbage():
        runtime = build(settings, settings.database_url)
    await runtime.open()
    try:
        working = asyncio.create_task(runtime.jobs.work())
        watching = [asyncio.create_task(watch.forever()) for watch in watches_of(settings, runtime.db)]
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, working.cancel)
        await asyncio.gather(working, return_exceptions=True)
        for watch in watching:
            watch.cancel()
        await asyncio.gather(*watching, return_exceptions=True)
    finally:
        await runtime.close()


def run(settings: Settings) -> None:
    """Work in this process until SIGINT or SIGTERM."""
    asyncio.run(work(settings))

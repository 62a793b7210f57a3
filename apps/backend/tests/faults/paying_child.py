"""A worker process that reads a payment mail and makes its party equal, and kills itself with -9 before its n-th statement."""

import asyncio
from multiprocessing.sharedctypes import Synchronized

from hibachi.kit.clock import SettableClock
from hibachi.runtime import Runtime, build
from tests.channels.mail.money.layouts import AUTHSERV, PAID_AT
from tests.concierge.world import settings
from tests.faults.sending_child import NOW, killer, with_counted


def runtime_on(url: str) -> Runtime:
    """The product on a database, with the addresses that payment services write to."""
    given = settings(MAIL_AUTHSERV_IDS=[AUTHSERV], PAYMENT_ADDRESSES=[PAID_AT])
    return build(given, url, clock=SettableClock(NOW))


def work(url: str, kill_before: int, seen: "Synchronized[int]") -> None:
    """Be the worker until nothing is due; `seen` counts the statements that were begun. 0: live on."""
    asyncio.run(_work(url, kill_before, seen))


async def _work(url: str, kill_before: int, seen: "Synchronized[int]") -> None:
    runtime = runtime_on(url)
    await runtime.open()
    with_counted(runtime.db.engine.sync_engine, killer(kill_before, seen))
    await runtime.jobs.recover_stalled()
    while await runtime.jobs.any_due():
        await runtime.jobs.drain()
    await runtime.close()

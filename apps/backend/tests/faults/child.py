"""A server process that takes one message and kills itself with -9 before its n-th statement."""

import asyncio
import os
import signal
from datetime import datetime, timedelta
from multiprocessing.sharedctypes import Synchronized
from typing import Any

from sqlalchemy import event

from hibachi.kit.clock import SettableClock
from tests.concierge.product import product_on

NOW = datetime.fromisoformat("2026-03-04T10:00:00-08:00")
A_MINUTE = timedelta(minutes=1)
SAY = "/api/v1/chat/messages"


def take(url: str, body: dict[str, Any], kill_before: int, seen: "Synchronized[int]") -> None:
    """Be the server for one message; `seen` counts the statements that were begun. 0: live on."""
    asyncio.run(_take(url, body, kill_before, seen))


async def _take(url: str, body: dict[str, Any], kill_before: int, seen: "Synchronized[int]") -> None:
    async with product_on(url, SettableClock(NOW)) as (app, client):

        def count(*_: Any) -> None:
            seen.value += 1
            if seen.value == kill_before:
                os.kill(os.getpid(), signal.SIGKILL)

        engine = app.state.db.engine.sync_engine
        event.listen(engine, "before_cursor_execute", count)
        event.listen(engine, "commit", count)
        answer = await client.post(SAY, json=body)
        event.remove(engine, "before_cursor_execute", count)
        event.remove(engine, "commit", count)
        assert answer.status_code == 200, answer.text

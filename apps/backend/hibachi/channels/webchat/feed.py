"""News for open sockets: one question to the database for all of them, while there are any.

It sees what every process wrote (another server, the worker, staff), so a socket needs no luck in which process it is.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError

from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Newest
from hibachi.kit.db import Database

log = logging.getLogger(__name__)
POLL_SECONDS = 0.5
REST_SECONDS = 5.0


class Listener(Protocol):
    """Who is told."""

    def hear(self, newest: Newest) -> None:
        """How far the thread came; called again and again, whether that is new or not."""
        ...


class Feed:
    """Tells the listeners of each thread how far it came, some times a second; asks nothing while nobody listens."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._listeners: defaultdict[UUID, set[Listener]] = defaultdict(set)
        self._asking: asyncio.Task[None] | None = None
        self._work: set[asyncio.Task[Any]] = set()
        self.questions = 0
        self.sockets = 0

    @contextmanager
    def counted(self) -> Iterator[None]:
        """One more socket is open, until the block ends."""
        self.sockets += 1
        try:
            yield
        finally:
            self.sockets -= 1

    def listen(self, conversation_id: UUID, listener: Listener) -> None:
        """Tell a listener of a thread from now on."""
        self._listeners[conversation_id].add(listener)
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask_again_and_again())

    def leave(self, conversation_id: UUID, listener: Listener) -> None:
        """Tell a listener of a thread no more."""
        self._listeners[conversation_id].discard(listener)
        if not self._listeners[conversation_id]:
            del self._listeners[conversation_id]

    async def look(self, *ids: UUID) -> None:
        """Ask now, for all threads or for these."""
        wanted = [one for one in (ids or tuple(self._listeners)) if one in self._listeners]
        if not wanted:
            return
        self.questions += 1
        async with self._db.transaction() as tx:
            found = await conversations.newest(tx, conversation_ids=wanted)
        for conversation_id, newest in found.items():
            for listener in list(self._listeners.get(conversation_id, ())):
                listener.hear(newest)

    def in_background(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Work that goes on when the socket that began it is gone, and ends with the process."""
        task = asyncio.create_task(work)
        self._work.add(task)
        task.add_done_callback(self._work.discard)
        return task

    async def close(self) -> None:
        """End it all: what was thought about is answered by the job that the message left."""
        tasks = [*self._work, *([self._asking] if self._asking else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _ask_again_and_again(self) -> None:
        while self._listeners:
            pause = POLL_SECONDS
            try:
                await self.look()
            except (SQLAlchemyError, OSError):
                log.exception("the feed of the web chat could not be read")
                pause = REST_SECONDS
            await asyncio.sleep(pause)

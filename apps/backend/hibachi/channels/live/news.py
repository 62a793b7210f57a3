"""News for the staff's sockets: one question to the database for all of them, twice a second, while there are any.

What is asked are the newest rows of what only grows (messages, hand-overs, the audit log) and the drafts with their
state; a row that becomes visible after a later one is found all the same, since the looks are compared as sets.
"""

import asyncio
import logging
from typing import Protocol
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError

from hibachi.audit import service as audit
from hibachi.audit.schemas import Filter
from hibachi.channels.live.rules import Seen, changes
from hibachi.channels.live.schemas import Changed
from hibachi.conversations import service as conversations
from hibachi.kit.db import Database

log = logging.getLogger(__name__)
POLL_SECONDS = 0.5
REST_SECONDS = 5.0
ACTS = 60
THREAD = "conversation"


class Reader(Protocol):
    """Who is told."""

    def hear(self, changed: Changed) -> None:
        """Something changed."""
        ...


class News:
    """Tells every reader what changed; asks nothing while nobody reads."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._readers: set[Reader] = set()
        self._asking: asyncio.Task[None] | None = None
        self._seen: Seen | None = None
        self.questions = 0

    @property
    def readers(self) -> int:
        return len(self._readers)

    def listen(self, reader: Reader) -> None:
        """Tell a reader from now on."""
        self._readers.add(reader)
        if self._asking is None or self._asking.done():
            self._seen = None
            self._asking = asyncio.create_task(self._ask_again_and_again())

    def leave(self, reader: Reader) -> None:
        """Tell a reader no more."""
        self._readers.discard(reader)

    async def look(self) -> None:
        """Ask now, and tell what is new since the last look."""
        self.questions += 1
        now = await self._happened()
        changed = None if self._seen is None else changes(self._seen, now)
        self._seen = now
        if changed is not None:
            for reader in list(self._readers):
                reader.hear(changed)

    async def _happened(self) -> Seen:
        async with self._db.transaction() as tx:
            lately = await conversations.lately(tx)
            acts = (await audit.page(tx, wanted=Filter(limit=ACTS))).entries
        written: dict[str, tuple[str, UUID | None]] = {
            f"{one.noun} {one.key}": (one.noun, one.conversation_id) for one in lately
        }
        done = {str(act.id): (act.resource, UUID(act.resource_id) if act.resource == THREAD else None) for act in acts}
        return {**written, **done}

    async def close(self) -> None:
        """End it."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)

    async def _ask_again_and_again(self) -> None:
        while self._readers:
            pause = POLL_SECONDS
            try:
                await self.look()
            except (SQLAlchemyError, OSError):
                log.exception("the news for staff could not be read")
                pause = REST_SECONDS
            await asyncio.sleep(pause)

"""Reading mailboxes for as long as the worker lives: one process a mailbox, nothing lost, nothing read twice.

The raw mail, how far we are, and the job that reads it are one transaction; only then is the mail marked as seen. A
process that dies anywhere in between leaves either nothing, or all of it.
"""

import asyncio
import logging
import random
from contextlib import suppress

from sqlalchemy.exc import SQLAlchemyError

from hibachi.channels.mail import service
from hibachi.channels.mail.errors import MailboxLost, MailboxRefused, NotTheReader
from hibachi.channels.mail.gateway import Connection, Mailbox, Selected
from hibachi.kit.db import Database
from hibachi.kit.ids import new_id

log = logging.getLogger(__name__)
LEASE_SECONDS = 90.0
RENEW_SECONDS = 30.0
LONGEST_PAUSE = 300.0
EXPECTED = (MailboxLost, MailboxRefused, NotTheReader)


class Watch:
    """Reads one folder. idle_seconds: how long to wait for a push before asking again; poll_seconds: where none comes."""

    def __init__(
        self, db: Database, mailbox: Mailbox, *, idle_seconds: float = 540.0, poll_seconds: float = 60.0
    ) -> None:
        self._db = db
        self._mailbox = mailbox
        self._idle_seconds = idle_seconds
        self._poll_seconds = poll_seconds
        self._owner = new_id()

    async def forever(self) -> None:
        """Read until cancelled; after a failure a growing pause, after a success a short one again."""
        failures = 0
        try:
            while True:
                try:
                    failures = 0 if await self.session() else failures
                    pause = RENEW_SECONDS
                except Exception as problem:  # whatever a server says or a database does, the mailbox is tried again
                    failures += 1
                    if not isinstance(problem, EXPECTED):
                        log.exception("mailbox: the reading broke")
                    pause = min(LONGEST_PAUSE, 2.0 ** min(failures, 10)) * random.uniform(0.5, 1.0)
                    log.warning("mailbox: %s; next try in %.0f seconds", problem, pause)
                await asyncio.sleep(pause)
        finally:
            with suppress(SQLAlchemyError, OSError):
                await self._let_go()

    async def session(self) -> bool:
        """Read over one connection until it breaks; False when another process reads this mailbox."""
        if not await self._mine():
            return False
        connection = Connection(self._mailbox)
        try:
            selected = await connection.open()
            await self._begin(connection, selected)
            while True:
                await self.catch_up(connection, selected)
                await self._wait(connection)
        finally:
            await connection.close()

    async def once(self) -> int:
        """Read what is there and hang up (a poll); how many mails were new."""
        if not await self._mine():
            return 0
        connection = Connection(self._mailbox)
        try:
            selected = await connection.open()
            return await self._begin(connection, selected) + await self.catch_up(connection, selected)
        finally:
            await connection.close()
            await self._let_go()

    async def catch_up(self, connection: Connection, selected: Selected) -> int:
        """Store every mail above the cursor; how many were new."""
        async with self._db.transaction() as tx:
            cursor = await service.cursor(tx, self._mailbox.name)
        uids = await connection.after(cursor[1] if cursor else 0)
        return sum([await self._take(connection, selected, uid, last_uid=uid) for uid in uids])

    async def _begin(self, connection: Connection, selected: Selected) -> int:
        """Where to begin: at the cursor; at a first connection, or in a new generation of UIDs, with the latest mails.

        A new generation brings the known mails again under new UIDs; they are recognised by what they are.
        """
        async with self._db.transaction() as tx:
            cursor = await service.cursor(tx, self._mailbox.name)
            since = await service.first_day(tx, self._mailbox.name)
        if cursor is not None and cursor[0] == selected.uid_validity:
            return 0
        uids = await connection.since(since, unseen=cursor is None)
        uids = [uid for uid in uids if uid < selected.uid_next]
        taken = sum([await self._take(connection, selected, uid, last_uid=uid) for uid in uids])
        await self._note(selected, selected.uid_next - 1)
        return taken

    async def _take(self, connection: Connection, selected: Selected, uid: int, *, last_uid: int) -> int:
        raw = await connection.fetch(uid)
        if raw is None:
            await self._note(selected, last_uid)
            return 0
        async with self._db.transaction() as tx:
            stored = await service.store(
                tx, mailbox=self._mailbox.name, owner=self._owner, uid_validity=selected.uid_validity, uid=uid, raw=raw
            )
        await connection.mark_seen(uid)
        return int(stored)

    async def _note(self, selected: Selected, last_uid: int) -> None:
        async with self._db.transaction() as tx:
            await service.note_cursor(
                tx,
                mailbox=self._mailbox.name,
                owner=self._owner,
                uid_validity=selected.uid_validity,
                last_uid=last_uid,
            )

    async def _wait(self, connection: Connection) -> None:
        """Wait for news, or for as long as we rely on being told; the lease is renewed meanwhile."""
        left = self._idle_seconds if connection.pushes else self._poll_seconds
        while left > 0:
            piece = min(left, RENEW_SECONDS)
            if await connection.wait(piece):
                break
            left -= piece
            if not await self._mine():
                raise NotTheReader(f"{self._mailbox.name}: another process reads it now")
        await connection.stop_waiting()

    async def _mine(self) -> bool:
        async with self._db.transaction() as tx:
            return await service.take_reading(tx, self._mailbox.name, owner=self._owner, seconds=LEASE_SECONDS)

    async def _let_go(self) -> None:
        async with self._db.transaction() as tx:
            await service.end_reading(tx, self._mailbox.name, owner=self._owner)

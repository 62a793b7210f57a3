"""One folder of one mailbox over IMAP (aioimaplib): what is new in it, its bytes, and waiting for more.

aioimaplib leaves a command waiting for ever when the connection breaks, and drops an EXISTS that comes with another
command's answer; both are mended here. Whatever the server or the network does is MailboxLost or MailboxRefused.
"""

import asyncio
import logging
import re
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeVar

from aioimaplib import aioimaplib
from pydantic import SecretStr

from hibachi.channels.mail.errors import MailboxLost, MailboxRefused

logging.getLogger("aioimaplib").setLevel(logging.WARNING)  # it writes mails, and addresses with them, at DEBUG
SECONDS = 30.0
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MOST_ASKED = 3
LARGEST_WHOLE = 10 * 1024 * 1024
"""Bytes of a mail that are read; of a larger one, its beginning, where its words are."""
_EXISTS = re.compile(rb"\* \d+ EXISTS")
_NUMBER = {name: re.compile(rb"\[" + name + rb" (\d+)\]", re.IGNORECASE) for name in (b"UIDVALIDITY", b"UIDNEXT")}
Security = Literal["tls", "none"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where a mailbox is and who reads it. security "none" is for a server on this machine."""

    host: str
    port: int
    user: str
    password: SecretStr
    security: Security = "tls"
    folder: str = "INBOX"

    @property
    def name(self) -> str:
        """The mailbox's name in our tables."""
        return f"{self.user}@{self.host}/{self.folder}"


@dataclass(frozen=True, slots=True)
class Selected:
    """A folder as it is now: the number of its generation, and the UID that its next mail will get at least."""

    uid_validity: int
    uid_next: int


class _Protocol(aioimaplib.IMAP4ClientProtocol):
    """Counts what is said of new mails, whichever command's answer it comes with."""

    news = 0

    def _untagged_response(self, line: bytes) -> aioimaplib.Command:
        if _EXISTS.match(line):
            self.news += 1
        return super()._untagged_response(line)


def _unheard(_: Exception | None) -> None:
    """Nobody asked to be told that the connection broke."""


class _Client(aioimaplib.IMAP4):
    """aioimaplib's client over our protocol, connecting as its own does."""

    talk: _Protocol

    def create_client(
        self,
        host: str,
        port: int,
        loop: asyncio.AbstractEventLoop,
        conn_lost_cb: Callable[[Exception | None], None] | None = None,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        """Begin to connect."""
        self.talk = _Protocol(loop, conn_lost_cb or _unheard)
        setattr(self, "protocol", self.talk)  # noqa: B010 - declared as None there
        self._client_task = loop.create_task(loop.create_connection(lambda: self.talk, host, port, ssl=ssl_context))


def _client(mailbox: Mailbox, tls: ssl.SSLContext | None, lost: Callable[[Exception | None], None]) -> _Client:
    context = (tls or ssl.create_default_context()) if mailbox.security == "tls" else None
    loop = asyncio.get_running_loop()
    options: dict[str, Any] = {"loop": loop, "timeout": SECONDS, "conn_lost_cb": lost, "ssl_context": context}
    return _Client(mailbox.host, mailbox.port, **options)


class Connection:
    """A folder that is open. Every method raises MailboxLost when the connection breaks or the server is silent."""

    def __init__(self, mailbox: Mailbox, *, tls: ssl.SSLContext | None = None) -> None:
        self._mailbox = mailbox
        self._tls = tls
        self._seen_news = 0
        self._idling: asyncio.Future[object] | None = None
        self._cut: set[asyncio.Future[Any]] = set()

    async def open(self) -> Selected:
        """Connect, sign in and select the folder; raises MailboxRefused where the server does not let us in."""
        loop = asyncio.get_running_loop()
        self._lost: asyncio.Future[None] = loop.create_future()
        self._client = _client(self._mailbox, self._tls, lambda _: self._note_loss())
        await self._do(self._client.wait_hello_from_server())
        user, password = aioimaplib.quoted(self._mailbox.user), self._mailbox.password.get_secret_value()
        self._ok(await self._do(self._client.login(user, password)), "LOGIN")
        await self._do(self._client.talk.capability())
        answer = await self._do(self._client.select(aioimaplib.quoted(self._mailbox.folder)))
        self._ok(answer, "SELECT")
        said = b"\n".join(bytes(line) for line in answer.lines)
        found = {name: pattern.search(said) for name, pattern in _NUMBER.items()}
        if found[b"UIDVALIDITY"] is None:
            raise MailboxRefused(f"{self._mailbox.name} has no UIDVALIDITY")
        next_uid = found[b"UIDNEXT"]
        validity = int(found[b"UIDVALIDITY"][1])
        return Selected(validity, int(next_uid[1]) if next_uid else 1 + max(await self._search("1:*"), default=0))

    async def after(self, uid: int) -> list[int]:
        """The UIDs above one, ascending. ("n:*" names the last mail even where it is below n.)

        Asked again while an answer comes with news: a server may tell of a mail and not find it yet.
        """
        found: list[int] = []
        for _ in range(MOST_ASKED):
            self._seen_news = self._client.talk.news
            found = [one for one in await self._search(f"{uid + 1}:*") if one > uid]
            if self._client.talk.news == self._seen_news:
                break
        return found

    async def since(self, day: date, *, unseen: bool = False) -> list[int]:
        """The UIDs of what came on a day or later, ascending; of those that nobody has seen where it says so."""
        criteria = ["SINCE", f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year}", *(["UNSEEN"] if unseen else [])]
        return await self._search(*criteria)

    async def holds(self, message_id: str) -> bool:
        """Whether the folder holds a mail of this Message-ID."""
        return bool(await self._search("HEADER", "MESSAGE-ID", aioimaplib.quoted(message_id)))

    async def fetch(self, uid: int) -> bytes | None:
        """A mail's bytes, at most LARGEST_WHOLE of them; None when it is gone. It is not marked as seen by this."""
        answer = await self._do(self._client.uid("fetch", str(uid), f"(UID BODY.PEEK[]<0.{LARGEST_WHOLE}>)"))
        self._ok(answer, "FETCH")
        return next((bytes(line) for line in answer.lines if isinstance(line, bytearray)), None)

    async def mark_seen(self, uid: int) -> None:
        """Set \\Seen."""
        self._ok(await self._do(self._client.uid("store", str(uid), "+FLAGS.SILENT", r"(\Seen)")), "STORE")

    async def wait(self, seconds: float) -> bool:
        """Idle until something new is said or the time is over; True for news. Without IDLE it only waits."""
        if self._client.talk.news != self._seen_news:
            return True
        if not self._client.has_capability("IDLE"):
            await self._within(asyncio.sleep(seconds), seconds + SECONDS)
            return False
        if self._idling is None:
            self._idling = await self._do(self._client.idle_start(timeout=24 * 3600))
        await self._within(self._push(seconds), seconds + SECONDS)
        return bool(self._client.talk.news != self._seen_news)

    async def stop_waiting(self) -> None:
        """End the idling, so that another command can be given (RFC 2177: before the server's half hour is over)."""
        if self._idling is not None:
            idling, self._idling = self._idling, None
            self._client.idle_done()
            await self._do(idling)

    @property
    def pushes(self) -> bool:
        """Whether the server tells of new mails by itself."""
        return bool(self._client.has_capability("IDLE"))

    async def close(self) -> None:
        """Say goodbye where that is possible, and hang up."""
        client = getattr(self, "_client", None)
        if client is None:
            return
        if not self._lost.done() and client.get_state() in ("AUTH", "SELECTED"):
            with suppress(MailboxLost):
                await self.stop_waiting()
                await self._within(client.logout(), 2)
        if client.talk.transport is not None:
            client.talk.transport.abort()
        left = {client._client_task, *client.tasks, *client.talk.tasks, *self._cut}
        for task in left:
            task.cancel()
        await asyncio.wait(left, timeout=2)

    async def _push(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await self._client.wait_server_push(timeout=seconds)

    def _forget(self, ended: asyncio.Future[Any]) -> None:
        self._cut.discard(ended)
        if not ended.cancelled():
            ended.exception()  # heard already, or of a connection that is gone

    def _note_loss(self) -> None:
        if not self._lost.done():
            self._lost.set_result(None)

    async def _search(self, *criteria: str) -> list[int]:
        wanted = ("UID", *criteria) if len(criteria) == 1 else criteria
        answer = await self._do(self._client.uid_search(*wanted, charset=None))
        self._ok(answer, "SEARCH")
        lines = [bytes(line) for line in answer.lines[:-1]]
        return sorted(int(word) for line in lines for word in line.split() if word.isdigit())

    def _ok(self, answer: aioimaplib.Response, command: str) -> None:
        if answer.result != "OK":
            said = bytes(answer.lines[-1]).decode("ascii", "replace")[:200] if answer.lines else ""
            raise MailboxRefused(f"{command}: {answer.result} {said}")

    async def _do(self, command: Awaitable[T]) -> T:
        return await self._within(command, SECONDS)

    async def _within(self, command: Awaitable[T], seconds: float) -> T:
        """A command's answer, unless the connection breaks first or nothing comes."""
        running = asyncio.ensure_future(command)
        try:
            watched: set[asyncio.Future[Any]] = {running, self._lost}
            await asyncio.wait(watched, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                return running.result()
        except (aioimaplib.AioImapException, OSError) as problem:
            raise MailboxLost(f"{self._mailbox.name}: {type(problem).__name__} {problem}") from problem
        finally:
            running.cancel()
            self._cut.add(running)
            running.add_done_callback(self._forget)
        why = "the connection broke" if self._lost.done() else "no answer"
        raise MailboxLost(f"{self._mailbox.name}: {why}")

"""One folder of one mailbox over IMAP: what is new in it, its bytes, and waiting for more.

Whatever the server or the network does is MailboxLost or MailboxRefused.
"""

import asyncio
import imaplib
import re
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeVar

from pydantic import SecretStr

from hibachi.channels.mail.errors import MailboxLost, MailboxRefused
from hibachi.channels.mail.imap import Imap, OwnThread, connected
from hibachi.channels.mail.oauth import Tokens, xoauth2

SECONDS = 30.0
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
GOODBYE_SECONDS = 2.0
MOST_ASKED = 3
LARGEST_WHOLE = 10 * 1024 * 1024
"""Bytes of a mail that are read; of a larger one, its beginning, where its words are."""
Security = Literal["tls", "none"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where a mailbox is and who reads it, by a password or by tokens. security "none" is for a server on this machine."""

    host: str
    port: int
    user: str
    password: SecretStr | None
    security: Security = "tls"
    folder: str = "INBOX"
    tokens: Tokens | None = None

    @property
    def name(self) -> str:
        """The mailbox's name in our tables."""
        return f"{self.user}@{self.host}/{self.folder}"


@dataclass(frozen=True, slots=True)
class Selected:
    """A folder as it is now: the number of its generation, and the UID that its next mail will get at least."""

    uid_validity: int
    uid_next: int


class Connection:
    """A folder that is open. Every method raises MailboxLost when the connection breaks or the server is silent."""

    def __init__(self, mailbox: Mailbox, *, tls: ssl.SSLContext | None = None) -> None:
        self._mailbox = mailbox
        self._tls = tls
        self._thread: OwnThread | None = None
        self._imap: Imap | None = None
        self._lost = False
        self._leaving = False
        self._idling = False
        self._seen_news = 0
        self._capabilities: frozenset[str] = frozenset()

    async def open(self) -> Selected:
        """Connect, sign in and select the folder; raises MailboxRefused where the server does not let us in."""
        self._thread = OwnThread()
        await self._do(self._connect)
        await self._enter()
        self._capabilities = await self._do(lambda: frozenset(_words(_ok("CAPABILITY", self._wire.capability()))))
        validity, next_uid = await self._do(self._select)
        if validity is None:
            raise MailboxRefused(f"{self._mailbox.name} has no UIDVALIDITY")
        return Selected(validity, next_uid or 1 + max(await self._search("UID", "1:*"), default=0))

    async def after(self, uid: int) -> list[int]:
        """The UIDs above one, ascending. ("n:*" names the last mail even where it is below n.)

        Asked again while an answer comes with news: a server may tell of a mail and not find it yet.
        """
        found: list[int] = []
        for _ in range(MOST_ASKED):
            self._seen_news = self._wire.news
            found = [one for one in await self._search("UID", f"{uid + 1}:*") if one > uid]
            if self._wire.news == self._seen_news:
                break
        return found

    async def since(self, day: date, *, unseen: bool = False) -> list[int]:
        """The UIDs of what came on a day or later, ascending; of those that nobody has seen where it says so."""
        criteria = ["SINCE", f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year}", *(["UNSEEN"] if unseen else [])]
        return await self._search(*criteria)

    async def holds(self, message_id: str) -> bool:
        """Whether the folder holds a mail of this Message-ID."""
        return bool(await self._search("HEADER", "MESSAGE-ID", _quoted(message_id)))

    async def fetch(self, uid: int) -> bytes | None:
        """A mail's bytes, at most LARGEST_WHOLE of them; None when it is gone. It is not marked as seen by this."""
        answer = await self._uid("FETCH", str(uid), f"(UID BODY.PEEK[]<0.{LARGEST_WHOLE}>)")
        return next((bytes(part[1]) for part in answer if isinstance(part, tuple)), None)

    async def mark_seen(self, uid: int) -> None:
        """Set \\Seen."""
        await self._uid("STORE", str(uid), "+FLAGS.SILENT", r"(\Seen)")

    async def wait(self, seconds: float) -> bool:
        """Idle until something new is said or the time is over; True for news. Without IDLE it only waits."""
        if self._wire.news != self._seen_news:
            return True
        if not self.pushes:
            await asyncio.sleep(seconds)
            return False
        if not self._idling:
            self._idling = True
            await self._do(self._wire.idle)
        await self._do(lambda: self._wire.listen(seconds, wanted=lambda: not self._leaving), seconds + SECONDS)
        return self._wire.news != self._seen_news

    async def stop_waiting(self) -> None:
        """End the idling, so that another command can be given (RFC 2177: before the server's half hour is over)."""
        if self._idling:
            self._idling = False
            await self._do(self._wire.done)

    @property
    def pushes(self) -> bool:
        """Whether the server tells of new mails by itself."""
        return "IDLE" in self._capabilities

    async def close(self) -> None:
        """Say goodbye where that is possible, and hang up."""
        thread, self._leaving = self._thread, True
        if thread is None:
            return
        try:
            if self._imap is not None and not self._lost:
                with suppress(MailboxLost, MailboxRefused):
                    await self._do(self._goodbye, GOODBYE_SECONDS)
        finally:
            self._thread = None
            if self._imap is not None:
                self._imap.cut()
            thread.end(self._hang_up)

    @property
    def _wire(self) -> Imap:
        assert self._imap is not None, "not open"
        return self._imap

    def _connect(self) -> None:
        mailbox = self._mailbox
        context = (self._tls or ssl.create_default_context()) if mailbox.security == "tls" else None
        self._imap = connected(mailbox.host, mailbox.port, timeout=SECONDS, tls=context)

    async def _enter(self) -> None:
        """Sign in, by a token where the mailbox has such; one that is refused is not used again."""
        tokens = self._mailbox.tokens
        if tokens is None:
            await self._do(self._sign_in)
            return
        token = await tokens.token()
        try:
            await self._do(lambda: self._sign_in_by(token))
        except MailboxRefused:
            tokens.forget()
            raise

    def _sign_in_by(self, token: str) -> None:
        """AUTHENTICATE XOAUTH2: a refusal is a challenge that says why, and wants an empty answer."""
        said: list[bytes] = []

        def answer(challenge: bytes) -> bytes:
            said.append(challenge)
            return b"" if challenge else xoauth2(self._mailbox.user, token)

        try:
            self._wire.authenticate("XOAUTH2", answer)
        except imaplib.IMAP4.error as problem:
            why = b" ".join(said).decode("utf-8", "replace").strip()[:200]
            raise type(problem)(f"the token is refused: {problem} {why}".strip()) from None

    def _sign_in(self) -> None:
        """LOGIN knows ASCII alone (RFC 3501); AUTHENTICATE PLAIN takes every name and password (RFC 4616)."""
        user, password = self._mailbox.user, (self._mailbox.password or SecretStr("")).get_secret_value()
        if (user + password).isascii():
            self._wire.login(_quoted(user), password)
        else:
            self._wire.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())

    def _select(self) -> tuple[int | None, int | None]:
        _ok("SELECT", self._wire.select(_quoted(self._mailbox.folder)))
        return self._told("UIDVALIDITY"), self._told("UIDNEXT")

    def _told(self, code: str) -> int | None:
        """A number that the answer to SELECT gave in brackets."""
        said = re.match(rb"\d+", self._wire.response(code)[1][0] or b"")
        return int(said[0]) if said else None

    def _goodbye(self) -> None:
        if self._idling:
            self._wire.done()
        self._wire.logout()

    def _hang_up(self) -> None:
        if self._imap is not None:
            self._imap.shutdown()

    async def _search(self, *criteria: str) -> list[int]:
        return sorted(int(word) for word in _words(await self._uid("SEARCH", *criteria)) if word.isdigit())

    async def _uid(self, command: str, *arguments: str) -> list[Any]:
        return await self._do(lambda: _ok(command, self._wire.uid(command, *arguments)))

    async def _do(self, command: Callable[[], T], seconds: float = SECONDS) -> T:
        """A command's answer, unless the connection breaks first or nothing comes."""
        assert self._thread is not None, "not open"
        try:
            async with asyncio.timeout(seconds):
                return await self._thread.do(command)
        except (imaplib.IMAP4.readonly, UnicodeError) as problem:
            raise MailboxRefused(f"{self._mailbox.name}: {problem}") from problem
        except (imaplib.IMAP4.abort, OSError) as problem:
            self._lost = True
            raise MailboxLost(f"{self._mailbox.name}: {type(problem).__name__} {problem}") from problem
        except imaplib.IMAP4.error as problem:
            raise MailboxRefused(f"{self._mailbox.name}: {problem}") from problem


def _ok(command: str, answer: tuple[str, list[Any]]) -> list[Any]:
    if answer[0] != "OK":
        said = bytes(answer[1][-1] or b"").decode("ascii", "replace")[:200]
        raise MailboxRefused(f"{command}: {answer[0]} {said}")
    return answer[1]


def _words(lines: list[Any]) -> list[str]:
    return [word for line in lines if line for word in bytes(line).decode("ascii", "replace").upper().split()]


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

"""IMAP as the standard library's imaplib speaks it, with IDLE (RFC 2177), which it lacks before 3.14.

Nothing private of imaplib is used: `readline`, `read`, `shutdown` and `send` are documented as its seams. The calls
block, so a connection lives in a thread of its own: one thread uses it, and another may `cut` it.
"""

import asyncio
import imaplib
import re
import socket
import ssl
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any, TypeVar

BREATH = 0.5
"""Seconds after which one who listens looks up whether to go on."""
LONGEST_LINE = 1_000_000
_EXISTS = re.compile(rb"\* \d+ EXISTS")
_IDLE = b"idle"
T = TypeVar("T")


class Imap(imaplib.IMAP4):
    """A connection without TLS, for a server on this machine; its reads may time out and then go on.

    news: how often the server told of new mails, whichever command's answer it came with. Everything raises imaplib's
    errors, `abort` when the connection broke, and TimeoutError after `timeout` seconds of silence.
    """

    sock: socket.socket

    def __init__(self, host: str, port: int, *, timeout: float, **tls: ssl.SSLContext) -> None:
        self.news = 0
        self._seconds = timeout
        self._held = bytearray()
        self._ending = Lock()
        super().__init__(host, port, timeout=timeout, **tls)

    def readline(self) -> bytes:
        """The next line with its end; what came of one before a time-out is kept."""
        while (end := self._held.find(b"\n")) < 0:
            if len(self._held) > LONGEST_LINE:
                raise self.abort("a line without an end")
            self._hear()
        line = self._take(end + 1)
        self.news += bool(_EXISTS.match(line))
        return line

    def read(self, size: int) -> bytes:
        """So many bytes of a literal."""
        while len(self._held) < size:
            self._hear()
        return self._take(size)

    def idle(self) -> None:
        """Ask to be told; no other command may be given until `done`."""
        self.send(_IDLE + b" IDLE\r\n")
        while not (line := self.readline()).startswith(b"+"):
            self._refuse_end(line)

    def listen(self, seconds: float, *, wanted: Callable[[], bool]) -> None:
        """Hear what is told, until that is news, the time is over, or nobody wants it any more."""
        known, until = self.news, monotonic() + seconds
        try:
            while self.news == known and wanted() and (left := until - monotonic()) > 0:
                self.sock.settimeout(min(left, BREATH))
                with suppress(TimeoutError):
                    self._refuse_end(self.readline())
        finally:
            self.sock.settimeout(self._seconds)

    def done(self) -> None:
        """End the idling."""
        self.send(b"DONE\r\n")
        while not (line := self.readline()).startswith(_IDLE + b" OK"):
            self._refuse_end(line)

    def shutdown(self) -> None:
        """Hang up."""
        with self._ending, suppress(OSError):
            super().shutdown()

    def cut(self) -> None:
        """From another thread: whoever waits for this connection hears that it broke."""
        with self._ending, suppress(OSError):
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)  # not TLS's own, which changes what a reader is using

    def _hear(self) -> None:
        heard = self.sock.recv(65536)
        if not heard:
            raise self.abort("the connection broke")
        self._held += heard

    def _take(self, size: int) -> bytes:
        taken = bytes(self._held[:size])
        del self._held[:size]
        return taken

    def _refuse_end(self, line: bytes) -> None:
        if line.startswith(_IDLE):
            raise self.error(f"IDLE: {line[len(_IDLE) :].decode('ascii', 'replace').strip()[:200]}")


class ImapOverTls(Imap, imaplib.IMAP4_SSL):
    """The same over TLS."""


def connected(host: str, port: int, *, timeout: float, tls: ssl.SSLContext | None) -> Imap:
    """A connection whose server has greeted us; tls: what its certificate is checked with."""
    if tls is None:
        return Imap(host, port, timeout=timeout)
    return ImapOverTls(host, port, timeout=timeout, ssl_context=tls)


class OwnThread:
    """Runs what blocks, one after another. A server that never answers does not hold up the end of the process."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        Thread(target=self._run, name="mailbox", daemon=True).start()

    def do(self, job: Callable[[], T]) -> asyncio.Future[T]:
        """Its result; who stops waiting for it is not told of it."""
        result: Future[T] = Future()
        self._jobs.put((result, job))
        return asyncio.wrap_future(result)

    def end(self, last: Callable[[], object]) -> None:
        """Do a last thing after all others, and end."""
        self._jobs.put((Future(), last))
        self._jobs.put(None)

    def _run(self) -> None:
        while (given := self._jobs.get()) is not None:
            result, job = given
            if not result.set_running_or_notify_cancel():
                continue
            try:
                result.set_result(job())
            except Exception as problem:  # noqa: BLE001 - whatever it is, it is for the one who waits
                result.set_exception(problem)

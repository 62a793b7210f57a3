"""A provider on a port of this machine: real HTTP, state that it keeps, faults that a test puts in its way."""

import json
import random
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal, TypeVar
from urllib.parse import parse_qs, parse_qsl, urlsplit

import httpx2

HANG_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in."""

    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    body: bytes

    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))

    def json(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads(self.body)
        return read


@dataclass(frozen=True, slots=True)
class Answer:
    """What the provider says."""

    status: int
    body: dict[str, Any] | bytes = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with a request. accepts: whether the provider did what was asked before it failed.

    "say": it answers with `answer`; "hang": it answers nothing for a long time; "cut": it closes the connection.
    """

    how: Literal["say", "hang", "cut"]
    accepts: bool = False
    answer: Answer = Answer(500)


BUSY = Fault("say", answer=Answer(429, headers={"Retry-After": "7"}))
BROKEN = Fault("say", answer=Answer(500))
HANGS = Fault("hang", accepts=True)
CUT_AFTER = Fault("cut", accepts=True)
CUT_BEFORE = Fault("cut")
GATEWAY = Fault("say", accepts=True, answer=Answer(504))
GARBAGE = Fault("say", accepts=True, answer=Answer(200, b"<html>"))


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the provider makes to us, signed as it signs."""

    path: str
    body: bytes
    headers: dict[str, str]
    method: str = "POST"


class Provider:
    """Base of the simulators: `respond` speaks the protocol; what fails, and what was asked, is kept here.

    late: so many times a list of what we sent does not yet hold the newest message. endless: every page names a next.
    """

    def __init__(self, clock: Callable[[], datetime] | None = None) -> None:
        self.url = ""
        self.now = clock or self.made_now
        self.asked: list[Asked] = []
        self.faults: deque[Fault] = deque()
        self.late = 0
        self.endless = False
        self.lock = threading.RLock()
        self.ended = threading.Event()

    @staticmethod
    def made_now() -> datetime:
        """When the provider made something: by the machine's clock, as our own ids are; `now` may be set by a test."""
        return datetime.now(UTC)

    def respond(self, asked: Asked) -> Answer:
        """What the provider does and says."""
        raise AssertionError(f"no such call: {asked.method} {asked.path}")

    def take(self, asked: Asked) -> tuple[Answer | None, float]:
        """The answer, None for a cut connection; and how long it takes."""
        with self.lock:
            self.asked.append(asked)
            fault = self.faults.popleft() if self.faults and self.may_fail(asked) else None
            if fault is None:
                return self.respond(asked), 0.0
            if fault.accepts:
                self.respond(asked)
            if fault.how == "say":
                return fault.answer, 0.0
            return None, HANG_SECONDS if fault.how == "hang" else 0.0

    def listed(self, newest_first: list[Any]) -> list[Any]:
        """What a list of ours shows now."""
        if not self.late:
            return newest_first
        self.late -= 1
        return newest_first[1:]

    def may_fail(self, asked: Asked) -> bool:
        """Whether a fault may hit this request."""
        return True


P = TypeVar("P", bound=Provider)


@contextmanager
def on_a_port(provider: P) -> Iterator[P]:
    """Serve until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def _serve(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            answer, wait = provider.take(Asked(self.command, parts.path, query, headers, body))
            provider.ended.wait(wait) if wait else None
            if answer is None:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            content = answer.content()
            try:
                self.send_response(answer.status)
                for name, value in {"content-type": "application/json", **answer.headers}.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        do_GET = do_POST = do_PUT = do_DELETE = _serve

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    provider.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        provider.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


async def deliver(
    client: httpx2.AsyncClient, webhooks: Iterable[Webhook], *, twice: bool = False, order: random.Random | None = None
) -> list[httpx2.Response]:
    """Hand webhooks over as a provider does: one by one, each perhaps twice, perhaps out of order."""
    all_of_them = [webhook for webhook in webhooks for _ in range(2 if twice else 1)]
    if order is not None:
        order.shuffle(all_of_them)
    return [
        await client.request(webhook.method, webhook.path, content=webhook.body, headers=webhook.headers)
        for webhook in all_of_them
    ]


def waited_for(what: Callable[[], bool], *, seconds: float = 20.0) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)

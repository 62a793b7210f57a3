"""The connection to a mailbox, at a server that behaves as servers do on bad days."""

import asyncio
import threading
from base64 import b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pydantic import SecretStr

from hibachi.channels.mail import gateway
from hibachi.channels.mail.errors import MailboxLost, MailboxRefused
from hibachi.channels.mail.gateway import Connection, Mailbox
from tests.channels.mail.test_smtp import certified
from tests.simulators.post_office import post_office

SELECTED = b"* 0 EXISTS\r\n* OK [UIDVALIDITY 7] ids [valid]\r\n* OK [UIDNEXT 4] next\r\n"


@dataclass
class Server:
    """An IMAP server that says what its script says. says: before the tagged OK of a command; silent: never answered."""

    says: dict[bytes, bytes] = field(default_factory=dict)
    silent: set[bytes] = field(default_factory=set)
    refuses: set[bytes] = field(default_factory=set)
    greets: bool = True
    port: int = 0
    heard: list[bytes] = field(default_factory=list)
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    writer: asyncio.StreamWriter | None = None

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection until it ends."""
        self.writer = writer
        idle = b""
        with suppress(ConnectionError):
            if self.greets:
                writer.write(b"* OK at your service\r\n")
            while line := await reader.readline():
                tag, _, rest = line.strip().partition(b" ")
                words = [word for word in rest.split() if word != b"UID"] or [tag]
                self.heard.append(words[0])
                if words[0] == b"IDLE":
                    idle = tag
                if words[0] not in self.silent:
                    writer.write(self._answer(words[0], idle if words[0] == b"DONE" else tag))
        self.gone.set()
        writer.close()

    def push(self, words: bytes) -> None:
        """Say something that nobody asked for."""
        assert self.writer is not None
        self.writer.write(words)

    def _answer(self, command: bytes, tag: bytes) -> bytes:
        usual = {b"CAPABILITY": b"* CAPABILITY IMAP4rev1 IDLE\r\n", b"SELECT": SELECTED, b"IDLE": b"+ idling\r\n"}
        said = self.says.get(command, usual.get(command, b""))
        if command in self.refuses:
            return tag + b" NO not today\r\n"
        return said if command == b"IDLE" else said + tag + b" OK done\r\n"


@asynccontextmanager
async def server_of(server: Server, *, open_it: bool = True) -> AsyncIterator[Connection]:
    """A connection to this server; afterwards its thread has ended and its socket is closed, whatever happened."""
    before = set(threading.enumerate())
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    connection = Connection(Mailbox("127.0.0.1", server.port, "hello", SecretStr("word"), "none"))
    try:
        async with listening:
            if open_it:
                await connection.open()
                await connection.after(0)
            yield connection
            await connection.close()
            async with asyncio.timeout(20):
                await server.gone.wait()
                while any(one.name == "mailbox" for one in set(threading.enumerate()) - before):
                    await asyncio.sleep(0.01)
    finally:
        await connection.close()


async def idling(server: Server) -> None:
    """Wait until the server was asked to tell of news."""
    async with asyncio.timeout(20):
        while b"IDLE" not in server.heard:
            await asyncio.sleep(0.01)


async def test_a_wait_that_is_cancelled_says_goodbye_and_ends_its_thread() -> None:
    server = Server()
    async with server_of(server) as connection:
        waiting = asyncio.create_task(connection.wait(3600))
        await idling(server)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    assert server.heard[-3:] == [b"IDLE", b"DONE", b"LOGOUT"]


async def test_a_connection_that_breaks_while_idling_is_lost_at_once() -> None:
    server = Server()
    async with server_of(server) as connection:
        waiting = asyncio.create_task(connection.wait(3600))
        await idling(server)
        assert server.writer is not None
        server.writer.transport.abort()
        async with asyncio.timeout(20):
            with pytest.raises(MailboxLost):
                await waiting


async def test_a_push_that_comes_with_the_answer_to_idle_is_news() -> None:
    async with server_of(Server(says={b"IDLE": b"+ idling\r\n* 1 EXISTS\r\n"})) as connection:
        assert await connection.wait(3600) is True
        await connection.stop_waiting()
        assert await connection.after(0) == []


async def test_a_push_in_pieces_is_news_when_it_is_whole() -> None:
    server = Server()
    async with server_of(server) as connection:
        assert await connection.wait(0.05) is False
        server.push(b"* OK still here\r\n* 1 EX")
        assert await connection.wait(1.2) is False
        server.push(b"ISTS\r\n")
        assert await connection.wait(3600) is True
        await connection.stop_waiting()


async def test_what_is_told_while_a_search_is_answered_is_asked_again() -> None:
    server = Server(says={b"SEARCH": b"* SEARCH 3 9\r\n* 2 EXISTS\r\n"})
    async with server_of(server, open_it=False) as connection:
        await connection.open()
        assert await connection.after(3) == [9]
    assert server.heard.count(b"SEARCH") == gateway.MOST_ASKED


async def test_a_mail_is_its_literal_whatever_else_is_told_of_it() -> None:
    mail = b"Subject: x\r\n\r\n* 5 EXISTS\r\n)"
    told = b"* 1 FETCH (FLAGS (\\Seen))\r\n* 2 FETCH (UID 9 BODY[]<0> {%d}\r\n%s)\r\n" % (len(mail), mail)
    server = Server(says={b"FETCH": told})
    async with server_of(server) as connection:
        assert await connection.fetch(9) == mail
        assert await connection.wait(0.05) is False
        await connection.stop_waiting()
        server.says[b"FETCH"] = b""
        assert await connection.fetch(9) is None


@pytest.mark.parametrize(
    "command", [b"LOGIN", b"CAPABILITY", b"SELECT", b"SEARCH", b"FETCH", b"STORE", b"IDLE", b"DONE"]
)
async def test_a_silent_server_is_lost_and_holds_nobody(command: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "SECONDS", 1.0)
    monkeypatch.setattr(gateway, "GOODBYE_SECONDS", 0.1)
    server = Server(silent={command})
    async with server_of(server, open_it=False) as connection:
        with pytest.raises(MailboxLost):
            await connection.open()
            await connection.after(0)
            await connection.fetch(1)
            await connection.mark_seen(1)
            await connection.wait(0.01)
            await connection.stop_waiting()
    assert server.heard[-1] in (command, b"DONE")


async def test_a_server_that_does_not_greet_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "SECONDS", 0.3)
    async with server_of(Server(greets=False), open_it=False) as connection:
        with pytest.raises(MailboxLost):
            await connection.open()


async def test_an_opening_that_is_cancelled_leaves_nothing_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "SECONDS", 2)
    server = Server(greets=False)
    async with server_of(server, open_it=False) as connection:
        opening = asyncio.create_task(connection.open())
        while server.writer is None:
            await asyncio.sleep(0.01)
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening


@pytest.mark.parametrize("command", [b"LOGIN", b"SELECT", b"IDLE"])
async def test_a_refusal_is_told_from_a_loss(command: bytes) -> None:
    async with server_of(Server(refuses={command}), open_it=False) as connection:
        with pytest.raises(MailboxRefused):
            await connection.open()
            await connection.after(0)
            await connection.wait(3600)


async def test_nobody_listens_where_nothing_can_be_heard() -> None:
    connection = Connection(Mailbox("127.0.0.1", 1, "hello", SecretStr("word"), "none"))
    with pytest.raises(MailboxLost):
        await connection.open()
    await connection.close()


async def test_a_password_that_is_not_ascii_signs_in() -> None:
    taken: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"* OK hello\r\n")
        while line := await reader.readline():
            tag, _, rest = line.strip().partition(b" ")
            if rest.startswith(b"AUTHENTICATE PLAIN"):
                writer.write(b"+ \r\n")
                taken.append(b64decode(await reader.readline()))
            said = {b"SELECT": SELECTED, b"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n"}.get(rest.split()[0], b"")
            writer.write(said + tag + b" OK done\r\n")
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        connection = Connection(Mailbox("127.0.0.1", port, "hello", SecretStr("pässword"), "none"))
        await connection.open()
        assert connection.pushes is False
        await connection.close()
    assert taken == ["\0hello\0pässword".encode()]


async def test_a_certificate_that_nobody_vouches_for_ends_it_before_the_password(tmp_path: Path) -> None:
    shown, trusted = certified(tmp_path)
    async with post_office("a@b.example", tls=shown) as office:
        for host, tls in (("localhost", None), ("127.0.0.1", trusted)):  # unknown issuer; another name
            connection = Connection(Mailbox(host, office.imap_port, "a@b.example", SecretStr("x"), "tls"), tls=tls)
            with pytest.raises(MailboxLost, match="CERTIFICATE_VERIFY_FAILED"):
                await connection.open()
            await connection.close()

"""Reading a mailbox: each mail once, whatever breaks and whenever."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from hibachi.channels.mail import watching
from hibachi.channels.mail.errors import MailboxLost, MailboxRefused, NotTheReader
from hibachi.channels.mail.gateway import Connection
from hibachi.channels.mail.settings import watches_of
from hibachi.kit.clock import SettableClock
from tests.channels.mail.world import DANA, HELLO, LEE, Shop, mail_settings, shop_on

QUESTION = "how much is it for 12 adults in 94539?"


@dataclass
class Cutter:
    """A wire to the IMAP server that breaks before the n-th command of a kind, or after it was passed on."""

    port: int = 0
    command: bytes = b""
    after: bool = False
    cuts: int = 0
    heard: list[bytes] = field(default_factory=list)


@asynccontextmanager
async def wire_to(port: int) -> AsyncIterator[Cutter]:
    """A wire to a port of this machine."""
    cutter = Cutter()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", port)
        answers = asyncio.create_task(pass_on(there, writer))
        try:
            while line := await reader.readline():
                words = re.sub(rb"^\S+ (UID )?", b"", line).split()
                cutter.heard.append(words[0] if words else line.strip())
                hit = cutter.cuts > 0 and cutter.command in (cutter.heard[-1], b"*")
                if hit and not cutter.after:
                    break
                back.write(line)
                if hit:
                    await asyncio.sleep(0.2)
                    break
        finally:
            cutter.cuts -= 1
            answers.cancel()
            writer.transport.abort()
            back.transport.abort()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    cutter.port = server.sockets[0].getsockname()[1]
    async with server:
        yield cutter


async def settled(shop: Shop, mails: int) -> None:
    """Everything was read once and answered once."""
    await shop.jobs()
    rows = await shop.rows("SELECT outcome FROM mails ORDER BY uid")
    assert [row["outcome"] for row in rows] == ["message"] * mails
    messages = await shop.rows("SELECT count(*) AS n FROM messages WHERE role = 'user'")
    assert messages == [{"n": mails}]
    assert await shop.rows("SELECT count(*) AS n FROM messages WHERE role = 'user' AND answered_by IS NULL") == [
        {"n": 0}
    ]
    assert len(await shop.replies()) == (await shop.rows("SELECT count(*) AS n FROM outbox"))[0]["n"]


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("command", ["LOGIN", "CAPABILITY", "SELECT", "SEARCH", "FETCH", "STORE"])
async def test_a_connection_that_breaks_at_a_command_loses_nothing(
    database_url: str, clock: SettableClock, command: str, *, after: bool
) -> None:
    async with shop_on(database_url, clock) as shop, wire_to(shop.office.imap_port) as wire:
        await shop.mail(QUESTION)
        broken = watches_of(mail_settings(shop.office, IMAP_PORT=wire.port), shop.db)[0]
        wire.command, wire.after, wire.cuts = command.encode(), after, 1
        with pytest.raises(MailboxLost):
            await broken.once()
        assert command.encode() in wire.heard
        await shop.mail("and for 20 adults?")
        await shop.fetch()
        await shop.fetch()
        await settled(shop, 2)


async def test_killed_between_the_store_and_the_mark(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dies(self: Connection, uid: int) -> None:
        raise asyncio.CancelledError

    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION)
        with monkeypatch.context() as dying, pytest.raises(asyncio.CancelledError):
            dying.setattr(Connection, "mark_seen", dies)
            await shop.fetch()
        assert await shop.office.seen(HELLO) == [False]
        assert await shop.fetch() == 0
        await settled(shop, 1)


async def test_killed_before_the_store_is_committed(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dies(*args: object, **more: object) -> bool:
        await original(*args, **more)  # type: ignore[arg-type] # passed through as it came
        raise asyncio.CancelledError

    original = watching.service.store
    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION)
        with monkeypatch.context() as dying, pytest.raises(asyncio.CancelledError):
            dying.setattr(watching.service, "store", dies)
            await shop.fetch()
        assert await shop.rows("SELECT * FROM mails") == []
        assert await shop.fetch() == 1
        await settled(shop, 1)


async def test_a_new_generation_of_uids_brings_no_answer_twice(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION)
        await shop.work()
        await shop.office.rebuild(HELLO)
        await shop.mail("and for 20 adults?")
        await shop.work()
        assert sorted(str(one) for one in await shop.outcomes()) == ["duplicate", "message", "message"]
        assert len(await shop.replies()) == 2
        [row] = await shop.rows("SELECT uid_validity FROM mailboxes")
        assert row["uid_validity"] == (await shop.office.folder(HELLO)).uid_validity


async def test_the_same_mail_twice_and_in_two_folders_is_one(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock, IMAP_FOLDERS=["INBOX", "Junk"]) as shop:
        await shop.mail(QUESTION)
        [raw] = await shop.office.mails(HELLO)
        await shop.office.put(HELLO, b"X-Copy: 2\r\n" + raw)
        await shop.office.put(HELLO, raw, folder="Junk")
        for watch in watches_of(shop.settings, shop.db):
            await watch.once()
        await shop.jobs()
        assert sorted(str(one) for one in await shop.outcomes()) == ["duplicate", "duplicate", "message"]
        assert len(await shop.replies()) == 1


async def test_mails_of_a_message_id_that_is_used_twice_are_two(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        for words in (QUESTION, "and for 20 adults?"):
            await shop.mail(words, Message_ID="<form@mailer.example>")
            await shop.work()
        await settled(shop, 2)


async def test_a_first_connection_answers_what_is_new_and_unread_alone(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.mail("an old question that staff have read")
        [raw] = await shop.office.mails(HELLO)
        inbox = await shop.office.folder(HELLO)
        inbox._messages.clear()
        await shop.office.put(HELLO, raw, seen=True)
        await shop.mail(QUESTION, sender=LEE, name="Lee Park")
        assert await shop.fetch() == 1
        await shop.jobs()
        assert (len(await shop.replies()), len(await shop.replies(LEE))) == (0, 1)


async def test_one_process_reads_a_mailbox(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        first, second = shop.watch, shop.watch
        await shop.mail(QUESTION)
        assert await first._mine()
        assert await second.once() == 0
        assert await second.session() is False
        await first._let_go()
        assert await second.once() == 1
        await settled(shop, 1)


async def test_who_lost_the_mailbox_stores_nothing(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        late, other = shop.watch, shop.watch
        await shop.mail(QUESTION)
        assert await late._mine()
        connection = Connection(late._mailbox)
        selected = await connection.open()
        await shop.rows("UPDATE mailboxes SET reader_until = statement_timestamp() - interval '1 hour' RETURNING name")
        assert await other.once() == 1
        await shop.mail("and for 20 adults?")
        with pytest.raises(NotTheReader):
            await late.catch_up(connection, selected)
        await connection.close()
        assert await shop.rows("SELECT count(*) AS n FROM mails") == [{"n": 1}]
        assert await shop.fetch() == 1
        await settled(shop, 2)


async def test_a_pushed_mail_is_stored_at_once_and_over_breaks(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The watch as the worker runs it: told by IDLE, hung up on, and told again."""
    monkeypatch.setattr(watching, "RENEW_SECONDS", 0.2)
    monkeypatch.setattr(watching, "LONGEST_PAUSE", 0.1)
    async with shop_on(database_url, clock) as shop:
        running = asyncio.create_task(shop.watch.forever())
        for number in range(1, 4):
            await shop.mail(f"{QUESTION} Question {number}.")
            await until(shop, f"SELECT count(*) = {number} AS done FROM mails")
            shop.office.hang_up()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        assert await shop.rows("SELECT reader FROM mailboxes") == [{"reader": None}]
        await settled(shop, 3)


async def test_the_reading_goes_on_after_what_nobody_expected(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug, a strange server, a database that is away for a moment: the next try is a new connection."""
    original, problems = Connection.open, [RuntimeError("strange"), OSError("away"), MailboxLost("gone")]

    async def opens(self: Connection) -> object:
        if problems:
            raise problems.pop()
        return await original(self)

    monkeypatch.setattr(watching, "LONGEST_PAUSE", 0.05)
    monkeypatch.setattr(Connection, "open", opens)
    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION)
        running = asyncio.create_task(shop.watch.forever())
        await until(shop, "SELECT count(*) = 1 AS done FROM mails")
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        assert problems == []
        await settled(shop, 1)


async def test_without_idle_the_mailbox_is_polled(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Connection, "pushes", False)
    async with shop_on(database_url, clock, MAIL_POLL_SECONDS=0.1) as shop:
        running = asyncio.create_task(shop.watch.forever())
        for number in range(1, 3):
            await shop.mail(f"{QUESTION} Question {number}.")
            await until(shop, f"SELECT count(*) = {number} AS done FROM mails")
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await settled(shop, 2)


async def test_a_wrong_password_is_no_crash(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        watch = watches_of(mail_settings(shop.office, IMAP_PASSWORD="wrong"), shop.db)[0]
        with pytest.raises(MailboxRefused):
            await watch.once()
        assert await shop.rows("SELECT * FROM mails") == []


async def test_a_mail_that_lost_its_job_is_found(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION)
        await shop.fetch()
        await shop.rows("DELETE FROM procrastinate_jobs WHERE task_name = 'mail.read' RETURNING id")
        await shop.rows("UPDATE mails SET arrived_at = arrived_at - interval '1 hour' RETURNING id")
        await shop.runtime.jobs.run_periodic()
        await settled(shop, 1)


async def test_the_bytes_of_old_mails_are_forgotten(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION)
        await shop.work()
        assert await shop.rows("SELECT raw IS NULL AS gone FROM mails") == [{"gone": False}]
        await shop.rows("UPDATE mails SET arrived_at = arrived_at - interval '31 days' RETURNING id")
        await shop.runtime.jobs.run_periodic()
        assert await shop.rows("SELECT raw IS NULL AS gone, outcome FROM mails") == [
            {"gone": True, "outcome": "message"}
        ]
        assert len(await shop.replies(DANA)) == 1


async def until(shop: Shop, question: str) -> None:
    """Wait until the database says that it is done."""
    async with asyncio.timeout(60):
        while not (await shop.rows(question))[0]["done"]:
            await asyncio.sleep(0.02)

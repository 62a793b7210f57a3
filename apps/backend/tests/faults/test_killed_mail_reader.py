"""kill -9 of the worker that reads the mailbox, at moments that matter: each mail is stored, answered and sent once."""

import asyncio
import os
import sys
from asyncio.subprocess import Process

import pytest

from hibachi.kit.clock import SettableClock
from tests.channels.mail.world import HELLO, Shop, shop_on
from tests.house.source import ROOT
from tests.simulators.post_office import AUTHSERV, PASSWORD

QUESTION = "how much is it for 12 adults in 94539?"
MOMENTS = (
    "SELECT count(*) >= 1 AS done FROM mails",
    "SELECT count(*) >= 2 AS done FROM messages WHERE role = 'user'",
    "SELECT count(*) >= 1 AS done FROM outbox",
)


async def worker(shop: Shop) -> Process:
    """The worker as it is installed, with the mailbox at the test's post office."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "apps/backend"),
        "HIBACHI_DIES_WITH_PARENT": "1",
        "DATABASE_URL": shop.db.url,
        "MAIL_ADDRESS": HELLO,
        "MAIL_AUTHSERV_IDS": f'["{AUTHSERV}"]',
        "IMAP_HOST": "127.0.0.1",
        "IMAP_PORT": str(shop.office.imap_port),
        "IMAP_USER": HELLO,
        "IMAP_PASSWORD": PASSWORD,
        "IMAP_SECURITY": "none",
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(shop.office.smtp_port),
        "SMTP_SECURITY": "none",
    }
    return await asyncio.create_subprocess_exec(sys.executable, "-m", "hibachi.worker", env=environment)


async def until(shop: Shop, question: str) -> None:
    """Wait until the database says so; whatever waits for a time has reached it, and a dead reader's lease is over."""
    async with asyncio.timeout(120):
        while not (await shop.rows(question))[0]["done"]:
            await shop.due()
            await shop.rows("UPDATE mailboxes SET reader_until = statement_timestamp() RETURNING name")
            await asyncio.sleep(0.1)


@pytest.mark.slow
async def test_a_worker_that_is_killed_loses_and_doubles_no_mail(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        for number, moment in enumerate(MOMENTS, 1):
            running = await worker(shop)
            await shop.mail(f"{QUESTION} Question {number}.", Message_ID=f"<{number}@kill.example>")
            await until(shop, moment)
            running.kill()
            await running.wait()
            await shop.rows(
                "UPDATE conversations SET turn_lease_until = statement_timestamp() WHERE turn_owner IS NOT NULL RETURNING id"
            )
            await shop.rows("UPDATE procrastinate_jobs SET status = 'todo' WHERE status = 'doing' RETURNING id")
        await shop.work()
        assert await shop.rows("SELECT outcome FROM mails") == [{"outcome": "message"}] * len(MOMENTS)
        assert await shop.rows("SELECT count(*) AS n FROM messages WHERE role = 'user'") == [{"n": len(MOMENTS)}]
        unanswered = await shop.rows("SELECT count(*) AS n FROM messages WHERE role = 'user' AND answered_by IS NULL")
        assert unanswered == [{"n": 0}]
        [sent] = await shop.rows("SELECT count(*) FILTER (WHERE state = 'sent') AS n, count(*) AS every FROM outbox")
        replies = [reply["Message-ID"] for reply in await shop.replies()]
        assert len(replies) == len(set(replies))
        assert sent["n"] <= len(replies) <= sent["every"]

"""The product with its mailbox at a real post office: mails in over SMTP and IMAP, replies out over SMTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, Protocol

from sqlalchemy import text

from hibachi.channels.mail.settings import watches_of
from hibachi.channels.mail.watching import Watch
from hibachi.crew import service as crew
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.policies import service as policies
from hibachi.runtime import Runtime, build
from hibachi.settings import Settings
from tests.concierge.world import settings
from tests.simulators.post_office import AUTHSERV, PASSWORD, PostOffice, letter, post_office, write

HELLO = "hello@myhibachichef.example"
DANA = "dana.ruiz@mail.example"
LEE = "lee.park@mail.example"


class Listening(Protocol):
    """Where a post office listens, whoever runs it."""

    @property
    def imap_port(self) -> int: ...
    @property
    def smtp_port(self) -> int: ...


def mail_settings(office: Listening, **environment: Any) -> Settings:
    """The settings of an installation whose mailbox is at this post office."""
    mail = {
        "MAIL_ADDRESS": HELLO,
        "MAIL_NAME": "My Hibachi Chef",
        "MAIL_AUTHSERV_IDS": [AUTHSERV],
        "IMAP_HOST": "127.0.0.1",
        "IMAP_PORT": office.imap_port,
        "IMAP_USER": HELLO,
        "IMAP_PASSWORD": PASSWORD,
        "IMAP_SECURITY": "none",
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": office.smtp_port,
        "SMTP_SECURITY": "none",
    }
    return settings(**{**mail, **environment})


@dataclass
class Shop:
    """The product, its post office, and a customer's mail program in code."""

    office: PostOffice
    runtime: Runtime
    settings: Settings
    clock: SettableClock
    numbers: int = 0
    written: list[EmailMessage] = field(default_factory=list)

    @property
    def db(self) -> Database:
        """The product's database."""
        return self.runtime.db

    @property
    def watch(self) -> Watch:
        """A reader of the inbox, as the worker runs it."""
        return watches_of(self.settings, self.db)[0]

    async def mail(
        self,
        words: str,
        *,
        sender: str = DANA,
        name: str = "Dana Ruiz",
        subject: str = "Hibachi",
        answers: EmailMessage | None = None,
        **headers: str,
    ) -> EmailMessage:
        """Somebody writes a mail; answers: the mail of ours that they reply to, quoted as mail programs do."""
        self.numbers += 1
        threads = {"Message_ID": f"<{self.numbers}.{sender}>"}
        if answers is not None:
            known = f"{answers['References'] or ''} {answers['Message-ID']}".strip()
            threads |= {"In_Reply_To": answers["Message-ID"], "References": known}
            subject = answers["Subject"] if answers["Subject"].startswith("Re:") else f"Re: {answers['Subject']}"
            words = f"{words}\n\nOn Wed, Mar 4, 2026 at 10:00 AM My Hibachi Chef <{HELLO}> wrote:\n\n{_quoted(answers)}"
        made = letter(words, sender=f"{name} <{sender}>", to=HELLO, subject=subject, **{**threads, **headers})
        await write(self.office, made.as_bytes(), sender=sender, to=HELLO)
        self.written.append(made)
        return made

    async def mail_html(
        self, html: str, *, sender: str = DANA, name: str = "Dana Ruiz", subject: str = "Hibachi"
    ) -> None:
        """Somebody writes a mail that is HTML alone."""
        self.numbers += 1
        made = EmailMessage()
        made["From"], made["To"], made["Subject"] = f"{name} <{sender}>", HELLO, subject
        made["Message-ID"] = f"<{self.numbers}.{sender}>"
        made.set_content(html, subtype="html")
        await write(self.office, made.as_bytes(), sender=sender, to=HELLO)

    async def fetch(self) -> int:
        """Read the mailbox once, as a poll does; how many mails were new."""
        return await self.watch.once()

    async def work(self) -> None:
        """Read the mailbox, answer and send, until nothing is due."""
        await self.fetch()
        await self.jobs()

    async def jobs(self) -> None:
        """Run the jobs until nothing is due and nothing waits."""
        while True:
            await self.due()
            if not await self.runtime.jobs.any_due():
                return
            await self.runtime.jobs.drain()

    async def due(self) -> None:
        """Let every wait of the outbox and of the queue be over."""
        past = "statement_timestamp() - interval '1 second'"
        await self.rows(f"UPDATE outbox SET next_try_at = {past} WHERE state = 'queued' RETURNING id")
        await self.rows(f"UPDATE outbox SET lease_until = {past} WHERE state = 'sending' RETURNING id")
        await self.rows(f"UPDATE procrastinate_jobs SET scheduled_at = {past} WHERE status = 'todo' RETURNING id")

    async def replies(self, to: str = DANA) -> list[EmailMessage]:
        """The mails in somebody's inbox, as their program shows them."""
        return [read_back(raw) for raw in await self.office.mails(to)]

    async def rows(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """What another system reads."""
        async with self.db.transaction() as tx:
            return [dict(row) for row in (await tx.session.execute(text(query), values)).mappings()]

    async def outcomes(self) -> list[str | None]:
        """What became of each mail, in the order in which they were stored."""
        return [row["outcome"] for row in await self.rows("SELECT outcome FROM mails ORDER BY arrived_at, uid")]


@asynccontextmanager
async def shop_on(database_url: str, clock: SettableClock, **environment: Any) -> AsyncIterator[Shop]:
    """The product on a database, founded, with its queue open and its mailbox at a post office."""
    async with post_office(HELLO, DANA, LEE) as office:
        given = mail_settings(office, **environment)
        runtime = build(given, database_url, clock=clock)
        await runtime.open()
        try:
            await found(runtime.db)
            yield Shop(office, runtime, given, clock)
        finally:
            await runtime.close()


async def found(db: Database) -> None:
    """Make an empty installation ready."""
    async with db.transaction() as tx:
        await crew.ensure_station(tx, book=await policies.load_default(tx))


def read_back(raw: bytes) -> EmailMessage:
    """A mail as a program reads it."""
    mail = message_from_bytes(raw, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def words_of(mail: EmailMessage) -> str:
    """The plain words of a mail."""
    body = mail.get_body(("plain",))
    assert body is not None
    words: str = body.get_content()
    return words.replace("\r\n", "\n").strip()


def _quoted(mail: EmailMessage) -> str:
    return "\n".join(f"> {line}".rstrip() for line in words_of(mail).split("\n"))

"""The post of a town: a real SMTP and IMAP server in a thread of its own, and customers with a mail program."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from itertools import count
from typing import Any

from hibachi.channels.mail.settings import watches_of
from hibachi.concierge.schemas import ChatMessage
from hibachi.kit.clock import Clock
from hibachi.runtime import Runtime
from tests.channels.mail.world import HELLO, read_back, words_of
from tests.simulators.post_office import AUTHSERV, PASSWORD, PostOffice, letter, post_office, write

SETTINGS = {
    "MAIL_ADDRESS": HELLO,
    "MAIL_NAME": "My Hibachi Chef",
    "MAIL_AUTHSERV_IDS": [AUTHSERV],
    "IMAP_HOST": "127.0.0.1",
    "IMAP_USER": HELLO,
    "IMAP_PASSWORD": PASSWORD,
    "IMAP_SECURITY": "none",
    "SMTP_HOST": "127.0.0.1",
    "SMTP_SECURITY": "none",
}


class Post:
    """The servers' own thread, and what customers wrote and got."""

    def __init__(self, office: PostOffice, loop: asyncio.AbstractEventLoop) -> None:
        self._office, self._loop = office, loop
        self._numbers = count(1)

    def environment(self) -> dict[str, Any]:
        """The settings of a product whose mailbox is here."""
        return {**SETTINGS, "IMAP_PORT": self._office.imap_port, "SMTP_PORT": self._office.smtp_port}

    def send(self, said: ChatMessage) -> str:
        """A customer's mail, in reply to the last one that they got; the id by which the product then knows it."""
        address = said.customer.email or ""
        got = self.got(address)
        headers = {"Message_ID": f"<{next(self._numbers)}.{address}>"}
        if got:
            headers |= {"In_Reply_To": got[-1]["Message-ID"], "References": got[-1]["Message-ID"]}
        subject = str(got[-1]["Subject"]) if got else "Hibachi"
        sender = f"{said.customer.name} <{address}>" if said.customer.name else address
        mail = letter(said.text, sender=sender, to=HELLO, subject=subject, **headers)
        self._do(write(self._office, mail.as_bytes(), sender=address, to=HELLO))
        return headers["Message_ID"]

    def got(self, address: str) -> list[EmailMessage]:
        """The mails in a customer's inbox, the oldest first; they have one from their first letter on."""
        if address not in self._office.login.users_dict:
            self._do(self._office.open_mailbox(address))
        return [read_back(raw) for raw in self._do(self._office.mails(address))]

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=30)


async def fetch(runtime: Runtime) -> None:
    """The worker's look into the mailbox."""
    for watch in watches_of(runtime.settings, runtime.db):
        await watch.once()


@contextmanager
def open_post(clock: Clock) -> Iterator[Post]:
    """A post office until the block ends; mails arrive by the world's clock."""
    opened, closing = threading.Event(), asyncio.Event()
    found: list[Post] = []

    async def serve() -> None:
        async with post_office(HELLO) as office:
            office.now = clock.now
            found.append(Post(office, asyncio.get_running_loop()))
            opened.set()
            await closing.wait()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    opened.wait(timeout=30)
    try:
        yield found[0]
    finally:
        found[0]._loop.call_soon_threadsafe(closing.set)
        thread.join()


__all__ = ["Post", "fetch", "open_post", "words_of"]

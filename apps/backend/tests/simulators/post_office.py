"""Real mail servers on loopback: SMTP (aiosmtpd) that delivers into the mailboxes which IMAP (pymap) serves.

A mail to an address here lands in its INBOX with what a receiving server puts on top: Return-Path, Received, and the
Authentication-Results that `vouches` says. Mails to other domains are refused, as they would be by a relay.
"""

import asyncio
import ssl
from argparse import Namespace
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from typing import Any

import aiosmtplib
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from proxyprotocol.sock import SocketInfoLocal
from pymap.backend.dict import Config, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet, Message
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials.flag import Seen
from pymap.user import Passwords, UserMetadata

from tests.simulators.token_server import TokensAlone, TokenServer, smtp_xoauth2

PASSWORD = "mail-password"
AUTHSERV = "mx.example.net"
Answer = Callable[[Envelope], Awaitable[str | None]]


async def take_it(envelope: Envelope) -> str | None:
    """The usual answer: none of its own, so the mail is delivered."""
    return None


@dataclass
class PostOffice:
    """The servers, where they listen, and how they behave. rcpt and data: SMTP answers instead of the usual ones.

    vouches: what the receiving server says of a sender: pass, fail, none (a domain with no policy), or nothing at all.
    now: when mails arrive, where that is not the machine's own time.
    cut_after_data: hang up once the mail is delivered, without a word.
    tokens: who gives the tokens by which alone one signs in.
    """

    login: Login
    config: Config
    vouches: str | None = "pass"
    rcpt: str | None = None
    data: str | None = None
    cut_after_data: bool = False
    now: Callable[[], datetime] | None = None
    imap_port: int = 0
    smtp_port: int = 0
    tokens: TokenServer | None = None
    accepted: list[bytes] = field(default_factory=list)
    connections: list[asyncio.StreamWriter] = field(default_factory=list)

    async def open_mailbox(self, address: str) -> None:
        """Give somebody a mailbox; the user's name is the address."""
        hashed = await Passwords(self.config).hash_password(PASSWORD)
        self.login.users_dict[address] = UserMetadata(self.config, address, password=hashed)
        self.config.set_cache[address] = (MailboxSet(), FilterSet())

    async def folder(self, address: str, name: str = "INBOX") -> MailboxData:
        """A folder of a mailbox, made when it is not there."""
        mailboxes = self.config.set_cache[address][0]
        if name != "INBOX" and name not in mailboxes._set:
            await mailboxes.add_mailbox(name)
        return await mailboxes.get_mailbox(name)

    async def put(self, address: str, raw: bytes, *, folder: str = "INBOX", seen: bool = False) -> int:
        """Put a mail into a folder as it is; its UID."""
        flags = frozenset({Seen} if seen else ())
        message = await (await self.folder(address, folder)).append(
            AppendMessage(raw, self.now() if self.now else None, flags)
        )
        return message.uid

    async def mails(self, address: str, folder: str = "INBOX") -> list[bytes]:
        """The mails of a folder, in the order of their UIDs."""
        held = await self.folder(address, folder)
        return [_bytes_of(held._messages[uid]) for uid in sorted(held._messages)]

    async def seen(self, address: str) -> list[bool]:
        """Whether each mail of the inbox is marked as seen."""
        held = await self.folder(address)
        return [Seen in held._messages[uid].permanent_flags for uid in sorted(held._messages)]

    async def rebuild(self, address: str) -> None:
        """A new generation of the inbox, as after a restore: the same mails under new UIDs, and a new UIDVALIDITY."""
        mailboxes = self.config.set_cache[address][0]
        old = mailboxes._inbox
        new = MailboxData(mailboxes._content_cache, mailboxes._thread_cache)
        new._uid_validity = old._uid_validity + 1
        for uid in sorted(old._messages):
            message = old._messages[uid]
            await new.append(
                AppendMessage(_bytes_of(message), message.internal_date, frozenset(message.permanent_flags))
            )
        mailboxes._inbox = new
        self.hang_up()

    def hang_up(self) -> None:
        """Break every open connection to IMAP."""
        for writer in self.connections:
            writer.transport.abort()
        self.connections.clear()

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        """Whom mail is taken for."""
        if self.rcpt:
            return self.rcpt
        if address.lower() not in self.login.users_dict:
            return "550 5.1.1 no such mailbox here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def auth_XOAUTH2(self, server: SMTP, given: list[str]) -> AuthResult:
        """A sign-in by a token."""
        return await smtp_xoauth2(server, given, self.tokens.knows if self.tokens else lambda _: None)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Deliver, unless something else was asked for."""
        if self.data:
            return self.data
        content = envelope.content if isinstance(envelope.content, bytes) else (envelope.content or "").encode()
        self.accepted.append(content)
        for address in envelope.rcpt_tos:
            await self.put(address.lower(), self._on_top(envelope, content) + content)
        if self.cut_after_data:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "250 2.0.0 queued"

    def _on_top(self, envelope: Envelope, content: bytes) -> bytes:
        domain = (envelope.mail_from or "").rpartition("@")[2]
        lines = [f"Return-Path: <{envelope.mail_from or ''}>", f"Received: from somewhere by {AUTHSERV}"]
        if self.vouches:
            lines.insert(1, f"Authentication-Results: {AUTHSERV}; dmarc={self.vouches} header.from={domain}")
        return "\r\n".join([*lines, ""]).encode()


@asynccontextmanager
async def post_office(
    *addresses: str, tls: ssl.SSLContext | None = None, tokens: TokenServer | None = None
) -> AsyncIterator[PostOffice]:
    """Serve these mailboxes until the block ends. tls: implicit for IMAP, STARTTLS with a sign-in for SMTP.

    tokens: who gives the tokens by which alone one signs in, for IMAP and for SMTP.
    """
    arguments = Namespace(passlib_cfg=None, proxy_protocol=None, cert=None, key=None, tls=False, debug=False)
    config = (TokensAlone if tokens else Config)(
        arguments,
        host="127.0.0.1",
        port=0,
        demo_data=False,
        demo_user="",
        demo_password="",
        tls_enabled=False,
        secure_auth=False,
        invalid_user_sleep=0.0,
    )
    config.apply_context()
    if isinstance(config, TokensAlone) and tokens is not None:
        config.knows = tokens.knows
    office = PostOffice(Login(config), config, tokens=tokens)
    for address in addresses:
        await office.open_mailbox(address)
    imap = await _serve_imap(office, tls)
    smtp = await _serve_smtp(office, tls)
    try:
        yield office
    finally:
        office.hang_up()
        for server in (imap, smtp):
            server.close()


async def _serve_imap(office: PostOffice, tls: ssl.SSLContext | None) -> asyncio.Server:
    serve = IMAPServer(office.login, office.config)

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        office.connections.append(writer)
        try:
            await serve(reader, writer, SocketInfoLocal(writer))
        except (ConnectionError, EOFError):
            return

    server = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=tls)
    office.imap_port = server.sockets[0].getsockname()[1]
    return server


async def _serve_smtp(office: PostOffice, tls: ssl.SSLContext | None) -> asyncio.Server:
    def authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, login: Any) -> AuthResult:
        return AuthResult(
            success=login.login.decode() in office.login.users_dict and login.password == PASSWORD.encode()
        )

    def protocol() -> SMTP:
        return SMTP(
            office,
            hostname="post.example.net",
            ident="post",
            tls_context=tls,
            require_starttls=tls is not None,
            authenticator=authenticate,
            auth_required=tls is not None,
            auth_require_tls=office.tokens is None,
            auth_exclude_mechanism=["LOGIN", "PLAIN"] if office.tokens else ["XOAUTH2"],
            enable_SMTPUTF8=True,
        )

    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0)
    office.smtp_port = server.sockets[0].getsockname()[1]
    return server


def _bytes_of(message: Message) -> bytes:
    assert message._content is not None, "a mailbox in memory holds its mails whole"
    return bytes(message._content)


async def write(office: PostOffice, raw: bytes, *, sender: str, to: str) -> None:
    """Send a mail as a mail program does."""
    await aiosmtplib.send(
        raw, sender=sender, recipients=[to], hostname="127.0.0.1", port=office.smtp_port, start_tls=False, use_tls=False
    )


def letter(text: str, *, sender: str, to: str, subject: str, **headers: str) -> EmailMessage:
    """A plain mail of a customer."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail

"""The carrier of e-mail: one SMTP server (aiosmtplib), one connection a mail, every answer told apart."""

import logging
import ssl
from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar, Literal

import aiosmtplib
from pydantic import SecretStr

from hibachi.channels.carriers import Accepted, CarrierBusy, CarrierRefused, CarrierUncertain, Outgoing
from hibachi.channels.mail import composing
from hibachi.channels.mail.errors import MailboxLost, MailboxRefused
from hibachi.channels.mail.gateway import Connection, Mailbox
from hibachi.channels.mail.oauth import Tokens
from hibachi.customers.schemas import ChannelName
from hibachi.kit.clock import Clock, SystemClock

log = logging.getLogger(__name__)
SECONDS = 10.0
"""For each step of a session; the sender of the outbox waits longer than the usual steps together."""
LARGEST_PERMANENT = 600
NOT_NOW = (aiosmtplib.SMTPException, OSError, ValueError, MailboxLost, MailboxRefused)
"""Before the envelope: nothing was accepted. A sign-in that is refused is ours to mend, and no fault of the recipient."""
Security = Literal["tls", "starttls", "none"]


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mails go out, as whom, and what they say of their sender. security "none" is for this machine alone."""

    host: str
    port: int
    address: str
    name: str
    id_domain: str
    user: str | None = None
    password: SecretStr | None = None
    security: Security = "starttls"
    tokens: Tokens | None = None


class SmtpCarrier:
    """Sends mails. sent: the folder in which the provider keeps what it sent; without it nothing can be looked up."""

    name: str = "smtp"
    channels: frozenset[ChannelName] = frozenset({"email"})
    safe_to_repeat: bool = False
    clock: ClassVar[Clock] = SystemClock()

    def __init__(self, server: SmtpServer, *, sent: Mailbox | None = None, tls: ssl.SSLContext | None = None) -> None:
        self._server = server
        self._sent = sent
        self._tls = tls

    async def send(self, outgoing: Outgoing) -> Accepted:
        """Hand one mail over. 4xx and no connection: CarrierBusy; 5xx: CarrierRefused; cut after DATA: CarrierUncertain."""
        server = self._server
        mail = composing.composed(
            outgoing, sender=server.address, sender_name=server.name, id_domain=server.id_domain, now=self.clock.now()
        )
        client = self._client()
        try:
            await self._to_the_envelope(client, composing.ascii_address(outgoing.to))
            await self._content(client, mail.as_bytes())
        finally:
            client.close()
        return self._accepted(outgoing)

    async def find(self, outgoing: Outgoing, *, others: Collection[str] = ()) -> Accepted | None:
        """Whether the provider's folder of sent mails holds it. Raises CarrierUncertain where that cannot be asked."""
        if self._sent is None:
            raise CarrierUncertain("no folder of sent mails is configured (MAIL_SENT_FOLDER)")
        connection = Connection(self._sent, tls=self._tls)
        try:
            await connection.open()
            held = await connection.holds(composing.message_id(outgoing, self._server.id_domain))
        except (MailboxLost, MailboxRefused) as problem:
            raise CarrierUncertain(str(problem)) from problem
        finally:
            await connection.close()
        return self._accepted(outgoing) if held else None

    async def check(self) -> str:
        """Whether the server lets us in. Raises CarrierBusy, with its words."""
        client = self._client()
        try:
            await client.connect()
            await client.quit()
        except NOT_NOW as problem:
            raise CarrierBusy(f"{type(problem).__name__} {composing.one_line(str(problem))[:300]}") from problem
        finally:
            client.close()
        signed = f"signed in as {self._server.user}" if self._server.user else "not asked to sign in"
        return f"{self._server.host}: {signed}"

    async def _to_the_envelope(self, client: aiosmtplib.SMTP, recipient: str) -> None:
        """Up to the sender and the recipient: whatever fails so far, nothing was accepted."""
        try:
            await client.connect()
            await client.mail(composing.ascii_address(self._server.address))
            await client.rcpt(recipient)
        except (aiosmtplib.SMTPSenderRefused, aiosmtplib.SMTPRecipientRefused) as answer:
            raise _judged(answer) from answer
        except NOT_NOW as problem:
            if self._server.tokens is not None and isinstance(problem, aiosmtplib.SMTPAuthenticationError):
                self._server.tokens.forget()
            log.warning("smtp %s: %s", self._server.host, problem)
            raise CarrierBusy(f"{type(problem).__name__} {composing.one_line(str(problem))[:200]}") from problem

    async def _content(self, client: aiosmtplib.SMTP, content: bytes) -> None:
        try:
            await client.data(content)
        except aiosmtplib.SMTPResponseException as answer:
            raise _judged(answer) from answer
        except (aiosmtplib.SMTPException, OSError) as problem:
            raise CarrierUncertain(type(problem).__name__) from problem

    def _client(self) -> aiosmtplib.SMTP:
        server = self._server
        return aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user,
            password=server.password.get_secret_value() if server.password else None,
            local_hostname=server.id_domain,
            timeout=SECONDS,
            use_tls=server.security == "tls",
            start_tls=server.security == "starttls",
            oauth_token_generator=server.tokens.token if server.tokens else None,
            tls_context=self._tls,
        )

    def _accepted(self, outgoing: Outgoing) -> Accepted:
        return Accepted(self.name, composing.message_id(outgoing, self._server.id_domain))


def _judged(answer: aiosmtplib.SMTPResponseException) -> CarrierBusy | CarrierRefused:
    said = composing.one_line(answer.message)[:200]
    if 500 <= answer.code < LARGEST_PERMANENT:
        return CarrierRefused(str(answer.code), said)
    return CarrierBusy(f"{answer.code} {said}")

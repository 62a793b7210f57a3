"""What is connected, and whether each provider lets us in: looked at from outside, and nothing is sent or stored."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Literal

from hibachi.channels.carriers import CarrierBusy, CarrierRefused, CarrierUncertain
from hibachi.channels.limits.service import open_limits
from hibachi.channels.mail.errors import MailboxLost, MailboxRefused
from hibachi.channels.mail.gateway import Connection, Mailbox
from hibachi.channels.mail.settings import mailboxes_of, payment_mailboxes_of
from hibachi.channels.registry import Checkable
from hibachi.channels.service import open_carriers
from hibachi.settings import CONNECTIONS, Settings

LONGEST_LOOK = 60.0
State = Literal["ok", "off", "note", "WRONG"]
TROUBLE = (CarrierBusy, CarrierRefused, CarrierUncertain, MailboxLost, MailboxRefused, TimeoutError)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the answer. off: not connected, which is a choice; note: works, and lacks something; WRONG: does not."""

    what: str
    state: State
    says: str


async def look(settings: Settings) -> list[Finding]:
    """Sign in everywhere that the settings name, all at once."""
    carriers = open_carriers(settings)
    try:
        looks = [_found(carrier.name, _check(carrier)) for carrier in carriers.checkable]
        mailboxes = [*mailboxes_of(settings), *payment_mailboxes_of(settings)]
        looks += [_found(f"mailbox {one.name}", _open(one)) for one in mailboxes]
        looks += [_redis(settings)] if settings.redis_url else []
        seen = list(await asyncio.gather(*looks))
    finally:
        await carriers.close()
    return [*seen, *_off(settings), *_notes(settings)]


async def _found(what: str, asked: Awaitable[str]) -> Finding:
    try:
        async with asyncio.timeout(LONGEST_LOOK):
            return Finding(what, "ok", await asked)
    except TROUBLE as problem:
        return Finding(what, "WRONG", str(problem) or type(problem).__name__)


async def _check(carrier: Checkable) -> str:
    try:
        return await carrier.check()
    except CarrierRefused as refusal:
        raise CarrierRefused(refusal.code, f"{refusal.code}: {refusal}") from refusal


async def _open(mailbox: Mailbox) -> str:
    connection = Connection(mailbox)
    try:
        await connection.open()
        return f"signed in, {'told of new mails at once' if connection.pushes else 'asked for new mails by and by'}"
    finally:
        await connection.close()


async def _redis(settings: Settings) -> Finding:
    limits = open_limits(settings)
    try:
        up = (await limits.health())["up"]
    finally:
        await limits.close()
    return Finding("redis", "ok", "it answers") if up else Finding("redis", "WRONG", "REDIS_URL does not answer")


def _off(settings: Settings) -> list[Finding]:
    """What is not connected, and what it would take. (Half a connection is refused by the settings themselves.)"""
    needed = {**CONNECTIONS, "E-mail, in": ("imap_host",), "E-mail, out": ("smtp_host", "mail_address")}
    alone = {name: fields for name, fields in needed.items() if getattr(settings, fields[0]) is None and name != "Meta"}
    aliases = {name: [str(Settings.model_fields[field].alias) for field in fields] for name, fields in alone.items()}
    return [Finding(name, "off", f"not connected; it takes {', '.join(taken)}") for name, taken in aliases.items()]


def _notes(settings: Settings) -> list[Finding]:
    """What works without, and what it costs."""
    notes = list[Finding]()
    if settings.public_url is None:
        lacking = "no webhooks, no reports of delivery by Twilio, no links in mails and notices"
        notes.append(Finding("PUBLIC_URL", "note", f"not set: {lacking}"))
    if settings.imap_host and not settings.mail_authserv_ids:
        notes.append(Finding("MAIL_AUTHSERV_IDS", "note", "not set: nobody who writes by mail is recognised"))
    if settings.smtp_host and not settings.mail_sent_folder:
        lacking = "a mail whose connection broke at the last moment is a human's matter"
        notes.append(Finding("MAIL_SENT_FOLDER", "note", f"not set: {lacking}"))
    if settings.slack_webhook_url:
        notes.append(Finding("slack", "note", "set; only a notice shows whether it works"))
    return notes

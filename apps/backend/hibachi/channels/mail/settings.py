"""Mail as the installation's settings say it: which mailboxes are read, and through which server mails go out."""

from hibachi.channels.carriers import Carrier
from hibachi.channels.mail.gateway import Mailbox
from hibachi.channels.mail.oauth import Client, Tokens
from hibachi.channels.mail.receiving import Reader
from hibachi.channels.mail.schemas import OurSide
from hibachi.channels.mail.smtp import SmtpCarrier, SmtpServer
from hibachi.channels.mail.watching import Watch
from hibachi.concierge.service import Concierge
from hibachi.kit.db import Database
from hibachi.settings import Settings


def carriers_of(settings: Settings) -> list[Carrier]:
    """The carrier of e-mail; none without a server and an address."""
    if not settings.smtp_host or not settings.mail_address:
        return []
    server = SmtpServer(
        host=settings.smtp_host,
        port=settings.smtp_port,
        address=settings.mail_address,
        name=settings.mail_name or "",
        id_domain=id_domain(settings.mail_address),
        user=settings.smtp_user,
        password=settings.smtp_password,
        security=settings.smtp_security,
        tokens=_tokens(settings) if settings.smtp_user and settings.smtp_password is None else None,
    )
    return [SmtpCarrier(server, sent=_sent_folder(settings))]


def mailboxes_of(settings: Settings) -> list[Mailbox]:
    """The folders that are read; none without a server."""
    if not settings.imap_host:
        return []
    return [_mailbox(settings, folder) for folder in settings.imap_folders]


def payment_mailboxes_of(settings: Settings) -> list[Mailbox]:
    """The folders where payment services write to, if those are a mailbox of their own; none without it."""
    host, user, password = settings.payment_imap_host, settings.payment_imap_user, settings.payment_imap_password
    if not host or not user or password is None:
        return []
    return [
        Mailbox(host, settings.payment_imap_port, user, password, settings.payment_imap_security, folder)
        for folder in settings.payment_imap_folders
    ]


def watches_of(settings: Settings, db: Database) -> list[Watch]:
    """What the worker runs beside its jobs: a watch for each folder."""
    idle, poll = settings.mail_idle_seconds, settings.mail_poll_seconds
    everything = {mailbox.name: mailbox for mailbox in [*payment_mailboxes_of(settings), *mailboxes_of(settings)]}
    return [Watch(db, mailbox, idle_seconds=idle, poll_seconds=poll) for mailbox in everything.values()]


def reader_of(settings: Settings, concierge: Concierge) -> Reader:
    """Who reads what was stored. A folder that is the customers' too is not one for payments alone."""
    customers = {mailbox.name for mailbox in mailboxes_of(settings)}
    alone = frozenset(mailbox.name for mailbox in payment_mailboxes_of(settings)) - customers
    return Reader(concierge, our_side(settings), alone)


def our_side(settings: Settings) -> OurSide:
    """What tells our own mails from others."""
    named = [settings.mail_address, settings.imap_user, *settings.mail_aliases]
    addresses = frozenset(one.lower() for one in named if one and "@" in one)
    servers = frozenset(one.lower() for one in settings.mail_authserv_ids)
    paid_at = frozenset(one.lower() for one in (settings.payment_imap_user, *settings.payment_addresses) if one)
    return OurSide(addresses, id_domain(settings.mail_address or ""), servers, addresses | paid_at)


def id_domain(address: str) -> str:
    """The domain of our Message-IDs: one below that of the address, so that nobody else's mails have it."""
    return f"concierge.{address.rpartition('@')[2].lower() or 'localhost'}"


def _sent_folder(settings: Settings) -> Mailbox | None:
    if not settings.mail_sent_folder or not mailboxes_of(settings):
        return None
    return _mailbox(settings, settings.mail_sent_folder)


def _mailbox(settings: Settings, folder: str) -> Mailbox:
    assert settings.imap_host and settings.imap_user
    return Mailbox(
        host=settings.imap_host,
        port=settings.imap_port,
        user=settings.imap_user,
        password=settings.imap_password,
        security=settings.imap_security,
        folder=folder,
        tokens=_tokens(settings) if settings.imap_password is None else None,
    )


def _tokens(settings: Settings) -> Tokens | None:
    """What signs in where no password is set."""
    if settings.mail_oauth_token_url is None or settings.mail_oauth_client_id is None:
        return None
    client = Client(
        token_url=settings.mail_oauth_token_url,
        client_id=settings.mail_oauth_client_id,
        client_secret=settings.mail_oauth_client_secret,
        refresh_token=settings.mail_oauth_refresh_token,
        scope=settings.mail_oauth_scope,
    )
    return Tokens(client, kept=settings.data_dir / "mail_refresh_token")

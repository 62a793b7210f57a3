"""Mails of payment services: handed down to payments as a notice, proven or not, and never answered."""

import asyncio

from hibachi.channels.mail.models import MailRow
from hibachi.channels.mail.reading import money
from hibachi.channels.mail.schemas import Letter, OurSide, Outcome
from hibachi.kit.db import Tx
from hibachi.payments.notices import service as notices
from hibachi.payments.notices.reading import read
from hibachi.payments.notices.rules import service_of
from hibachi.payments.notices.schemas import Notice, Origin

NOBODY = "nobody"


async def taken(tx: Tx, row: MailRow, letter: Letter, ours: OurSide, *, only: bool) -> Outcome | None:
    """Make a notice of a mail from a payment service's domain; None for any other mail.

    only: the mailbox is there for payments alone, and every mail ends here.
    """
    domain = letter.sender.domain if letter.sender else NOBODY
    service = service_of(domain, await notices.senders(tx))
    if service is None and not only:
        return None
    assert row.raw is not None and row.fingerprint is not None, (
        "a mail that is judged has its bytes and its fingerprint"
    )
    mail, notice = await asyncio.to_thread(_read, row.raw, ours)
    origin = Origin(
        source=row.fingerprint,
        issuer=domain,
        service=service or "unknown",
        proven=mail.proven and service is not None,
        ours=mail.ours,
        arrived_at=row.arrived_at,
    )
    return "no_payment" if await notices.propose(tx, origin=origin, notice=notice) is None else "payment"


def _read(raw: bytes, ours: OurSide) -> tuple[money.MoneyMail, Notice]:
    mail = money.read(raw, ours)
    return mail, read(subject=mail.subject, text=mail.text, html=mail.html)

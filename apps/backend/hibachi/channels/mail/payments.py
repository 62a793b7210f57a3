"""Mails of payment services: handed down to payments, proven or not, and never answered."""

import asyncio

from hibachi.channels.mail.models import MailRow
from hibachi.channels.mail.reading import money
from hibachi.channels.mail.schemas import Letter, OurSide, Outcome
from hibachi.kit.db import Tx
from hibachi.payments import service as payments
from hibachi.payments.schemas import Origin, Words

NOBODY = "nobody"


async def taken(tx: Tx, row: MailRow, letter: Letter, ours: OurSide, *, only: bool) -> Outcome | None:
    """Hand down a mail from a payment service's domain; None for any other mail, and for one that tells of no payment.

    People work at payment services too, and have parties. only: the mailbox is there for payments alone, and every
    mail ends here.
    """
    domain = letter.sender.domain if letter.sender else NOBODY
    service = await payments.payment_service_of(tx, domain=domain)
    if service is None and not only:
        return None
    assert row.raw is not None and row.fingerprint is not None, (
        "a mail that is judged has its bytes and its fingerprint"
    )
    mail = await asyncio.to_thread(money.read, row.raw, ours)
    origin = Origin(
        source=row.fingerprint,
        issuer=domain,
        service=service or "unknown",
        proven=mail.proven and service is not None,
        ours=mail.ours,
        arrived_at=row.arrived_at,
    )
    words = Words(subject=mail.subject, text=mail.text, html=mail.html)
    if await payments.take_mail(tx, origin=origin, words=words):
        return "payment"
    return "no_payment" if only else None

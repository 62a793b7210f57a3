"""The receipt of money that came or went: said once, by e-mail first, from the ledger, within the law."""

import logging
from uuid import UUID

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking
from hibachi.concierge.facts import Fact
from hibachi.concierge.validator import check
from hibachi.conversations.schemas import CheckedText, Unasked, Unsent
from hibachi.journeys import rules
from hibachi.journeys.schemas import AN_HOUR, FOR_LATER, TRIES, Tell
from hibachi.kit.clock import wall
from hibachi.kit.db import Database, Tx
from hibachi.kit.jobs import Jobs
from hibachi.kit.money import text
from hibachi.payments import service as payments
from hibachi.payments.cards.schemas import CHARGEBACK, RETURNED
from hibachi.payments.events import MoneyEvent
from hibachi.payments.schemas import LedgerEntry
from hibachi.policies import service as policies

log = logging.getLogger(__name__)
SEND = "journeys.receipt"
FIRST_CHANNEL = "email"
OLD_NEWS = frozenset({"imported", "recorded"})
"""The methods of money that had come before the party was brought in: nobody waits for its receipt."""


class Receipts:
    """Sends receipts. site: where their files are (None: the words go without a link)."""

    def __init__(self, tell: Tell, *, site: str | None) -> None:
        self._tell, self._site = tell, site

    async def on_money(self, tx: Tx, event: MoneyEvent) -> None:
        """Money came or went (a listener, a job of its own)."""
        await self.send(tx, receivable_id=event.receivable_id, entry_id=event.entry_id)

    async def send(self, tx: Tx, *, receivable_id: UUID, entry_id: UUID, tries: int = TRIES) -> None:
        """Say it now, or later where it is night or a person speaks; the same entry again is the same message."""
        entry = await payments.entry(tx, entry_id=entry_id)
        if entry.method in OLD_NEWS or not _is_ours_to_say(entry):
            return
        booking = await bookings.get(tx, booking_id=receivable_id)
        checked = await self._checked(tx, booking, entry)
        if checked is None:
            return
        unasked = Unasked(
            customer_id=booking.customer_id,
            channel=FIRST_CHANNEL,
            purpose="transactional",
            key=f"receipt:{entry.id}",
            checked=checked,
            event_zone=booking.zone,
        )
        answer = await self._tell(tx, unasked=unasked)
        if isinstance(answer, Unsent) and answer.reason in FOR_LATER and tries > 1:
            wait = answer.until - tx.now if answer.until else AN_HOUR
            of = {"receivable_id": str(receivable_id), "entry_id": str(entry_id), "tries": tries - 1}
            await tx.defer(SEND, **of, schedule_in=wait)

    async def _checked(self, tx: Tx, booking: Booking, entry: LedgerEntry) -> CheckedText | None:
        link = None
        if self._site:
            link = await bookings.document_link(tx, booking_id=booking.id, document_id=entry.id, site=self._site)
        profile = (await policies.current(tx)).profile
        verdict = check(
            rules.receipt(entry.kind, entry.amount, booking.event_date, link),
            facts=[fact_of(booking, entry, link, at=tx.now.isoformat())],
            said=[],
            today=wall(tx.now, booking.zone).date(),
            zone=booking.zone,
            channel=FIRST_CHANNEL,
            profile=profile,
        )
        if verdict.checked is None:
            log.error("a receipt's words were refused: %s", "; ".join(problem.why for problem in verdict.errors))
        return verdict.checked


def _is_ours_to_say(entry: LedgerEntry) -> bool:
    """What a bank took back, and a refund that did not arrive, are told by a person."""
    return not (entry.provider_id.endswith(RETURNED) or (entry.reason or "").startswith(CHARGEBACK))


def fact_of(booking: Booking, entry: LedgerEntry, link: str | None, *, at: str) -> Fact:
    """An entry of the ledger as the validator reads it: what came, or what went back."""
    party = {"status": booking.status, "date": booking.event_date.isoformat()}
    moved = {"refund" if entry.kind == "refund" else "received": text(entry.amount)}
    return Fact("house:receipt", "payment_status", {}, {"booking": party, "link": link, **moved}, at)


def declare(jobs: Jobs, db: Database, receipts: Receipts) -> None:
    """Register the job that says later what could not be said at once."""

    async def send(receivable_id: str, entry_id: str, tries: int) -> None:
        async with db.transaction() as tx:
            await receipts.send(tx, receivable_id=UUID(receivable_id), entry_id=UUID(entry_id), tries=tries)

    jobs.add(SEND, send)

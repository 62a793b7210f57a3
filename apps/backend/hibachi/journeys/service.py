"""Unasked words about money: decided from the party as it is at the moment of sending, said once, within the law."""

import logging
from urllib.parse import urlencode

from hibachi.bookings import service as bookings
from hibachi.bookings.events import DepositPaid
from hibachi.bookings.schemas import Booking
from hibachi.concierge.facts import Fact
from hibachi.concierge.validator import check
from hibachi.conversations.schemas import CheckedText, Unasked
from hibachi.journeys import rules
from hibachi.journeys.rules import Words
from hibachi.journeys.schemas import Tell
from hibachi.kit.clock import wall
from hibachi.kit.db import Database, Tx
from hibachi.kit.money import text
from hibachi.policies import service as policies

log = logging.getLogger(__name__)
FIRST_CHANNEL = "sms"


class Journeys:
    """Says what is due. site: where the party's page is (None: no link is said); cards: whether they are taken."""

    def __init__(self, db: Database, tell: Tell, *, site: str | None, cards: bool) -> None:
        self._db, self._tell, self._site, self._cards = db, tell, site, cards

    async def remind_of_deposits(self) -> None:
        """Every few minutes: one reminder a party, each in a transaction of its own (a job)."""
        async with self._db.transaction() as tx:
            waiting = [booking.id for booking, _ in await bookings.awaiting_deposit(tx)]
        for booking_id in waiting:
            async with self._db.transaction() as tx:
                found = await bookings.awaiting_deposit(tx, booking_id=booking_id)
                for booking, token in found:
                    await self._remind(tx, booking, token)

    async def on_deposit(self, tx: Tx, event: DepositPaid) -> None:
        """A deposit whose time is taken: the customer hears of it, and that a person will see to it."""
        if event.placed:
            return
        booking = await bookings.get(tx, booking_id=event.booking_id)
        taken = {"date": booking.event_date.isoformat(), "time": f"{booking.event_time:%H:%M}", "available": False}
        facts = [
            Fact("house:party", "read_booking", {}, {"booking": _read(booking)}, tx.now.isoformat()),
            Fact("house:taken", "check_availability", {}, {**taken, "reason": {"code": "full"}}, tx.now.isoformat()),
            Fact("house:hand_over", "hand_over_to_human", {}, {"handed_over": True}, tx.now.isoformat()),
        ]
        await self._say(tx, booking, "late_deposit", rules.came_late(self._words(tx, booking, None)), facts)

    async def _remind(self, tx: Tx, booking: Booking, token: str) -> None:
        profile = (await policies.current(tx)).profile
        assert booking.hold_expires_at is not None, "it waits for its deposit"
        is_due = rules.is_due(
            now=tx.now,
            hold_ends=booking.hold_expires_at,
            hold_minutes=profile.booking.hold_minutes,
            after_minutes=profile.follow_ups.deposit_reminder.after_minutes,
        )
        if not is_due:
            return
        words = self._words(tx, booking, token)
        read = {"booking": _read(booking), "link": words.link}
        fact = Fact("house:party", "read_booking", {}, read, tx.now.isoformat())
        await self._say(tx, booking, "deposit_reminder", rules.reminder(words), [fact])

    def _words(self, tx: Tx, booking: Booking, token: str | None) -> Words:
        query = urlencode({"id": str(booking.id), "token": token or ""})
        until = booking.hold_expires_at
        return Words(
            day=booking.event_date,
            at=booking.event_time,
            deposit=booking.deposit,
            is_begun=booking.deposit_paid > 0,
            now=wall(tx.now, booking.zone),
            until=wall(until, booking.zone) if until else None,
            link=f"{self._site}/party/?{query}" if self._site and token else None,
            cards=self._cards,
        )

    async def _say(self, tx: Tx, booking: Booking, kind: str, words: str, facts: list[Fact]) -> None:
        checked = await self._checked(tx, booking, words, facts)
        if checked is None:
            return
        unasked = Unasked(
            customer_id=booking.customer_id,
            channel=FIRST_CHANNEL,
            purpose="transactional",
            key=f"{kind}:{booking.id}",
            checked=checked,
            event_zone=booking.zone,
        )
        await self._tell(tx, unasked=unasked)

    async def _checked(self, tx: Tx, booking: Booking, words: str, facts: list[Fact]) -> CheckedText | None:
        verdict = check(
            words,
            facts=facts,
            said=[],
            today=wall(tx.now, booking.zone).date(),
            zone=booking.zone,
            channel=FIRST_CHANNEL,
            profile=(await policies.current(tx)).profile,
        )
        if verdict.checked is None:
            log.error("unasked words were refused: %s", "; ".join(problem.why for problem in verdict.errors))
        return verdict.checked


def _read(booking: Booking) -> dict[str, object]:
    """A party as the validator reads one: what its words may say."""
    said: dict[str, object] = {
        "status": booking.status,
        "date": booking.event_date.isoformat(),
        "time": f"{booking.event_time:%H:%M}",
        "deposit": text(booking.deposit),
    }
    if booking.hold_expires_at is not None:
        said["hold_expires_at"] = booking.hold_expires_at.isoformat()
    return said

"""What is said unasked: decided from the party or the wish as it is at the moment of sending, said once, within the law.

Nothing is scheduled anywhere: every few minutes a run looks what is due by now, and decides each in a transaction of
its own, so that one that raises stops no other. What is late is caught up, or expires, as its kind says.
"""

import logging
from collections.abc import Awaitable, Callable
from uuid import UUID

from hibachi.bookings import service as bookings
from hibachi.bookings.events import DepositPaid
from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.journeys import repository, rules, wording
from hibachi.journeys.merging import on_customers_merged, on_customers_parted
from hibachi.journeys.models import JourneyRow
from hibachi.journeys.overview import page, plan, words
from hibachi.journeys.rules import Occasion
from hibachi.journeys.saying import HandOver, Outlet, Pages, Said, Stopped, fact
from hibachi.journeys.schemas import Tell
from hibachi.journeys.settling import settle
from hibachi.journeys.sources import parties
from hibachi.journeys.sources.registry import again, content, hold_still, open_until
from hibachi.kit import lazy_re as re
from hibachi.kit.db import Database, Tx
from hibachi.policies import service as policies
from hibachi.settings import Settings

__all__ = ["Journeys", "on_customers_merged", "on_customers_parted", "page", "plan", "words"]
log = logging.getLogger(__name__)
MOST_FAILURES = 3
"""After so many runs in which deciding a message failed, it is a human's matter alone."""
FAILED = "unasked_failed"


class Journeys:
    """Says what is due. tell: the way out; settings: whose `public_url` the links lead to; cards: whether they are taken."""

    def __init__(self, db: Database, tell: Tell, settings: Settings, *, cards: bool) -> None:
        self._db, self._outlet, self.pages = db, Outlet(tell), Pages(settings.public_url, cards, settings)

    async def run(self) -> None:
        """Every few minutes: settle what left, end what is not to be said any more, say what is due (a job)."""
        async with self._db.transaction() as tx:
            queued = await repository.queued(tx)
        for journey_id, message_id in queued:
            await self._alone(f"message {message_id}", settle, journey_id, message_id)
        async with self._db.transaction() as tx:
            occasions = await open_until(tx, until=tx.now)
            await _end(tx, occasions)
            profile = (await policies.current(tx)).profile
        for occasion in occasions:
            if rules.is_on(occasion.kind, profile):
                await self._try(occasion)

    async def on_deposit(self, tx: Tx, event: DepositPaid) -> None:
        """A deposit whose time is taken: the customer hears of it, and that a person will see to it."""
        if event.placed:
            return
        booking = await bookings.get(tx, booking_id=event.booking_id)
        taken = {"date": booking.event_date.isoformat(), "time": f"{booking.event_time:%H:%M}", "available": False}
        party = await parties.party_of(tx, booking, None, self.pages)
        facts = (
            fact(tx, "party", "read_booking", {"booking": parties.as_read(booking)}),
            fact(tx, "taken", "check_availability", {**taken, "reason": {"code": "full"}}),
            fact(tx, "hand_over", "hand_over_to_human", {"handed_over": True}),
        )
        news = Said(wording.came_late(party), facts)
        await self._outlet.tell(tx, rules.at_once(booking, tx.now), news, key=f"late_deposit:{booking.id}")

    async def is_true(self, tx: Tx, message_id: UUID) -> bool:
        """Whether a message of ours would be said in the same words now: asked in the claim that lets it leave.

        It takes no locks, since the claim holds its thread. What cannot be decided is not said, and decided anew.
        """
        try:
            async with tx.session.begin_nested():
                return await _is_true(tx, message_id, self.pages)
        except Exception:  # whatever one party's data do to us, the thread's other messages must leave
            log.exception("message %s could not be looked at again", message_id)
            return False

    async def _try(self, occasion: Occasion) -> None:
        """Decide one occasion; a failure is counted, told to staff, and stops no other."""
        what = f"{occasion.kind} of {occasion.subject}"
        if not await self._alone(what, self._decide, occasion):
            await self._alone(f"the failure of {what}", _note_failure, occasion)

    async def _alone(self, what: str, verb: Callable[..., Awaitable[None]], *about: object) -> bool:
        """Do one thing in a transaction of its own; whether it was done."""
        try:
            async with self._db.transaction() as tx:
                await verb(tx, *about)
        except Exception:  # whatever one party's data do to us, the others' messages are still due
            log.exception("%s could not be decided", what)
            return False
        return True

    async def _decide(self, tx: Tx, planned: Occasion) -> None:
        """From what is true now: say it, hold it back, or end it. The person first, then what is theirs, then the row."""
        await hold_still(tx, planned)
        occasion = await again(tx, planned)
        if occasion is None or occasion.due > tx.now:
            return
        row = await repository.claim(tx, occasion)
        if not repository.is_open(row):
            return
        await repository.refresh(tx, row, occasion)
        if occasion.until <= tx.now:
            await repository.save(
                tx, row, state="expired", reason="late" if row.reason == repository.NEW else row.reason
            )
        elif why := await _why_held(tx, occasion):
            await repository.save(tx, row, reason=why)
        else:
            await self._say(tx, occasion, row)

    async def _say(self, tx: Tx, occasion: Occasion, row: JourneyRow) -> None:
        said = await content(tx, occasion, self.pages)
        if isinstance(said, Stopped):
            await repository.save(tx, row, state="stopped", reason=said.reason)
        elif isinstance(said, HandOver):
            await conversations.alert(tx, customer_id=occasion.customer_id, reason=said.reason, summary=said.summary)
            await repository.save(tx, row, state="handed_over", reason=said.reason)
        else:
            await self._outlet.send(tx, occasion, row, said)


async def _is_true(tx: Tx, message_id: UUID, pages: Pages) -> bool:
    row = await repository.of_message(tx, message_id)
    if row is None:
        return True
    occasion = await again(tx, repository.occasion_of(row))
    if occasion is None or not occasion.due <= tx.now < occasion.until:
        return False
    if not rules.is_on(occasion.kind, (await policies.current(tx)).profile):
        return False
    said = await content(tx, occasion, pages)
    queued = (await conversations.texts(tx, message_ids=[message_id]))[message_id]
    return isinstance(said, Said) and _read(said.words) == _read(queued)


def _read(words: str) -> str:
    """Words as one reads them: the same link is signed anew each time."""
    return re.sub(r"token=\S+", "", words)


async def _end(tx: Tx, occasions: list[Occasion]) -> None:
    """What is held back and over, or of a party that moved, was paid or cancelled meanwhile."""
    live = {occasion.key for occasion in occasions}
    for row in await repository.waiting(tx):
        if row.until_at <= tx.now and not rules.is_on(row.kind, (await policies.current(tx)).profile):
            await repository.save(tx, row, state="expired")
        elif repository.key_of(row) not in live:
            await repository.save(tx, row, state="stopped", reason=repository.NO_LONGER)


async def _note_failure(tx: Tx, occasion: Occasion) -> None:
    await customers.hold_still(tx, customer_id=occasion.customer_id)
    row = await repository.claim(tx, occasion)
    if not repository.is_open(row):
        return
    failures = row.failures + 1
    state = "failed" if failures >= MOST_FAILURES else "waiting"
    await repository.save(tx, row, failures=failures, state=state, reason="error")
    if failures > 1:
        return
    what = f"A message that was due ({occasion.kind.replace('_', ' ')}, {occasion.day}) could not be made."
    await conversations.alert(
        tx, customer_id=occasion.customer_id, reason=FAILED, summary=f"{what} Write to them yourself."
    )


async def _why_held(tx: Tx, occasion: Occasion) -> str | None:
    """What keeps a message back for now, beside the law of the outbox: a person who speaks, another one of today."""
    threads = await conversations.threads(tx, customer_id=occasion.customer_id)
    if any(thread.status == "escalated" for thread in threads):
        return "human_speaks"
    if occasion.kind in rules.SELLING and await _sold_lately(tx, occasion.customer_id):
        return "one_a_day"
    return None


async def _sold_lately(tx: Tx, customer_id: UUID) -> bool:
    since = tx.now - rules.ONE_A_DAY
    return bool(await repository.said_since(tx, [customer_id], list(rules.SELLING), since=since))

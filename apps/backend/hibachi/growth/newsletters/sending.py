"""Letters leave in rounds of the worker: each reader's in a transaction of its own, checked anew, within the law."""

import logging
from datetime import timedelta
from uuid import UUID

from hibachi.conversations import service as conversations
from hibachi.conversations.errors import NotConnected
from hibachi.conversations.events import MessageNotDelivered
from hibachi.conversations.schemas import CheckedText, Sent, Unasked, Unsent
from hibachi.growth.newsletters import links, praise, repository, rules
from hibachi.growth.newsletters.holding import hold
from hibachi.growth.newsletters.models import NewsletterRow, SubscriberRow
from hibachi.growth.newsletters.schemas import Check
from hibachi.kit.db import Database, Tx
from hibachi.policies import service as policies
from hibachi.settings import Settings

log = logging.getLogger(__name__)
AGAIN = timedelta(hours=6)
"""When a reader is tried again with whom a person speaks now."""
UNFOUNDED = "The facts changed since it was approved: "


class Letters:
    """Sends what was approved. check: the one gate of words, which the composition brings."""

    def __init__(self, db: Database, settings: Settings, check: Check) -> None:
        self._db, self._settings, self._check = db, settings, check

    async def send(self) -> None:
        """Every minute: the next readers of each letter that is on its way (a job)."""
        async with self._db.transaction() as tx:
            size = (await policies.current(tx)).profile.growth.letters.batch
            rounds = [(one, await repository.due(tx, one, size)) for one in await repository.sending(tx)]
        for newsletter_id, readers in rounds:
            if not await self._round(newsletter_id, list(readers)):
                return

    async def _round(self, newsletter_id: UUID, readers: list[UUID]) -> bool:
        """Send to these readers; False where no mail leaves at all now."""
        for reader in readers:
            try:
                async with self._db.transaction() as tx:
                    await self._one(tx, newsletter_id, reader)
            except NotConnected:
                log.warning("letters wait: no mail leaves from here")
                return False
        async with self._db.transaction() as tx:
            await _finish(tx, newsletter_id)
        return True

    async def _one(self, tx: Tx, newsletter_id: UUID, subscriber_id: UUID) -> None:
        reader = await hold(tx, subscriber_id)
        letter = await repository.get(tx, newsletter_id)
        if letter is None or letter.state != "sending" or reader is None:
            return
        if not await repository.claim(tx, newsletter_id, subscriber_id):
            return
        if reader.state != "confirmed":
            await repository.settle(tx, newsletter_id, subscriber_id, state="skipped", reason=reader.state)
            return
        checked = await self._checked(tx, letter, reader)
        if isinstance(checked, list):
            await repository.change(tx, letter.id, state="stopped", stopped_reason=UNFOUNDED + "; ".join(checked)[:500])
            return
        await self._queue(tx, letter, reader, checked)

    async def _queue(self, tx: Tx, letter: NewsletterRow, reader: SubscriberRow, checked: CheckedText) -> None:
        unasked = Unasked(
            customer_id=reader.customer_id,
            channel="email",
            purpose="marketing",
            key=f"newsletter:{letter.id}:{reader.id}",
            checked=checked,
            subject=letter.subject,
            zip=reader.zip,
        )
        answer = await conversations.queue_unasked(tx, unasked=unasked)
        await repository.settle(tx, letter.id, reader.id, **_outcome(tx, answer))

    async def _checked(self, tx: Tx, letter: NewsletterRow, reader: SubscriberRow) -> CheckedText | list[str]:
        subject = await self._check(tx, text=letter.subject, links=[], news=letter.news)
        if isinstance(subject, list):
            return subject
        if withdrawn := await praise.problems(tx, letter):
            return withdrawn
        business = (await policies.current(tx)).profile
        leave = links.leave(self._settings, reader.id, letter.id) or business.business.website
        town = f"{business.travel.base.city}, {business.travel.base.state}"
        text = letter.body + rules.footer(business=business.business.name, town=town, leave=leave)
        site = site_link(self._settings, business.business.website)
        counted = links.go(self._settings, letter.id) if business.growth.letters.count_clicks else None
        text = text.replace(site, counted) if counted else text
        return await self._check(tx, text=text, links=[leave, counted or site], news=letter.news)


def site_link(settings: Settings, website: str) -> str:
    """Where a letter leads: the page of prices."""
    return f"{(settings.public_url or website).rstrip('/')}/quote/"


async def on_not_delivered(tx: Tx, event: MessageNotDelivered) -> None:
    """Listener, as a job: a letter that came back; an address that is gone for good gets no further one."""
    reader = await repository.reader_of(tx, event.message_id)
    row = await hold(tx, reader) if reader else None
    await repository.bounced(tx, event.message_id)
    if row is not None and row.state == "confirmed" and rules.is_hard(event.code):
        await repository.change_subscriber(tx, row.id, state="bounced", ended_at=tx.now)


def _outcome(tx: Tx, answer: Sent | Unsent) -> dict[str, object]:
    match answer:
        case Sent(message=message):
            return {"state": "sent", "message_id": message.id}
        case Unsent(reason="quiet_hours", until=until):
            return {"not_before": until}
        case Unsent(reason="human_speaks"):
            return {"not_before": tx.now + AGAIN}
        case Unsent(reason=reason):
            return {"state": "skipped", "reason": reason}


async def _finish(tx: Tx, newsletter_id: UUID) -> None:
    """A letter is sent when none of its readers waits any more."""
    letter = await repository.get(tx, newsletter_id)
    waiting = any(state == "waiting" for state, *_ in await repository.states(tx, newsletter_id))
    if letter is not None and letter.state == "sending" and not waiting:
        await repository.change(tx, newsletter_id, state="sent", finished_at=tx.now)

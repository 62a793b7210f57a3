"""Text messages that no webhook brought, because this installation was away, or the webhook was lost.

Providers give up handing a message over after a few tries (Twilio after one); what they hold is listed by a job. Each
listed message is an event under the id that its webhook has or had: whichever comes second is nothing.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

from hibachi.channels.carriers import CarrierBusy, CarrierRefused, CarrierUncertain
from hibachi.channels.sms import repository
from hibachi.channels.webhooks.schemas import NewEvent
from hibachi.channels.webhooks.service import Inbox
from hibachi.kit.db import Database

log = logging.getLogger(__name__)
OVERLAP = timedelta(minutes=15)
"""Looked at again: clocks differ, and a provider may list a message late."""

FARTHEST = timedelta(days=14)
"""How far back one looks after a long absence: less than raw events are remembered, so that nothing is new twice."""

Source = Callable[[datetime], Awaitable[Sequence[NewEvent]]]
"""What a provider holds since an instant, as events, the oldest first."""


class Missed:
    """Looks at what each provider holds, from where the last look ended."""

    def __init__(self, db: Database, inbox: Inbox, sources: Mapping[str, Source]) -> None:
        self._db = db
        self._inbox = inbox
        self._sources = sources

    async def look(self) -> None:
        """Take in what was missed (a job). A provider that does not answer is asked again at the next round."""
        for provider, source in self._sources.items():
            try:
                await self._look_at(provider, source)
            except (CarrierBusy, CarrierRefused, CarrierUncertain) as problem:
                log.warning("%s could not be asked for missed messages: %s", provider, problem)

    async def _look_at(self, provider: str, source: Source) -> None:
        async with self._db.transaction() as tx:
            began, known = tx.now, await repository.looked_until(tx, provider)
        if known is not None:
            for event in await source(max(known - OVERLAP, began - FARTHEST)):
                await self._inbox.take([event])
        async with self._db.transaction() as tx:
            await repository.note_look(tx, provider, began)

"""Use cases of the doors: keep a verified event once, act on it, and try again what could not be acted on."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from hibachi.channels.limits.service import Limit, Limits
from hibachi.channels.webhooks import repository, rules
from hibachi.channels.webhooks.errors import TooManyRefusals, Unverified
from hibachi.channels.webhooks.schemas import Happening, NewEvent, Provider, StoredEvent
from hibachi.kit.auth import Actor
from hibachi.kit.db import Database, Tx
from hibachi.kit.errors import HibachiError

log = logging.getLogger(__name__)
HANDLE = "webhooks.handle"
DONE = "done"
PROVIDER = Actor("system", name="provider")
TRY_AGAIN_AFTER = timedelta(minutes=10)
TRY_AGAIN_UNTIL = timedelta(hours=6)

Reader = Callable[[StoredEvent], Awaitable[Sequence[Happening]]]
"""What an event says happened; it may ask the provider, without a transaction open."""

Act = Callable[[Tx, Happening], Awaitable[None]]
"""Does what follows from a happening, in the transaction that notes the event as handled."""


class Inbox:
    """Every event of every provider, once.

    readers: by provider. asking: the providers whose events are only hints, so that they are read by a job.
    """

    def __init__(
        self,
        db: Database,
        *,
        readers: Mapping[Provider, Reader],
        asking: frozenset[Provider],
        act: Act,
        limits: Limits,
        refusals_per_minute: int,
    ) -> None:
        self._db = db
        self._readers = readers
        self._asking = asking
        self._act = act
        self._limits = limits
        self._refusals = Limit("refusals", refusals_per_minute, 60)

    async def refuse(self, address: str) -> HibachiError:
        """Count a refusal of an address; what it is answered: the same for every reason, until there are too many."""
        async with self._db.transaction(PROVIDER) as tx:
            count = await self._limits.hit(tx, limit=self._refusals, whom=address)
        return TooManyRefusals() if count.exceeded else Unverified()

    async def take(self, events: Sequence[NewEvent]) -> None:
        """Keep verified events and act on each, in a transaction of its own; those kept before change nothing.

        Raises Unverified when one is too old to be anything but a replay; then none is kept.
        """
        now = self._db.clock.now()
        if any(rules.stale(event.at, now) for event in events):
            raise Unverified()
        for event in events:
            await self._take(event)

    async def _take(self, event: NewEvent) -> None:
        try:
            async with self._db.transaction(PROVIDER) as tx:
                stored = await repository.add_once(tx, event)
                if stored is None:
                    return
                if event.provider in self._asking or event.wait is not None:
                    await tx.defer(HANDLE, event_id=str(stored.id), schedule_in=event.wait)
                else:
                    await self._conclude(tx, stored, await self._readers[stored.provider](stored))
        except HibachiError as refusal:
            log.warning("%s event of kind %s refused: %s", event.provider, event.kind, refusal.code)
            await self._keep(event, outcome=refusal.code)
        except Exception:  # a bug in reading one event must lose neither it nor the others that came with it
            log.exception("%s event of kind %s broke; a job tries it again", event.provider, event.kind)
            await self._keep(event, outcome=None)

    async def _keep(self, event: NewEvent, *, outcome: str | None) -> None:
        async with self._db.transaction(PROVIDER) as tx:
            stored = await repository.add_once(tx, event)
            if stored is not None and outcome is not None:
                await repository.handled(tx, stored.id, outcome)
            elif stored is not None:
                await tx.defer(HANDLE, event_id=str(stored.id))

    async def handle(self, event_id: UUID) -> None:
        """Act on an event that was kept (a job); raises what the provider's API raises, and is then tried again."""
        async with self._db.transaction(PROVIDER) as tx:
            event = await repository.read(tx, event_id)
        if event is None:
            return
        outcome = await self._handled(event)
        async with self._db.transaction(PROVIDER) as tx:
            await repository.handled(tx, event_id, outcome)

    async def _handled(self, event: StoredEvent) -> str:
        """Act on each thing that an event says happened, in a transaction of its own: one refusal loses no other."""
        outcome = DONE
        try:
            for happening in await self._readers[event.provider](event):
                outcome = await self._acted(event, happening) or outcome
        except HibachiError as refusal:
            log.warning("%s event of kind %s refused: %s", event.provider, event.kind, refusal.code)
            return refusal.code
        return outcome

    async def _acted(self, event: StoredEvent, happening: Happening) -> str | None:
        try:
            async with self._db.transaction(PROVIDER) as tx:
                await self._act(tx, happening)
        except HibachiError as refusal:
            log.warning("%s event of kind %s refused in part: %s", event.provider, event.kind, refusal.code)
            return refusal.code
        return None

    async def _conclude(self, tx: Tx, event: StoredEvent, happenings: Sequence[Happening]) -> None:
        for happening in happenings:
            await self._act(tx, happening)
        await repository.handled(tx, event.id, DONE)

    async def try_again(self) -> None:
        """Find events that lost their job (a sweep), and forget the raw form of what is long handled."""
        async with self._db.transaction(PROVIDER) as tx:
            since, until = tx.now - TRY_AGAIN_UNTIL, tx.now - TRY_AGAIN_AFTER
            for event_id in await repository.waiting(tx, after=since, before=until):
                await tx.defer(HANDLE, event_id=str(event_id))
            await repository.forget(tx, before=tx.now - rules.REMEMBERED_FOR)

"""The job that tells: begins in one transaction, speaks to the provider without any, settles in another."""

import asyncio
import logging
from datetime import timedelta
from uuid import UUID

from hibachi.channels.carriers import Carrier, CarrierBusy, CarrierRefused, CarrierUncertain, Outgoing
from hibachi.channels.notices import morning, rules, service
from hibachi.channels.notices.gateway import Slack
from hibachi.channels.notices.schemas import Job, NoticeKind
from hibachi.channels.registry import Carriers
from hibachi.kit.db import Database
from hibachi.settings import Settings

log = logging.getLogger(__name__)
SEND_SECONDS = 30.0
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 10.0, 1800.0


class Teller:
    """Tells staff through the carriers of the installation and Slack's webhook."""

    def __init__(self, db: Database, carriers: Carriers, slack: Slack | None, public_url: str | None) -> None:
        self._db, self._carriers, self._slack, self._public_url = db, carriers, slack, public_url

    def can_tell(self, kind: NoticeKind) -> bool:
        """Whether something is connected that carries notices of a kind."""
        return self._slack is not None if kind == "slack" else self._carriers.of(kind) is not None

    async def close(self) -> None:
        """Close the connections to Slack; the carriers are the process's."""
        if self._slack is not None:
            await self._slack.close()

    async def send(self, notice_id: UUID) -> None:
        """Try once; a busy provider is asked again later, a notice of unknown outcome is not sent twice."""
        async with self._db.transaction() as tx:
            job = await service.start(tx, notice_id=notice_id, public_url=self._public_url)
        if job is None:
            return
        if job.is_repeated and not self._is_safe_to_repeat(job):
            await self._settle(job, "uncertain", "The sender was lost, and nobody knows what it did.")
            return
        await self._try(job)

    async def send_waiting(self) -> None:
        """Find the notices whose job was lost (a sweep; nothing depends on it in the usual case)."""
        async with self._db.transaction() as tx:
            late = await service.waiting(tx)
        for notice_id in late:
            await self.send(notice_id)

    async def summarise(self) -> None:
        """Once a day: what waits for staff (a job, every hour)."""
        async with self._db.transaction() as tx:
            await morning.summarise(tx, public_url=self._public_url)

    async def _try(self, job: Job) -> None:
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await self._carry(job)
        except CarrierBusy as busy:
            await self._again(job, str(busy), busy.retry_after)
        except CarrierRefused as refusal:
            await self._settle(job, "failed", f"{refusal.code}: {refusal}")
        except (CarrierUncertain, TimeoutError) as unclear:
            await self._unclear(job, str(unclear) or "The provider did not answer in time.")
        else:
            await self._settle(job, "sent")

    async def _carry(self, job: Job) -> None:
        if job.kind == "slack":
            if self._slack is None:
                raise CarrierRefused("not_connected", "Slack is not connected.")
            await self._slack.send_message(job.address, job.text)
            return
        carrier = self._carrier(job)
        if carrier is None:
            raise CarrierRefused("not_connected", f"Nothing carries {job.kind}.")
        await carrier.send(_outgoing(job))

    async def _unclear(self, job: Job, why: str) -> None:
        if self._is_safe_to_repeat(job):
            await self._again(job, why, None)
            return
        carrier = self._carrier(job)
        try:
            async with asyncio.timeout(SEND_SECONDS):
                arrived = await carrier.find(_outgoing(job)) if carrier else None
        except (CarrierBusy, CarrierRefused, CarrierUncertain, TimeoutError):
            arrived = None
        await self._settle(job, "sent" if arrived else "uncertain", None if arrived else why)

    async def _again(self, job: Job, why: str, retry_after: float | None) -> None:
        if job.attempts >= rules.MOST_ATTEMPTS:
            await self._settle(job, "failed", why)
            return
        wait = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2.0 ** (job.attempts - 1))
        async with self._db.transaction() as tx:
            await service.settle(tx, notice_id=job.id, state="queued", error=why)
            later = timedelta(seconds=max(wait, retry_after or 0.0))
            await tx.defer(service.SEND, notice_id=str(job.id), schedule_in=later)

    async def _settle(self, job: Job, state: str, error: str | None = None) -> None:
        if error is not None:
            log.warning("notice %s to %s: %s", job.id, job.kind, error)
        async with self._db.transaction() as tx:
            await service.settle(tx, notice_id=job.id, state=state, error=error)

    def _carrier(self, job: Job) -> Carrier | None:
        return None if job.kind == "slack" else self._carriers.of(job.kind)

    def _is_safe_to_repeat(self, job: Job) -> bool:
        carrier = self._carrier(job)
        return carrier is not None and carrier.safe_to_repeat


def open_teller(settings: Settings, db: Database, carriers: Carriers) -> Teller:
    """A teller over what the settings connect."""
    url = settings.slack_webhook_url
    slack = Slack(url.get_secret_value()) if url else None
    return Teller(db, carriers, slack, settings.public_url)


def _outgoing(job: Job) -> Outgoing:
    assert job.kind != "slack", "Slack is no carrier of customers' messages"
    subject = job.subject if job.kind == "email" else None
    return Outgoing(id=job.id, channel=job.kind, to=job.address, text=job.text, subject=subject)

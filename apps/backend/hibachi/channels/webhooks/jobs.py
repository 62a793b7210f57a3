"""Background work of the doors: events that wait, and what may be forgotten."""

from uuid import UUID

from hibachi.channels.limits import service as limits
from hibachi.channels.webhooks.service import HANDLE, Inbox
from hibachi.kit.db import Tx
from hibachi.kit.jobs import Jobs, JobTable

table = JobTable()


@table.job("limits.tidy", cron="41 * * * *")
async def tidy(tx: Tx) -> None:
    """Tidiness only: a counter of an older window counts for nothing."""
    await limits.tidy(tx)


def declare(jobs: Jobs, inbox: Inbox) -> None:
    """Register the doors' jobs: each opens the transactions that it needs itself."""

    async def handle(event_id: str) -> None:
        await inbox.handle(UUID(event_id))

    jobs.add(HANDLE, handle)
    jobs.add("webhooks.try_again", inbox.try_again, cron="*/5 * * * *")

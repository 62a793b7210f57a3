"""Background work of Meta: the name of somebody who wrote for the first time."""

from uuid import UUID

from hibachi.channels.meta.service import NOTE_NAME, Names
from hibachi.kit.jobs import Jobs


def declare(jobs: Jobs, names: Names) -> None:
    """Register the job; it opens the transaction that it needs itself."""

    async def note(channel: str, handle: str, customer_id: str) -> None:
        await names.look_up(channel, handle, UUID(customer_id))

    jobs.add(NOTE_NAME, note)

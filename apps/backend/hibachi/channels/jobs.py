"""Background work of the channels: sending what is queued, and finding what lost its job."""

from uuid import UUID

from hibachi.channels.outgoing import SEND
from hibachi.channels.sending import Sender
from hibachi.kit.jobs import Jobs

EVERY_MINUTE = "* * * * *"


def declare(jobs: Jobs, sender: Sender) -> None:
    """Register the jobs: each opens the transactions that it needs itself."""

    async def send(conversation_id: str) -> None:
        await sender.send(UUID(conversation_id))

    jobs.add(SEND, send)
    jobs.add("channels.send_overdue", sender.send_overdue, cron=EVERY_MINUTE)

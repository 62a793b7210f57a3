"""Background work of the notices."""

from uuid import UUID

from hibachi.channels.notices.service import SEND
from hibachi.channels.notices.telling import Teller
from hibachi.kit.jobs import Jobs

EVERY_HOUR = "5 * * * *"
EVERY_TEN_MINUTES = "*/10 * * * *"


def declare(jobs: Jobs, teller: Teller) -> None:
    """Register the jobs: each opens the transactions that it needs itself."""

    async def send(notice_id: str) -> None:
        await teller.send(UUID(notice_id))

    jobs.add(SEND, send)
    jobs.add("notices.send_waiting", teller.send_waiting, cron=EVERY_TEN_MINUTES)
    jobs.add("notices.summarise", teller.summarise, cron=EVERY_HOUR)

"""Background work of mail: reading what was stored, finding what lost its job, forgetting old bytes."""

from uuid import UUID

from hibachi.channels.mail import service
from hibachi.channels.mail.receiving import Reader
from hibachi.kit.db import Database
from hibachi.kit.jobs import Jobs

EVERY_TEN_MINUTES = "*/10 * * * *"
EVERY_NIGHT = "20 9 * * *"


def declare(jobs: Jobs, db: Database, reader: Reader) -> None:
    """Register the jobs, each one transaction."""

    async def read(mail_id: str) -> None:
        async with db.transaction() as tx:
            await reader.read(tx, UUID(mail_id))

    async def read_waiting() -> None:
        async with db.transaction() as tx:
            await service.read_waiting(tx)

    async def forget_raw() -> None:
        async with db.transaction() as tx:
            await service.forget_raw(tx)

    jobs.add(service.READ_MAIL, read)
    jobs.add("mail.read_waiting", read_waiting, cron=EVERY_TEN_MINUTES)
    jobs.add("mail.forget_raw", forget_raw, cron=EVERY_NIGHT)

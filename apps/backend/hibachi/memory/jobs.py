"""Background work of memory: hearing what a message says of its writer, and the weekly check."""

from uuid import UUID

from hibachi.kit.auth import AI
from hibachi.kit.db import Database
from hibachi.kit.jobs import Jobs
from hibachi.memory import service
from hibachi.memory.service.writing import HEAR

SUNDAY_NIGHT = "40 10 * * 0"
"""Early on Sunday in California."""


def declare(jobs: Jobs, db: Database) -> None:
    """Register the jobs."""

    async def hear(message_id: str) -> None:
        async with db.transaction(AI) as tx:
            await service.hear(tx, message_id=UUID(message_id))

    async def check() -> None:
        await service.check_everybody(db)

    jobs.add(HEAR, hear)
    jobs.add("memory.check", check, cron=SUNDAY_NIGHT)

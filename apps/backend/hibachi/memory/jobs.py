"""Background work of memory: hearing what a message says of its writer."""

from uuid import UUID

from hibachi.kit.auth import AI
from hibachi.kit.db import Database
from hibachi.kit.jobs import Jobs
from hibachi.memory import service
from hibachi.memory.service.writing import HEAR


def declare(jobs: Jobs, db: Database) -> None:
    """Register the jobs."""

    async def hear(message_id: str) -> None:
        async with db.transaction(AI) as tx:
            await service.hear(tx, message_id=UUID(message_id))

    jobs.add(HEAR, hear)

"""Background work of memory: hearing what a message says of its writer, making it findable, and the weekly check."""

from uuid import UUID

from hibachi.kit.auth import AI
from hibachi.kit.db import Database
from hibachi.kit.jobs import Jobs
from hibachi.memory import service
from hibachi.memory.recall.service import EMBED, Recall
from hibachi.memory.service.writing import HEAR

SUNDAY_NIGHT = "40 10 * * 0"
"""Early on Sunday in California."""


EVERY_NIGHT = "20 10 * * *"


def declare(jobs: Jobs, db: Database, recall: Recall) -> None:
    """Register the jobs. What embeds opens its transactions itself."""

    async def hear(message_id: str) -> None:
        async with db.transaction(AI) as tx:
            await service.hear(tx, message_id=UUID(message_id))

    async def check() -> None:
        await service.check_everybody(db)

    async def embed(message_id: str | None = None, memory_id: str | None = None) -> None:
        if message_id is not None:
            await recall.embed_message(db, message_id=UUID(message_id))
        if memory_id is not None:
            await recall.embed_memory(db, memory_id=UUID(memory_id))

    async def sweep() -> None:
        await recall.sweep(db)

    jobs.add(HEAR, hear)
    jobs.add(EMBED, embed)
    jobs.add("memory.embed_missing", sweep, cron=EVERY_NIGHT)
    jobs.add("memory.check", check, cron=SUNDAY_NIGHT)

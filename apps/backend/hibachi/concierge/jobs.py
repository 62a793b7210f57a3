"""Background work of the concierge: answering what a dead process left, and finding what lost its job."""

from functools import partial
from uuid import UUID

from hibachi.concierge.orchestrator import ANSWER, Concierge
from hibachi.concierge.wanting import capture_unanswered_quotes
from hibachi.kit.db import Database
from hibachi.kit.jobs import Jobs

EVERY_MINUTE = "* * * * *"
EVERY_HOUR = "17 * * * *"


def declare(jobs: Jobs, concierge: Concierge, db: Database) -> None:
    """Register the concierge's jobs: each opens the transactions that it needs itself."""

    async def answer(conversation_id: str, newest: str | None = None) -> None:
        await concierge.answer_or_later(UUID(conversation_id), UUID(newest) if newest else None)

    jobs.add(ANSWER, answer)
    concierge.feelings.declare(jobs)
    jobs.add("concierge.answer_waiting", concierge.answer_waiting, cron=EVERY_MINUTE)
    jobs.add("concierge.capture_unanswered_quotes", partial(capture_unanswered_quotes, db), cron=EVERY_HOUR)

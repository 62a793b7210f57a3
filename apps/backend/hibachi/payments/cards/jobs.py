"""Background work of card payments; each job opens the transactions that it needs itself."""

from uuid import UUID

from hibachi.kit.jobs import Jobs
from hibachi.payments.cards.service import HANDLE, REVIEW, Cards


def declare(jobs: Jobs, cards: Cards) -> None:
    """Register the jobs: an event to be looked at, pages to be closed, and the hourly sweep."""

    async def handle(event_id: str) -> None:
        await cards.handle(UUID(event_id))

    async def review(receivable_id: str) -> None:
        await cards.review(UUID(receivable_id))

    jobs.add(HANDLE, handle)
    jobs.add(REVIEW, review)
    jobs.add("cards.sweep", cards.sweep, cron="23 * * * *")

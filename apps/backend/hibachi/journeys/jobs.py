"""Background work of what is said unasked."""

from uuid import UUID

from hibachi.journeys.service import LATE_DEPOSIT, Journeys
from hibachi.kit.db import Database
from hibachi.kit.jobs import Jobs


def declare(jobs: Jobs, db: Database, journeys: Journeys) -> None:
    """Register the jobs; the run opens the transactions that it needs itself."""

    async def late_deposit(booking_id: str, tries: int) -> None:
        async with db.transaction() as tx:
            await journeys.tell_of_late_deposit(tx, booking_id=UUID(booking_id), tries=tries)

    jobs.add("journeys.run", journeys.run, cron="*/5 * * * *")
    jobs.add(LATE_DEPOSIT, late_deposit)

"""Background work of what is said unasked."""

from hibachi.journeys.service import Journeys
from hibachi.kit.jobs import Jobs


def declare(jobs: Jobs, journeys: Journeys) -> None:
    """Register the jobs; they open the transactions that they need themselves."""
    jobs.add("journeys.run", journeys.run, cron="*/5 * * * *")

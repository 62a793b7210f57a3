"""Background work of growth: letters leave in rounds."""

from hibachi.growth.service import Letters
from hibachi.kit.jobs import Jobs

EVERY_MINUTE = "* * * * *"


def declare(jobs: Jobs, letters: Letters) -> None:
    """Register the job; it opens the transactions that it needs itself."""
    jobs.add("growth.send_letters", letters.send, cron=EVERY_MINUTE)

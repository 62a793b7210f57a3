"""Background work of text messages: what no webhook brought is asked for."""

from hibachi.channels.sms.missed import Missed
from hibachi.kit.jobs import Jobs

EVERY_FIVE_MINUTES = "*/5 * * * *"


def declare(jobs: Jobs, missed: Missed) -> None:
    """Register the job; it opens the transactions that it needs itself."""
    jobs.add("sms.look_for_missed", missed.look, cron=EVERY_FIVE_MINUTES)

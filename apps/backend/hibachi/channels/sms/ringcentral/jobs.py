"""Background work of RingCentral: its subscription ends by itself unless it is renewed."""

from hibachi.channels.sms.ringcentral.service import Subscriber
from hibachi.kit.jobs import Jobs


def declare(jobs: Jobs, subscriber: Subscriber) -> None:
    """Register the job; it opens the transactions that it needs itself."""
    jobs.add("ringcentral.keep_subscription", subscriber.keep, cron="*/10 * * * *")

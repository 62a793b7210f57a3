"""Background work of RingCentral: its subscription ends by itself unless it is renewed."""

import logging

from hibachi.channels.carriers import CarrierBusy, CarrierRefused, CarrierUncertain
from hibachi.channels.sms.ringcentral.service import Subscriber
from hibachi.kit.jobs import Jobs

log = logging.getLogger(__name__)


def declare(jobs: Jobs, subscriber: Subscriber) -> None:
    """Register the job; it opens the transactions that it needs itself."""

    async def keep() -> None:
        try:
            await subscriber.keep()
        except (CarrierBusy, CarrierRefused, CarrierUncertain) as problem:
            log.warning("ringcentral's subscription waits for the next round: %s", problem)

    jobs.add("ringcentral.keep_subscription", keep, cron="*/10 * * * *")

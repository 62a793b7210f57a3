"""Once a day, when the quiet hours end: what waits for staff and what the nightly proof found. Nothing waits: no word."""

from datetime import datetime, time

from hibachi.bookings.proof.service import findings
from hibachi.channels.notices import repository, rules, service
from hibachi.channels.notices.schemas import Recipient, Waiting
from hibachi.conversations.schemas import Urgency
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.payments import service as payments
from hibachi.policies import service as policies


async def summarise(tx: Tx, *, public_url: str | None) -> None:
    """A notice for everybody who is told, once a day of the business's zone (a job, every hour)."""
    profile = (await policies.current(tx)).profile
    now = wall(tx.now, profile.business.timezone)
    if not _is_day(now, profile.follow_ups.quiet_hours["to"]):
        return
    waiting = await _waiting(tx)
    if not any((waiting.mails, waiting.untold, waiting.findings)):
        return
    urgency: Urgency = "high" if waiting.urgent else "normal"
    told = [
        row.id
        for row in await repository.recipients(tx)
        if rules.is_told(Recipient.model_validate(row).from_urgency, urgency)
    ]
    words = rules.summary(waiting, public_url)
    for notice_id in await repository.add_summaries(tx, f"morning:{now.date()}", words, told):
        await tx.defer(service.SEND, notice_id=str(notice_id))


def _is_day(now: datetime, since: time) -> bool:
    return now.time() >= since


async def _waiting(tx: Tx) -> Waiting:
    found = (await findings(tx)).findings
    mails, untold = await payments.waiting_for_staff(tx)
    return Waiting(mails=mails, untold=untold, findings=len(found), urgent=sum(one.is_urgent for one in found))

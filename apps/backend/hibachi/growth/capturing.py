"""The one way in which a lead is written: a first one is announced, a further wish updates the open one."""

from typing import Any

from hibachi.customers import service as customers
from hibachi.growth import repository, rules
from hibachi.growth.events import LeadCaptured
from hibachi.growth.models import LeadRow
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.policies import service as policies


async def write(tx: Tx, values: dict[str, Any]) -> LeadRow:
    """Write a lead or update the open one, to be followed up by the owner's policy; a first one is announced."""
    book = await policies.current(tx)
    due = rules.next_follow_up(0, tx.now, book.profile.follow_ups)
    if values["customer_id"] is not None:
        values = values | {"customer_id": await customers.hold_still(tx, customer_id=values["customer_id"])}
    row = await repository.capture(tx, values | {"follow_up_at": due})
    today = wall(tx.now, book.profile.business.timezone).date()
    row.score = rules.score(vars(row), book.profile.growth.leads.points, today)
    await tx.session.flush()
    if row.attempts == 1:
        await tx.publish(LeadCaptured(lead_id=row.id, customer_id=row.customer_id, source=row.source))
    return row

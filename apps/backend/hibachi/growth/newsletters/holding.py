"""Locks of letters: the person first, as merging takes them, then what is theirs."""

from uuid import UUID

from hibachi.customers import service as customers
from hibachi.growth.newsletters import repository
from hibachi.growth.newsletters.models import SubscriberRow
from hibachi.kit.db import Tx


async def hold(tx: Tx, subscriber_id: UUID) -> SubscriberRow | None:
    """A subscriber as they are now, and the same until the transaction ends; their person before them."""
    seen = await repository.peek(tx, subscriber_id)
    if seen is None:
        return None
    await customers.hold_still(tx, customer_id=seen.customer_id)
    return await repository.subscriber(tx, subscriber_id)

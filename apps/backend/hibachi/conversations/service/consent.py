"""STOP and START: whom we may not write to, on which channel."""

from uuid import UUID

from hibachi.conversations import repository
from hibachi.conversations.drafts import repository as drafts
from hibachi.conversations.events import CustomerRestarted, CustomerStopped
from hibachi.customers.schemas import ChannelName
from hibachi.kit.db import Tx


async def opt_out(tx: Tx, *, customer_id: UUID, channel: ChannelName, words: str) -> bool:
    """Note that a customer wants no more messages on a channel, with their words; False when it stood already."""
    noted = await repository.add_opt_out(tx, customer_id, channel, words)
    if noted:
        await drafts.withdraw_of(tx, customer_id, channel)
        await tx.publish(CustomerStopped(customer_id=customer_id, channel=channel))
    return noted


async def opt_in(tx: Tx, *, customer_id: UUID, channel: ChannelName, words: str) -> bool:
    """End a customer's opt-out of a channel by their own words; False when there is none."""
    ended = await repository.end_opt_out(tx, customer_id, channel, words)
    if ended:
        await tx.publish(CustomerRestarted(customer_id=customer_id, channel=channel))
    return ended


async def is_opted_out(tx: Tx, *, customer_id: UUID, channel: ChannelName) -> bool:
    """Whether we may not write to a customer on a channel."""
    return await repository.opted_out(tx, customer_id, channel)

"""A verified message comes in: from whom, stored once, with the job that answers it, in the door's transaction."""

from datetime import timedelta

from pydantic import JsonValue

from hibachi.channels.schemas import Arrived
from hibachi.concierge.service import Concierge
from hibachi.conversations.schemas import Inbound, Received
from hibachi.customers import service as customers
from hibachi.kit.db import Tx
from hibachi.policies import service as policies

__all__ = ["Arrived", "arrive"]


async def arrive(tx: Tx, concierge: Concierge, arrived: Arrived, *, hold_for: timedelta = timedelta(0)) -> Received:
    """Store a message of a proven sender, and let it be answered when they have been quiet for the channel's while.

    hold_for: answer it after so long at the earliest (who writes more than a person may is stored, and waits).
    Idempotent by (channel, provider_message_id). Raises what customers.resolve and conversations.receive refuse:
    InvalidPhone, InvalidEmail, InvalidHandle, MessageEmpty, MessageTooLong, MessageUnreadable, MessageIdReused.
    """
    customer = await customers.resolve(tx, contact=arrived.contact, proven=True)
    inbound = Inbound(
        channel=arrived.channel,
        customer_id=customer.id,
        text=arrived.text,
        provider_message_id=arrived.provider_message_id,
        meta={**arrived.metadata, "received_at": arrived.received_at.isoformat()},
        channel_metadata=_way_back(arrived),
    )
    book = await policies.current(tx)
    quiet = timedelta(seconds=book.profile.concierge.debounce_seconds.get(arrived.channel, 0))
    return await concierge.receive(tx, inbound, when_quiet_for=max(quiet, hold_for))


def _way_back(arrived: Arrived) -> dict[str, JsonValue]:
    known = {
        "address": customers.address_on(arrived.channel, arrived.contact),
        "addressed_to": arrived.addressed_to,
        "handle": arrived.contact.handle,
    }
    return {**arrived.metadata, **known, "proven": True}

"""A fixed line that somebody asked for at an address which they have not proven: it asks its owner whether they meant it."""

from uuid import UUID

from hibachi.conversations import repository, rules
from hibachi.conversations.events import MessageWritten
from hibachi.conversations.models import MessageRow
from hibachi.conversations.schemas import Message, Sent, Unsent
from hibachi.customers import service as customers
from hibachi.customers.schemas import ChannelName
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id


async def send_asked_line(
    tx: Tx, *, customer_id: UUID, channel: ChannelName, address: str, key: str, text: str, subject: str
) -> Sent | Unsent:
    """Send a fixed line of the service to the address that was given; the same key again gives the first one back.

    text: data, never a model's words. Unsent, with nothing written, where its owner said STOP to the channel.
    """
    earlier = await repository.earlier(tx, channel, f"asked:{key}")
    if earlier is not None:
        return Sent(message=Message.model_validate(earlier))
    person = await customers.hold_still(tx, customer_id=customer_id)
    if await repository.opted_out(tx, person, channel):
        return Unsent(reason="opted_out")
    metadata = {"address": address, "proven": False}
    thread = await repository.open_thread(tx, channel=channel, customer_id=person, channel_metadata=metadata)
    row = MessageRow(
        id=new_id(),
        conversation_id=thread.id,
        channel=channel,
        role="system",
        content=rules.readable(text),
        provider_message_id=f"asked:{key}",
        meta={"asked": key, "subject": subject},
        created_at=tx.now,
    )
    await repository.add(tx, row)
    await repository.number(tx, thread.id)
    await tx.publish(MessageWritten(conversation_id=thread.id, message_id=row.id, kind="system"))
    return Sent(message=Message.model_validate(row))

"""A matter with a customer that a person has to see to, while whoever speaks in the thread goes on speaking."""

from uuid import UUID

from hibachi.conversations import repository
from hibachi.conversations.escalations import repository as escalations
from hibachi.conversations.escalations.rules import urgency
from hibachi.conversations.events import PersonNeeded
from hibachi.conversations.models import ConversationRow
from hibachi.conversations.schemas import Escalation
from hibachi.kit.db import Tx

WITHOUT_A_THREAD = "web_chat"
"""Where the thread of somebody is opened who never wrote: they booked by the site's form."""


async def alert(tx: Tx, *, customer_id: UUID, reason: str, summary: str) -> None:
    """Put a matter into the customer's newest thread and tell staff of it; the same one again changes nothing."""
    thread = await _thread(tx, customer_id)
    if await escalations.holds(tx, thread.id, reason=reason, summary=summary):
        return
    how_urgent = urgency(reason=reason, emotion="neutral", intensity=0.0, days_to_party=None)
    packet = await escalations.add(tx, thread.id, Escalation(reason=reason, summary=summary, urgency=how_urgent))
    await tx.publish(
        PersonNeeded(conversation_id=thread.id, escalation_id=packet.id, reason=reason, urgency=packet.urgency)
    )


async def _thread(tx: Tx, customer_id: UUID) -> ConversationRow:
    newest = await repository.latest_thread(tx, customer_id)
    if newest is not None:
        return newest
    return await repository.open_thread(tx, channel=WITHOUT_A_THREAD, customer_id=customer_id, channel_metadata={})

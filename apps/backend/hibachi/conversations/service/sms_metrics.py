"""How SMS does: delivery, time to reply, conversion, with the conversation's own history (CHN-11)."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations import rules
from hibachi.conversations.errors import NoSuchConversation
from hibachi.conversations.measures import repository as measures
from hibachi.conversations.schemas import SmsConversation, SmsLine, SmsMetrics
from hibachi.conversations.service.reading import SHOWN, get, history, numbers
from hibachi.kit.db import Tx

SMS = "sms"
ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)


async def track_sms_metrics(tx: Tx, *, days: int) -> SmsMetrics:
    """The numbers of SMS over the last days."""
    since = tx.now - timedelta(days=days)
    threads, booked, value = await measures.converted(tx, channel=SMS, since=since)
    return SmsMetrics(
        days=days,
        **await _numbers(tx, since=since),
        conversations=threads,
        booked=booked,
        conversion_rate=rules.rate(booked, threads),
        booking_value=value,
    )


async def sms_conversation(tx: Tx, *, conversation_id: UUID) -> SmsConversation:
    """The same of one conversation, with what was said and whether it arrived. Raises NoSuchConversation."""
    thread = await get(tx, conversation_id=conversation_id)
    if thread.channel != SMS:
        raise NoSuchConversation()
    said = await history(tx, conversation_id=conversation_id, limit=SHOWN)
    states = {row.message_id: row.state for row in await outbox.of_messages(tx, [one.id for one in said])}
    analytics = await numbers(tx, conversation_id=conversation_id)
    lines = [SmsLine(role=one.role, content=one.content, at=one.created_at, state=states.get(one.id)) for one in said]
    return SmsConversation(
        conversation_id=conversation_id,
        **await _numbers(tx, since=ALWAYS, conversation_id=conversation_id),
        booking_converted=analytics.booking_converted,
        booking_value=analytics.booking_value_usd,
        history=lines,
    )


async def _numbers(tx: Tx, *, since: datetime, conversation_id: UUID | None = None) -> dict[str, float | int | None]:
    states = await measures.outbox_states(tx, channel=SMS, since=since, conversation_id=conversation_id)
    waits = await measures.response_seconds(tx, channel=SMS, since=since, conversation_id=conversation_id)
    arrived = states.get("delivered", 0) + states.get("read", 0)
    failed = states.get("failed", 0) + states.get("uncertain", 0)
    left = arrived + failed + states.get("sent", 0)
    return {
        "sent": left - failed,
        "delivered": arrived,
        "failed": failed,
        "delivery_rate": rules.rate(arrived, left),
        "replies": len(waits),
        "median_response_seconds": rules.percentile(waits, 50),
        "p95_response_seconds": rules.percentile(waits, 95),
    }

"""Queries that count and find what was said, for whoever measures; they hold no row."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Float, case, cast, extract, func, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import aliased
from sqlalchemy.sql import expression

from hibachi.conversations.escalations.models import EscalationRow
from hibachi.conversations.measures.schemas import ChannelLife
from hibachi.conversations.models import AnalyticsRow, ConversationRow, MessageRow, OutboxRow
from hibachi.conversations.repository import BLIND
from hibachi.kit.db import Tx

OF_AI = (MessageRow.role == "assistant") & MessageRow.staff_id.is_(None)


async def message(tx: Tx, message_id: UUID) -> MessageRow | None:
    """One message of any conversation."""
    wanted = select(MessageRow).where(MessageRow.id == message_id).execution_options(populate_existing=True)
    found: MessageRow | None = await tx.session.scalar(wanted)
    return found


async def said_since(tx: Tx, since: datetime, after: UUID | None, limit: int) -> Sequence[MessageRow]:
    """Customers' messages that came after an instant, in the order of their ids, a page at a time."""
    wanted = select(MessageRow).where(MessageRow.role == "user", MessageRow.created_at > since)
    if after is not None:
        wanted = wanted.where(MessageRow.id > after)
    return (await tx.session.scalars(wanted.order_by(MessageRow.id).limit(limit))).all()


async def texts(tx: Tx, ids: Collection[UUID]) -> dict[UUID, str]:
    """The words of these messages."""
    found = await tx.session.execute(select(MessageRow.id, MessageRow.content).where(MessageRow.id.in_(ids)))
    return {one: content for one, content in found}


async def answered_by(tx: Tx, reply_id: UUID) -> Sequence[MessageRow]:
    """The customer's messages that a reply answers, oldest first."""
    wanted = select(MessageRow).where(MessageRow.answered_by == reply_id).order_by(MessageRow.sequence)
    return (await tx.session.scalars(wanted)).all()


async def add_feedback(tx: Tx, message_id: UUID, feedback: dict[str, Any]) -> None:
    """Keep what was said of a message beside it."""
    said = expression.cast({"feedback": feedback}, JSONB)
    row = update(MessageRow).where(MessageRow.id == message_id).values(meta=MessageRow.meta.concat(said))
    await tx.session.execute(row, execution_options=BLIND)


async def praised(
    tx: Tx, *, since: datetime, min_confidence: float, min_rating: int, limit: int
) -> Sequence[MessageRow]:
    """The AI's replies since an instant that were so sure and rated so well, the best first."""
    rating = cast(MessageRow.meta["feedback"]["rating"].astext, Float)
    good = (OF_AI, MessageRow.created_at >= since, MessageRow.confidence >= min_confidence, rating >= min_rating)
    found = select(MessageRow).where(*good).order_by(rating.desc(), MessageRow.confidence.desc(), MessageRow.sequence)
    return (await tx.session.scalars(found.limit(limit))).all()


async def spoken(tx: Tx, *, since: datetime) -> tuple[int, int]:
    """How many replies the AI gave, and in how many conversations."""
    numbers = select(func.count(), func.count(MessageRow.conversation_id.distinct()))
    replies, threads = (await tx.session.execute(numbers.where(OF_AI, MessageRow.created_at >= since))).one()
    return replies, threads


async def row_counts(tx: Tx) -> dict[str, int]:
    """How many rows there are."""
    wanted = {
        "conversations": select(func.count()).select_from(ConversationRow),
        "messages": select(func.count()).select_from(MessageRow),
        "edited_messages": select(func.count()).select_from(MessageRow).where(MessageRow.human_edited),
    }
    return {name: int(await tx.session.scalar(number) or 0) for name, number in wanted.items()}


async def channels_of_people(tx: Tx) -> dict[int, int]:
    """How many customers wrote on one channel, on two, and so on."""
    each = select(func.count(ConversationRow.channel.distinct()).label("channels")).group_by(
        ConversationRow.customer_id
    )
    counted = each.subquery()
    found = await tx.session.execute(select(counted.c.channels, func.count()).group_by(counted.c.channels))
    return {channels: people for channels, people in found}


async def outbox_states(
    tx: Tx, *, channel: str, since: datetime, conversation_id: UUID | None = None
) -> dict[str, int]:
    """How many parts of messages on a channel are in which state."""
    wanted = select(OutboxRow.state, func.count()).where(OutboxRow.channel == channel, OutboxRow.created_at >= since)
    if conversation_id is not None:
        wanted = wanted.where(OutboxRow.conversation_id == conversation_id)
    return {state: number for state, number in await tx.session.execute(wanted.group_by(OutboxRow.state))}


async def response_seconds(
    tx: Tx, *, channel: str, since: datetime, conversation_id: UUID | None = None
) -> Sequence[float]:
    """For each reply on a channel, the seconds since the first message that it answers, shortest first."""
    reply = aliased(MessageRow)
    waited = cast(extract("epoch", reply.created_at - func.min(MessageRow.created_at)), Float)
    wanted = select(waited).select_from(MessageRow).join(reply, reply.id == MessageRow.answered_by)
    wanted = wanted.where(reply.channel == channel, reply.role == "assistant", reply.created_at >= since)
    if conversation_id is not None:
        wanted = wanted.where(reply.conversation_id == conversation_id)
    return (await tx.session.scalars(wanted.group_by(reply.id, reply.created_at).order_by(waited))).all()


async def converted(tx: Tx, *, channel: str, since: datetime) -> tuple[int, int, int]:
    """Conversations of a channel that were talked in, how many led to a party, and the parties' value in cents."""
    booked = AnalyticsRow.booking_converted
    value = func.coalesce(func.sum(AnalyticsRow.booking_value_usd).filter(booked), 0)
    wanted = select(func.count(), func.count().filter(booked), value)
    wanted = wanted.select_from(ConversationRow).join(AnalyticsRow, AnalyticsRow.conversation_id == ConversationRow.id)
    talked = (ConversationRow.channel == channel, ConversationRow.last_message_at >= since)
    threads, parties, worth = (await tx.session.execute(wanted.where(*talked))).one()
    return threads, parties, worth or 0


async def escalated(tx: Tx, *, since: datetime) -> dict[str, int]:
    """How many hand-overs there were, by urgency."""
    wanted = select(EscalationRow.urgency, func.count()).where(EscalationRow.at >= since)
    return {urgency: number for urgency, number in await tx.session.execute(wanted.group_by(EscalationRow.urgency))}


async def last_words(tx: Tx, *, since: datetime) -> list[ChannelLife]:
    """The pulse of every channel that was ever used, by its name; failures since an instant."""
    came = func.max(MessageRow.created_at).filter(MessageRow.role == "user")
    went = func.max(MessageRow.created_at).filter(MessageRow.role == "assistant")
    spoken = await tx.session.execute(
        select(MessageRow.channel, came, went).group_by(MessageRow.channel).order_by(MessageRow.channel)
    )
    waits = func.count().filter(OutboxRow.state.in_(("queued", "sending")))
    fails = func.count().filter(OutboxRow.state.in_(("failed", "uncertain")), OutboxRow.created_at >= since)
    left = await tx.session.execute(select(OutboxRow.channel, waits, fails).group_by(OutboxRow.channel))
    parts = {channel: (waiting, failed) for channel, waiting, failed in left.all()}
    return [
        ChannelLife(channel=channel, last_in=last_in, last_out=last_out, waiting=waiting, failed=failed)
        for channel, last_in, last_out in spoken.all()
        for waiting, failed in [parts.get(channel, (0, 0))]
    ]


async def written(
    tx: Tx, start: datetime | None, end: datetime | None, channel: str | None
) -> Sequence[tuple[str, str, int]]:
    """Messages in [start, end) counted by channel and by who wrote: customer, concierge, staff or service."""
    machine = case((MessageRow.staff_id.is_not(None), "staff"), else_="concierge")
    writer = case((MessageRow.role == "user", "customer"), (MessageRow.role == "assistant", machine), else_="service")
    counted = select(MessageRow.channel, writer, func.count()).group_by(MessageRow.channel, writer)
    given = [MessageRow.created_at >= start] if start else []
    given += [MessageRow.created_at < end] if end else []
    given += [MessageRow.channel == channel] if channel else []
    found = await tx.session.execute(counted.where(*given).order_by(MessageRow.channel, writer))
    return [(where, who, number) for where, who, number in found]

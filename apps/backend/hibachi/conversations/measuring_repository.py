"""Queries that count and find what was said, for whoever measures; they hold no row."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.sql import expression

from hibachi.conversations.models import ConversationRow, MessageRow
from hibachi.conversations.repository import BLIND
from hibachi.kit.db import Tx

OF_AI = (MessageRow.role == "assistant") & MessageRow.staff_id.is_(None)


async def message(tx: Tx, message_id: UUID) -> MessageRow | None:
    """One message of any conversation."""
    return await tx.session.scalar(select(MessageRow).where(MessageRow.id == message_id))


async def answered_by(tx: Tx, reply_id: UUID) -> Sequence[MessageRow]:
    """The customer's messages that a reply answers, oldest first."""
    wanted = select(MessageRow).where(MessageRow.answered_by == reply_id).order_by(MessageRow.sequence)
    return (await tx.session.scalars(wanted)).all()


async def add_feedback(tx: Tx, message_id: UUID, feedback: dict[str, Any]) -> None:
    """Keep what was said of a message beside it."""
    said = expression.cast({"feedback": feedback}, JSONB)
    row = update(MessageRow).where(MessageRow.id == message_id).values(meta=MessageRow.meta.concat(said))
    await tx.session.execute(row, execution_options=BLIND)


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

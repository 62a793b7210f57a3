"""Queries for messages that wait for their reply."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, func, or_, select

from hibachi.conversations.models import ConversationRow, MessageRow, OptOutRow
from hibachi.kit.db import Tx


async def with_reply(tx: Tx, message_id: UUID) -> tuple[MessageRow | None, MessageRow | None, ConversationRow | None]:
    """A message, its reply if it has one, and its thread, as the database has them now."""
    message = await tx.session.get(MessageRow, message_id, populate_existing=True)
    if message is None:
        return None, None, None
    reply = await tx.session.get(MessageRow, message.answered_by) if message.answered_by else None
    thread = await tx.session.get(ConversationRow, message.conversation_id, populate_existing=True)
    return message, reply, thread


async def waiting(tx: Tx, *, since: datetime, limit: int) -> Sequence[UUID]:
    """Threads where the AI speaks, nobody thinks, nobody opted out, and a message from before `since` has no reply."""
    message = MessageRow.conversation_id == ConversationRow.id
    unanswered = exists().where(
        message, MessageRow.role == "user", MessageRow.answered_by.is_(None), MessageRow.created_at <= since
    )
    opted_out = exists().where(
        OptOutRow.customer_id == ConversationRow.customer_id,
        OptOutRow.channel == ConversationRow.channel,
        OptOutRow.ended_at.is_(None),
    )
    free = or_(ConversationRow.turn_owner.is_(None), ConversationRow.turn_lease_until < func.clock_timestamp())
    wanted = select(ConversationRow.id).where(ConversationRow.status == "ai", free, unanswered, ~opted_out)
    return (await tx.session.scalars(wanted.order_by(ConversationRow.last_message_at).limit(limit))).all()

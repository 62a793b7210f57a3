"""Every query of how messages feel."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, select
from sqlalchemy.dialects.postgresql import insert

from hibachi.conversations.models import ConversationRow, EmotionRow, MessageRow
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

# Made once: every turn asks it.
FEELINGS = (
    select(EmotionRow)
    .join(MessageRow, MessageRow.id == EmotionRow.message_id)
    .where(EmotionRow.conversation_id == bindparam("thread"))
    .order_by(MessageRow.sequence.desc())
    .limit(bindparam("most"))
)


async def add_feeling(tx: Tx, message: MessageRow, emotion: dict[str, Any]) -> None:
    """Store how a message feels; the first one stays."""
    row = {
        "id": new_id(),
        "conversation_id": message.conversation_id,
        "message_id": message.id,
        "emotion_data": emotion,
        "created_at": tx.now,
    }
    await tx.session.execute(insert(EmotionRow).values(row).on_conflict_do_nothing(index_elements=["message_id"]))


async def feelings(tx: Tx, conversation_id: UUID, limit: int) -> Sequence[EmotionRow]:
    """The feelings of a thread's newest felt messages, the newest first."""
    return (await tx.session.scalars(FEELINGS, {"thread": conversation_id, "most": limit})).all()


async def feelings_of(tx: Tx, message_ids: Collection[UUID]) -> Sequence[EmotionRow]:
    """The feelings of these messages."""
    return (await tx.session.scalars(select(EmotionRow).where(EmotionRow.message_id.in_(message_ids)))).all()


async def unfelt(tx: Tx, message_id: UUID) -> MessageRow | None:
    """A customer's message that has no feeling yet."""
    felt = exists().where(EmotionRow.message_id == MessageRow.id)
    return await tx.session.scalar(
        select(MessageRow).where(MessageRow.id == message_id, MessageRow.role == "user", ~felt)
    )


async def without_feeling(tx: Tx, *, since: datetime, until: datetime, limit: int) -> Sequence[UUID]:
    """Customers' messages of a span of time that have no feeling, oldest first."""
    felt = exists().where(EmotionRow.message_id == MessageRow.id)
    wanted = select(MessageRow.id).where(MessageRow.role == "user", MessageRow.created_at.between(since, until), ~felt)
    return (await tx.session.scalars(wanted.order_by(MessageRow.sequence).limit(limit))).all()


async def newest_words(tx: Tx, customer_id: UUID) -> MessageRow | None:
    """The last message that a person wrote to us, wherever."""
    theirs = select(MessageRow).join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
    wanted = theirs.where(ConversationRow.customer_id == customer_id, MessageRow.role == "user")
    return (await tx.session.scalars(wanted.order_by(MessageRow.sequence.desc()).limit(1))).one_or_none()


async def newest_feeling(tx: Tx, customer_id: UUID, since: datetime) -> EmotionRow | None:
    """How the last felt message of a person felt, wherever they wrote it."""
    felt = select(EmotionRow).join(MessageRow, MessageRow.id == EmotionRow.message_id)
    theirs = felt.join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
    wanted = theirs.where(ConversationRow.customer_id == customer_id, MessageRow.created_at >= since)
    return (await tx.session.scalars(wanted.order_by(MessageRow.sequence.desc()).limit(1))).one_or_none()


async def message(tx: Tx, message_id: UUID) -> MessageRow | None:
    """One message by its id."""
    return await tx.session.get(MessageRow, message_id)

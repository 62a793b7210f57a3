"""Every query of who is thinking about a thread, and of what waits for somebody to think."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Interval, Uuid, bindparam, exists, func, select, union_all, update
from sqlalchemy.dialects.postgresql import TIMESTAMP, aggregate_order_by
from sqlalchemy.sql.dml import ReturningUpdate

from hibachi.conversations import moods_repository as moods
from hibachi.conversations.drafts.models import DraftRow
from hibachi.conversations.models import ConversationRow, EmotionRow, MessageRow, OptOutRow
from hibachi.conversations.turns.schemas import Spoken
from hibachi.kit.db import Tx

FRESH = {"populate_existing": True}
BLIND = {"synchronize_session": False}
# Made once: every turn asks them, and building one anew with its key costs more than asking it.
_THREAD = update(ConversationRow).where(ConversationRow.id == bindparam("thread", type_=Uuid()))
_OWNER = bindparam("owner", type_=Uuid())
_UNTIL = func.clock_timestamp() + bindparam("lasting", type_=Interval())
FREE = ConversationRow.turn_owner.is_(None) | (ConversationRow.turn_lease_until < func.clock_timestamp())
TAKE_LEASE = _THREAD.where(FREE).values(turn_owner=_OWNER, turn_lease_until=_UNTIL).returning(ConversationRow)
_MINE = MessageRow.conversation_id == bindparam("thread", type_=Uuid())
_NEWEST = select(MessageRow.id).where(_MINE).order_by(MessageRow.sequence.desc()).limit(bindparam("most"))
_WAITING = select(MessageRow.id).where(_MINE, MessageRow.role == "user", MessageRow.answered_by.is_(None))
TO_READ = (
    select(
        MessageRow.id,
        MessageRow.sequence,
        MessageRow.role,
        MessageRow.content,
        MessageRow.created_at,
        MessageRow.staff_id,
        MessageRow.answered_by,
    )
    .where(MessageRow.id.in_(union_all(_NEWEST, _WAITING)))
    .order_by(MessageRow.sequence)
)
"""The last messages of a thread and all that wait for a reply: each index is asked for what it knows."""
_FELT = moods.FEELINGS.with_only_columns(EmotionRow.emotion_data, MessageRow.sequence).subquery("felt")
_STOPPED = exists().where(
    OptOutRow.customer_id == bindparam("customer", type_=Uuid()),
    OptOutRow.channel == bindparam("spoken_on"),
    OptOutRow.ended_at.is_(None),
)
_DRAFTED_UNTIL = select(func.max(DraftRow.last_sequence)).where(
    DraftRow.conversation_id == bindparam("thread", type_=Uuid()),
    DraftRow.status == "pending",
    DraftRow.expires_at > bindparam("now", type_=TIMESTAMP(timezone=True)),
)
AROUND = select(
    _DRAFTED_UNTIL.scalar_subquery(),
    _STOPPED,
    select(func.array_agg(aggregate_order_by(_FELT.c.emotion_data, _FELT.c.sequence))).scalar_subquery(),
)
RENEW_LEASE = (
    _THREAD.where(ConversationRow.turn_owner == _OWNER).values(turn_lease_until=_UNTIL).returning(ConversationRow.id)
)
END_LEASE = (
    _THREAD.where(ConversationRow.turn_owner == _OWNER)
    .values(turn_owner=None, turn_lease_until=None)
    .returning(ConversationRow.id)
)


class Around(NamedTuple):
    """Up to which message a draft answers that may still be approved, whether the customer opted out, and how the
    newest messages felt, the oldest first."""

    drafted_until: int | None
    opted_out: bool
    moods: list[dict[str, Any]]


async def take_lease(tx: Tx, conversation_id: UUID, owner: UUID, seconds: float) -> ConversationRow | None:
    """Write the lease where there is none, or one that ran out by the database's clock; the thread as it is then."""
    asked = {"thread": conversation_id, "owner": owner, "lasting": timedelta(seconds=seconds)}
    return (await tx.session.execute(TAKE_LEASE, asked, execution_options=BLIND | FRESH)).scalar_one_or_none()


async def to_read(tx: Tx, conversation_id: UUID, limit: int) -> list[Spoken]:
    """The last messages of a thread and every one that waits for a reply, oldest first."""
    rows = await tx.session.execute(TO_READ, {"thread": conversation_id, "most": limit})
    return [Spoken(*row) for row in rows]


async def around(tx: Tx, thread: ConversationRow, feelings: int) -> Around:
    """What else a turn has to know of its thread."""
    asked = {"thread": thread.id, "customer": thread.customer_id, "spoken_on": thread.channel}
    row = (await tx.session.execute(AROUND, {**asked, "now": tx.now, "most": feelings})).one()
    return Around(row[0], row[1], row[2] or [])


async def renew_lease(tx: Tx, conversation_id: UUID, owner: UUID, seconds: float) -> bool:
    """Lengthen the lease of its owner."""
    return await _lease(tx, RENEW_LEASE, conversation_id, owner, lasting=timedelta(seconds=seconds))


async def end_lease(tx: Tx, conversation_id: UUID, owner: UUID) -> bool:
    """Remove the lease of its owner."""
    return await _lease(tx, END_LEASE, conversation_id, owner)


async def _lease(tx: Tx, lease: ReturningUpdate[UUID], conversation_id: UUID, owner: UUID, **values: timedelta) -> bool:
    asked = {"thread": conversation_id, "owner": owner, **values}
    return (await tx.session.execute(lease, asked, execution_options=BLIND)).scalar_one_or_none() is not None


async def waiting(tx: Tx, *, since: datetime, limit: int) -> Sequence[UUID]:
    """Threads where the AI speaks, nobody thinks, nobody opted out, and a message from before `since` has no reply
    and no draft that waits."""
    message = MessageRow.conversation_id == ConversationRow.id
    drafted = exists().where(
        DraftRow.conversation_id == ConversationRow.id,
        DraftRow.status == "pending",
        DraftRow.last_sequence >= MessageRow.sequence,
        DraftRow.expires_at > tx.now,
    )
    unanswered = exists().where(
        message, MessageRow.role == "user", MessageRow.answered_by.is_(None), MessageRow.created_at <= since, ~drafted
    )
    stopped = exists().where(
        OptOutRow.customer_id == ConversationRow.customer_id,
        OptOutRow.channel == ConversationRow.channel,
        OptOutRow.ended_at.is_(None),
    )
    wanted = select(ConversationRow.id).where(ConversationRow.status == "ai", FREE, unanswered, ~stopped)
    return (await tx.session.scalars(wanted.order_by(ConversationRow.last_message_at).limit(limit))).all()

"""Every query of who is thinking about a thread, and of what waits for somebody to think."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Interval, Uuid, bindparam, exists, func, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from hibachi.conversations.drafts.models import DraftRow
from hibachi.conversations.models import ConversationRow, MessageRow, OptOutRow
from hibachi.kit.db import Tx

BLIND = {"synchronize_session": False}
# Made once: every turn asks them, and building one anew with its key costs more than asking it.
_THREAD = update(ConversationRow).where(ConversationRow.id == bindparam("thread", type_=Uuid()))
_OWNER = bindparam("owner", type_=Uuid())
_UNTIL = func.clock_timestamp() + bindparam("lasting", type_=Interval())
FREE = ConversationRow.turn_owner.is_(None) | (ConversationRow.turn_lease_until < func.clock_timestamp())
TAKE_LEASE = _THREAD.where(FREE).values(turn_owner=_OWNER, turn_lease_until=_UNTIL).returning(ConversationRow.id)
RENEW_LEASE = (
    _THREAD.where(ConversationRow.turn_owner == _OWNER).values(turn_lease_until=_UNTIL).returning(ConversationRow.id)
)
END_LEASE = (
    _THREAD.where(ConversationRow.turn_owner == _OWNER)
    .values(turn_owner=None, turn_lease_until=None)
    .returning(ConversationRow.id)
)


async def take_lease(tx: Tx, conversation_id: UUID, owner: UUID, seconds: float) -> bool:
    """Write the lease where there is none, or one that ran out by the database's clock."""
    return await _lease(tx, TAKE_LEASE, conversation_id, owner, lasting=timedelta(seconds=seconds))


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

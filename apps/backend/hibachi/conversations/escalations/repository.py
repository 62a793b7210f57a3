"""Every query of hand-overs."""

from uuid import UUID

from sqlalchemy import select

from hibachi.conversations.escalations.models import EscalationRow
from hibachi.conversations.escalations.schemas import Escalation
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id


async def add(tx: Tx, conversation_id: UUID, handed: Escalation) -> EscalationRow:
    """Write a hand-over."""
    row = EscalationRow(
        id=new_id(),
        conversation_id=conversation_id,
        reason=handed.reason,
        summary=handed.summary,
        urgency=handed.urgency,
        tried=[one.model_dump() for one in handed.tried],
        unsent_draft=handed.unsent_draft,
        at=tx.now,
    )
    tx.session.add(row)
    await tx.session.flush()
    return row


async def newest(tx: Tx, conversation_id: UUID) -> EscalationRow | None:
    """The last hand-over of a conversation."""
    wanted = select(EscalationRow).where(EscalationRow.conversation_id == conversation_id)
    return (await tx.session.scalars(wanted.order_by(EscalationRow.id.desc()).limit(1))).one_or_none()


async def get(tx: Tx, escalation_id: UUID) -> EscalationRow | None:
    """One hand-over."""
    return await tx.session.get(EscalationRow, escalation_id)


async def holds(tx: Tx, conversation_id: UUID, *, reason: str, summary: str) -> bool:
    """Whether a conversation holds this very matter already."""
    mine = (EscalationRow.conversation_id == conversation_id, EscalationRow.reason == reason)
    wanted = select(EscalationRow.id).where(*mine, EscalationRow.summary == summary).limit(1)
    return await tx.session.scalar(wanted) is not None

"""Every query of the notes about conversations."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from hibachi.concierge.crm.models import CrmNoteRow
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id


async def newest(tx: Tx, conversation_id: UUID) -> CrmNoteRow | None:
    """The newest version of a conversation's note."""
    mine = select(CrmNoteRow).where(CrmNoteRow.conversation_id == conversation_id)
    found: CrmNoteRow | None = await tx.session.scalar(mine.order_by(CrmNoteRow.version.desc()).limit(1))
    return found


async def add(tx: Tx, values: dict[str, Any]) -> CrmNoteRow | None:
    """Write a version; None where one of the same number or state is there already."""
    written = insert(CrmNoteRow).values(id=new_id(), created_at=tx.now, **values).on_conflict_do_nothing()
    return (await tx.session.scalars(written.returning(CrmNoteRow))).one_or_none()


async def locked(tx: Tx, note_id: UUID) -> CrmNoteRow | None:
    """One version as it is now, locked until the transaction ends."""
    chosen = select(CrmNoteRow).where(CrmNoteRow.id == note_id).with_for_update()
    found: CrmNoteRow | None = await tx.session.scalar(chosen.execution_options(populate_existing=True))
    return found


async def of_conversations(tx: Tx, conversation_ids: Collection[UUID]) -> Sequence[CrmNoteRow]:
    """Every version of these conversations' notes, newest first."""
    mine = select(CrmNoteRow).where(CrmNoteRow.conversation_id.in_(conversation_ids))
    return (await tx.session.scalars(mine.order_by(CrmNoteRow.created_at.desc(), CrmNoteRow.version.desc()))).all()


async def written_at(tx: Tx, conversation_ids: Collection[UUID]) -> Mapping[UUID, datetime]:
    """When each of these conversations was noted last; those without a note are left out."""
    last = select(CrmNoteRow.conversation_id, func.max(CrmNoteRow.created_at))
    found = await tx.session.execute(
        last.where(CrmNoteRow.conversation_id.in_(conversation_ids)).group_by(CrmNoteRow.conversation_id)
    )
    return {conversation_id: at for conversation_id, at in found}

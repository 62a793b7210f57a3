"""Every query of notices."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.channels.notices.models import NoticeRow, RecipientRow
from hibachi.channels.notices.schemas import NewRecipient
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

FRESH = {"populate_existing": True}


async def add_recipient(tx: Tx, new: NewRecipient, address: str) -> RecipientRow | None:
    """Write a recipient; None where the address is there."""
    row = insert(RecipientRow).values(
        id=new_id(), kind=new.kind, address=address, from_urgency=new.from_urgency, created_at=tx.now
    )
    return (await tx.session.scalars(row.on_conflict_do_nothing().returning(RecipientRow))).one_or_none()


async def recipients(tx: Tx) -> Sequence[RecipientRow]:
    """Everybody who is told, in the order of their making."""
    wanted = select(RecipientRow).where(RecipientRow.removed_at.is_(None)).order_by(RecipientRow.id)
    return (await tx.session.scalars(wanted)).all()


async def remove_recipient(tx: Tx, recipient_id: UUID) -> RecipientRow | None:
    """Tell somebody nothing any more; None when they were not told."""
    mine = update(RecipientRow).where(RecipientRow.id == recipient_id, RecipientRow.removed_at.is_(None))
    gone = mine.values(removed_at=tx.now).returning(RecipientRow)
    return (await tx.session.scalars(gone.execution_options(populate_existing=True))).one_or_none()


async def add_notices(
    tx: Tx, escalation_id: UUID, conversation_id: UUID, recipient_ids: Collection[UUID]
) -> Sequence[UUID]:
    """Write a notice a recipient; the ids of those that were not there."""
    if not recipient_ids:
        return []
    about = {"escalation_id": escalation_id, "conversation_id": conversation_id, "created_at": tx.now}
    rows = [{"id": new_id(), "recipient_id": one, "state": "queued", "attempts": 0, **about} for one in recipient_ids]
    written = insert(NoticeRow).values(rows).on_conflict_do_nothing().returning(NoticeRow.id)
    return (await tx.session.scalars(written)).all()


async def add_summaries(tx: Tx, summary: str, words: str, recipient_ids: Collection[UUID]) -> Sequence[UUID]:
    """Write a notice of a day for each recipient; the ids of those that were not there."""
    if not recipient_ids:
        return []
    about = {"summary": summary, "words": words, "state": "queued", "attempts": 0, "created_at": tx.now}
    rows = [{"id": new_id(), "recipient_id": one, **about} for one in recipient_ids]
    written = insert(NoticeRow).values(rows).on_conflict_do_nothing().returning(NoticeRow.id)
    return (await tx.session.scalars(written)).all()


async def held(tx: Tx, notice_id: UUID) -> tuple[NoticeRow, RecipientRow] | None:
    """A notice with its recipient, its row locked until the transaction ends."""
    wanted = select(NoticeRow, RecipientRow).join(RecipientRow, RecipientRow.id == NoticeRow.recipient_id)
    locked = wanted.where(NoticeRow.id == notice_id).with_for_update(of=NoticeRow)
    found = (await tx.session.execute(locked.execution_options(**FRESH))).one_or_none()
    return (found[0], found[1]) if found else None


async def save(tx: Tx, row: NoticeRow) -> None:
    """Write the changed fields of a held notice."""
    tx.session.add(row)
    await tx.session.flush()


async def waiting(tx: Tx, *, before: datetime) -> Sequence[UUID]:
    """Notices that wait since before an instant: their job was lost."""
    late = select(NoticeRow.id).where(NoticeRow.state == "queued", NoticeRow.created_at < before)
    return (await tx.session.scalars(late.order_by(NoticeRow.id).limit(100))).all()


async def page(tx: Tx, limit: int) -> Sequence[NoticeRow]:
    """The newest notices."""
    return (await tx.session.scalars(select(NoticeRow).order_by(NoticeRow.id.desc()).limit(limit))).all()

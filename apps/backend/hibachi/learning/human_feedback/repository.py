"""Every query of human feedback."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.learning.human_feedback.models import CorpusRow, ImprovementRow


async def revisions(tx: Tx, subject_id: UUID) -> Sequence[ImprovementRow]:
    """What people made of a text, the newest first."""
    wanted = select(ImprovementRow).where(ImprovementRow.subject_id == subject_id)
    return (await tx.session.scalars(wanted.order_by(ImprovementRow.revision.desc()))).all()


async def add(tx: Tx, row: ImprovementRow) -> None:
    """Write a revision."""
    tx.session.add(row)
    await tx.session.flush()


async def keep_pair(tx: Tx, *, subject_id: UUID, **values: Any) -> None:
    """Write the pair of a text, in place of an older one."""
    changed = {**values, "updated_at": tx.now}
    row = insert(CorpusRow).values(id=new_id(), subject_id=subject_id, created_at=tx.now, **changed)
    await tx.session.execute(row.on_conflict_do_update(index_elements=["subject_id"], set_=changed))


async def drop_pair(tx: Tx, subject_id: UUID) -> None:
    """Take the pair of a text out: its newest revision is none to train on."""
    await tx.session.execute(delete(CorpusRow).where(CorpusRow.subject_id == subject_id))


async def pairs(tx: Tx, *, offset: int, limit: int) -> tuple[Sequence[CorpusRow], int]:
    """Pairs, the newest first, and how many there are."""
    wanted = select(CorpusRow).order_by(CorpusRow.updated_at.desc(), CorpusRow.id.desc()).offset(offset).limit(limit)
    total = int(await tx.session.scalar(select(func.count()).select_from(CorpusRow)) or 0)
    return (await tx.session.scalars(wanted)).all(), total

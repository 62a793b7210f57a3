"""Every query that makes the threads and opt-outs of two people one person's, and two people's again."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, func, or_, select, update
from sqlalchemy.orm import aliased

from hibachi.conversations.models import ConsentRow, ConversationRow, MessageRow, OptOutRow
from hibachi.conversations.repository import BLIND, FRESH, add_opt_out, in_force
from hibachi.kit.db import Tx


async def move_threads(tx: Tx, kept: UUID, gone: UUID) -> Sequence[tuple[UUID, int]]:
    """Give every thread of one person to another; each thread's id and its last message's sequence."""
    last = select(func.max(MessageRow.sequence)).where(MessageRow.conversation_id == ConversationRow.id)
    moved = (
        update(ConversationRow).where(ConversationRow.customer_id == gone).values({ConversationRow.customer_id: kept})
    )
    moved = moved.returning(ConversationRow.id, func.coalesce(last.scalar_subquery(), 0))
    return [(one, sequence) for one, sequence in await tx.session.execute(moved, execution_options=BLIND)]


async def written_since(tx: Tx, conversation_id: UUID, sequence: int) -> bool:
    """Whether the customer wrote in a thread after a message."""
    later = exists().where(
        MessageRow.conversation_id == conversation_id, MessageRow.role == "user", MessageRow.sequence > sequence
    )
    return bool(await tx.session.scalar(select(later)))


async def move_opt_outs(tx: Tx, kept: UUID, gone: UUID) -> tuple[Sequence[UUID], Sequence[UUID]]:
    """Give every opt-out of one person to another; one in force is enough on a channel. Which ended, and which moved."""
    same = aliased(OptOutRow)
    twice = exists().where(same.customer_id == kept, same.channel == OptOutRow.channel, same.ended_at.is_(None))
    ended = update(OptOutRow).where(in_force(gone), twice).values(ended_at=tx.now, ended_words="merged")
    stopped = (await tx.session.scalars(ended.returning(OptOutRow.id), execution_options=BLIND)).all()
    moved = update(OptOutRow).where(OptOutRow.customer_id == gone).values(customer_id=kept)
    return stopped, (await tx.session.scalars(moved.returning(OptOutRow.id), execution_options=BLIND)).all()


async def opt_outs_back(tx: Tx, *, gone: UUID, kept: UUID, moved: Collection[UUID], ended: Collection[UUID]) -> None:
    """Give opt-outs back to the person whose they were; those that only the merge had ended are in force again."""
    back = update(OptOutRow).where(OptOutRow.id.in_(moved), OptOutRow.customer_id == kept).values(customer_id=gone)
    await tx.session.execute(back, execution_options=BLIND)
    again = update(OptOutRow).where(OptOutRow.id.in_(ended)).values(ended_at=None, ended_words=None)
    await tx.session.execute(again, execution_options=BLIND)


async def opt_outs_hold(tx: Tx, *, gone: UUID, kept: UUID, since: datetime) -> None:
    """In doubt nobody is written to: what `kept` opted out of since an instant holds for `gone` too, and what `gone`
    had opted out of before holds for them again, whoever of the two said START since."""
    newly = (OptOutRow.customer_id == kept) & OptOutRow.ended_at.is_(None) & (OptOutRow.at >= since)
    lifted = (OptOutRow.customer_id == gone) & (OptOutRow.ended_at >= since) & (OptOutRow.at <= since)
    rows = (await tx.session.scalars(select(OptOutRow).where(or_(newly, lifted)).execution_options(**FRESH))).all()
    for row in rows:
        await add_opt_out(tx, gone, row.channel, row.words)


async def move_consents(tx: Tx, kept: UUID, gone: UUID) -> Sequence[UUID]:
    """Give the ledger of one person to another; the entries' ids."""
    moved = update(ConsentRow).where(ConsentRow.customer_id == gone).values(customer_id=kept).returning(ConsentRow.id)
    return (await tx.session.scalars(moved, execution_options=BLIND)).all()


async def consents_back(tx: Tx, *, gone: UUID, kept: UUID, moved: Collection[UUID]) -> None:
    """Give entries of the ledger back to the person whose they were."""
    back = update(ConsentRow).where(ConsentRow.id.in_(moved), ConsentRow.customer_id == kept)
    await tx.session.execute(back.values(customer_id=gone), execution_options=BLIND)

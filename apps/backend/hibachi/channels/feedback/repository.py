"""Every query of feedback."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Date, cast, func, select, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.channels.feedback.models import FeedbackRow, KnowledgeGapRow
from hibachi.channels.feedback.rules import Counted
from hibachi.channels.feedback.schemas import FeedbackFilter, GapFilter
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

UNANSWERED = "Nothing that we know answers this. Write the answer, and the concierge knows it from then on."


async def add(tx: Tx, **columns: Any) -> FeedbackRow | None:
    """Write an answer; None where the person judged the same thing before."""
    written = insert(FeedbackRow).values(id=new_id(), at=tx.now, **columns).on_conflict_do_nothing()
    return (await tx.session.scalars(written.returning(FeedbackRow))).one_or_none()


async def find(tx: Tx, kind: str, subject_id: UUID, voter: str) -> FeedbackRow | None:
    """What a person said of a thing."""
    mine = (FeedbackRow.kind == kind, FeedbackRow.subject_id == subject_id, FeedbackRow.voter == voter)
    return (await tx.session.scalars(select(FeedbackRow).where(*mine))).one_or_none()


async def page(tx: Tx, wanted: FeedbackFilter) -> Sequence[FeedbackRow]:
    """The answers that fit, newest first: one more than the limit, when there are more."""
    found = select(FeedbackRow).order_by(FeedbackRow.id.desc()).limit(wanted.limit + 1)
    exact = {
        FeedbackRow.kind: wanted.kind,
        FeedbackRow.helpful: wanted.helpful,
        FeedbackRow.channel: wanted.channel,
    }
    for column, value in exact.items():
        if value is not None:
            found = found.where(column == value)
    if wanted.before:
        found = found.where(FeedbackRow.id < wanted.before)
    return (await tx.session.scalars(found)).all()


async def counted(tx: Tx, *, since: datetime, zone: str) -> list[Counted]:
    """The answers since an instant, counted by all that one asks them by; days are those of the zone."""
    day = cast(func.timezone(zone, FeedbackRow.at), Date)
    by = (FeedbackRow.kind, FeedbackRow.channel, FeedbackRow.agent, FeedbackRow.topic, FeedbackRow.rating, day)
    found = await tx.session.execute(select(*by, func.count()).where(FeedbackRow.at >= since).group_by(*by))
    return [Counted(*row) for row in found]


async def conversations_judged(tx: Tx, *, since: datetime) -> int:
    """In how many conversations the customer said something of the concierge."""
    theirs = (FeedbackRow.at >= since, FeedbackRow.voter == "customer")
    number = select(func.count(FeedbackRow.conversation_id.distinct())).where(*theirs)
    return int(await tx.session.scalar(number) or 0)


async def count(tx: Tx, *, since: datetime | None = None) -> int:
    """How many answers there are."""
    number = select(func.count()).select_from(FeedbackRow)
    return int(await tx.session.scalar(number.where(FeedbackRow.at >= since) if since else number) or 0)


def add_gap(tx: Tx, row: KnowledgeGapRow) -> None:
    """Write an entry with the rest of the transaction."""
    tx.session.add(row)


async def gaps(tx: Tx, wanted: GapFilter) -> Sequence[KnowledgeGapRow]:
    """The entries that fit, newest first."""
    found = select(KnowledgeGapRow).order_by(KnowledgeGapRow.id.desc()).limit(wanted.limit)
    if wanted.status != "all":
        is_open = KnowledgeGapRow.closed_at.is_(None)
        found = found.where(is_open if wanted.status == "open" else ~is_open)
    return (await tx.session.scalars(found)).all()


async def open_question(tx: Tx, *, conversation_id: UUID, question: str) -> None:
    """Open an entry for a question that nothing answers, unless it is open already."""
    mine = (KnowledgeGapRow.conversation_id == conversation_id, KnowledgeGapRow.question == question)
    if await tx.session.scalar(select(KnowledgeGapRow.id).where(*mine, KnowledgeGapRow.closed_at.is_(None))) is None:
        gap = KnowledgeGapRow(
            id=new_id(), conversation_id=conversation_id, question=question, suggestion=UNANSWERED, at=tx.now
        )
        tx.session.add(gap)


async def close_gap(tx: Tx, gap_id: UUID, resolution: str) -> KnowledgeGapRow | None:
    """Close an open entry; None when there is none."""
    mine = update(KnowledgeGapRow).where(KnowledgeGapRow.id == gap_id, KnowledgeGapRow.closed_at.is_(None))
    closed = mine.values(closed_at=tx.now, closed_by=tx.actor.id, resolution=resolution).returning(KnowledgeGapRow)
    return (await tx.session.scalars(closed.execution_options(populate_existing=True))).one_or_none()


async def count_gaps(tx: Tx, *, since: datetime | None = None, only_open: bool = False) -> int:
    """How many entries there are."""
    number = select(func.count()).select_from(KnowledgeGapRow)
    if since:
        number = number.where(KnowledgeGapRow.at >= since)
    if only_open:
        number = number.where(KnowledgeGapRow.closed_at.is_(None))
    return int(await tx.session.scalar(number) or 0)

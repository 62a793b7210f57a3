"""Every query of the inbox; they hold no row."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, case, cast, exists, func, literal, or_, select, tuple_, union_all
from sqlalchemy.orm import aliased

from hibachi.conversations.drafts.models import DraftRow
from hibachi.conversations.escalations.models import EscalationRow
from hibachi.conversations.inbox.schemas import InboxFilter
from hibachi.conversations.models import ConversationRow, MessageRow, OutboxRow
from hibachi.kit.db import Tx

LETTERS = 200
LATELY = 60
"""So many rows of each kind are looked at for what is new: a later one may become visible before an earlier one."""
IS_OPEN = ConversationRow.status != "closed"
IS_ESCALATED = ConversationRow.status == "escalated"
LOST = OutboxRow.state.in_(("failed", "uncertain"))


def _draft_waits(tx: Tx) -> ColumnElement[bool]:
    waits = (DraftRow.conversation_id == ConversationRow.id) & (DraftRow.status == "pending")
    return exists().where(waits, DraftRow.expires_at > tx.now)


async def page(
    tx: Tx, wanted: InboxFilter, *, before: tuple[datetime, UUID] | None, people: Collection[UUID]
) -> Sequence[Any]:
    """The threads that fit, the newest talk first: one more than the limit, when there are more.

    people: whose threads `q` means, beside those whose messages hold its words.
    """
    place = tuple_(ConversationRow.last_message_at, ConversationRow.id)
    found = select(ConversationRow).order_by(ConversationRow.last_message_at.desc(), ConversationRow.id.desc())
    for condition in _conditions(tx, wanted, people):
        found = found.where(condition)
    if before is not None:
        found = found.where(place < tuple_(literal(before[0]), literal(before[1])))
    thread = aliased(ConversationRow, found.limit(wanted.limit + 1).subquery())
    return (await tx.session.execute(_lines(tx, thread))).all()


def _conditions(tx: Tx, wanted: InboxFilter, people: Collection[UUID]) -> list[ColumnElement[bool]]:
    shelves = {
        "open": [IS_OPEN],
        "needs_me": [or_(IS_ESCALATED, _draft_waits(tx))],
        "all": [],
    }
    conditions = shelves.get(wanted.shelf, [ConversationRow.status == wanted.shelf])
    if wanted.channel is not None:
        conditions = [*conditions, ConversationRow.channel == wanted.channel]
    if wanted.assigned_agent_id is not None:
        conditions = [*conditions, ConversationRow.assigned_agent_id == wanted.assigned_agent_id]
    if wanted.urgency is not None:
        conditions = [*conditions, IS_ESCALATED, _newest_urgency(ConversationRow.id) == wanted.urgency]
    if wanted.q is not None:
        holding = select(MessageRow.conversation_id).where(_holds(wanted.q))
        conditions = [
            *conditions,
            or_(ConversationRow.customer_id.in_(people), ConversationRow.id.in_(holding)),
        ]
    return conditions


def _holds(words: str) -> ColumnElement[bool]:
    said = func.to_tsvector("simple", MessageRow.content)
    return said.bool_op("@@")(func.plainto_tsquery("simple", words))


def _newest_urgency(conversation_id: Any) -> ColumnElement[Any]:
    newest = select(EscalationRow.urgency).where(EscalationRow.conversation_id == conversation_id)
    return newest.order_by(EscalationRow.id.desc()).limit(1).scalar_subquery()


def _lines(tx: Tx, thread: Any) -> Any:
    last = select(MessageRow).where(MessageRow.conversation_id == thread.id)
    last_one = last.order_by(MessageRow.sequence.desc()).limit(1).lateral()
    spoke = case(
        (last_one.c.role == "user", "customer"),
        (last_one.c.role == "system", "system"),
        (last_one.c.staff_id.is_not(None), "human"),
        (last_one.c.id.is_not(None), "ai"),
    )
    unanswered = select(func.count()).where(
        MessageRow.conversation_id == thread.id, MessageRow.role == "user", MessageRow.answered_by.is_(None)
    )
    drafts = exists().where(
        DraftRow.conversation_id == thread.id, DraftRow.status == "pending", DraftRow.expires_at > tx.now
    )
    lines = select(
        thread.id,
        thread.channel,
        thread.customer_id,
        thread.status,
        thread.last_message_at,
        func.left(last_one.c.content, LETTERS).label("last_words"),
        spoke.label("last_by"),
        case((thread.status == "escalated", _newest_urgency(thread.id))).label("urgency"),
        case((thread.status == "escalated", thread.escalation_reason)).label("reason"),
        thread.assigned_agent_id,
        unanswered.scalar_subquery().label("waiting"),
        drafts.label("has_draft"),
        thread.booking_created,
    ).outerjoin(last_one, literal(True))
    return lines.order_by(thread.last_message_at.desc(), thread.id.desc())


async def escalated(tx: Tx) -> dict[str, int]:
    """How many threads ask for a person, by the urgency of their newest hand-over."""
    urgency = func.coalesce(_newest_urgency(ConversationRow.id), "normal").label("urgency")
    each = select(urgency).where(IS_ESCALATED).subquery()
    found = await tx.session.execute(select(each.c.urgency, func.count()).group_by(each.c.urgency))
    return {urgency: number for urgency, number in found}


async def pending_drafts(tx: Tx) -> int:
    """How many drafts wait."""
    waits = select(func.count()).where(DraftRow.status == "pending", DraftRow.expires_at > tx.now)
    return int(await tx.session.scalar(waits) or 0)


def _lost(since: datetime) -> list[ColumnElement[bool]]:
    # What was sent anew is settled: its thread has a later part. A closed thread was seen to by whoever closed it.
    later = aliased(OutboxRow)
    is_over = exists().where(later.conversation_id == OutboxRow.conversation_id, later.sequence > OutboxRow.sequence)
    closed = exists().where(ConversationRow.id == OutboxRow.conversation_id, ConversationRow.status == "closed")
    return [LOST, OutboxRow.created_at >= since, ~is_over, ~closed]


async def undelivered(tx: Tx, *, since: datetime, limit: int) -> Sequence[OutboxRow]:
    """Parts that did not arrive since an instant and were not followed by anything, newest first."""
    wanted = select(OutboxRow).where(*_lost(since)).order_by(OutboxRow.sequence.desc()).limit(limit)
    return (await tx.session.scalars(wanted)).all()


async def count_undelivered(tx: Tx, *, since: datetime) -> int:
    """How many of them there are."""
    return int(await tx.session.scalar(select(func.count()).where(*_lost(since))) or 0)


async def lately(tx: Tx) -> Sequence[Any]:
    """The newest messages, drafts with their state, and hand-overs: key, thread, noun."""
    messages = select(
        cast(MessageRow.sequence, String).label("key"), MessageRow.conversation_id, literal("message").label("noun")
    ).order_by(MessageRow.sequence.desc())
    drafts = select(
        func.concat(DraftRow.sequence, DraftRow.status, DraftRow.edited_at), DraftRow.conversation_id, literal("draft")
    ).order_by(DraftRow.sequence.desc())
    handed = select(cast(EscalationRow.id, String), EscalationRow.conversation_id, literal("escalation")).order_by(
        EscalationRow.id.desc()
    )
    parts = [select(part.limit(LATELY).subquery()) for part in (messages, drafts, handed)]
    return (await tx.session.execute(union_all(*parts))).all()


async def resting(tx: Tx, *, until: datetime, since: datetime) -> Sequence[Any]:
    """Threads with words of their customer that changed since an instant and are closed or silent since `until`: id, when."""
    changed = func.greatest(ConversationRow.last_message_at, ConversationRow.closed_at, ConversationRow.escalated_at)
    wrote = exists().where(MessageRow.conversation_id == ConversationRow.id, MessageRow.role == "user")
    rests = or_(ConversationRow.last_message_at <= until, ConversationRow.status == "closed")
    lately = select(ConversationRow.id, changed).where(
        or_(ConversationRow.last_message_at >= since, ConversationRow.closed_at >= since), rests, wrote
    )
    return (await tx.session.execute(lately.order_by(changed, ConversationRow.id))).all()

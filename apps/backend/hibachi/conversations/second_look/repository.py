"""Every query of second looks: over messages, and over drafts that were rejected."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text, update

from hibachi.conversations.drafts.models import DraftRow
from hibachi.conversations.models import MessageRow
from hibachi.conversations.second_look.schemas import LookFilter
from hibachi.kit.db import Tx
from hibachi.kit.persons import GONE

BLIND = {"synchronize_session": False}


async def messages(tx: Tx, wanted: LookFilter) -> Sequence[MessageRow]:
    """Replies that nobody looked at since they were named, newest first: one more than the limit, when there are more."""
    found = select(MessageRow).where(text("messages.review <> '[]'"), MessageRow.reviewed_at.is_(None))
    found = found.where(MessageRow.content != GONE)
    if wanted.reason:
        found = found.where(MessageRow.review.contains([wanted.reason]))
    if wanted.channel:
        found = found.where(MessageRow.channel == wanted.channel)
    if wanted.before:
        found = found.where(MessageRow.id < wanted.before)
    return (await tx.session.scalars(found.order_by(MessageRow.id.desc()).limit(wanted.limit + 1))).all()


async def drafts(tx: Tx, wanted: LookFilter) -> Sequence[DraftRow]:
    """Drafts that were rejected and not looked at since, the same way."""
    if wanted.reason not in (None, "draft_rejected"):
        return []
    found = select(DraftRow).where(DraftRow.status == "rejected", DraftRow.reviewed_at.is_(None), DraftRow.text != GONE)
    if wanted.channel:
        found = found.where(DraftRow.channel == wanted.channel)
    if wanted.before:
        found = found.where(DraftRow.id < wanted.before)
    return (await tx.session.scalars(found.order_by(DraftRow.id.desc()).limit(wanted.limit + 1))).all()


async def questions(tx: Tx, replies: Collection[UUID]) -> dict[UUID, list[str]]:
    """The customer's messages that each of these replies answers, oldest first."""
    wanted = select(MessageRow.answered_by, MessageRow.content).where(MessageRow.answered_by.in_(replies))
    found: dict[UUID, list[str]] = {}
    for reply, content in await tx.session.execute(wanted.order_by(MessageRow.sequence)):
        if reply is not None:
            found.setdefault(reply, []).append(content)
    return found


async def draft(tx: Tx, conversation_id: UUID, draft_id: UUID) -> DraftRow | None:
    """One draft of a conversation, its row held."""
    wanted = select(DraftRow).where(DraftRow.id == draft_id, DraftRow.conversation_id == conversation_id)
    return (await tx.session.scalars(wanted.with_for_update().execution_options(populate_existing=True))).one_or_none()


async def until(tx: Tx, conversation_id: UUID, sequence: int) -> Sequence[MessageRow]:
    """The messages of a conversation up to one, oldest first."""
    mine = (MessageRow.conversation_id == conversation_id, MessageRow.sequence <= sequence)
    return (await tx.session.scalars(select(MessageRow).where(*mine).order_by(MessageRow.sequence))).all()


async def flag(tx: Tx, message_id: UUID, reason: str) -> None:
    """Name a reply as one to look at, for one more reason; who looked before looks again."""
    missing = ~MessageRow.review.contains([reason])
    more: Any = MessageRow.review.concat(func.jsonb_build_array(reason))
    named = update(MessageRow).where(MessageRow.id == message_id, missing).values(review=more, reviewed_at=None)
    await tx.session.execute(named, execution_options=BLIND)


async def mark(tx: Tx, subject_id: UUID) -> None:
    """Note that somebody looked."""
    for row in (MessageRow, DraftRow):
        looked = update(row).where(row.id == subject_id).values(reviewed_at=tx.now)
        await tx.session.execute(looked, execution_options=BLIND)

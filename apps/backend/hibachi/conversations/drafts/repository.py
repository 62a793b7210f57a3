"""Every query of drafts. Whoever decides about one holds the row of its thread first, then the draft's."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, case, exists, extract, func, select, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.conversations.drafts.models import ApprovalRow, DraftModeRow, DraftRow
from hibachi.conversations.drafts.schemas import ANY, DraftFilter, DraftMode
from hibachi.conversations.models import ConversationRow, MessageRow
from hibachi.kit.db import Tx

FRESH = {"populate_existing": True}
BLIND = {"synchronize_session": False}
PENDING = DraftRow.status == "pending"
# Made once: every turn asks them.
MODES = (
    DraftModeRow.channel.in_((bindparam("spoken_on"), ANY)),
    DraftModeRow.topic.in_((bindparam("about"), ANY)),
)
MODES_FOR = select(DraftModeRow).where(*MODES)
SWITCHED = exists().where(*MODES, DraftModeRow.drafting)
"""Whether some switch could make a reply of this channel and topic wait; a part of larger statements."""
PENDING_OF = select(DraftRow).where(DraftRow.conversation_id == bindparam("thread"), PENDING).execution_options(**FRESH)


async def modes_for(tx: Tx, channel: str, topic: str) -> Sequence[DraftModeRow]:
    """The switches that could count for a channel and topic."""
    return (await tx.session.scalars(MODES_FOR, {"spoken_on": channel, "about": topic})).all()


async def modes(tx: Tx) -> Sequence[DraftModeRow]:
    """Every switch that was ever turned."""
    wanted = select(DraftModeRow).order_by(DraftModeRow.channel, DraftModeRow.topic)
    return (await tx.session.scalars(wanted.execution_options(**FRESH))).all()


async def mode(tx: Tx, channel: str, topic: str) -> DraftModeRow | None:
    """The switch of exactly this channel and topic, held."""
    wanted = select(DraftModeRow).where(DraftModeRow.channel == channel, DraftModeRow.topic == topic)
    return (await tx.session.scalars(wanted.with_for_update().execution_options(**FRESH))).one_or_none()


async def set_mode(tx: Tx, wanted: DraftMode) -> None:
    """Turn a switch."""
    turned = {"drafting": wanted.drafting, "hours": wanted.hours, "set_at": tx.now}
    turned |= {"set_by": tx.actor.id, "set_by_name": tx.actor.name}
    row = insert(DraftModeRow).values(channel=wanted.channel, topic=wanted.topic, **turned)
    await tx.session.execute(row.on_conflict_do_update(index_elements=["channel", "topic"], set_=turned))


async def add(tx: Tx, row: DraftRow) -> None:
    """Write a draft."""
    tx.session.add(row)
    await tx.session.flush()


async def find(tx: Tx, draft_id: UUID) -> DraftRow | None:
    """One draft as the database has it now."""
    wanted = select(DraftRow).where(DraftRow.id == draft_id)
    return (await tx.session.scalars(wanted.execution_options(**FRESH))).one_or_none()


async def held(tx: Tx, draft_id: UUID) -> DraftRow | None:
    """One draft, locked until the transaction ends."""
    wanted = select(DraftRow).where(DraftRow.id == draft_id).with_for_update()
    return (await tx.session.scalars(wanted.execution_options(**FRESH))).one_or_none()


async def pending(tx: Tx, conversation_id: UUID) -> DraftRow | None:
    """The draft of a conversation that waits."""
    return (await tx.session.scalars(PENDING_OF, {"thread": conversation_id})).one_or_none()


async def end_pending(tx: Tx, conversation_id: UUID, status: str) -> str | None:
    """End the draft that waits in a conversation; what would have been sent, None when there was none."""
    ended = update(DraftRow).where(DraftRow.conversation_id == conversation_id, PENDING).values(status=status)
    wording = func.coalesce(DraftRow.edited_text, DraftRow.text)
    text: str | None = await tx.session.scalar(ended.returning(wording), execution_options=BLIND)
    return text


async def withdraw_of(tx: Tx, customer_id: UUID, channel: str) -> None:
    """Withdraw what waits for a customer on a channel."""
    theirs = select(ConversationRow.id).where(
        ConversationRow.customer_id == customer_id, ConversationRow.channel == channel
    )
    ended = update(DraftRow).where(DraftRow.conversation_id.in_(theirs), PENDING).values(status="withdrawn")
    await tx.session.execute(ended, execution_options=BLIND)


async def page(tx: Tx, wanted: DraftFilter) -> Sequence[DraftRow]:
    """The drafts that fit, the most urgent and then the oldest first: one more than the limit, when there are more."""
    rank = case((DraftRow.priority == "high", 0), (DraftRow.priority == "normal", 1), else_=2)
    found = select(DraftRow).order_by(rank, DraftRow.sequence).offset(wanted.after).limit(wanted.limit + 1)
    exact = {DraftRow.priority: wanted.priority, DraftRow.channel: wanted.channel, DraftRow.status: wanted.status}
    for column, value in exact.items():
        if value != "all":
            found = found.where(column == value)
    if wanted.status == "pending":
        newer = select(MessageRow.id).where(
            MessageRow.conversation_id == DraftRow.conversation_id,
            MessageRow.role == "user",
            MessageRow.sequence > DraftRow.last_sequence,
        )
        found = found.where(DraftRow.expires_at > tx.now, ~newer.exists())
    return (await tx.session.scalars(found.execution_options(**FRESH))).all()


async def approval(tx: Tx, draft_id: UUID) -> ApprovalRow | None:
    """The approval of a draft."""
    return (await tx.session.scalars(select(ApprovalRow).where(ApprovalRow.draft_id == draft_id))).one_or_none()


async def add_approval(tx: Tx, row: ApprovalRow) -> None:
    """Write an approval; the table takes one a draft."""
    tx.session.add(row)
    await tx.session.flush()


async def save(tx: Tx, row: DraftRow | ApprovalRow) -> None:
    """Write the changed fields of a held row."""
    tx.session.add(row)
    await tx.session.flush()


async def decided(tx: Tx) -> Sequence[Any]:
    """What became of the drafts: channel, topic, status, edit distance, seconds that a person spent and that it waited."""
    spent = extract("epoch", DraftRow.decided_at - DraftRow.opened_at)
    waited = extract("epoch", DraftRow.decided_at - DraftRow.created_at)
    wanted = select(DraftRow.channel, DraftRow.topic, DraftRow.status, DraftRow.edit_distance, spent, waited)
    return (await tx.session.execute(wanted.where(DraftRow.status.in_(("sent", "rejected", "pending"))))).all()


async def last_sequence(tx: Tx, message_ids: Sequence[UUID]) -> int:
    """The sequence of the newest of these messages."""
    newest = select(func.max(MessageRow.sequence)).where(MessageRow.id.in_(message_ids))
    return int(await tx.session.scalar(newest) or 0)

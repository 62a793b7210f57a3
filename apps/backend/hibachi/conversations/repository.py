"""Every query of threads and messages. Whoever changes a thread holds its row until the transaction ends."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    Select,
    bindparam,
    exists,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP, insert
from sqlalchemy.orm import aliased
from sqlalchemy.sql import expression
from sqlalchemy.sql.dml import ReturningInsert

from hibachi.conversations.models import AnalyticsRow, ConversationRow, MessageRow, OptOutRow
from hibachi.conversations.schemas import ConversationFilter, Inbound, Status
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

FRESH = {"populate_existing": True}
BLIND = {"synchronize_session": False}
OPEN = ConversationRow.status != "closed"


def _add_inbound() -> Select[MessageRow]:
    """The statement of add_inbound, made once. What writes beside the message reads it, so a known id moves nothing.

    No parameter is called like a column: SQLAlchemy would set that column in the update too.
    """
    row = {
        MessageRow.id: bindparam("message_id"),
        MessageRow.conversation_id: bindparam("thread_id"),
        MessageRow.channel: bindparam("spoken_on"),
        MessageRow.provider_message_id: bindparam("provider_id"),
        MessageRow.role: "user",
        MessageRow.content: bindparam("said"),
        MessageRow.meta: bindparam("said_with"),
        MessageRow.created_at: bindparam("now"),
    }
    made = insert(MessageRow).values(row).on_conflict_do_nothing().returning(MessageRow).cte("made")
    metadata = bindparam("thread_metadata", type_=JSONB)
    now = bindparam("now", type_=TIMESTAMP(timezone=True))
    touched = update(ConversationRow).where(ConversationRow.id == made.c.conversation_id)
    touched = touched.values(
        last_message_at=now, updated_at=now, channel_metadata=ConversationRow.channel_metadata.concat(metadata)
    )
    counted = insert(AnalyticsRow).from_select(
        ["conversation_id", "total_messages"], select(made.c.conversation_id, literal(1))
    )
    counted = counted.on_conflict_do_update(
        index_elements=["conversation_id"], set_={"total_messages": AnalyticsRow.__table__.c.total_messages + 1}
    )
    both = touched.returning(ConversationRow.id).cte("touched"), counted.cte("counted")
    return select(aliased(MessageRow, made)).add_cte(*both)


def _open_thread() -> ReturningInsert[ConversationRow]:
    """The statement of open_thread, made once."""
    row = ConversationRow.__table__
    now: BindParameter[datetime] = bindparam("now")
    made = insert(ConversationRow).values(
        {
            ConversationRow.id: bindparam("thread_id"),
            ConversationRow.channel: bindparam("spoken_on"),
            ConversationRow.customer_id: bindparam("customer"),
            ConversationRow.channel_metadata: bindparam("thread_metadata"),
            ConversationRow.created_at: now,
            ConversationRow.updated_at: now,
            ConversationRow.last_message_at: now,
        }
    )
    upsert = made.on_conflict_do_update(
        index_elements=["user_id", "channel"],
        index_where=text("status <> 'closed'"),
        set_={"updated_at": row.c.updated_at},
    )
    return upsert.returning(ConversationRow)


# Made once: every turn asks them, and building one anew with its key costs more than asking it.
OPEN_THREAD = _open_thread()
ADD_INBOUND = _add_inbound()
READ = select(ConversationRow).where(ConversationRow.id == bindparam("thread")).execution_options(**FRESH)
LOCK = READ.with_for_update()
_ASKED = (MessageRow.conversation_id == bindparam("thread"), MessageRow.role == "user")
UNANSWERED = (
    select(MessageRow)
    .where(*_ASKED, MessageRow.answered_by.is_(None))
    .order_by(MessageRow.sequence)
    .execution_options(**FRESH)
)
NEWEST_OF_THREAD = (
    select(MessageRow)
    .where(MessageRow.conversation_id == bindparam("thread"))
    .order_by(MessageRow.sequence.desc())
    .limit(bindparam("most"))
    .execution_options(**FRESH)
)
OPTED_OUT = select(
    exists().where(
        OptOutRow.customer_id == bindparam("customer"),
        OptOutRow.ended_at.is_(None),
        OptOutRow.channel == bindparam("spoken_on"),
    )
)
_REPLY = aliased(MessageRow, name="reply")
WITH_REPLY = (
    select(MessageRow, _REPLY, ConversationRow)
    .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
    .outerjoin(_REPLY, _REPLY.id == MessageRow.answered_by)
    .where(MessageRow.id == bindparam("message"))
    .execution_options(**FRESH)
)


async def read(tx: Tx, conversation_id: UUID) -> ConversationRow | None:
    """A conversation as the database has it now."""
    return (await tx.session.execute(READ, {"thread": conversation_id})).scalar_one_or_none()


async def lock(tx: Tx, conversation_id: UUID) -> ConversationRow | None:
    """A conversation, its row held until the transaction ends."""
    return (await tx.session.execute(LOCK, {"thread": conversation_id})).scalar_one_or_none()


async def earlier(tx: Tx, channel: str, provider_message_id: str) -> MessageRow | None:
    """The message that a channel's provider gave this id."""
    wanted = select(MessageRow).where(
        MessageRow.channel == channel, MessageRow.provider_message_id == provider_message_id
    )
    return (await tx.session.execute(wanted)).scalar_one_or_none()


async def abandon_stale(tx: Tx, inbound: Inbound, *, silent_since: datetime) -> None:
    """Close the customer's open thread on this channel when nothing was said in it for too long."""
    closed = (
        update(ConversationRow)
        .where(ConversationRow.customer_id == inbound.customer_id, ConversationRow.channel == inbound.channel)
        .where(OPEN, ConversationRow.last_message_at < silent_since)
        .values(status="closed", closed_at=tx.now, updated_at=tx.now)
        .returning(ConversationRow.id)
        .cte("closed")
    )
    counted = update(AnalyticsRow).where(AnalyticsRow.conversation_id == closed.c.id)
    await tx.session.execute(counted.values(resolution_status="abandoned"), execution_options=BLIND)


async def open_thread(tx: Tx, *, channel: str, customer_id: UUID, channel_metadata: dict[str, Any]) -> ConversationRow:
    """The customer's one open thread on this channel, held; made when there is none. The index lets only one be."""
    values = {
        "thread_id": new_id(),
        "spoken_on": channel,
        "customer": customer_id,
        "thread_metadata": channel_metadata,
        "now": tx.now,
    }
    return (await tx.session.execute(OPEN_THREAD, values, execution_options=FRESH)).scalar_one()


async def add_inbound(tx: Tx, conversation: ConversationRow, inbound: Inbound, content: str) -> MessageRow | None:
    """Write a customer's message, move its thread to now and count it; None when the provider's id is there already.

    One statement: every customer's message passes here, and each round trip costs more than the three writes.
    """
    values = {
        "message_id": new_id(),
        "thread_id": conversation.id,
        "spoken_on": inbound.channel,
        "provider_id": inbound.provider_message_id,
        "said": content,
        "said_with": inbound.meta,
        "now": tx.now,
        "thread_metadata": inbound.channel_metadata,
    }
    return (await tx.session.execute(ADD_INBOUND, values)).scalar_one_or_none()


async def add(tx: Tx, row: MessageRow) -> None:
    """Write what goes out."""
    tx.session.add(row)
    await tx.session.flush()


async def number(tx: Tx, conversation_id: UUID) -> None:
    """Count a message that answers nothing; the thread may be as new as the message."""
    counted = insert(AnalyticsRow).values(conversation_id=conversation_id, total_messages=1)
    more = {"total_messages": AnalyticsRow.total_messages + 1}
    await tx.session.execute(counted.on_conflict_do_update(index_elements=["conversation_id"], set_=more))


async def note(tx: Tx, conversation_id: UUID, **numbers: Any) -> None:
    """Set numbers of a conversation."""
    noted = update(AnalyticsRow).where(AnalyticsRow.conversation_id == conversation_id).values(**numbers)
    await tx.session.execute(noted, execution_options=BLIND)


async def save(tx: Tx, row: ConversationRow | MessageRow) -> None:
    """Write the changed fields of a row."""
    if isinstance(row, ConversationRow):
        row.updated_at = tx.now
    await tx.session.flush()


async def unanswered(tx: Tx, conversation_id: UUID) -> Sequence[MessageRow]:
    """The customer's messages that have no reply, oldest first."""
    return (await tx.session.execute(UNANSWERED, {"thread": conversation_id})).scalars().all()


async def newest_of_thread(tx: Tx, conversation_id: UUID, limit: int) -> Sequence[MessageRow]:
    """The last messages of a thread, oldest first."""
    asked = {"thread": conversation_id, "most": limit}
    return (await tx.session.execute(NEWEST_OF_THREAD, asked)).scalars().all()[::-1]


async def newest(tx: Tx, which: expression.ColumnElement[bool], limit: int) -> Sequence[MessageRow]:
    """The last messages that fit, oldest first."""
    wanted = select(MessageRow).where(which).order_by(MessageRow.sequence.desc()).limit(limit)
    return (await tx.session.execute(wanted.execution_options(**FRESH))).scalars().all()[::-1]


async def newest_of(tx: Tx, ids: Collection[UUID]) -> Sequence[tuple[UUID, int | None, Status]]:
    """Of each of these threads the sequence of its last message, and its status."""
    last = select(MessageRow.sequence).where(MessageRow.conversation_id == ConversationRow.id)
    last_one = last.order_by(MessageRow.sequence.desc()).limit(1).scalar_subquery()
    wanted = select(ConversationRow.id, last_one, ConversationRow.status).where(ConversationRow.id.in_(ids))
    return [tuple(row) for row in (await tx.session.execute(wanted)).all()]


async def after(tx: Tx, conversation_id: UUID, sequence: int, limit: int) -> Sequence[MessageRow]:
    """The messages of a thread above a sequence, oldest first."""
    wanted = select(MessageRow).where(of_conversation(conversation_id), MessageRow.sequence > sequence)
    ordered = wanted.order_by(MessageRow.sequence).limit(limit).execution_options(**FRESH)
    return (await tx.session.execute(ordered)).scalars().all()


def of_conversation(conversation_id: UUID) -> expression.ColumnElement[bool]:
    """The messages of one thread."""
    return MessageRow.conversation_id == conversation_id


def of_customer(customer_id: UUID) -> expression.ColumnElement[bool]:
    """The messages of every thread of one person."""
    threads = select(ConversationRow.id).where(ConversationRow.customer_id == customer_id)
    return MessageRow.conversation_id.in_(threads)


async def message(tx: Tx, conversation_id: UUID, message_id: UUID) -> MessageRow | None:
    """One message of a conversation, its row held."""
    wanted = select(MessageRow).where(MessageRow.id == message_id, MessageRow.conversation_id == conversation_id)
    held = wanted.with_for_update().execution_options(**FRESH)
    return (await tx.session.execute(held)).scalar_one_or_none()


async def some(tx: Tx, ids: Collection[UUID]) -> Sequence[ConversationRow]:
    """The conversations of these ids."""
    return (await tx.session.scalars(select(ConversationRow).where(ConversationRow.id.in_(ids)))).all()


async def threads(tx: Tx, customer_id: UUID) -> Sequence[ConversationRow]:
    """A person's conversations, the one with the newest message first."""
    wanted = select(ConversationRow).where(ConversationRow.customer_id == customer_id)
    ordered = wanted.order_by(ConversationRow.last_message_at.desc(), ConversationRow.id.desc())
    return (await tx.session.execute(ordered.execution_options(**FRESH))).scalars().all()


async def analytics(tx: Tx, conversation_id: UUID) -> AnalyticsRow:
    """The numbers of a conversation."""
    wanted = select(AnalyticsRow).where(AnalyticsRow.conversation_id == conversation_id)
    return (await tx.session.execute(wanted.execution_options(**FRESH))).scalar_one()


async def page(tx: Tx, wanted: ConversationFilter) -> Sequence[ConversationRow]:
    """The conversations that fit, newest first: one more than the limit, when there are more."""
    found = select(ConversationRow).order_by(ConversationRow.id.desc()).limit(wanted.limit + 1)
    exact = {
        ConversationRow.status: wanted.status,
        ConversationRow.channel: wanted.channel,
        ConversationRow.customer_id: wanted.customer_id,
        ConversationRow.assigned_agent_id: wanted.assigned_agent_id,
    }
    for column, value in exact.items():
        if value is not None:
            found = found.where(column == value)
    if wanted.before:
        found = found.where(ConversationRow.id < wanted.before)
    return (await tx.session.execute(found)).scalars().all()


async def add_opt_out(tx: Tx, customer_id: UUID, channel: str, words: str) -> bool:
    """Write an opt-out; False when one is in force."""
    columns = {"id": new_id(), "customer_id": customer_id, "channel": channel, "words": words, "at": tx.now}
    noted = insert(OptOutRow).values(columns).on_conflict_do_nothing().returning(OptOutRow.id)
    return (await tx.session.execute(noted)).scalar_one_or_none() is not None


async def end_opt_out(tx: Tx, customer_id: UUID, channel: str, words: str) -> bool:
    """End the opt-out in force; False when there is none."""
    ended = update(OptOutRow).where(in_force(customer_id), OptOutRow.channel == channel)
    ended = ended.values(ended_at=tx.now, ended_words=words)
    done = await tx.session.execute(ended.returning(OptOutRow.id), execution_options=BLIND)
    return done.scalar_one_or_none() is not None


async def opted_out(tx: Tx, customer_id: UUID, channel: str) -> bool:
    """Whether an opt-out is in force."""
    return bool((await tx.session.execute(OPTED_OUT, {"customer": customer_id, "spoken_on": channel})).scalar_one())


async def opt_outs(tx: Tx, customer_id: UUID) -> Sequence[OptOutRow]:
    """The opt-outs of a person that hold now, oldest first."""
    return (await tx.session.scalars(select(OptOutRow).where(in_force(customer_id)).order_by(OptOutRow.at))).all()


def in_force(customer_id: UUID) -> expression.ColumnElement[bool]:
    """The opt-outs of a person that hold now."""
    return (OptOutRow.customer_id == customer_id) & OptOutRow.ended_at.is_(None)


async def open_threads(tx: Tx, ids: Collection[UUID]) -> Sequence[ConversationRow]:
    """The threads of these people that are not closed, held, in the order of their ids."""
    wanted = select(ConversationRow).where(ConversationRow.customer_id.in_(ids), OPEN).order_by(ConversationRow.id)
    return (await tx.session.execute(wanted.with_for_update().execution_options(**FRESH))).scalars().all()


async def latest_thread(tx: Tx, customer_id: UUID) -> ConversationRow | None:
    """The thread in which a customer was spoken with last, held; None for somebody without one."""
    wanted = select(ConversationRow).where(ConversationRow.customer_id == customer_id)
    wanted = wanted.order_by(ConversationRow.last_message_at.desc(), ConversationRow.id.desc()).limit(1)
    return (await tx.session.scalars(wanted.with_for_update().execution_options(**FRESH))).one_or_none()


async def with_reply(tx: Tx, message_id: UUID) -> tuple[MessageRow | None, MessageRow | None, ConversationRow | None]:
    """A message, its reply if it has one, and its thread, as the database has them now."""
    found = (await tx.session.execute(WITH_REPLY, {"message": message_id})).one_or_none()
    if found is None:
        return None, None, None
    message, reply, thread = found
    return message, reply, thread

"""Every query of a reply as it goes out: may it, and what moves with it. Each is one statement, made once: every turn
asks it, and each round trip costs more than what it asks for."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Boolean,
    Float,
    Numeric,
    Select,
    Update,
    Uuid,
    any_,
    bindparam,
    case,
    cast,
    exists,
    extract,
    func,
    null,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP

from hibachi.conversations.drafts import repository as drafts
from hibachi.conversations.models import AnalyticsRow, ConversationRow, MessageRow, OptOutRow
from hibachi.kit.db import Tx

INSTANT = TIMESTAMP(timezone=True)


class Standing(NamedTuple):
    """The customer's messages of a thread by whether they have their reply (of the answered only those asked for),
    whether the customer opted out, and whether some switch could make a reply wait for a person."""

    answered: Collection[UUID]
    unanswered: Collection[UUID]
    opted_out: bool
    switched: bool


def _standing() -> Select[Sequence[UUID], Sequence[UUID], bool, bool]:
    answered = MessageRow.answered_by.is_not(None)
    stopped = exists().where(
        OptOutRow.customer_id == bindparam("customer", type_=Uuid()),
        OptOutRow.ended_at.is_(None),
        OptOutRow.channel == bindparam("spoken_on"),
    )
    these = MessageRow.id == any_(bindparam("ids", type_=ARRAY(Uuid())))
    return select(
        func.array_agg(MessageRow.id).filter(answered),
        func.array_agg(MessageRow.id).filter(~answered),
        stopped,
        drafts.SWITCHED,
    ).where(MessageRow.conversation_id == bindparam("thread"), MessageRow.role == "user", ~answered | these)


def _replied(*, is_response: bool) -> Update:
    """Marks what a reply answers, moves the thread to now, and brings its numbers up to date."""
    messages, threads, numbers_of = (one.__table__.c for one in (MessageRow, ConversationRow, AnalyticsRow))
    these = messages.id == any_(bindparam("ids", type_=ARRAY(Uuid())))
    answered = update(messages.id.table).where(these).values(answered_by=bindparam("reply_id", type_=Uuid()))
    now, lets_go = bindparam("now", type_=INSTANT), bindparam("lets_go", type_=Boolean())
    moved = update(threads.id.table).where(threads.id == bindparam("thread_id", type_=Uuid()))
    moved = moved.values(
        last_message_at=now,
        updated_at=now,
        disclosed_at=func.coalesce(bindparam("told_at", type_=INSTANT), threads.disclosed_at),
        turn_owner=case((lets_go, null()), else_=threads.turn_owner),
        turn_lease_until=case((lets_go, null()), else_=threads.turn_lease_until),
    )
    touched = moved.returning(threads.id).cte("touched")
    of_thread = messages.conversation_id == numbers_of.conversation_id
    confidence = select(func.avg(messages.confidence)).where(of_thread).scalar_subquery()
    first = select(func.min(messages.created_at)).where(of_thread, messages.role == "user").scalar_subquery()
    numbers: dict[str, Any] = {
        "total_messages": numbers_of.total_messages + 1,
        "total_cost_usd": numbers_of.total_cost_usd + bindparam("cost", type_=Numeric()),
        "avg_confidence": confidence,
    }
    if is_response:
        waited = cast(extract("epoch", now - first), Float)
        numbers["first_response_time_seconds"] = func.coalesce(numbers_of.first_response_time_seconds, waited)
    counted = update(numbers_of.conversation_id.table).where(numbers_of.conversation_id == touched.c.id)
    return counted.values(**numbers).add_cte(answered.cte("answered"))


STANDING = _standing()
REPLIED = {is_response: _replied(is_response=is_response) for is_response in (False, True)}


async def standing(tx: Tx, thread: ConversationRow, ids: Collection[UUID], topic: str = "") -> Standing:
    """All that decides whether words may go out in a held thread; ids: the messages that they answer."""
    asked = {"thread": thread.id, "ids": list(ids), "customer": thread.customer_id, "spoken_on": thread.channel}
    row = (await tx.session.execute(STANDING, {**asked, "about": topic})).one()
    return Standing(row[0] or (), row[1] or (), row[2], row[3])


async def note_reply(
    tx: Tx,
    row: MessageRow,
    *,
    answers: Collection[UUID],
    cost_usd: Decimal,
    is_response: bool,
    discloses: bool,
    lets_go: bool,
) -> None:
    """Mark what a written reply answers and count it. discloses: it says that a machine answers; lets_go: the turn
    ends with it."""
    values = {
        "ids": list(answers),
        "reply_id": row.id,
        "thread_id": row.conversation_id,
        "now": tx.now,
        "told_at": tx.now if discloses else None,
        "lets_go": lets_go,
        "cost": cost_usd,
    }
    await tx.session.execute(REPLIED[is_response], values)

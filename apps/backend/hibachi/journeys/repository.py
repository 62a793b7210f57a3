"""Every query of journeys."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, exists, func, or_, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from hibachi.journeys.models import JourneyRow
from hibachi.journeys.rules import Kind, Occasion
from hibachi.journeys.schemas import JourneyFilter
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

Key = tuple[str, UUID, str, date]
KEY = tuple_(JourneyRow.kind, JourneyRow.subject_id, JourneyRow.step, JourneyRow.day)
FRESH = {"populate_existing": True}
NEW = "due"
"""The reason of a row that is decided for the first time."""
NO_LONGER = "no_longer"
"""Of what was held back until there was nothing to say; should there be again (a party moved back), it is decided anew."""
OPEN = or_(JourneyRow.state == "waiting", and_(JourneyRow.state == "stopped", JourneyRow.reason == NO_LONGER))


def is_open(row: JourneyRow) -> bool:
    """Whether it may still be said."""
    return row.state == "waiting" or (row.state, row.reason) == ("stopped", NO_LONGER)


async def claim(tx: Tx, occasion: Occasion) -> JourneyRow:
    """The row of an occasion, made if there was none, and this transaction's alone: two workers decide one after the other."""
    values: dict[str, Any] = {
        "id": new_id(),
        "kind": occasion.kind,
        "subject_id": occasion.subject,
        "step": occasion.step,
        "day": occasion.day,
        "customer_id": occasion.customer_id,
        "booking_id": occasion.booking_id,
        "zone": occasion.zone,
        "conversation_id": occasion.conversation_id,
        "due_at": occasion.due,
        "until_at": occasion.until,
        "state": "waiting",
        "reason": NEW,
        "created_at": tx.now,
        "updated_at": tx.now,
    }
    await tx.session.execute(insert(JourneyRow).values(values).on_conflict_do_nothing())
    row = await held(tx, occasion.key)
    assert row is not None, "it was just made, or was there"
    return row


async def held(tx: Tx, key: Key) -> JourneyRow | None:
    """The row of an occasion, locked until the transaction ends."""
    wanted = select(JourneyRow).where(KEY == key).with_for_update().execution_options(**FRESH)
    found: JourneyRow | None = await tx.session.scalar(wanted)
    return found


async def person_of(tx: Tx, journey_id: UUID) -> UUID | None:
    """Whose a row is."""
    return await tx.session.scalar(select(JourneyRow.customer_id).where(JourneyRow.id == journey_id))


async def by_id(tx: Tx, journey_id: UUID) -> JourneyRow | None:
    """A row, locked until the transaction ends."""
    wanted = select(JourneyRow).where(JourneyRow.id == journey_id).with_for_update().execution_options(**FRESH)
    found: JourneyRow | None = await tx.session.scalar(wanted)
    return found


async def save(tx: Tx, row: JourneyRow, **values: Any) -> None:
    """Write what changed of a held row."""
    for name, value in {**values, "updated_at": tx.now}.items():
        setattr(row, name, value)
    await tx.session.flush()


async def refresh(tx: Tx, row: JourneyRow, occasion: Occasion) -> None:
    """Bring an open row to the occasion as it is now."""
    reason = NEW if row.reason == NO_LONGER else row.reason
    now = {"due_at": occasion.due, "until_at": occasion.until, "zone": occasion.zone}
    await save(tx, row, state="waiting", reason=reason, customer_id=occasion.customer_id, **now)


def occasion_of(row: JourneyRow) -> Occasion:
    """What a row was made from."""
    return Occasion(
        kind=row.kind,
        step=row.step,
        subject=row.subject_id,
        day=row.day,
        due=row.due_at,
        until=row.until_at,
        customer_id=row.customer_id,
        booking_id=row.booking_id,
        zone=row.zone,
        conversation_id=row.conversation_id,
    )


def key_of(row: JourneyRow) -> Key:
    """What makes a row the same message."""
    return row.kind, row.subject_id, row.step, row.day


async def finished(tx: Tx, keys: Collection[Key]) -> set[Key]:
    """Those of these messages that are decided for good, or on their way."""
    if not keys:
        return set()
    wanted = select(JourneyRow.kind, JourneyRow.subject_id, JourneyRow.step, JourneyRow.day)
    found = await tx.session.execute(wanted.where(KEY.in_(keys), ~OPEN))
    return {(kind, subject, step, day) for kind, subject, step, day in found}


async def waiting(tx: Tx) -> Sequence[JourneyRow]:
    """What is held back."""
    return (await tx.session.scalars(select(JourneyRow).where(JourneyRow.state == "waiting"))).all()


async def queued(tx: Tx) -> Sequence[tuple[UUID, UUID]]:
    """What the outbox has: the row's id and its message's."""
    found = await tx.session.execute(select(JourneyRow.id, JourneyRow.message_id).where(JourneyRow.state == "queued"))
    return [(one, message) for one, message in found if message is not None]


async def of_message(tx: Tx, message_id: UUID) -> JourneyRow | None:
    """The row of a message, as it is; None for a message that is no journey's."""
    found: JourneyRow | None = await tx.session.scalar(
        select(JourneyRow).where(JourneyRow.message_id == message_id).execution_options(**FRESH)
    )
    return found


async def said_since(
    tx: Tx, customer_ids: Collection[UUID], kinds: Collection[Kind], since: datetime
) -> Sequence[JourneyRow]:
    """What was said to somebody of these kinds since an instant, oldest first."""
    said = select(JourneyRow).where(
        JourneyRow.customer_id.in_(customer_ids), JourneyRow.kind.in_(kinds), JourneyRow.updated_at >= since
    )
    return (
        await tx.session.scalars(said.where(JourneyRow.state.in_(("queued", "sent"))).order_by(JourneyRow.updated_at))
    ).all()


async def said_about(tx: Tx, subject_id: UUID) -> Sequence[JourneyRow]:
    """What was said about a subject, oldest first."""
    said = select(JourneyRow).where(JourneyRow.subject_id == subject_id, JourneyRow.state.in_(("queued", "sent")))
    return (await tx.session.scalars(said.order_by(JourneyRow.updated_at))).all()


async def hand_over(tx: Tx, kept: UUID, gone: UUID) -> Sequence[UUID]:
    """Give every message of one customer to another; which they were. What is about the person themselves follows too."""
    other = aliased(JourneyRow)
    told = exists().where(
        other.kind == JourneyRow.kind,
        other.subject_id == kept,
        other.step == JourneyRow.step,
        other.day == JourneyRow.day,
    )
    about = update(JourneyRow).where(JourneyRow.subject_id == gone, ~told).values(subject_id=kept)
    await tx.session.execute(about, execution_options={"synchronize_session": False})
    moved = update(JourneyRow).where(JourneyRow.customer_id == gone).values(customer_id=kept).returning(JourneyRow.id)
    return (await tx.session.scalars(moved, execution_options={"synchronize_session": "fetch"})).all()


async def hand_back(tx: Tx, gone: UUID, kept: UUID, ids: Collection[UUID]) -> None:
    """Give these messages back to the customer whose they were."""
    mine = update(JourneyRow).where(JourneyRow.id.in_(ids), JourneyRow.customer_id == kept)
    await tx.session.execute(mine.values(customer_id=gone), execution_options={"synchronize_session": "fetch"})
    about = update(JourneyRow).where(JourneyRow.id.in_(ids), JourneyRow.subject_id == kept)
    await tx.session.execute(about.values(subject_id=gone), execution_options={"synchronize_session": False})


async def page(tx: Tx, wanted: JourneyFilter) -> Sequence[JourneyRow]:
    """The messages that fit, newest first: one more than the limit, when there are more."""
    found = select(JourneyRow).order_by(JourneyRow.id.desc()).limit(wanted.limit + 1)
    for field in ("kind", "state", "customer_id", "booking_id"):
        if (value := getattr(wanted, field)) is not None:
            found = found.where(getattr(JourneyRow, field) == value)
    if wanted.before is not None:
        found = found.where(JourneyRow.id < wanted.before)
    return (await tx.session.scalars(found)).all()


async def counts(tx: Tx, since: datetime) -> dict[tuple[str, str], int]:
    """How many messages of each kind are in each state, of those that changed since an instant."""
    wanted = select(JourneyRow.kind, JourneyRow.state, func.count()).where(JourneyRow.updated_at >= since)
    found = await tx.session.execute(wanted.group_by(JourneyRow.kind, JourneyRow.state))
    return {(kind, state): number for kind, state, number in found}

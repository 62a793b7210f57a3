"""Every query of parties."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import BookingFilter
from hibachi.kit.db import Tx

UNPAID = ("held", "deposit_pending")
OPEN = (*UNPAID, "confirmed")
DIGITS = 3
"""From so many digits on a search looks at telephone numbers."""


def _for_change(*conditions: Any) -> Select[BookingRow]:
    chosen = select(BookingRow).where(*conditions).with_for_update()
    return chosen.execution_options(populate_existing=True)


# What every booking asks is made once: building it anew costs more than asking it.
LIVE_BY_TOKEN = _for_change(
    BookingRow.hold_token == bindparam("token"), BookingRow.hold_expires_at > bindparam("instant")
)
OPEN_OF = _for_change(BookingRow.customer_id == bindparam("customer"), BookingRow.status.in_(OPEN)).order_by(
    BookingRow.id
)
OF_CUSTOMER = (
    select(BookingRow)
    .where(BookingRow.customer_id == bindparam("customer"))
    .order_by(BookingRow.event_start, BookingRow.id)
)


async def get(tx: Tx, booking_id: UUID) -> BookingRow | None:
    """One party."""
    return await _one(tx.session, select(BookingRow).where(BookingRow.id == booking_id))


async def locked(tx: Tx, booking_id: UUID) -> BookingRow | None:
    """One party as it is now, locked until the transaction ends."""
    return await _one(tx.session, _for_change(BookingRow.id == booking_id))


async def locked_by_token(tx: Tx, token: str) -> BookingRow | None:
    """The party of a hold's token, locked until the transaction ends."""
    return await _one(tx.session, _for_change(BookingRow.hold_token == token))


async def locked_live_by_token(tx: Tx, token: str) -> BookingRow | None:
    """The party of a hold's token, locked; None unless its time is still kept without a deposit."""
    found: BookingRow | None = await tx.session.scalar(LIVE_BY_TOKEN, {"token": token, "instant": tx.now})
    return found


async def customer_of(tx: Tx, token: str) -> UUID | None:
    """To whom a hold's token was given."""
    found: UUID | None = await tx.session.scalar(select(BookingRow.customer_id).where(BookingRow.hold_token == token))
    return found


async def holds_of(tx: Tx, customer_ids: Collection[UUID]) -> Sequence[BookingRow]:
    """The holds of these customers, locked, the one that lasts longest at the end."""
    theirs = _for_change(BookingRow.customer_id.in_(customer_ids), BookingRow.status == "held")
    return (await tx.session.scalars(theirs.order_by(BookingRow.hold_expires_at, BookingRow.id))).all()


async def hand_over(tx: Tx, kept: UUID, gone: UUID) -> Sequence[UUID]:
    """Give every party of one customer to another; nothing of the party itself changes. The parties' ids."""
    moved = update(BookingRow).where(BookingRow.customer_id == gone).values(customer_id=kept).returning(BookingRow.id)
    return (await tx.session.scalars(moved, execution_options={"synchronize_session": "fetch"})).all()


async def hand_back(tx: Tx, gone: UUID, kept: UUID, booking_ids: Collection[UUID]) -> None:
    """Give these parties back to the customer whose they were."""
    mine = update(BookingRow).where(BookingRow.id.in_(booking_ids), BookingRow.customer_id == kept)
    await tx.session.execute(mine.values(customer_id=gone), execution_options={"synchronize_session": "fetch"})


async def open_of(tx: Tx, customer_id: UUID) -> Sequence[BookingRow]:
    """A customer's parties that are not ended, locked, in the order of their making."""
    return (await tx.session.scalars(OPEN_OF, {"customer": customer_id})).all()


async def of_customer(tx: Tx, customer_id: UUID) -> Sequence[BookingRow]:
    """Every party of a customer, in the order of their time."""
    return (await tx.session.scalars(OF_CUSTOMER, {"customer": customer_id})).all()


async def of_person(tx: Tx, customer_id: UUID, addresses: Collection[str]) -> Sequence[BookingRow]:
    """Every party of a customer, and those that were made under one of these numbers or e-mail addresses."""
    theirs = or_(
        BookingRow.customer_id == customer_id, BookingRow.phone.in_(addresses), BookingRow.email.in_(addresses)
    )
    return (await tx.session.scalars(select(BookingRow).where(theirs).order_by(BookingRow.id))).all()


async def quoted(tx: Tx, quote_ids: Collection[UUID], booking_ids: Collection[UUID]) -> Sequence[BookingRow]:
    """The parties that have one of these prices, and those of these ids."""
    wanted = BookingRow.quote_id.in_(quote_ids) | BookingRow.id.in_(booking_ids)
    return (await tx.session.scalars(select(BookingRow).where(wanted).order_by(BookingRow.id))).all()


async def between(tx: Tx, start: datetime, end: datetime) -> Sequence[BookingRow]:
    """Parties that start in [start, end), earliest first."""
    inside = select(BookingRow).where(BookingRow.event_start >= start, BookingRow.event_start < end)
    return (await tx.session.scalars(inside.order_by(BookingRow.event_start, BookingRow.id))).all()


async def page(tx: Tx, wanted: BookingFilter, party: UUID | None) -> Sequence[BookingRow]:
    """The parties that fit, in the order asked for: one more than the limit, when there are more.

    party: the one that a search by reference means; it is found beside whatever the words find.
    """
    found = select(BookingRow).limit(wanted.limit + 1)
    conditions = {
        "customer_id": BookingRow.customer_id.__eq__,
        "chef_id": BookingRow.chef_id.__eq__,
        "first": BookingRow.event_date.__ge__,
        "last": BookingRow.event_date.__le__,
    }
    asked = {field: getattr(wanted, field) for field in conditions}
    given = [conditions[field](value) for field, value in asked.items() if value is not None]
    if wanted.status is not None:
        given.append(_counts_as(wanted.status, tx.now))
    if wanted.q is not None:
        given.append(_said(wanted.q) | (BookingRow.id == party))
    return (await tx.session.scalars(_in_order(found.where(*given), wanted))).all()


def _counts_as(status: str, now: datetime) -> ColumnElement[bool]:
    """Parties of a state as others see it: an unpaid one whose time ran out is cancelled."""
    lapsed = BookingRow.status.in_(UNPAID) & (BookingRow.hold_expires_at <= now)
    if status == "cancelled":
        return (BookingRow.status == status) | lapsed
    return (BookingRow.status == status) & ~lapsed if status in UNPAID else BookingRow.status == status


def _said(q: str) -> ColumnElement[bool]:
    """Parties whose name, address, e-mail address, number or ZIP holds these words."""
    texts = (BookingRow.name, BookingRow.location, BookingRow.email, BookingRow.zip_code)
    digits = "".join(filter(str.isdigit, q))
    held = [column.icontains(q, autoescape=True) for column in texts]
    return or_(*held, BookingRow.phone.contains(digits)) if len(digits) >= DIGITS else or_(*held)


def _in_order(found: Select[BookingRow], wanted: BookingFilter) -> Select[BookingRow]:
    """The page after `before`: newest made first, or by the time of the party."""
    if wanted.sort == "made":
        ordered = found.order_by(BookingRow.id.desc())
        return ordered.where(BookingRow.id < wanted.before) if wanted.before else ordered
    key, soonest = tuple_(BookingRow.event_start, BookingRow.id), wanted.sort == "soonest"
    columns = (BookingRow.event_start, BookingRow.id)
    ordered = found.order_by(*(column if soonest else column.desc() for column in columns))
    if wanted.before is None:
        return ordered
    last = select(*columns).where(BookingRow.id == wanted.before).scalar_subquery()
    return ordered.where(key > last if soonest else key < last)


async def over(tx: Tx) -> Sequence[BookingRow]:
    """Confirmed parties whose end has passed; those that somebody else changes just now are left for the next run."""
    ended = select(BookingRow).where(BookingRow.status == "confirmed", BookingRow.event_end <= tx.now)
    return (await tx.session.scalars(ended.order_by(BookingRow.id).with_for_update(skip_locked=True))).all()


async def lapsed(tx: Tx) -> Sequence[BookingRow]:
    """Holds and unpaid requests whose time ran out; those that somebody else changes just now are left."""
    late = select(BookingRow).where(BookingRow.status.in_(UNPAID), BookingRow.hold_expires_at <= tx.now)
    return (await tx.session.scalars(late.order_by(BookingRow.id).with_for_update(skip_locked=True))).all()


async def awaiting_deposit(tx: Tx, booking_id: UUID | None) -> Sequence[BookingRow]:
    """Parties that are held for their deposit now: all, or this one, locked."""
    waits = select(BookingRow).where(BookingRow.status == "deposit_pending", BookingRow.hold_expires_at > tx.now)
    if booking_id is not None:
        waits = waits.where(BookingRow.id == booking_id).with_for_update()
    return (
        await tx.session.scalars(waits.order_by(BookingRow.id), execution_options={"populate_existing": True})
    ).all()


async def add(tx: Tx, row: BookingRow) -> None:
    """Write a new party."""
    tx.session.add(row)
    await tx.session.flush()


async def save(tx: Tx, row: BookingRow) -> None:
    """Write what changed of a party, as its next revision."""
    row.revision += 1
    row.updated_at = tx.now
    await tx.session.flush()


async def _one(session: AsyncSession, chosen: Select[BookingRow]) -> BookingRow | None:
    found: BookingRow | None = await session.scalar(chosen)
    return found


async def hosts(tx: Tx, customer_ids: Collection[UUID]) -> Sequence[tuple[UUID, int, str]]:
    """Of these customers those who had a party: how many are over, and the ZIP of the newest one."""
    number = func.count().over(partition_by=BookingRow.customer_id)
    over = select(
        BookingRow.customer_id,
        number,
        func.first_value(BookingRow.zip_code).over(
            partition_by=BookingRow.customer_id, order_by=BookingRow.event_start.desc()
        ),
    ).where(BookingRow.customer_id.in_(customer_ids), BookingRow.status == "completed")
    return [(customer, count, place) for customer, count, place in await tx.session.execute(over.distinct())]

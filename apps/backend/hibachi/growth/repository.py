"""Every query of leads."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.growth.models import OPEN, LeadQuoteRow, LeadRow
from hibachi.growth.schemas import LeadFilter
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

SEARCHED = (LeadRow.name, LeadRow.phone, LeadRow.email)

# Made once, since every booking asks it: building it anew costs more than asking it.
CONVERT = (
    update(LeadRow)
    .where(LeadRow.customer_id == bindparam("customer"), OPEN)
    .values(
        status="converted",
        booking_id=bindparam("booking"),
        converted_at=bindparam("instant"),
        updated_at=bindparam("instant"),
        follow_up_at=None,
    )
    .returning(LeadRow.id)
)


CONVERT_CONTACT = (
    update(LeadRow)
    .where(
        LeadRow.customer_id.is_(None),
        or_(
            LeadRow.email.in_(bindparam("emails", expanding=True)),
            LeadRow.phone.in_(bindparam("phones", expanding=True)),
        ),
        OPEN,
    )
    .values(
        status="converted",
        booking_id=bindparam("booking"),
        converted_at=bindparam("instant"),
        updated_at=bindparam("instant"),
        follow_up_at=None,
    )
    .returning(LeadRow.id)
)


async def capture(tx: Tx, values: dict[str, Any]) -> LeadRow:
    """Write a lead; the person's open lead takes the newest wish instead, and what it lacked of the contact."""
    new = insert(LeadRow).values(
        id=new_id(), status="new", attempts=1, follow_ups=0, created_at=tx.now, updated_at=tx.now, **values
    )
    fresh = new.excluded
    merged = new.on_conflict_do_update(
        index_elements=[LeadRow.contact if values.get("contact") else LeadRow.customer_id],
        index_where=OPEN,
        set_={
            "attempts": LeadRow.attempts + 1,
            "wanted": LeadRow.wanted.op("||")(fresh.wanted),
            "reason": func.coalesce(fresh.reason, LeadRow.reason),
            "name": func.coalesce(fresh.name, LeadRow.name),
            "phone": func.coalesce(fresh.phone, LeadRow.phone),
            "email": func.coalesce(fresh.email, LeadRow.email),
            "notes": func.coalesce(fresh.notes, LeadRow.notes),
            "quote_id": func.coalesce(fresh.quote_id, LeadRow.quote_id),
            "updated_at": tx.now,
        },
    )
    returned = merged.returning(LeadRow).execution_options(populate_existing=True)
    return (await tx.session.scalars(returned)).one()


async def convert(tx: Tx, *, customer_id: UUID, booking_id: UUID) -> UUID | None:
    """Close a customer's open lead with their party; its id, or None when there was none."""
    return await tx.session.scalar(CONVERT, {"customer": customer_id, "booking": booking_id, "instant": tx.now})


async def convert_contacts(tx: Tx, *, contacts: Collection[str], booking_id: UUID) -> Sequence[UUID]:
    """Close the open leads of somebody who was no customer yet, by their addresses, with their party; the ids."""
    given = {"emails": list(contacts), "phones": list(contacts), "booking": booking_id, "instant": tx.now}
    return (await tx.session.scalars(CONVERT_CONTACT, given)).all()


async def take_quote(tx: Tx, quote_id: UUID) -> bool:
    """Note that a quote is a lead now; False when it was one before."""
    new = insert(LeadQuoteRow).values(quote_id=quote_id, captured_at=tx.now).on_conflict_do_nothing()
    return await tx.session.scalar(new.returning(LeadQuoteRow.quote_id)) is not None


async def locked(tx: Tx, lead_id: UUID) -> LeadRow | None:
    """One lead as it is now, locked until the transaction ends."""
    chosen = select(LeadRow).where(LeadRow.id == lead_id).with_for_update()
    found: LeadRow | None = await tx.session.scalar(chosen.execution_options(populate_existing=True))
    return found


async def get(tx: Tx, lead_id: UUID) -> LeadRow | None:
    """One lead."""
    found: LeadRow | None = await tx.session.scalar(select(LeadRow).where(LeadRow.id == lead_id))
    return found


async def open_of(tx: Tx, customer_ids: Collection[UUID]) -> Sequence[LeadRow]:
    """The open leads of these customers, locked, in the order of their making."""
    theirs = select(LeadRow).where(LeadRow.customer_id.in_(customer_ids), OPEN).order_by(LeadRow.id)
    return (await tx.session.scalars(theirs.with_for_update().execution_options(populate_existing=True))).all()


async def wishing(tx: Tx, customer_ids: Collection[UUID]) -> set[UUID]:
    """Those of these customers who have an open lead."""
    theirs = select(LeadRow.customer_id).where(LeadRow.customer_id.in_(customer_ids), OPEN)
    return {one for one in await tx.session.scalars(theirs) if one is not None}


async def remove(tx: Tx, row: LeadRow) -> None:
    """Take a lead away that another one holds now."""
    await tx.session.delete(row)
    await tx.session.flush()


async def hand_over(tx: Tx, kept: UUID, gone: UUID) -> None:
    """Give every lead of one customer to another."""
    moved = update(LeadRow).where(LeadRow.customer_id == gone).values(customer_id=kept)
    await tx.session.execute(moved, execution_options={"synchronize_session": "fetch"})


async def hand_back(tx: Tx, gone: UUID, kept: UUID, lead_ids: Collection[UUID]) -> None:
    """Give these leads back to the customer whose they were."""
    mine = update(LeadRow).where(LeadRow.id.in_(lead_ids), LeadRow.customer_id == kept)
    await tx.session.execute(mine.values(customer_id=gone), execution_options={"synchronize_session": "fetch"})


async def write_back(tx: Tx, columns: dict[str, Any]) -> None:
    """Write a lead with exactly these columns, whether it is there or not."""
    written = insert(LeadRow).values(columns)
    same = {name: written.excluded[name] for name in columns if name != "id"}
    both = written.on_conflict_do_update(index_elements=["id"], set_=same).returning(LeadRow)
    (await tx.session.scalars(both.execution_options(populate_existing=True))).one()


async def of_customer(tx: Tx, customer_id: UUID) -> Sequence[LeadRow]:
    """A customer's leads, oldest first."""
    mine = select(LeadRow).where(LeadRow.customer_id == customer_id).order_by(LeadRow.id)
    return (await tx.session.scalars(mine)).all()


async def page(tx: Tx, wanted: LeadFilter, hot_from: int) -> Sequence[LeadRow]:
    """The leads that fit, newest first: one more than the limit, when there are more."""
    found = select(LeadRow).order_by(LeadRow.id.desc()).limit(wanted.limit + 1)
    if wanted.status:
        found = found.where(LeadRow.status == wanted.status)
    if wanted.source:
        found = found.where(LeadRow.source == wanted.source)
    if wanted.before:
        found = found.where(LeadRow.id < wanted.before)
    if wanted.open:
        found = found.where(OPEN)
    if wanted.hot:
        found = found.where(LeadRow.score >= hot_from)
    if wanted.q:
        found = found.where(or_(*(column.icontains(wanted.q, autoescape=True) for column in SEARCHED)))
    if wanted.due:
        found = found.where(OPEN, or_(LeadRow.follow_up_at <= tx.now, LeadRow.follow_ups == 0))
    return (await tx.session.scalars(found)).all()


async def counts(tx: Tx, start: datetime, end: datetime) -> dict[str, int]:
    """How many leads of each status were made in [start, end)."""
    made = select(LeadRow.status, func.count()).where(LeadRow.created_at >= start, LeadRow.created_at < end)
    found = await tx.session.execute(made.group_by(LeadRow.status))
    return {status: number for status, number in found}

"""Every query of links and choices."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import delete, select, update

from hibachi.bookings.guests.models import GuestChoiceRow, GuestLinkRow
from hibachi.kit.db import Tx


async def link_of(tx: Tx, booking_id: UUID) -> GuestLinkRow | None:
    """The link of a party."""
    chosen = select(GuestLinkRow).where(GuestLinkRow.booking_id == booking_id)
    found: GuestLinkRow | None = await tx.session.scalar(chosen, execution_options={"populate_existing": True})
    return found


async def party_of(tx: Tx, token: str) -> UUID | None:
    """Whose link a token is."""
    found: UUID | None = await tx.session.scalar(select(GuestLinkRow.booking_id).where(GuestLinkRow.token == token))
    return found


async def add_link(tx: Tx, row: GuestLinkRow) -> None:
    """Write a party's first link."""
    tx.session.add(row)
    await tx.session.flush()


async def choices(tx: Tx, booking_id: UUID) -> Sequence[GuestChoiceRow]:
    """What the guests of a party chose, in the order of their entries."""
    mine = select(GuestChoiceRow).where(GuestChoiceRow.booking_id == booking_id).order_by(GuestChoiceRow.id)
    return (await tx.session.scalars(mine, execution_options={"populate_existing": True})).all()


async def add(tx: Tx, row: GuestChoiceRow) -> None:
    """Write a guest's first entry."""
    tx.session.add(row)
    await tx.session.flush()


async def save(tx: Tx) -> None:
    """Write what was changed of links and entries."""
    await tx.session.flush()


async def decline(tx: Tx, booking_id: UUID, declined: Collection[UUID]) -> None:
    """Say whose upgrades the host does not pay: of these guests, and of no other any more."""
    mine = update(GuestChoiceRow).where(GuestChoiceRow.booking_id == booking_id)
    said = mine.values(declined=GuestChoiceRow.id.in_(declined))
    await tx.session.execute(said, execution_options={"synchronize_session": False})


async def strike(tx: Tx, booking_id: UUID, choice_id: UUID) -> bool:
    """Take a guest's entry out; whether there was one."""
    mine = delete(GuestChoiceRow).where(GuestChoiceRow.booking_id == booking_id, GuestChoiceRow.id == choice_id)
    gone = await tx.session.scalars(mine.returning(GuestChoiceRow.id), execution_options={"synchronize_session": False})
    return gone.one_or_none() is not None

"""Every query of the proof."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.bookings.models import BookingRow
from hibachi.bookings.proof.models import FindingRow, ProofRow
from hibachi.bookings.proof.schemas import Wrong
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

FRESH = {"populate_existing": True}


async def parties(tx: Tx) -> Sequence[BookingRow]:
    """Every party to which somebody said yes, the soonest first."""
    said_yes = select(BookingRow).where(BookingRow.status != "held").order_by(BookingRow.event_start, BookingRow.id)
    return (await tx.session.scalars(said_yes, execution_options=FRESH)).all()


async def keep(tx: Tx, wrong: Wrong) -> None:
    """Write a finding, or that it is still there."""
    said = {"booking_id": wrong.booking_id, "what": wrong.what, "to_do": wrong.to_do, "is_urgent": wrong.is_urgent}
    made = insert(FindingRow).values(
        id=new_id(), code=wrong.code, subject=wrong.subject, found_at=tx.now, seen_at=tx.now, **said
    )
    await tx.session.execute(
        made.on_conflict_do_update(
            index_elements=["code", "subject"],
            index_where=FindingRow.mended_at.is_(None),
            set_={**said, "seen_at": tx.now},
        )
    )


async def mend(tx: Tx, found: Sequence[Wrong], *, codes: Sequence[str], but: Collection[str]) -> None:
    """Close what was open of these kinds and is not found any more; not of the parties that were not looked at."""
    gone = update(FindingRow).where(FindingRow.mended_at.is_(None), FindingRow.code.in_(codes))
    gone = gone.where(FindingRow.subject.not_in(but)) if but else gone
    if found:
        still = [(wrong.code, wrong.subject) for wrong in found]
        gone = gone.where(tuple_(FindingRow.code, FindingRow.subject).not_in(still))
    await tx.session.execute(gone.values(mended_at=tx.now))


async def open_findings(tx: Tx) -> Sequence[FindingRow]:
    """All that is open, the urgent first, then the oldest."""
    wanted = select(FindingRow).where(FindingRow.mended_at.is_(None))
    ordered = wanted.order_by(FindingRow.is_urgent.desc(), FindingRow.found_at, FindingRow.id)
    return (await tx.session.scalars(ordered, execution_options=FRESH)).all()


async def note_proof(tx: Tx) -> None:
    """A proof came to its end."""
    tx.session.add(ProofRow(id=new_id(), proved_at=tx.now))
    await tx.session.flush()


async def proved_at(tx: Tx) -> datetime | None:
    """When the last proof ended."""
    found: datetime | None = await tx.session.scalar(select(func.max(ProofRow.proved_at)))
    return found

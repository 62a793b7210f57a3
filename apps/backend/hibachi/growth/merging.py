"""Two customers turn out to be one person, or two again: a person has one open lead, and no wish is lost."""

from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.customers.schemas import Moved
from hibachi.growth import repository, rules
from hibachi.growth.models import LeadRow
from hibachi.growth.schemas import Lead
from hibachi.kit.db import Tx

FOLDED_AFTER = "lead_after_folding"
WENT_ON = "This lead went on since the merge; it stays as it is now."


async def on_customers_merged(tx: Tx, event: CustomersMerged) -> None:
    """Listener inside the merging transaction. A person has one open lead: the later of two goes into the earlier."""
    theirs = {row.id: None for row in await repository.of_customer(tx, event.gone)}
    leads = await repository.open_of(tx, [event.kept, event.gone])
    if len(leads) > 1:
        await _fold(tx, event.merge_id, *leads)
    moved = {key: None for key in theirs if key not in {lead.id for lead in leads[1:]}}
    await customers.note_moved(tx, merge_id=event.merge_id, noun="lead", rows=moved)
    await repository.hand_over(tx, event.kept, event.gone)


async def on_customers_parted(tx: Tx, event: CustomersParted) -> None:
    """Listener inside the undoing transaction: leads go back, and of two that were folded each is itself again."""
    back = [one.row_id for one in await customers.moved(tx, merge_id=event.merge_id, noun="lead")]
    await repository.hand_back(tx, event.gone, event.kept, back)
    after = {one.row_id: one for one in await customers.moved(tx, merge_id=event.merge_id, noun=FOLDED_AFTER)}
    for one in await customers.moved(tx, merge_id=event.merge_id, noun="folded_lead"):
        await _unfold(tx, event, one, after.get(one.row_id))


async def _fold(tx: Tx, merge_id: UUID, earlier: LeadRow, later: LeadRow) -> None:
    before, gone = _columns(earlier), _columns(later)
    rows = {earlier.id: before, later.id: gone}
    await customers.note_moved(tx, merge_id=merge_id, noun="folded_lead", rows=rows)
    await repository.remove(tx, later)
    for field, value in rules.folded(before, gone).items():
        setattr(earlier, field, value)
    await tx.session.flush()
    await customers.note_moved(tx, merge_id=merge_id, noun=FOLDED_AFTER, rows={earlier.id: _columns(earlier)})
    changes = {field: (value, None) for field, value in gone.items()} | {"into": (None, earlier.id)}
    await audit.record(tx, action="lead_merge", resource="lead", resource_id=gone["id"], changes=changes)


async def _unfold(tx: Tx, event: CustomersParted, one: Moved, after: Moved | None) -> None:
    """Write a folded lead as it was before; one that was worked on since keeps what it became."""
    before = Lead.model_validate(one.before)
    present = await repository.locked(tx, one.row_id)
    if after is not None and present is not None and _went_on(present, Lead.model_validate(after.before)):
        await customers.note_lost(tx, merge_id=event.merge_id, noun=one.noun, row_id=one.row_id, why=WENT_ON)
        return
    whose = [before.customer_id] if before.customer_id else []
    open_now = [row for row in await repository.open_of(tx, whose) if row.id != before.id]
    if open_now:  # a wish since the merge made a new lead: a person has one that is open, so both wishes are in it
        for field, value in rules.folded(_columns(open_now[0]), before.model_dump()).items():
            setattr(open_now[0], field, value)
        await tx.session.flush()
        return
    await repository.write_back(tx, before.model_dump())


def _went_on(present: LeadRow, after: Lead) -> bool:
    whose = {"customer_id": None}
    return Lead.model_validate(present).model_copy(update=whose) != after.model_copy(update=whose)


def _columns(row: LeadRow) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in LeadRow.__table__.columns}

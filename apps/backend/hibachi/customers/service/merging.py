"""Two records of one person become one, and two again where that was wrong. Every step is written down where it is done.

Locks: WHO_IS_WHO alone before any row, so that nobody merges or parts beside it and no proof is written meanwhile
(`resolve` shares it). Then a person who is gone before the one who stays, as `hold_still` takes them; two who are there
by their ids.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python

from hibachi.audit import service as audit
from hibachi.customers import repository
from hibachi.customers.errors import MergeCovered, MergeUndone, NoSuchMerge, SamePerson
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.customers.models import CustomerRow, IdentityRow, MergeRow
from hibachi.customers.schemas import Merge, MergeDetail, Moved
from hibachi.customers.service.present import present
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

WHO_IS_WHO = "customers.who_is_who"
FIELDS = ("name", "first_name", "phone", "email")


async def merge(tx: Tx, *, kept: UUID, gone: UUID, reason: str) -> Merge:
    """Make one person of two by hand (tx.actor): `kept` stays, what belongs to `gone` becomes theirs.

    Raises NotFound, SamePerson.
    """
    stays, goes = await _two(tx, kept, gone)
    row = await join(tx, stays, goes, how="staff", reason=reason)
    changes = {"kept": (None, stays.id), "gone": (None, goes.id)}
    await audit.record(
        tx, action="customer_merge", resource="customer", resource_id=stays.id, changes=changes, reason=reason
    )
    return Merge.model_validate(row)


async def join(tx: Tx, kept: CustomerRow, gone: CustomerRow, *, how: str, reason: str) -> MergeRow:
    """Merge two locked rows: what `kept` lacks it takes from `gone`; the trace is written before anything moves."""
    before = {"kept": _fields(kept), "gone": _fields(gone)}
    for field in FIELDS:
        setattr(kept, field, getattr(kept, field) or getattr(gone, field))
    row = MergeRow(
        id=new_id(), kept=kept.id, gone=gone.id, how=how, reason=reason, at=tx.now,
        by_kind=tx.actor.kind, by_id=tx.actor.id, by_name=tx.actor.name, fields={**before, "after": _fields(kept)},
    )  # fmt: skip
    await repository.add_merge(tx, row)
    addresses = [*await repository.identities(tx, gone.id), *await repository.identities(tx, kept.id)]
    known = {one.id: _address(one) for one in addresses}
    await note_moved(tx, merge_id=row.id, noun="identity", rows=known)
    await repository.move_identities(tx, kept.id, gone.id)
    await repository.drop_proven_claims(tx, kept.id)
    gone.merged_into = kept.id
    await repository.save(tx, gone)
    await repository.save(tx, kept)
    await tx.publish(CustomersMerged(kept=kept.id, gone=gone.id, merge_id=row.id))
    return row


async def undo(tx: Tx, *, merge_id: UUID, reason: str) -> MergeDetail:
    """Part two people again (tx.actor): what was moved goes back; what came since stays with the one who was kept.

    The newest merge of a person is undone first. Raises NoSuchMerge, MergeUndone, MergeCovered.
    """
    known = await repository.merge(tx, merge_id)
    if known is None:
        raise NoSuchMerge()
    await tx.lock(WHO_IS_WHO)
    [gone], [kept] = await repository.locked(tx, [known.gone]), await repository.locked(tx, [known.kept])
    row = await _standing(tx, merge_id)
    for field in FIELDS:
        if getattr(kept, field) == row.fields["after"][field]:
            setattr(kept, field, row.fields["kept"][field])
    gone.merged_into = None
    row.undone_at, row.undone_by_id, row.undone_by_name, row.undone_reason = tx.now, tx.actor.id, tx.actor.name, reason
    await repository.save(tx, kept)
    await repository.save(tx, gone)
    await _part_addresses(tx, row)
    await tx.publish(CustomersParted(kept=kept.id, gone=gone.id, merge_id=row.id))
    changes = {"kept": (kept.id, None), "gone": (gone.id, None)}
    await audit.record(
        tx, action="customer_part", resource="customer", resource_id=kept.id, changes=changes, reason=reason
    )
    return await _detail(tx, row)


async def merges(tx: Tx, *, customer_id: UUID) -> list[MergeDetail]:
    """What was merged into a person or parted from them, newest first; raises NotFound."""
    person = await present(tx, customer_id)
    return [await _detail(tx, row) for row in await repository.merges_of(tx, {person.id, customer_id})]


async def note_moved(tx: Tx, *, merge_id: UUID, noun: str, rows: Mapping[UUID, Mapping[str, Any] | None]) -> None:
    """Listeners of CustomersMerged write here what they move or change: row → what it was before (None: only whose)."""
    plain = {key: to_jsonable_python(before) for key, before in rows.items()}
    await repository.add_moves(tx, merge_id, noun, plain)


async def moved(tx: Tx, *, merge_id: UUID, noun: str) -> list[Moved]:
    """Listeners of CustomersParted read here what a merge moved of their noun."""
    return [Moved.model_validate(row) for row in await repository.moves(tx, merge_id, noun)]


async def note_lost(tx: Tx, *, merge_id: UUID, noun: str, row_id: UUID, why: str) -> None:
    """A listener of CustomersParted could not make a row what it was; staff are told why."""
    await repository.mark_lost(tx, merge_id, noun, row_id, why)


async def _two(tx: Tx, kept: UUID, gone: UUID) -> tuple[CustomerRow, CustomerRow]:
    await tx.lock(WHO_IS_WHO)
    wanted = [(await present(tx, kept)).id, (await present(tx, gone)).id]
    if wanted[0] == wanted[1]:
        raise SamePerson()
    rows = {row.id: row for row in await repository.locked(tx, sorted(wanted))}
    return rows[wanted[0]], rows[wanted[1]]


async def _standing(tx: Tx, merge_id: UUID) -> MergeRow:
    row = await repository.locked_merge(tx, merge_id)
    if row.undone_at is not None or not row.fields:  # of forgotten people nothing is left to give back
        raise MergeUndone()
    cover = await repository.covering(tx, row)
    if cover is not None:
        raise MergeCovered(first=str(cover))
    return row


async def _part_addresses(tx: Tx, row: MergeRow) -> None:
    for one in await moved(tx, merge_id=row.id, noun="identity"):
        assert one.before is not None, "an address is noted as it was"
        await repository.put_back(tx, one.row_id, one.before)
    for person in (row.kept, row.gone):
        await repository.drop_proven_claims(tx, person)


async def _detail(tx: Tx, row: MergeRow) -> MergeDetail:
    lost = [Moved.model_validate(one) for one in await repository.lost(tx, row.id)]
    return MergeDetail(**Merge.model_validate(row).model_dump(), not_restored=lost)


def _fields(person: CustomerRow) -> dict[str, str | None]:
    return {field: getattr(person, field) for field in FIELDS}


def _address(row: IdentityRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("customer_id", "kind", "value", "proven", "created_at")}

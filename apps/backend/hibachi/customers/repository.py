"""Every query of people and their addresses."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, delete, exists, func, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from hibachi.customers.models import CustomerRow, IdentityRow, MergeMoveRow, MergeRow
from hibachi.customers.rules import Known
from hibachi.customers.schemas import CustomerSearch
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

FRESH = {"populate_existing": True}
MOST_PAIRS = 500
# Made once: building it anew for every write costs more than asking it.
STAND_IN = (
    select(CustomerRow.id, CustomerRow.merged_into)
    .where(CustomerRow.id == bindparam("wanted"))
    .with_for_update(key_share=True)
)

ROW = select(CustomerRow).where(CustomerRow.id == bindparam("wanted")).execution_options(**FRESH)


async def add(tx: Tx, **columns: str | None) -> CustomerRow:
    """Write a new person."""
    row = CustomerRow(id=new_id(), created_at=tx.now, updated_at=tx.now, merged_into=None, **columns)
    tx.session.add(row)
    await tx.session.flush()
    return row


async def row(tx: Tx, customer_id: UUID) -> CustomerRow | None:
    """The person of an id, as the database has them now."""
    return (await tx.session.execute(ROW, {"wanted": customer_id})).scalar_one_or_none()


async def owners(tx: Tx, known: Sequence[Known]) -> list[UUID]:
    """Who the proven owners of these addresses are; one entry for each address that has one."""
    of_these = or_(*((IdentityRow.kind == kind) & (IdentityRow.value == value) for kind, value in known))
    wanted = select(IdentityRow.customer_id).where(IdentityRow.proven, of_these)
    return list((await tx.session.execute(wanted)).scalars())


async def prove(tx: Tx, customer_id: UUID, known: Sequence[Known]) -> set[UUID]:
    """Write proven addresses, in their order; who owns them afterwards: this person, or whoever was first."""
    rows = [_columns(tx, customer_id, one, proven=True) for one in known]
    claimed = insert(IdentityRow).values(rows if len(rows) > 1 else rows[0])  # SQLAlchemy never caches a list of rows
    claimed = claimed.on_conflict_do_update(
        index_elements=["kind", "value"],
        index_where=text("proven"),
        set_={"value": claimed.excluded.value},
    )
    found = (await tx.session.execute(claimed.returning(IdentityRow.customer_id))).scalars()
    return set(found)


async def claim(tx: Tx, customer_id: UUID, known: Sequence[Known]) -> None:
    """Write what somebody says of themselves; what is already proven of them is not said again."""
    for one in known:
        if customer_id not in await owners(tx, [one]):
            said = insert(IdentityRow).values(_columns(tx, customer_id, one, proven=False))
            await tx.session.execute(said.on_conflict_do_nothing())


def _columns(tx: Tx, customer_id: UUID, known: Known, *, proven: bool) -> dict[str, object]:
    kind, value = known
    return {
        "id": new_id(),
        "customer_id": customer_id,
        "kind": kind,
        "value": value,
        "proven": proven,
        "created_at": tx.now,
    }


async def identities(tx: Tx, customer_id: UUID) -> Sequence[IdentityRow]:
    """The addresses of a person, proven ones first."""
    wanted = select(IdentityRow).where(IdentityRow.customer_id == customer_id)
    ordered = wanted.order_by(IdentityRow.proven.desc(), IdentityRow.kind, IdentityRow.value)
    return (await tx.session.execute(ordered.execution_options(**FRESH))).scalars().all()


async def drop_proven_claims(tx: Tx, customer_id: UUID) -> None:
    """Forget the claims of a person that are proven of them by now."""
    proof = aliased(IdentityRow)
    same = (proof.customer_id == IdentityRow.customer_id) & (proof.kind == IdentityRow.kind)
    proven = exists().where(same, proof.value == IdentityRow.value, proof.proven)
    superfluous = delete(IdentityRow).where(IdentityRow.customer_id == customer_id, ~IdentityRow.proven, proven)
    await tx.session.execute(superfluous, execution_options={"synchronize_session": False})


async def move_identities(tx: Tx, kept: UUID, gone: UUID) -> None:
    """Give every address of `gone` to `kept`, but for claims that `kept` made too."""
    same = aliased(IdentityRow)
    twice = exists().where(
        same.customer_id == kept, same.kind == IdentityRow.kind, same.value == IdentityRow.value, ~same.proven
    )
    options = {"synchronize_session": False}
    theirs = IdentityRow.customer_id == gone
    await tx.session.execute(delete(IdentityRow).where(theirs, ~IdentityRow.proven, twice), execution_options=options)
    await tx.session.execute(update(IdentityRow).where(theirs).values(customer_id=kept), execution_options=options)


async def locked(tx: Tx, ids: Sequence[UUID]) -> Sequence[CustomerRow]:
    """The people of these ids, oldest first, locked until the transaction ends."""
    wanted = select(CustomerRow).where(CustomerRow.id.in_(ids)).order_by(CustomerRow.id).with_for_update()
    return (await tx.session.execute(wanted.execution_options(**FRESH))).scalars().all()


async def stand_in(tx: Tx, customer_id: UUID) -> tuple[UUID, UUID | None] | None:
    """A person's id and whom they were merged into, as of now; nobody merges them until the transaction ends."""
    found = (await tx.session.execute(STAND_IN, {"wanted": customer_id})).one_or_none()
    return None if found is None else (found.id, found.merged_into)


async def remove(tx: Tx, customer_id: UUID) -> None:
    """Take back a person that this transaction made and nobody knows."""
    gone = delete(CustomerRow).where(CustomerRow.id == customer_id)
    await tx.session.execute(gone, execution_options={"synchronize_session": False})


async def save(tx: Tx, changed: CustomerRow) -> None:
    """Write the changed fields of a person."""
    changed.updated_at = tx.now
    await tx.session.flush()


async def page(tx: Tx, wanted: CustomerSearch, spellings: Sequence[str]) -> Sequence[CustomerRow]:
    """The people that fit, newest first: one more than the limit, when there are more."""
    people = select(CustomerRow).where(CustomerRow.merged_into.is_(None))
    people = people.order_by(CustomerRow.id.desc()).limit(wanted.limit + 1)
    if wanted.q:
        people = people.where(_is_known_as(wanted.q, spellings))
    if wanted.before:
        people = people.where(CustomerRow.id < wanted.before)
    return (await tx.session.execute(people)).scalars().all()


def _is_known_as(q: str, spellings: Sequence[str]) -> ColumnElement[bool]:
    named = func.strpos(func.lower(CustomerRow.name), q.lower()) > 0
    return named | CustomerRow.phone.in_(spellings) | CustomerRow.email.in_(spellings)


async def known_as(tx: Tx, q: str, spellings: Sequence[str], limit: int) -> Sequence[UUID]:
    """The newest people that are known as this."""
    people = select(CustomerRow.id).where(CustomerRow.merged_into.is_(None), _is_known_as(q, spellings))
    return (await tx.session.scalars(people.order_by(CustomerRow.id.desc()).limit(limit))).all()


async def names(tx: Tx, ids: Collection[UUID]) -> dict[UUID, str | None]:
    """The names of these people."""
    found = await tx.session.execute(select(CustomerRow.id, CustomerRow.name).where(CustomerRow.id.in_(ids)))
    return {one: name for one, name in found}


async def add_merge(tx: Tx, row: MergeRow) -> None:
    """Write a merge, and the person whom it changed."""
    tx.session.add(row)
    await tx.session.flush()


async def add_moves(tx: Tx, merge_id: UUID, noun: str, rows: Mapping[UUID, Any]) -> None:
    """Write what a merge moves or changes of one noun."""
    for row_id, before in rows.items():
        tx.session.add(MergeMoveRow(merge_id=merge_id, noun=noun, row_id=row_id, before=before))
    await tx.session.flush()


async def moves(tx: Tx, merge_id: UUID, noun: str) -> Sequence[MergeMoveRow]:
    """What a merge moved or changed of one noun, in the order of the rows' making."""
    wanted = select(MergeMoveRow).where(MergeMoveRow.merge_id == merge_id, MergeMoveRow.noun == noun)
    return (await tx.session.scalars(wanted.order_by(MergeMoveRow.row_id).execution_options(**FRESH))).all()


async def counted_moves(tx: Tx, merge_id: UUID) -> dict[str, int]:
    """How many rows of each noun a merge moved or changed."""
    await tx.session.flush()
    wanted = select(MergeMoveRow.noun, func.count()).where(MergeMoveRow.merge_id == merge_id)
    found = await tx.session.execute(wanted.group_by(MergeMoveRow.noun).order_by(MergeMoveRow.noun))
    return {noun: count for noun, count in found.all()}


async def mark_lost(tx: Tx, merge_id: UUID, noun: str, row_id: UUID, why: str) -> None:
    """Write down why a row is not what it was before the merge."""
    row = update(MergeMoveRow).where(MergeMoveRow.merge_id == merge_id, MergeMoveRow.noun == noun)
    options = {"synchronize_session": False}
    await tx.session.execute(
        row.where(MergeMoveRow.row_id == row_id).values(not_restored=why), execution_options=options
    )


async def lost(tx: Tx, merge_id: UUID) -> Sequence[MergeMoveRow]:
    """What an undo could not make what it was."""
    wanted = select(MergeMoveRow).where(MergeMoveRow.merge_id == merge_id, MergeMoveRow.not_restored.is_not(None))
    return (await tx.session.scalars(wanted.order_by(MergeMoveRow.row_id).execution_options(**FRESH))).all()


async def merge(tx: Tx, merge_id: UUID) -> MergeRow | None:
    """One merge."""
    return await tx.session.get(MergeRow, merge_id)


async def locked_merge(tx: Tx, merge_id: UUID) -> MergeRow:
    """One merge as it is now, locked until the transaction ends."""
    wanted = select(MergeRow).where(MergeRow.id == merge_id).with_for_update().execution_options(**FRESH)
    return (await tx.session.execute(wanted)).scalar_one()


async def covering(tx: Tx, row: MergeRow) -> UUID | None:
    """The newest standing merge that took the same person in, or gave them away, after this one."""
    touches = or_(MergeRow.kept.in_([row.kept, row.gone]), MergeRow.gone == row.kept)
    wanted = select(MergeRow.id).where(touches, MergeRow.undone_at.is_(None), MergeRow.sequence > row.sequence)
    return await tx.session.scalar(wanted.order_by(MergeRow.sequence.desc()).limit(1))


async def merges_of(tx: Tx, customer_ids: Collection[UUID]) -> Sequence[MergeRow]:
    """The merges in which these people stayed or went, newest first."""
    wanted = select(MergeRow).where(or_(MergeRow.kept.in_(customer_ids), MergeRow.gone.in_(customer_ids)))
    return (await tx.session.scalars(wanted.order_by(MergeRow.sequence.desc()).execution_options(**FRESH))).all()


async def parted(tx: Tx, customer_ids: Collection[UUID]) -> bool:
    """Whether two of these people were one once, and staff said that they are not."""
    both = MergeRow.kept.in_(customer_ids) & MergeRow.gone.in_(customer_ids)
    return len(customer_ids) > 1 and bool(await tx.session.scalar(select(exists().where(both))))


async def put_back(tx: Tx, identity_id: UUID, before: Mapping[str, Any]) -> None:
    """Give an address back to whoever had it; one that was dropped as superfluous is written anew."""
    made = datetime.fromisoformat(before["created_at"])
    values = {**before, "customer_id": UUID(before["customer_id"]), "created_at": made}
    written = insert(IdentityRow).values(id=identity_id, **values).on_conflict_do_nothing()
    row = update(IdentityRow).where(IdentityRow.id == identity_id).values(customer_id=values["customer_id"])
    options = {"synchronize_session": False}
    await tx.session.execute(row, execution_options=options)
    await tx.session.execute(written)


async def sharing(tx: Tx) -> Iterator[tuple[CustomerRow, CustomerRow, list[str]]]:
    """Pairs of people who share an address, the newest first, with the kinds; not those whom staff parted."""
    one, other = aliased(IdentityRow), aliased(IdentityRow)
    first, second = aliased(CustomerRow), aliased(CustomerRow)
    parted_before = exists().where(
        or_(
            (MergeRow.kept == first.id) & (MergeRow.gone == second.id),
            (MergeRow.kept == second.id) & (MergeRow.gone == first.id),
        )
    )
    wanted = (
        select(first, second, func.array_agg(one.kind.distinct()))
        .join(one, one.customer_id == first.id)
        .join(other, (other.kind == one.kind) & (other.value == one.value))
        .join(second, second.id == other.customer_id)
        .where(first.id < second.id, first.merged_into.is_(None), second.merged_into.is_(None), ~parted_before)
        .group_by(first.id, second.id)
        .order_by(second.id.desc())
        .limit(MOST_PAIRS)
    )
    return ((a, b, list(kinds)) for a, b, kinds in await tx.session.execute(wanted))


async def mark_forgotten(tx: Tx, ids: Collection[UUID]) -> None:
    """Note that these people were forgotten."""
    theirs = update(CustomerRow).where(CustomerRow.id.in_(ids)).values(forgotten_at=tx.now)
    await tx.session.execute(theirs, execution_options={"synchronize_session": False})

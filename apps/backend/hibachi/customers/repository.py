"""Every query of people and their addresses."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, delete, exists, func, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from hibachi.customers.models import CustomerRow, IdentityRow
from hibachi.customers.rules import Known
from hibachi.customers.schemas import CustomerSearch
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

FRESH = {"populate_existing": True}
# Made once: building it anew for every write costs more than asking it.
STAND_IN = (
    select(CustomerRow.id, CustomerRow.merged_into)
    .where(CustomerRow.id == bindparam("wanted"))
    .with_for_update(key_share=True)
)


async def add(tx: Tx, **columns: str | None) -> CustomerRow:
    """Write a new person."""
    row = CustomerRow(id=new_id(), created_at=tx.now, updated_at=tx.now, merged_into=None, **columns)
    tx.session.add(row)
    await tx.session.flush()
    return row


async def row(tx: Tx, customer_id: UUID) -> CustomerRow | None:
    """The person of an id, as the database has them now."""
    wanted = select(CustomerRow).where(CustomerRow.id == customer_id).execution_options(**FRESH)
    return (await tx.session.execute(wanted)).scalar_one_or_none()


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
        named = func.strpos(func.lower(CustomerRow.name), wanted.q.lower()) > 0
        people = people.where(named | CustomerRow.phone.in_(spellings) | CustomerRow.email.in_(spellings))
    if wanted.before:
        people = people.where(CustomerRow.id < wanted.before)
    return (await tx.session.execute(people)).scalars().all()

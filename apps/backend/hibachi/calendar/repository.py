"""Every query of the calendar's claims."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, Integer, Select, bindparam, cast, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import ARRAY, TSTZRANGE, Range, insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.dml import ReturningUpdate

from hibachi.calendar.models import Claim
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

LOCK_CLASS = 481_001
"""The first half of the advisory locks' key; the second is the chef's number."""
EXCLUSION_VIOLATION = "23P01"


def _lock() -> Select[int]:
    """The locks of some chefs, in the order of their numbers."""
    numbers = select(func.unnest(bindparam("chefs", type_=ARRAY(BigInteger))).label("chef_id")).subquery()
    lock = func.pg_advisory_xact_lock(LOCK_CLASS, cast(numbers.c.chef_id, Integer))
    return select(lock).order_by(numbers.c.chef_id)


def _renewal() -> ReturningUpdate[UUID]:
    """Another state and expiry for a party's unexpired claim."""
    unexpired = or_(Claim.expires_at.is_(None), Claim.expires_at > bindparam("instant"))
    renewed = update(Claim).where(Claim.reference == bindparam("party"), Claim.released_at.is_(None), unexpired)
    return renewed.values(state=bindparam("standing"), expires_at=bindparam("until")).returning(Claim.id)


# What every booking asks is made once: building it anew costs more than asking it.
LOCK, RENEW = _lock(), _renewal()
CLAIMS = Claim.metadata.tables[Claim.__tablename__]
ADD = insert(CLAIMS).on_conflict_do_nothing().returning(CLAIMS.c.id)


async def lock_chefs(tx: Tx, chefs: Sequence[int]) -> None:
    """Take these chefs' locks until the transaction ends, always in the order of their numbers."""
    await tx.session.execute(LOCK, {"chefs": sorted(chefs)})


async def release_expired(
    tx: Tx, chefs: Sequence[int], start: datetime, end: datetime, *, reference: UUID | None = None
) -> None:
    """Let go of these chefs' lapsed holds in this span, and of the party's own wherever it is."""
    theirs = _overlapping(chefs, start, end)
    expired = update(Claim).where(Claim.released_at.is_(None), Claim.expires_at <= tx.now)
    await tx.session.execute(expired.where(or_(theirs, Claim.reference == reference)).values(released_at=tx.now))


async def release_all_expired(tx: Tx) -> None:
    """Let go of every lapsed hold."""
    expired = update(Claim).where(Claim.released_at.is_(None), Claim.expires_at <= tx.now)
    await tx.session.execute(expired.values(released_at=tx.now))


async def live(
    tx: Tx, chefs: Sequence[int], start: datetime, end: datetime, *, reference: UUID | None = None
) -> Sequence[Claim]:
    """The claims of these chefs that are not released and touch the span, and the party's own wherever it is."""
    wanted = _overlapping(chefs, start, end)
    if reference is not None:
        wanted = or_(wanted, Claim.reference == reference)
    found = await tx.session.scalars(_live().where(wanted).execution_options(populate_existing=True))
    return found.all()


async def of_reference(tx: Tx, reference: UUID) -> Claim | None:
    """The claim of a party that is not released, expired or not."""
    found: Claim | None = await tx.session.scalar(_live().where(Claim.reference == reference))
    return found


async def add(
    tx: Tx,
    *,
    chef_id: int,
    start: datetime,
    end: datetime,
    state: str,
    reference: UUID | None = None,
    expires_at: datetime | None = None,
    note: str | None = None,
) -> UUID | None:
    """Write a claim; None when the constraint refuses it. ON CONFLICT needs no savepoint and one round trip."""
    values = {"id": new_id(), "chef_id": chef_id, "during": Range(start, end), "state": state, "note": note}
    values |= {"reference": reference, "expires_at": expires_at, "created_at": tx.now}
    written: UUID | None = await tx.session.scalar(ADD, values)
    return written


async def move(
    tx: Tx,
    *,
    reference: UUID,
    chef_id: int,
    start: datetime,
    end: datetime,
    state: str,
    expires_at: datetime | None,
) -> bool | None:
    """Put a party's claim elsewhere: True, None when it has none, False when the constraint refuses."""
    moved = update(Claim).where(Claim.reference == reference, Claim.released_at.is_(None))
    moved = moved.values(chef_id=chef_id, during=Range(start, end), state=state, expires_at=expires_at)
    try:
        async with tx.session.begin_nested():
            return await tx.session.scalar(moved.returning(Claim.id)) is not None or None
    except IntegrityError as error:
        if getattr(error.orig, "sqlstate", None) != EXCLUSION_VIOLATION:
            raise
        return False


async def renew(tx: Tx, *, reference: UUID, state: str, expires_at: datetime | None) -> bool:
    """Give a party's unexpired claim another state and expiry; False when there is none any more."""
    wanted = {"party": reference, "standing": state, "until": expires_at, "instant": tx.now}
    return await tx.session.scalar(RENEW, wanted) is not None


async def release(tx: Tx, *, reference: UUID) -> None:
    """Let go of a party's claim, if it has one."""
    mine = update(Claim).where(Claim.reference == reference, Claim.released_at.is_(None))
    await tx.session.execute(mine.values(released_at=tx.now))


async def blocks(tx: Tx) -> Sequence[Claim]:
    """The blocks in force that are not over, in the order of their start."""
    ahead = func.upper(Claim.during) > tx.now
    return (await tx.session.scalars(_live().where(Claim.state == "blocked", ahead).order_by(Claim.during))).all()


async def lift(tx: Tx, block_id: UUID) -> Claim | None:
    """Let go of a block; None when none in force has this id."""
    lifted = update(Claim).where(Claim.id == block_id, Claim.state == "blocked", Claim.released_at.is_(None))
    return await tx.session.scalar(lifted.values(released_at=tx.now).returning(Claim))


def _live() -> Select[Claim]:
    return select(Claim).where(Claim.released_at.is_(None))


def _overlapping(chefs: Sequence[int], start: datetime, end: datetime) -> ColumnElement[bool]:
    """The span of any of these chefs; written like the constraint, so that its index is used."""
    each = func.int8range(Claim.chef_id, Claim.chef_id, "[]")
    wanted = func.int8range(min(chefs), max(chefs), "[]")
    return each.op("&&")(wanted) & Claim.during.op("&&")(literal(Range(start, end), TSTZRANGE))

"""Every query of recommendations."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.growth.referrals.models import UNSETTLED, ReferralAddressRow, ReferralCodeRow, ReferralRow
from hibachi.growth.referrals.schemas import ReferralFilter
from hibachi.kit.db import Tx


async def code_of(tx: Tx, customer_id: UUID) -> str | None:
    """The code of a customer."""
    return await tx.session.scalar(select(ReferralCodeRow.code).where(ReferralCodeRow.customer_id == customer_id))


async def add_code(tx: Tx, customer_id: UUID, code: str) -> None:
    """Give a customer a code, unless they have one, or somebody else has this one."""
    new = insert(ReferralCodeRow).values(customer_id=customer_id, code=code, created_at=tx.now)
    await tx.session.execute(new.on_conflict_do_nothing())


async def owner_of(tx: Tx, code: str) -> UUID | None:
    """Whose a code is."""
    return await tx.session.scalar(select(ReferralCodeRow.customer_id).where(ReferralCodeRow.code == code))


async def add(tx: Tx, row: ReferralRow) -> bool:
    """Write a new recommendation; False when the friend has one that is not settled."""
    values = {column.key: getattr(row, column.key) for column in ReferralRow.__table__.columns}
    new = insert(ReferralRow).values({key: value for key, value in values.items() if value is not None})
    written = new.on_conflict_do_nothing(index_elements=["friend_id"], index_where=UNSETTLED).returning(ReferralRow.id)
    return await tx.session.scalar(written) is not None


async def of_friend(tx: Tx, friend_id: UUID) -> Sequence[ReferralRow]:
    """The recommendations by which somebody came, oldest first, locked."""
    theirs = select(ReferralRow).where(ReferralRow.friend_id == friend_id).order_by(ReferralRow.id).with_for_update()
    return (await tx.session.scalars(theirs.execution_options(populate_existing=True))).all()


async def of_people(tx: Tx, people: Collection[UUID]) -> Sequence[ReferralRow]:
    """Every recommendation in which one of these people is either side, oldest first, locked."""
    either = or_(ReferralRow.friend_id.in_(people), ReferralRow.referrer_id.in_(people))
    theirs = select(ReferralRow).where(either).order_by(ReferralRow.id).with_for_update()
    return (await tx.session.scalars(theirs.execution_options(populate_existing=True))).all()


async def by_referrer(tx: Tx, referrer_id: UUID) -> Sequence[ReferralRow]:
    """Whom somebody brought, oldest first."""
    theirs = select(ReferralRow).where(ReferralRow.referrer_id == referrer_id).order_by(ReferralRow.id)
    return (await tx.session.scalars(theirs)).all()


async def get(tx: Tx, referral_id: UUID) -> ReferralRow | None:
    """One recommendation as it is now, not locked."""
    chosen = select(ReferralRow).where(ReferralRow.id == referral_id)
    return (await tx.session.scalars(chosen.execution_options(populate_existing=True))).one_or_none()


async def locked(tx: Tx, referral_id: UUID) -> ReferralRow | None:
    """One recommendation as it is now, locked until the transaction ends."""
    chosen = select(ReferralRow).where(ReferralRow.id == referral_id).with_for_update()
    return (await tx.session.scalars(chosen.execution_options(populate_existing=True))).one_or_none()


async def note_addresses(tx: Tx, referral_id: UUID, digests: Collection[str]) -> bool:
    """Note the addresses that came with a recommendation; False when one of them has come with another before."""
    if not digests:
        return True
    rows = [{"digest": one, "referral_id": referral_id} for one in sorted(digests)]
    await tx.session.execute(insert(ReferralAddressRow).values(rows).on_conflict_do_nothing())
    theirs = select(func.count()).where(
        ReferralAddressRow.digest.in_(digests), ReferralAddressRow.referral_id != referral_id
    )
    return not await tx.session.scalar(theirs)


async def addresses_of(tx: Tx, referral_id: UUID) -> Sequence[str]:
    """The digests of the addresses that came with a recommendation."""
    mine = select(ReferralAddressRow.digest).where(ReferralAddressRow.referral_id == referral_id)
    return (await tx.session.scalars(mine.order_by(ReferralAddressRow.digest))).all()


async def forget_addresses(tx: Tx, referral_id: UUID) -> None:
    """Let the addresses of a recommendation that came to nothing go."""
    await tx.session.execute(delete(ReferralAddressRow).where(ReferralAddressRow.referral_id == referral_id))


async def write(tx: Tx, referral_id: UUID, **columns: object) -> None:
    """Write some columns of a recommendation in one statement: its constraints look at several together."""
    changed = update(ReferralRow).where(ReferralRow.id == referral_id).values(**columns, updated_at=tx.now)
    await tx.session.execute(changed, execution_options={"synchronize_session": "fetch"})


async def page(tx: Tx, wanted: ReferralFilter) -> Sequence[ReferralRow]:
    """Recommendations that fit, newest first: one more than the limit, when there are more."""
    found = select(ReferralRow).order_by(ReferralRow.id.desc()).limit(wanted.limit + 1)
    if wanted.state:
        found = found.where(ReferralRow.state == wanted.state)
    if wanted.customer_id:
        either = or_(ReferralRow.referrer_id == wanted.customer_id, ReferralRow.friend_id == wanted.customer_id)
        found = found.where(either)
    if wanted.before:
        found = found.where(ReferralRow.id < wanted.before)
    return (await tx.session.scalars(found)).all()


async def sums(tx: Tx) -> Sequence[tuple[str, int, int]]:
    """State, how many, and their credits in cents."""
    counted = select(ReferralRow.state, func.count(), func.sum(ReferralRow.credit)).group_by(ReferralRow.state)
    return [(state, number, int(cents or 0)) for state, number, cents in await tx.session.execute(counted)]

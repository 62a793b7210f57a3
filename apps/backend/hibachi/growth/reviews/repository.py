"""Every query of reviews."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.growth.reviews.models import ReviewRow
from hibachi.growth.reviews.schemas import PublicPage, ReviewFilter
from hibachi.kit.db import Tx


async def add(tx: Tx, **values: Any) -> bool:
    """Write a review; False when the party has one."""
    new = insert(ReviewRow).values(**values, created_at=tx.now).on_conflict_do_nothing(index_elements=["booking_id"])
    return await tx.session.scalar(new.returning(ReviewRow.id)) is not None


async def of_booking(tx: Tx, booking_id: UUID) -> ReviewRow | None:
    """The review of a party."""
    return (await tx.session.scalars(select(ReviewRow).where(ReviewRow.booking_id == booking_id))).one_or_none()


async def get(tx: Tx, review_id: UUID) -> ReviewRow | None:
    """One review as it is now."""
    chosen = select(ReviewRow).where(ReviewRow.id == review_id)
    return (await tx.session.scalars(chosen.execution_options(populate_existing=True))).one_or_none()


async def locked(tx: Tx, review_id: UUID) -> ReviewRow | None:
    """One review as it is now, locked until the transaction ends."""
    chosen = select(ReviewRow).where(ReviewRow.id == review_id).with_for_update()
    return (await tx.session.scalars(chosen.execution_options(populate_existing=True))).one_or_none()


async def write(tx: Tx, review_id: UUID, **columns: object) -> None:
    """Write some columns of a review together."""
    changed = update(ReviewRow).where(ReviewRow.id == review_id).values(**columns)
    await tx.session.execute(changed, execution_options={"synchronize_session": "fetch"})


async def page(tx: Tx, wanted: ReviewFilter, low: int) -> Sequence[ReviewRow]:
    """The reviews that fit, newest first: one more than the limit, when there are more."""
    found = select(ReviewRow).order_by(ReviewRow.id.desc()).limit(wanted.limit + 1)
    if wanted.status:
        found = found.where(ReviewRow.status == wanted.status)
    if wanted.low:
        found = found.where(ReviewRow.rating <= low)
    if wanted.before:
        found = found.where(ReviewRow.id < wanted.before)
    return (await tx.session.scalars(found)).all()


async def published(tx: Tx, wanted: PublicPage) -> Sequence[ReviewRow]:
    """Published reviews, newest first: one more than the limit, when there are more."""
    found = select(ReviewRow).where(ReviewRow.status == "published").order_by(ReviewRow.id.desc())
    if wanted.before:
        found = found.where(ReviewRow.id < wanted.before)
    return (await tx.session.scalars(found.limit(wanted.limit + 1))).all()


async def counts(tx: Tx) -> Sequence[tuple[str, int, str | None, int]]:
    """How many reviews there are of each status, rating and sentiment."""
    by = (ReviewRow.status, ReviewRow.rating, ReviewRow.sentiment)
    found = await tx.session.execute(select(*by, func.count()).group_by(*by))
    return [(status, rating, sentiment, number) for status, rating, sentiment, number in found]


async def of_customer(tx: Tx, customer_id: UUID) -> Sequence[UUID]:
    """The reviews of a customer."""
    return (await tx.session.scalars(select(ReviewRow.id).where(ReviewRow.customer_id == customer_id))).all()


async def hand(tx: Tx, review_ids: Collection[UUID], to: UUID) -> None:
    """Give these reviews to a customer."""
    mine = update(ReviewRow).where(ReviewRow.id.in_(review_ids)).values(customer_id=to)
    await tx.session.execute(mine, execution_options={"synchronize_session": "fetch"})
